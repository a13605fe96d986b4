// Loads the module once, for everything in the package.

import start from '../pkg/sourcelight.js';
import { compileModule } from './module.js';

/** @typedef {import('./module.js').Source} Source */

/** @type {Promise<WebAssembly.Module> | undefined} */
let loading;
let isLoaded = false;

/**
 * Calling it again does nothing, but where it failed.
 * @param {Source | Promise<Source>} [source]
 * @returns {Promise<WebAssembly.Module>} the compiled module, for workers
 */
export function load(source) {
  loading ??= (async () => {
    try {
      const module = await compileModule(source);
      await start({ module_or_path: module });
      isLoaded = true;
      return module;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  })();
  return loading;
}

/** @throws Where `init` was forgotten, or is not done yet. */
export function demandModule() {
  if (!isLoaded) throw new Error('Sourcelight is not loaded yet: call `await init()` once before anything else.');
}
