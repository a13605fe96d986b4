// The text on the page that is marked: found when the reader asks, and read again when it has changed.

import { ArticleSearch, PageText } from '../pkg/sourcelight.js';
import { inView } from '../../www/parts/inview.js';
import { paragraphs } from '../../www/parts/lanes.js';
import { TELLING } from './watch.js';

/** @typedef {import('../../www/pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../../www/pkg/sourcelight.js').Span} Span */

/** Letters of a selection that is meant to be marked. */
const SELECTED = 40;

/** Milliseconds that the page is kept from answering at once, and steps between two looks at the clock. */
const SLICE = 16;
const STEPS = 200;

const pause = () => new Promise((resolve) => setTimeout(resolve));

export class Page {
  /** @type {PageText | undefined} */
  #text;
  /** The elements that all of the text is in. @type {Element[]} */
  #parts = [];
  #read = '';
  #isStale = true;
  /** @type {Range | undefined} */
  #selection;
  /** @type {ArticleSearch | undefined} */
  #search;
  #changes = new MutationObserver(() => this.endSearch());

  constructor() {
    const selection = getSelection();
    if (selection && selection.rangeCount > 0 && String(selection).length >= SELECTED) {
      this.#selection = selection.getRangeAt(0).cloneRange();
    }
  }

  /** Searches the page slice by slice, so that `find` has little to do unless the page changes until then. */
  async search() {
    if (this.#selection) return;
    const search = new ArticleSearch(document.body);
    this.#search = search;
    this.#changes.observe(document.body, TELLING);
    for (let isDone = false; !isDone; ) {
      await pause();
      if (this.#search !== search) return;
      const end = performance.now() + SLICE;
      do isDone = search.advance(STEPS);
      while (!isDone && performance.now() < end);
    }
    await pause();
  }

  /** What was searched counts no longer. */
  endSearch() {
    this.#changes.disconnect();
    this.#search?.free();
    this.#search = undefined;
  }

  /** Looks for the article, or takes what is selected. */
  find() {
    this.#text?.free();
    this.#text = this.#selection ? PageText.ofSelection(document.body, this.#selection) : this.#article();
    this.#parts = this.#text?.parts() ?? [];
    this.#read = this.#text?.text ?? '';
    this.#isStale = false;
  }

  /** @returns {PageText | undefined} */
  #article() {
    if (!this.#search) return PageText.ofArticle(document.body);
    const found = this.#search.finish();
    this.#search = undefined;
    this.endSearch();
    return found;
  }

  /** The page has changed: what was read may no longer be there. */
  expire() {
    this.#isStale = true;
  }

  /** @returns {string} */
  read() {
    if (this.#isStale) this.#read = this.#text?.read() ?? '';
    this.#isStale = false;
    return this.#read;
  }

  /** @param {Analysis} analysis @param {import('../../www/marks.js').Painted} [before] */
  paint(analysis, before) {
    before?.clear();
    if (!this.#text) throw new Error('There is nothing to paint on.');
    return this.#text.paint(analysis);
  }

  /** Whether the text still is on the page. */
  get isThere() {
    return this.#parts.length > 0 && this.#parts.every((part) => part.isConnected);
  }

  /** Whether a change at `node` may concern the text. @param {Node} node */
  holds(node) {
    return this.#parts.some((part) => part.contains(node));
  }

  /** Whether the text is inside `node`. @param {Node} node */
  isIn(node) {
    return this.#parts.some((part) => node.contains(part));
  }

  /** An element with some of the text, from its middle: a headline may have colours of its own. */
  get sample() {
    const middle = Math.floor(this.#read.length / 2);
    return this.#text?.rangeOf(middle, middle + 3)?.startContainer.parentElement ?? document.body;
  }

  /** The stretch of the text in the window, in whole paragraphs, and a little more. @returns {Span} */
  get stretchInView() {
    const all = paragraphs(this.#read);
    const seen = inView(all, { rangeOf: ([start, end]) => this.#text?.rangeOf(start, end) });
    if (!seen) return [0, this.#read.length];
    const [from, to] = seen;
    const first = all.findLast(([start]) => start <= from) ?? all[0];
    const last = all.find(([, end]) => end >= to + (to - from) / 4) ?? all.at(-1) ?? first;
    return [first[0], last[1]];
  }
}
