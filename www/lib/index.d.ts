import type { Analysis, Change, Options, Profile } from '../pkg/sourcelight.js';

/** Where the WebAssembly module is, or what it is. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

export type * from '../pkg/sourcelight.js';
export { analyze, compare, correct, Document, exportAs, highlight, paint, readText, select, version } from '../pkg/sourcelight.js';

/**
 * Loads the WebAssembly module; before it is done everything else throws. Calling it again does nothing.
 *
 * @param source where the module is, or what it is; without it, it lies where the package has it
 */
export function init(source?: Source | Promise<Source>): Promise<void>;
export default init;

/** How well a text is sourced, in counts: `analyze(text, options).profile`. */
export function profile(text: string, options?: Options): Profile;

/** The analysis of an edited text, from the one before and what `Document.edit` has told. Neither is changed. */
export function applyChange(analysis: Analysis, change: Change): Analysis;
