// Analyses texts in a worker, one after the other, and starts another worker where one has failed or hangs. Of a
// text that differs from the last one in a stretch, only that stretch goes to the worker, and only what it changes
// comes back.

import { applyChange } from './apply.js';
import { difference } from './shift.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').DocumentOptions} Options */
/**
 * The sharper reading: `onFailure` is told why the engine has given it up.
 * @typedef {{weights: ArrayBuffer, onFailure: (error: unknown) => void}} Sharp
 */
/** @typedef {{text: string, analysis: Analysis}} Rehearsal what a worker reads before there is a reader's text */

/** In texts of more units than this an analysis takes longer than to start another worker. */
const LONG = 100_000;

/** How many times as long the sharper reading takes. */
const SHARPER = 50;

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
  /** What the worker has analysed last. @type {{text: string, options: Options, analysis: Analysis} | undefined} */
  #last;
  /** @type {Sharp | undefined} */
  #sharp;
  /** The weights that the worker has. @type {ArrayBuffer | undefined} */
  #known;
  /** Gives up what the worker is at, where that takes long. @type {((error: Error | DOMException) => void) | undefined} */
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

  /** Reads texts with the sharper reading from the next one on, or without it. @param {Sharp | undefined} sharp */
  sharpen(sharp) {
    this.#sharp = sharp;
  }

  /**
   * The next text may come once this one is done, or has failed. An analysis that takes far longer than others of
   * such a length hangs: it fails with a `TimeoutError`.
   * @param {string} text
   * @param {Options} options
   * @param {(draft: Analysis) => void} [onDraft] takes what is known at once, where more is to come
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options, onDraft) {
    const sharp = text.length <= LONG ? this.#sharp : undefined;
    try {
      return await this.#read(text, options, sharp, onDraft);
    } catch (error) {
      const isGivenUp = error instanceof DOMException && error.name === 'AbortError';
      if (!sharp || isGivenUp) throw error;
      if (this.#sharp === sharp) this.#sharp = undefined;
      sharp.onFailure(error);
      return this.analyze(text, options);
    }
  }

  /**
   * @param {string} text
   * @param {Options} options
   * @param {Sharp | undefined} sharp
   * @param {((draft: Analysis) => void) | undefined} onDraft
   * @returns {Promise<Analysis>}
   */
  async #read(text, options, sharp, onDraft) {
    await this.start();
    const last = this.#last;
    this.#last = undefined;
    /** @type {Options} */
    const wanted = { ...options, engine: sharp ? 'sharp' : 'instant' };
    /** @type {Analysis} */
    let analysis;
    if (last && last.options.anyLanguage === wanted.anyLanguage && last.options.engine === wanted.engine) {
      const { change } = await this.#ask(Promise.resolve({ edit: difference(last.text, text) }), this.#limit(text, sharp));
      analysis = applyChange(last.analysis, change);
    } else if (sharp) {
      if (last?.text !== text) onDraft?.(await this.#readInstantly(text, { ...options, engine: 'instant' }));
      await this.#tell(sharp.weights);
      const answer = this.#ask(Promise.resolve({ text, options: wanted }), this.#limit(text, sharp), text.length > LONG / SHARPER);
      ({ analysis } = await answer);
    } else {
      analysis = await this.#readInstantly(text, wanted);
    }
    this.#last = { text, options: wanted, analysis };
    return analysis;
  }

  /** @param {string} text @param {Options} options @returns {Promise<Analysis>} */
  async #readInstantly(text, options) {
    const started = performance.now();
    const { analysis } = await this.#ask(Promise.resolve({ text, options }), this.#limit(text), text.length > LONG);
    if (text.length >= TELLING) this.#pace = (performance.now() - started) / text.length;
    return analysis;
  }

  /** How many milliseconds a text may take. @param {string} text @param {Sharp} [sharp] */
  #limit(text, sharp) {
    return LEAST + PATIENCE * this.#pace * text.length * (sharp ? SHARPER : 1);
  }

  /** @param {ArrayBuffer} weights */
  async #tell(weights) {
    if (this.#known === weights) return;
    await this.#ask(Promise.resolve({ weights }));
    this.#known = weights;
  }

  /** Another text has come: what is asked of a long one is given up, and what was known of the last one. */
  forget() {
    this.#last = undefined;
    this.#giveUp?.(new DOMException('Another text has come.', 'AbortError'));
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
      /** @param {Error | DOMException} error */
      const fail = (error) => {
        clearInterval(timer);
        // After a trap nothing of the module can be relied on.
        worker.terminate();
        this.#worker = undefined;
        this.#started = undefined;
        this.#known = undefined;
        this.#giveUp = undefined;
        reject(error);
      };
      if (isLong) this.#giveUp = fail;
      /** The fronts of long lists. @type {Record<string, unknown[]>} */
      const ahead = {};
      worker.onmessage = ({ data }) => {
        if (data.error !== undefined) return fail(new Error(data.error));
        if (data.items) {
          ahead[data.list] = (ahead[data.list] ?? []).concat(data.items);
          return;
        }
        for (const list of Object.keys(ahead)) data.analysis[list] = ahead[list].concat(data.analysis[list]);
        this.#giveUp = undefined;
        clearInterval(timer);
        resolve(data);
      };
      worker.onerror = (event) => fail(new Error(event.message || 'The worker could not be started.'));
      message.then((known) => worker.postMessage(known), fail);
    });
  }
}
