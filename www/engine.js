// Analyses texts in a worker, one after the other, and starts another worker where one has failed or hangs. Of a
// text that differs from the last one in a stretch, only that stretch goes to the worker, and only what it changes
// comes back.

import { applyChange } from './apply.js';
import { difference } from './shift.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').DocumentOptions} Options */
/** @typedef {{text: string, analysis: Analysis}} Rehearsal what a worker reads before there is a reader's text */

/** In texts of more units than this an analysis takes longer than to start another worker. */
const LONG = 100_000;

/** Milliseconds that an analysis of any text may take. */
const LEAST = 10_000;

/** How many times as long as its length lets expect an analysis may take on top of that. */
const PATIENCE = 20;

/** A text of so many units tells how fast this machine is. */
const TELLING = 2000;

/** Milliseconds between two looks at an analysis that runs. */
const LOOK = 1000;

export class Engine {
  #module;
  #open;
  /** Milliseconds a unit of the text: of a slow telephone, until a text has told. */
  #pace = 0.02;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Rehearsal> | undefined} */
  #started;
  /** What the worker has analysed last. @type {{text: string, anyLanguage?: boolean, analysis: Analysis} | undefined} */
  #last;
  /** Gives up what the worker is at, where that takes long. @type {((error: Error) => void) | undefined} */
  #giveUp;

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
   * The next text may come once this one is done, or has failed. An analysis that takes far longer than others of
   * such a length hangs: it fails with a `TimeoutError`.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options) {
    await this.start();
    const limit = LEAST + PATIENCE * this.#pace * text.length;
    const last = this.#last;
    this.#last = undefined;
    /** @type {Analysis} */
    let analysis;
    if (last && last.anyLanguage === options.anyLanguage) {
      const { change } = await this.#ask(Promise.resolve({ edit: difference(last.text, text) }), limit);
      analysis = applyChange(last.analysis, change);
    } else {
      const started = performance.now();
      ({ analysis } = await this.#ask(Promise.resolve({ text, options }), limit, text.length > LONG));
      if (text.length >= TELLING) this.#pace = (performance.now() - started) / text.length;
    }
    this.#last = { text, anyLanguage: options.anyLanguage, analysis };
    return analysis;
  }

  /** Another text has come: what is asked of a long one is given up, and what was known of the last one. */
  forget() {
    this.#last = undefined;
    this.#giveUp?.(new Error('Another text has come.'));
  }

  /**
   * @param {Promise<object>} message
   * @param {number} [limit] milliseconds; without it the answer may take any time, as a slow network does
   * @param {boolean} [isLong]
   * @returns {Promise<any>} what the worker answers
   */
  #ask(message, limit = Infinity, isLong = false) {
    this.#worker ??= this.#open();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      let looks = limit / LOOK;
      // Looks are counted, not hours: while a machine sleeps, neither worker nor page gets on.
      const timer = setInterval(() => {
        looks -= 1;
        if (looks < 0) fail(new DOMException('The analysis takes too long.', 'TimeoutError'));
      }, LOOK);
      /** @param {Error} error */
      const fail = (error) => {
        clearInterval(timer);
        // After a trap nothing of the module can be relied on.
        worker.terminate();
        this.#worker = undefined;
        this.#started = undefined;
        this.#giveUp = undefined;
        reject(error);
      };
      if (isLong) this.#giveUp = fail;
      worker.onmessage = ({ data }) => {
        if (data.error !== undefined) return fail(new Error(data.error));
        this.#giveUp = undefined;
        clearInterval(timer);
        resolve(data);
      };
      worker.onerror = (event) => fail(new Error(event.message || 'The worker could not be started.'));
      message.then((known) => worker.postMessage(known), fail);
    });
  }
}
