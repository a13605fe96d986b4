// The weights of the sharper reading: fetched once, kept in this browser, and handed to the engine.

import * as words from './words.js';

const WEIGHTS = new URL('../sharp/sourcelight.sharp', import.meta.url).href;
/** Not one of the service worker's, which go with a version of the page. */
const CACHE = 'sourcelight-sharp';
/** How many bytes there are, where the server does not say. */
const SIZE = 6e6;

export class Sharpener {
  #analyst;
  #settings;
  #notice;
  /** Gives up the fetching that runs. @type {AbortController | undefined} */
  #fetching;

  /**
   * @param {import('../analyst.js').Analyst} analyst
   * @param {import('../settings.js').Settings} settings
   * @param {import('../notice.js').Notice} notice
   */
  constructor(analyst, settings, notice) {
    this.#analyst = analyst;
    this.#settings = settings;
    this.#notice = notice;
  }

  /** Has the sharper reading read along, once its weights are there. */
  async start() {
    this.#giveUp();
    const { signal } = (this.#fetching = new AbortController());
    try {
      const kept = await recall();
      const weights = kept ?? (await this.#fetch(signal));
      if (signal.aborted) return;
      this.#fetching = undefined;
      if (!kept) this.#notice.show(words.sharp.ready);
      await this.#analyst.sharpen({ weights, onFailure: (error) => this.#fail(error, words.sharp.broken) });
    } catch (error) {
      if (!signal.aborted) this.#fail(error, words.sharp.failed);
    }
  }

  /** Goes back to the instant engine alone. */
  stop() {
    this.#giveUp();
    return this.#analyst.sharpen();
  }

  #giveUp() {
    if (!this.#fetching) return;
    this.#fetching.abort();
    this.#fetching = undefined;
    this.#notice.hide();
  }

  /** @param {AbortSignal} signal @returns {Promise<ArrayBuffer>} */
  async #fetch(signal) {
    const onAction = () => this.#settings.set('sharp', false);
    /** @param {number} percent */
    const say = (percent) => this.#notice.show(words.sharp.progress(percent), { action: words.sharp.stop, onAction });
    say(0);
    const response = await fetch(WEIGHTS, { signal });
    if (!response.ok || !response.body) throw new Error(`The weights did not load: ${response.status}.`);
    const weights = await watched(response, say);
    await remember(weights);
    return weights;
  }

  /** @param {unknown} error @param {string} sentence */
  async #fail(error, sentence) {
    console.error(error);
    this.#fetching = undefined;
    await forget();
    this.#settings.set('sharp', false);
    const onAction = () => this.#settings.set('sharp', true);
    this.#notice.show(sentence, { role: 'alert', action: words.sharp.again, onAction });
  }
}

/**
 * All bytes of a response; tells each further tenth of them.
 * @param {Response} response
 * @param {(percent: number) => void} say
 */
async function watched(response, say) {
  const length = response.headers.has('Content-Encoding') ? SIZE : Number(response.headers.get('Content-Length')) || SIZE;
  let [loaded, said] = [0, 0];
  const count = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.length;
      const tenth = Math.min(10, Math.floor((loaded / length) * 10));
      if (tenth > said) say(tenth * 10);
      said = Math.max(said, tenth);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(count)).arrayBuffer();
}

// Storing may be forbidden or full: then the weights are fetched again on the next visit.

async function recall() {
  try {
    return await (await (await caches.open(CACHE)).match(WEIGHTS))?.arrayBuffer();
  } catch {
    return undefined;
  }
}

/** @param {ArrayBuffer} weights those of this version; others go */
async function remember(weights) {
  try {
    await forget();
    await (await caches.open(CACHE)).put(WEIGHTS, new Response(weights));
  } catch {
    // The weights are there for this visit.
  }
}

async function forget() {
  try {
    await caches.delete(CACHE);
  } catch {
    // Nothing could be stored either.
  }
}
