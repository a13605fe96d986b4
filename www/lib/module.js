// The WebAssembly module, for the page and for the library.

/**
 * Fetches and compiles the module. What did not come, or came damaged, fails with a `TypeError` or a `NetworkError`.
 * @param {RequestInfo | URL} [address] one that ends in `#sha256-…` says what the contents must be
 * @param {RequestCache} [cache]
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileModule(address = new URL('../pkg/sourcelight_bg.wasm', import.meta.url), cache = undefined) {
  const request = new Request(address, { cache });
  return compileResponse(await fetch(request), new URL(request.url).hash);
}

/** Compiles the module while it loads. @param {Response} response @param {string} [hash] what its contents must be */
export async function compileResponse(response, hash = '') {
  if (!response.ok) throw new DOMException(`The WebAssembly module did not load: ${response.status}.`, 'NetworkError');
  const isWhole = hash === '' || hasHash(response.clone(), hash);
  // Some servers don't know the type that compiling while loading asks for.
  const isTyped = response.headers.get('Content-Type')?.startsWith('application/wasm');
  const compiled = isTyped ? WebAssembly.compileStreaming(response) : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  // A damaged module may not compile: that it is damaged is what is said.
  compiled.catch(() => {});
  if (!(await isWhole)) throw new DOMException('The module is damaged.', 'NetworkError');
  return compiled;
}

/** Where the browser can't tell, on an insecure address, any contents are right. @param {Response} response @param {string} hash */
async function hasHash(response, hash) {
  if (!globalThis.crypto?.subtle) return true;
  const found = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return hash === `#sha256-${btoa(String.fromCharCode(...new Uint8Array(found)))}`;
}
