// The sharper reading for other programs: 6 MB of weights, for those who import this module alone.

import { useSharp } from '../pkg/sourcelight.js';
import { demandModule } from './load.js';

/** @typedef {string | URL | Request | Response | BufferSource} Source */

/**
 * From now on texts are read with the sharper reading too.
 * @param {Source | Promise<Source>} [source]
 */
export async function loadSharp(source = new URL('../sharp/sourcelight.sharp', import.meta.url)) {
  demandModule();
  useSharp(await bytesOf(await source));
}

/** @param {Source} source @returns {Promise<Uint8Array>} */
async function bytesOf(source) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`The weights of the sharper reading did not load: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
