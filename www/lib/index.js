// Sourcelight for other programs: what the package exports. Nothing runs on import; `init` loads the module.

import * as core from '../pkg/sourcelight.js';
import { demandModule, load } from './load.js';

export { applyChange } from '../apply.js';

/**
 * Loads the WebAssembly module; before it is done nothing else works. Calling it again does nothing.
 * @param {import('./load.js').Source | Promise<import('./load.js').Source>} [source] without it, the module lies where
 *   the package has it
 * @returns {Promise<void>}
 */
export const init = (source) => load(source).then(() => undefined);

export default init;

/** @template {(...args: any[]) => any} F @param {F} call @returns {F} the same, with an error that helps where `init` was forgotten */
const whenLoaded = (call) =>
  /** @type {F} */ (
    (...args) => {
      demandModule();
      return call(...args);
    }
  );

export const analyze = /* @__PURE__ */ whenLoaded(core.analyze);
export const compare = /* @__PURE__ */ whenLoaded(core.compare);
export const correct = /* @__PURE__ */ whenLoaded(core.correct);
export const exportAs = /* @__PURE__ */ whenLoaded(core.exportAs);
export const highlight = /* @__PURE__ */ whenLoaded(core.highlight);
export const paint = /* @__PURE__ */ whenLoaded(core.paint);
export const readText = /* @__PURE__ */ whenLoaded(core.readText);
export const select = /* @__PURE__ */ whenLoaded(core.select);
export const version = /* @__PURE__ */ whenLoaded(core.version);

/** A text that is edited, and its analysis. */
export class Document extends core.Document {
  /** @param {string} text @param {core.DocumentOptions} [options] */
  constructor(text, options) {
    demandModule();
    super(text, options);
  }
}

/** How well a text is sourced, in counts. @param {string} text @param {core.Options} [options] */
export const profile = (text, options) => analyze(text, options).profile;
