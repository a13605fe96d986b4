// A copy of the article with its marks as elements, for where highlights don't go: the clipboard and paper.

import { make } from '../dom.js';

/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** What happens at a place of a text: a look begins or ends, or a note's number stands there. @typedef {{at: number, look?: string, by: number, note?: number}} Turn */

/** Looks of marks from the outermost to the inmost; every other is a kind of name, and lies between them. */
const OUTER = ['content', 'content-hedged', 'quote', 'source', 'cue', 'cue-hedged'];
const INNER = ['hedge'];

/**
 * The attributions that are shown, in the order in which their notes' numbers stand.
 * @param {Reader} reader
 * @returns {number[]} indices
 */
export function noted(reader) {
  const { analysis } = reader.state;
  const shown = [...(analysis?.attributions.keys() ?? [])].filter((index) => reader.isShown({ list: 'attributions', index }));
  const place = (/** @type {number} */ index) => lastSpan(reader, index)?.[1] ?? 0;
  return shown.sort((a, b) => place(a) - place(b));
}

/**
 * @param {HTMLElement} root the article
 * @param {Reader} reader
 * @param {number[]} [notes] attributions that get a number behind their cue, from 1
 * @returns {HTMLElement[]} its blocks, with each mark that is shown as `<mark class="sourcelight-…">`
 */
export function markedCopy(root, reader, notes = []) {
  const turns = new Turns(reader);
  for (const { look, spans } of looks(reader)) spans.forEach((span) => turns.add(span, look));
  notes.forEach((index, place) => turns.addNote(lastSpan(reader, index), place + 1));
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  const texts = textsOf(copy);
  /** @type {Map<string, number>} */
  const open = new Map();
  textsOf(root).forEach((text, index) => texts[index].replaceWith(...pieces(text.data, turns.of(text), open)));
  return /** @type {HTMLElement[]} */ ([...copy.children]);
}

/** Where each look is. @param {Reader} reader @returns {{look: string, spans: Span[]}[]} */
function looks(reader) {
  const { analysis } = reader.state;
  if (!analysis) return [];
  /** @param {import('../reader.js').Mark['list']} list */
  const shown = (list) => [...analysis[list].keys()].filter((index) => reader.isShown({ list, index }));
  /** @param {{start: number, end: number}} mark @returns {Span[]} */
  const whole = ({ start, end }) => [[start, end]];
  return [
    ...shown('attributions').flatMap((index) => {
      const { source, cue, content, hedged } = analysis.attributions[index];
      const weak = hedged ? '-hedged' : '';
      return [{ look: 'source', spans: source }, { look: `cue${weak}`, spans: cue }, { look: `content${weak}`, spans: content }];
    }),
    ...shown('quotes').map((index) => ({ look: 'quote', spans: whole(analysis.quotes[index]) })),
    ...shown('hedges').map((index) => ({ look: 'hedge', spans: whole(analysis.hedges[index]) })),
    ...shown('entities').map((index) => ({ look: analysis.entities[index].kind, spans: whole(analysis.entities[index]) })),
  ];
}

/** Where an attribution's number stands. @param {Reader} reader @param {number} index */
function lastSpan({ state: { analysis } }, index) {
  const { cue, source, content } = /** @type {NonNullable<typeof analysis>} */ (analysis).attributions[index];
  return cue.at(-1) ?? source.at(-1) ?? content.at(-1);
}

/** What happens where, by the nodes of the text. */
class Turns {
  #reader;
  /** @type {Map<Node, Turn[]>} */
  #turns = new Map();

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
  }

  /** @param {Span} span @param {string} look */
  add(span, look) {
    const range = this.#reader.rangeOf(span);
    if (!range) return;
    this.#put(range.startContainer, { at: range.startOffset, look, by: 1 });
    this.#put(range.endContainer, { at: range.endOffset, look, by: -1 });
  }

  /** @param {Span | undefined} span @param {number} note */
  addNote(span, note) {
    const range = span && this.#reader.rangeOf(span);
    if (range) this.#put(range.endContainer, { at: range.endOffset, by: 0, note });
  }

  /** @param {Node} node */
  of(node) {
    return (this.#turns.get(node) ?? []).sort((a, b) => a.at - b.at || a.by - b.by);
  }

  /** @param {Node} node @param {Turn} turn */
  #put(node, turn) {
    this.#turns.set(node, [...(this.#turns.get(node) ?? []), turn]);
  }
}

/**
 * A text cut where looks begin and end.
 * @param {string} text
 * @param {Turn[]} turns
 * @param {Map<string, number>} open how often each look is open; goes on from text to text
 * @returns {(Node | string)[]}
 */
function pieces(text, turns, open) {
  /** @type {(Node | string)[]} */
  const made = [];
  let from = 0;
  for (const { at, look, by, note } of [...turns, { at: text.length, by: 0, look: undefined, note: undefined }]) {
    if (at > from) made.push(marked(text.slice(from, at), open));
    from = at;
    if (look) open.set(look, (open.get(look) ?? 0) + by);
    if (note) made.push(make('sup', {}, String(note)));
  }
  return made;
}

/** @param {string} text @param {Map<string, number>} open @returns {Node | string} */
function marked(text, open) {
  const looks = [...open].filter(([, times]) => times > 0).map(([look]) => look);
  const inmostFirst = looks.sort((a, b) => depth(b) - depth(a));
  return inmostFirst.reduce((/** @type {Node | string} */ inner, look) => make('mark', { class: `sourcelight-${look}` }, inner), text);
}

/** @param {string} look */
function depth(look) {
  if (INNER.includes(look)) return OUTER.length + 1;
  const outer = OUTER.indexOf(look);
  return outer < 0 ? OUTER.length : outer;
}

/** @param {HTMLElement} root @returns {Text[]} */
function textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}
