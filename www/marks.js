// The marks in the article: analysing, painting, finding the marks under a point, lighting some up.

import { analyze, paint, readText } from './pkg/sourcelight.js';
import { keepCaret } from './caret.js';
import { groupOfAttribution, groupOfEntity, withoutGroups } from './groups.js';
import { shiftAnalysis } from './shift.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Highlighting} Highlighting */
/** @typedef {import('./groups.js').GroupId} GroupId */
/** @typedef {[number, number]} Span */
/**
 * A mark, by its list and index in the analysis.
 * @typedef {{list: 'attributions' | 'entities' | 'quotes' | 'hedges', index: number}} Mark
 */
/** @typedef {Mark & {start: number, end: number, rank: number}} Place */

export class Marks {
  #root;
  #text = '';
  /** @type {Analysis | undefined} */
  #analysis;
  /** @type {Highlighting | undefined} */
  #painted;
  /** @type {ReadonlySet<GroupId>} */
  #off = new Set();

  /** @param {HTMLElement} root the article */
  constructor(root) {
    this.#root = root;
  }

  /** The analysis of the article as it stands; undefined before the first one. */
  get analysis() {
    return this.#analysis;
  }

  /**
   * Reads, analyses and paints the article.
   * @param {{anyLanguage?: boolean}} options
   * @returns {Analysis}
   */
  analyze(options) {
    const text = readText(this.#root);
    const analysis = analyze(text, options);
    this.#text = text;
    this.#analysis = analysis;
    this.#paint();
    return analysis;
  }

  /** Moves the marks along with an edit, until the next analysis. */
  follow() {
    if (!this.#analysis) return;
    const text = readText(this.#root);
    this.#analysis = shiftAnalysis(this.#analysis, this.#text, text);
    this.#text = text;
    this.#paint();
  }

  /**
   * Hides these groups and shows all others.
   * @param {ReadonlySet<GroupId>} off
   */
  hide(off) {
    this.#off = new Set(off);
    if (this.#analysis) this.#paint();
  }

  /** The article's words in a span, for showing. @param {Span} span */
  words([start, end]) {
    return this.#text.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  /**
   * The visible marks at a point of the viewport, the most telling first: the source and cue of an
   * attribution, then hedges, names and quotes, then the statement that all of it lies in.
   * @param {number} x
   * @param {number} y
   * @returns {Mark[]}
   */
  at(x, y) {
    const offset = this.#painted?.offsetAt(x, y);
    if (offset === undefined) return [];
    return this.#topmost(offset, (place) => this.#covers(place, x, y));
  }

  /**
   * The visible marks at the caret, in the same order.
   * @returns {Mark[]}
   */
  atCaret() {
    const selection = getSelection();
    if (!selection?.rangeCount || !this.#root.contains(selection.focusNode)) return [];
    const caret = selection.getRangeAt(0).cloneRange();
    caret.collapse(false);
    const [box] = caret.getClientRects();
    const offset = box && this.#painted?.offsetAt(box.left, (box.top + box.bottom) / 2);
    return offset === undefined ? [] : this.#topmost(offset, () => true);
  }

  /** @param {Span[]} spans */
  focus(spans) {
    this.#painted?.focus(spans);
  }

  /** @param {Span} span @returns {Range | undefined} */
  range([start, end]) {
    return this.#painted?.rangeOf(start, end);
  }

  /**
   * Every part of a mark, in text order.
   * @param {Mark} mark
   * @returns {Span[]}
   */
  spans({ list, index }) {
    if (!this.#analysis) return [];
    if (list !== 'attributions') {
      const { start, end } = this.#analysis[list][index];
      return [[start, end]];
    }
    const { source, cue, content } = this.#analysis.attributions[index];
    return [...source, ...cue, ...content].sort((a, b) => a[0] - b[0]);
  }

  #paint() {
    const analysis = this.#analysis;
    if (!analysis) return;
    keepCaret(this.#root, () => {
      this.#painted?.clear();
      this.#painted = paint(this.#root, withoutGroups(analysis, this.#off));
    });
  }

  /**
   * @param {number} offset
   * @param {(place: Place) => boolean} isHit
   * @returns {Mark[]}
   */
  #topmost(offset, isHit) {
    /** @type {Mark[]} */
    const found = [];
    this.#places()
      .filter((place) => place.start <= offset && offset <= place.end && isHit(place))
      .sort((a, b) => a.rank - b.rank || a.end - a.start - (b.end - b.start))
      .forEach(({ list, index }) => {
        if (!found.some((mark) => mark.list === list && mark.index === index)) found.push({ list, index });
      });
    return found;
  }

  /** Each visible part of a mark. @returns {Place[]} */
  #places() {
    /** @type {Place[]} */
    const places = [];
    const analysis = this.#analysis;
    if (!analysis) return places;
    analysis.attributions.forEach((attribution, index) => {
      if (this.#off.has(groupOfAttribution(attribution))) return;
      /** @param {Span[]} spans @param {number} rank */
      const add = (spans, rank) =>
        spans.forEach(([start, end]) => places.push({ list: 'attributions', index, start, end, rank }));
      add(attribution.source, 0);
      add(attribution.cue, 0);
      add(attribution.content, 4);
    });
    analysis.hedges.forEach(({ start, end }, index) => {
      if (!this.#off.has('hedges')) places.push({ list: 'hedges', index, start, end, rank: 1 });
    });
    analysis.entities.forEach((entity, index) => {
      if (this.#off.has(groupOfEntity(entity))) return;
      places.push({ list: 'entities', index, start: entity.start, end: entity.end, rank: 2 });
    });
    analysis.quotes.forEach(({ start, end }, index) => {
      if (!this.#off.has('quotes')) places.push({ list: 'quotes', index, start, end, rank: 3 });
    });
    return places;
  }

  /**
   * A caret position is the nearest one, which may be far from the point: the words must lie there.
   * @param {Place} place
   * @param {number} x
   * @param {number} y
   */
  #covers({ start, end }, x, y) {
    const boxes = this.range([start, end])?.getClientRects() ?? [];
    return Array.from(boxes).some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
  }
}
