// The marks in the article: has the text analysed, paints what was found, moves it along with edits,
// and finds the marks under a point.

import { paint, readText } from './pkg/sourcelight.js';
import { keepCaret } from './caret.js';
import { placesOf, topmost } from './places.js';
import { shiftAnalysis } from './shift.js';
import { Visible } from './visible.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Highlighting} Highlighting */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./places.js').Place} Place */
/** @typedef {[number, number]} Span */
/** Marks that are painted. @typedef {Pick<Highlighting, 'clear' | 'focus' | 'offsetAt' | 'rangeOf'>} Painted */
/**
 * Where the text comes from and the marks go to: `paint` puts marks in place of those that it is given; `follow` moves
 * them along with an edit, or says that it can't.
 * @typedef {{read: () => string, paint: (analysis: Analysis, before?: Painted) => Painted, follow?: () => boolean}} Surface
 */

/** The changes after which the marks look otherwise. */
const PAINTED = new Set(['analysis', 'edit', 'filter', 'clean']);

/** A stretch without text. @type {Span} */
const NOWHERE = [0, 0];

export class Marks {
  #root;
  #reader;
  #leastConfidence;
  #whole;
  /** @type {Surface} */
  #surface;
  /** @type {Painted | undefined} */
  #painted;
  /** @type {Visible | undefined} */
  #visible;
  /** What the engine found last, and in which text. @type {{analysis: Analysis, of: string} | undefined} */
  #found;

  /**
   * What a reader knows better, put into what the engine found in a text. The corrections put it in.
   * @type {(analysis: Analysis, of: string) => Analysis}
   */
  amend = (analysis) => analysis;

  /**
   * What the article is read and painted by, where it is so long that it is not read at once. The page puts it in.
   * @type {() => Promise<Surface | undefined> | undefined}
   */
  ofLong = () => undefined;

  /** Which stretch of a long article is painted. Whoever shows long ones puts it in. @type {Pick<import('./parts/band.js').Band, 'of'>} */
  band = { of: () => null };

