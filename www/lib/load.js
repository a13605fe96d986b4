// Loads the module once, for everything in the package.

import start from '../pkg/sourcelight.js';
import { compileModule, compileResponse } from './module.js';

/** @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module} Source where the module is, or what it is */

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
      const module = await compiled(await source);
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

/** @param {Source | undefined} source @returns {WebAssembly.Module | Promise<WebAssembly.Module>} */
function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  return source instanceof Response ? compileResponse(source) : compileModule(source);
}

/** @throws Where `init` was forgotten, or is not done yet. */
export function demandModule() {
  if (!isLoaded) throw new Error('Sourcelight is not loaded yet: call `await init()` once before anything else.');
}
