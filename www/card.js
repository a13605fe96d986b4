// The card that explains a mark, next to the words it is about.

import { excerpt } from './sources.js';
import { make } from './dom.js';
import * as words from './words.js';

/** @typedef {import('./reader.js').Mark} Mark */
/**
 * The article, as far as a card asks for it.
 * @typedef {{analysis: Analysis | undefined, words(span: Span): string, range(span: Span): Range | undefined, spans(mark: Mark): Span[]}} Marks
 */
/** @typedef {[number, number]} Span */
/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** What a card says: rows of a label and a value. @typedef {[string, string | HTMLElement][]} Rows */

/** Pixels between the words and the card, and between the card and the window's edge. */
const GAP = 8;

export class Card {
  #root;
  #marks;
  #onClose;
  /** @type {HTMLElement | undefined} */
  #opener;
  /** @type {[number, number] | undefined} */
  #about;

  /**
   * @param {HTMLElement} root
   * @param {Marks} marks
   * @param {() => void} onClose where the reader closes it
   */
  constructor(root, marks, onClose) {
    this.#onClose = onClose;
    this.#root = root;
    this.#marks = marks;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpen) this.#onClose();
    });
    window.addEventListener('resize', () => this.#place());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  /** @param {Node} node */
  contains(node) {
    return this.#root.contains(node);
  }

  /**
   * Explains the first of these marks and offers the others.
   * @param {Mark[]} marks
   * @param {HTMLElement} [opener] where the keyboard comes from and goes back to; the focus stays
   *   where it is if there is none
   */
  open(marks, opener) {
    const analysis = this.#marks.analysis;
    if (!analysis || marks.length === 0) return;
    const [mark, ...others] = marks;
    const { title, rows } = describe(mark, analysis, this.#marks);
    const close = make('button', { type: 'button', class: 'close', 'aria-label': words.card.close }, '×');
    close.addEventListener('click', () => this.#onClose());
    this.#root.replaceChildren(
      make('div', { class: 'title' }, make('h2', { id: 'card-title' }, title), close),
      make('dl', {}, ...rows.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value)))),
    );
    if (others.length > 0) this.#root.append(this.#alsoHere(mark, others, opener));

    const own = this.#marks.spans(mark);
    this.#about = [own[0][0], Math.max(...own.map(([, end]) => end))];
    this.#opener = opener;
    this.#root.hidden = false;
    this.#place();
    if (opener) close.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.#root.contains(document.activeElement);
    this.#root.hidden = true;
    this.#about = undefined;
    if (hadFocus) this.#opener?.focus({ preventScroll: true });
    this.#opener = undefined;
  }

  /** @param {Mark} shown @param {Mark[]} others @param {HTMLElement | undefined} opener */
  #alsoHere(shown, others, opener) {
    const analysis = /** @type {Analysis} */ (this.#marks.analysis);
    const buttons = others.map((mark) => {
      const button = make('button', { type: 'button' }, describe(mark, analysis, this.#marks).title);
      button.addEventListener('click', () => {
        this.open([mark, shown, ...others.filter((other) => other !== mark)], opener);
      });
      return button;
    });
    return make('p', { class: 'also' }, `${words.card.also}: `, ...buttons);
  }

  /** Below the words, or above them where there is more room; never over them. */
  #place() {
    const box = this.#about && this.#marks.range(this.#about)?.getBoundingClientRect();
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    const isRoomBelow = box.bottom + GAP + height + GAP <= window.innerHeight;
    const isRoomAbove = box.top - GAP - height - GAP >= 0;
    const top = !isRoomBelow && isRoomAbove ? box.top - GAP - height : box.bottom + GAP;
    const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
    this.#root.style.top = `${top + window.scrollY}px`;
    this.#root.style.left = `${left + window.scrollX}px`;
    if (!isRoomBelow && !isRoomAbove) this.#root.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {Mark} mark
 * @param {Analysis} analysis
 * @param {Marks} marks
 * @returns {{title: string, rows: Rows}}
 */
function describe({ list, index }, analysis, marks) {
  switch (list) {
    case 'attributions':
      return describeAttribution(analysis.attributions[index], marks);
    case 'entities':
      return describeEntity(analysis.entities[index], analysis);
    case 'quotes':
      return describeQuote(analysis.quotes[index], analysis, marks);
    case 'hedges': {
      const hedge = analysis.hedges[index];
      const text = marks.words([hedge.start, hedge.end]);
      return { title: words.card.hedge, rows: [[words.card.words, `“${text}”: ${lower(words.hedgeKinds[hedge.kind])}`]] };
    }
  }
}

/** @param {Analysis['attributions'][number]} attribution @param {Marks} marks */
function describeAttribution(attribution, marks) {
  /** @param {[number, number][]} spans */
  const text = (spans) => spans.map((span) => marks.words(span)).join(' … ');
  const badge = make('span', { class: `badge ${attribution.traceable}` }, words.traceable[attribution.traceable]);
  const source = text(attribution.source);
  const about = words.sourceTypes[attribution.source_type];
  /** @type {Rows} */
  const rows = [
    [words.card.source, make('span', {}, source ? `${source} (${about}) ` : `${about} `, badge)],
    [words.card.cue, `${text(attribution.cue)} (${words.stances[attribution.stance]})`],
    [words.card.content, `${excerpt(text(attribution.content))} (${words.forms[attribution.form]})`],
  ];
  if (attribution.speaker && attribution.speaker !== source) rows.splice(1, 0, [words.card.speaker, attribution.speaker]);
  if (attribution.reasons.length > 0) {
    rows.push([words.card.why, make('ul', {}, ...attribution.reasons.map((reason) => make('li', {}, reason.text)))]);
  }
  if (attribution.within !== null) rows.push(['', words.card.within]);
  return { title: attribution.hedged ? words.card.hedgedAttribution : words.card.attribution, rows };
}

/** @param {Analysis['entities'][number]} entity @param {Analysis} analysis */
function describeEntity(entity, analysis) {
  const mentions = analysis.entities.filter((other) => other.entity === entity.entity).length;
  /** @type {Rows} */
  const rows = [[words.card.name, `${entity.name} (${words.card.mentions(mentions)})`]];
  return { title: words.entityKinds[entity.kind], rows };
}

/** @param {Analysis['quotes'][number]} quote @param {Analysis} analysis @param {Marks} marks */
function describeQuote(quote, analysis, marks) {
  const attribution = quote.attribution === null ? undefined : analysis.attributions[quote.attribution];
  const source = attribution?.source.map((span) => marks.words(span)).join(' … ');
  /** @type {Rows} */
  const rows = [[words.card.whose, attribution?.speaker || source || words.card.unknown]];
  if (!quote.closed) rows.push(['', words.card.unclosed]);
  return { title: words.quoteKinds[quote.kind], rows };
}

/** @param {string} sentence */
const lower = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