  /**
   * @param {HTMLElement} root the article
   * @param {Reader} reader none may subscribe to it before the marks do: they must be there when others are told
   * @param {() => number} leastConfidence of marks that are painted
   * @param {Surface} [surface] the whole of the article, unless another is given
   */
  constructor(root, reader, leastConfidence, surface = surfaceOf(root)) {
    this.#root = root;
    this.#whole = surface;
    this.#surface = surface;
    this.#reader = reader;
    this.#leastConfidence = leastConfidence;
    reader.rangeOf = ([start, end]) => this.#painted?.rangeOf(start, end);
    reader.isShown = (mark) => this.#seen()?.has(mark) ?? false;
    reader.subscribe((change) => {
      if (change === 'selected' || change === 'place') this.#painted?.focus(reader.state.focus);
      if (change === 'place') this.#scroll(reader.state.focus);
      if (change === 'edit' && this.#surface.follow?.()) this.#visible = undefined;
      else if (PAINTED.has(change)) this.paint();
    });
  }

  /**
   * Lays a text out and paints it once, before there is a reader's, and takes it out before anybody sees it: fonts and
   * code that are used for the first time are slow.
   * @param {import('./engine.js').Rehearsal} rehearsal
   */
  rehearse({ text, analysis }) {
    if (this.#reader.state.text !== '') return;
    const stage = /** @type {HTMLElement} */ (this.#root.cloneNode());
    stage.textContent = text;
    this.#root.after(stage);
    const painted = paint(stage, analysis);
    stage.getBoundingClientRect();
    painted.clear();
    stage.remove();
  }

  /** Takes over another text; a promise where that takes a while. @returns {Promise<void> | undefined} */
  replace() {
    this.#painted?.clear();
    this.#painted = undefined;
    this.#visible = undefined;
    this.#found = undefined;
    this.#surface = this.#whole;
    const coming = this.ofLong();
    this.#reader.replaceText(coming ? '' : this.#surface.read());
    return coming?.then((surface) => {
      // Whoever has edited it meanwhile has had it read.
      if (this.#reader.state.text !== '') return;
      this.#surface = surface ?? this.#whole;
      this.#reader.replaceText(this.#surface.read());
    });
  }

  /** Moves the marks along with an edit, until the next analysis. */
  follow() {
    const { known, state: { text } } = this.#reader;
    const now = this.#surface.read();
    if (known) this.#reader.setAnalysis(now, () => shiftAnalysis(known(), text, now), 'edit');
    else this.#reader.replaceText(now);
  }

  /**
   * Paints an analysis of `of`, a text that the article may have left behind meanwhile.
   * @param {Analysis} analysis
   * @param {string} of
   */
  show(analysis, of) {
    this.#found = { analysis, of };
    this.showAgain();
  }

  /** Paints the last analysis again, with what is amended now. */
  showAgain() {
    if (!this.#found) return;
    const { text } = this.#reader.state;
    const { of } = this.#found;
    const analysis = this.amend(this.#found.analysis, of);
    this.#reader.setAnalysis(text, of === text ? analysis : shiftAnalysis(analysis, of, text), 'analysis');
  }

  /** Paints what is to be seen now. */
  paint() {
    const { analysis, focus } = this.#reader.state;
    this.#visible = undefined;
    const visible = this.#seen();
    if (!analysis || !visible) return;
    keepCaret(this.#root, () => {
      /** @param {Span | null} near */
      const show = (near) => {
        this.#painted = this.#surface.paint(visible.analysis(near), this.#painted);
      };
      const near = this.band.of(analysis);
      show(near === undefined ? NOWHERE : near);
      if (near === undefined) show(this.band.of(analysis) ?? null);
      this.#painted?.focus(focus);
    });
  }

  /** What of the marks is to be seen. */
  #seen() {
    const { analysis, filter, clean } = this.#reader.state;
    if (analysis) this.#visible ??= new Visible(analysis, filter, clean ? Infinity : this.#leastConfidence());
    return this.#visible;
  }

  /**
   * The visible marks at a point of the viewport, the most telling first: the source and cue of an
   * attribution, then hedges, names and quotes, then the statement that all of it lies in.
   * @param {number} x
   * @param {number} y
   * @returns {Place[]}
   */
  at(x, y) {
    const offset = this.#painted?.offsetAt(x, y);
    if (offset === undefined) return [];
    return this.#topmost(offset, (place) => this.#covers(place, x, y));
  }

  /**
   * The visible marks at the caret, in the same order.
   * @returns {Place[]}
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

  /** A third down from the top of the window, if it is not in view. @param {Span[]} spans */
  #scroll([first]) {
    const box = first && this.#reader.rangeOf(first)?.getBoundingClientRect();
    if (!box) return;
    const { innerHeight: height } = window;
    const isInView = box.top > height / 8 && box.bottom < (height * 3) / 4;
    if (!isInView) window.scrollTo({ top: window.scrollY + box.top - height / 3 });
  }

  /**
   * @param {number} offset
   * @param {(place: Place) => boolean} isHit
   * @returns {Place[]}
   */
  #topmost(offset, isHit) {
    const { analysis } = this.#reader.state;
    return topmost(analysis ? placesOf(analysis) : [], offset, (place) => this.#reader.isShown(place) && isHit(place));
  }

  /**
   * A caret position is the nearest one, which may be far from the point: the words must lie there.
   * @param {Place} place
   * @param {number} x
   * @param {number} y
   */
  #covers({ start, end }, x, y) {
    const boxes = this.#reader.rangeOf([start, end])?.getClientRects() ?? [];
    return Array.from(boxes).some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
  }
}

/** @param {HTMLElement} root @returns {Surface} */
const surfaceOf = (root) => ({
  read: () => readText(root),
  paint(analysis, before) {
    before?.clear();
    return paint(root, analysis);
  },
});
