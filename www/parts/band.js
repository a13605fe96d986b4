// The stretch of a long article that is painted: what is in the window, and some windows more on both sides.
// Nobody sees the others, and tens of thousands of painted ranges slow every key down.

import { inView } from './inview.js';
import { paragraphs } from './lanes.js';
import { isLong } from '../visible.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../reader.js').Reader} Reader */

/** So many windows are painted above the one that is seen, and below it. */
const WINDOWS = 3;

/** After so many more or fewer characters the stretch is looked for again. */
const SHIFTED = 1000;

export class Band {
  #reader;
  /** @type {Span | null} */
  #span = null;
  /** Where the window stood when the stretch was looked for, and how long the text was. */
  #top = 0;
  #length = 0;

  /**
   * @param {Reader} reader
   * @param {() => void} onLeft the window has left the stretch
   * @param {AbortSignal} [signal] the band is no longer needed
   */
  constructor(reader, onLeft, signal) {
    this.#reader = reader;
    const look = () => {
      if (!this.#span || Math.abs(window.scrollY - this.#top) < window.innerHeight) return;
      this.#span = null;
      onLeft();
    };
    document.addEventListener('scroll', look, { passive: true, signal });
    window.addEventListener('resize', look, { signal });
  }

  /**
   * The stretch to paint of an article with this analysis; `null` for all of it, `undefined` where it can be told
   * only once the text can be asked where it stands.
   * @param {Analysis} analysis
   * @returns {Span | null | undefined}
   */
  of(analysis) {
    if (!isLong(analysis)) return null;
    const { text } = this.#reader.state;
    if (!this.#span || Math.abs(text.length - this.#length) > SHIFTED) this.#find(text);
    return this.#span ?? undefined;
  }

  /** @param {string} text */
  #find(text) {
    const places = paragraphs(text);
    const [from, to] = (places.length > 0 && inView(places, this.#reader, WINDOWS * window.innerHeight)) || [];
    this.#span = from === undefined || to === undefined ? null : [from - SHIFTED, to + SHIFTED];
    [this.#top, this.#length] = [window.scrollY, text.length];
  }
}
