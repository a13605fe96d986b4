// The WebAssembly module, for the page and for the library.

/** @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module} Source */

/**
 * Fetches and compiles the module.
 * @param {Source | Promise<Source>} [source] where it is, or what it is
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileModule(source = new URL('../pkg/sourcelight_bg.wasm', import.meta.url)) {
  const given = await source;
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return WebAssembly.compile(given);
  const response = given instanceof Response ? given : await fetch(given);
  if (!response.ok) throw new Error(`The WebAssembly module did not load: ${response.status}.`);
  // Some servers don't know the type that compiling while loading asks for.
  const isTyped = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
