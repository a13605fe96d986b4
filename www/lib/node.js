// The same for Node.js, whose `fetch` reads no files.

import { readFile } from 'node:fs/promises';
import { init as load } from './index.js';

export * from './index.js';

/** @type {typeof load} */
export const init = (source = readFile(new URL('../pkg/sourcelight_bg.wasm', import.meta.url))) => load(source);

export default init;
