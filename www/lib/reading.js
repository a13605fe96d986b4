// Analyses the texts of all elements, one after the other: in a worker, and where none can be started in the page.

import { Engine } from '../engine.js';
import { analyze, select } from './index.js';
import { load } from './load.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Options} Options */

/** @type {Promise<Engine | undefined> | undefined} */
let engine;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * @param {string} text
 * @param {Options} options
 * @returns {Promise<Analysis>} what `analyze` gives
 */
export function read(text, options) {
  const next = last.then(() => readNow(text, options));
  last = next.catch(() => {});
  return next;
}

/** @param {string} text @param {Options} options @returns {Promise<Analysis>} */
async function readNow(text, options) {
  await load();
  const { anyLanguage, maxLength = Infinity, ...selection } = options;
  engine ??= startEngine();
  const found = text.length > maxLength ? undefined : await engine;
  return found ? select(text, await found.analyze(text, { anyLanguage }), selection) : analyze(text, options);
}

async function startEngine() {
  const found = new Engine(load(), () => new Worker(new URL('../worker.js', import.meta.url), { type: 'module' }));
  try {
    await found.start();
    return found;
  } catch {
    // A security policy, another origin: the page itself can read too.
    return undefined;
  }
}
