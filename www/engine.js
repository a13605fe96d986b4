// Analyses texts in a worker, one after the other, and starts another worker where one has failed.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Options} Options */
/** @typedef {{text: string, analysis: Analysis}} Rehearsal what a worker reads before there is a reader's text */

export class Engine {
  #module;
  #open;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Rehearsal> | undefined} */
  #started;

  /**
   * @param {Promise<WebAssembly.Module>} module compiled once, for the page and every worker
   * @param {() => Worker} open gives another worker, which runs `worker.js`
   */
  constructor(module, open) {
    this.#module = module;
    this.#open = open;
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
    this.#worker ??= this.#open();
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
