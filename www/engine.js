// Analyses texts in a worker, one after the other, and starts another worker where one has failed.

import { WORKER, policy } from './policy.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Options} Options */
/** @typedef {{text: string, analysis: Analysis}} Rehearsal what a worker reads before there is a reader's text */

export class Engine {
  #module;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Rehearsal> | undefined} */
  #started;

  /** @param {Promise<WebAssembly.Module>} module compiled once, for the page and every worker */
  constructor(module) {
    this.#module = module;
  }

  /** Has a worker ready before there is a text. @returns {Promise<Rehearsal>} */
  start() {
    // The worker loads its script while the module is still on its way.
    this.#started ??= this.#ask(this.#module.then((module) => ({ module })));
    return this.#started;
  }

  /**
   * The next text may come once this one is done, or has failed.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options) {
    await this.start();
    return this.#ask(Promise.resolve({ text, options }));
  }

  /** @param {Promise<object>} message @returns {Promise<any>} what the worker answers */
  #ask(message) {
    this.#worker ??= new Worker(policy.createScriptURL(WORKER), { type: 'module' });
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      /** @param {Error} error */
      const fail = (error) => {
        // After a trap nothing of the module can be relied on.
        worker.terminate();
        this.#worker = undefined;
        this.#started = undefined;
        reject(error);
      };
      worker.onmessage = ({ data: { result, error } }) =>
        error === undefined ? resolve(result) : fail(new Error(error));
      worker.onerror = (event) => fail(new Error(event.message || 'The worker could not be started.'));
      message.then((known) => worker.postMessage(known), fail);
    });
  }
}

/** Fetches and compiles the module. @returns {Promise<WebAssembly.Module>} */
export async function compileModule() {
  const response = await fetch(new URL('pkg/sourcelight_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`The WebAssembly module did not load: ${response.status}.`);
  // Some servers don't know the type that compiling while loading asks for.
  const isTyped = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
