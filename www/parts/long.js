// A long article is read and marked block by block: of the text only what has changed is read again, and only
// blocks that hold marks near the window are painted.

import { Band } from './band.js';
import { paint, readText } from '../pkg/sourcelight.js';
import { shiftAnalysis } from '../shift.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Highlighting} Highlighting */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/**
 * A paragraph, heading, list or block quotation, as it was read last.
 * @typedef {object} Block
 * @property {Element} element
 * @property {string} text
 * @property {number} before how many line breaks stand in it before its text
 * @property {number} after how many behind
 * @property {Highlighting} [painted] the marks on it, perhaps none
 * @property {string} [marks] which they are
 */

/** What sets its text apart from the text around it, whatever the style sheet says. */
const APART = new Set(['P', 'H1', 'H2', 'H3', 'UL', 'OL', 'BLOCKQUOTE']);

/** Milliseconds that are read in one go. */
const SLICE = 12;

/** What finds places in a block that has no marks. */
const NOTHING = /** @type {Analysis} */ (/** @type {unknown} */ ({ attributions: [], entities: [], quotes: [], hedges: [], sentences: [] }));

/** @type {Blocks | undefined} */
let blocks;

/**
 * The article as blocks, once they have been read; nothing where marks are elements, which would change the blocks.
 * @param {HTMLElement} root always the same
 * @param {import('../reader.js').Reader} reader
 * @param {import('../marks.js').Marks} marks
 */
export async function blocksOf(root, reader, marks) {
  if (!blocks) {
    blocks = new Blocks(root);
    marks.band = new Band(reader, () => marks.paint());
  }
  if (!('highlights' in CSS)) return undefined;
  await blocks.prepare();
  return blocks;
}

export class Blocks {
  #root;
  #observer = new MutationObserver((records) => this.#note(records));
  /** @type {Map<Node, Block>} */
  #known = new Map();
  /** The blocks with text, in order, and where each begins. @type {Block[]} */
  #blocks = [];
  /** @type {number[]} */
  #starts = [];
  /** What has changed since all of it was painted, as it was before: a block, or something else. @type {Map<Node, Block | undefined>} */
  #changed = new Map();
  /** The marks on all of an article in which not everything is a block. @type {Highlighting | undefined} */
  #whole;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Reads the article in slices, between which the page may do other things. */
  async prepare() {
    let until = performance.now() + SLICE;
    for (const child of [...this.#root.childNodes]) {
      this.#block(child);
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE;
    }
  }

  /** The text of the article as it is now: what `readText` gives for it. */
  read() {
    this.#note(this.#observer.takeRecords());
    const children = [...this.#root.childNodes];
    const blocks = children.map((child) => this.#block(child));
    [this.#blocks, this.#starts] = [[], []];
    if (blocks.includes(undefined)) return readText(this.#root);
    let text = '';
    let gap = 0;
    for (const block of /** @type {Block[]} */ (blocks)) {
      gap = Math.max(gap, 2) + block.before;
      if (block.text === '') continue;
      text += (text === '' ? '' : '\n'.repeat(gap)) + block.text;
      this.#blocks.push(block);
      this.#starts.push(text.length - block.text.length);
      gap = block.after;
    }
    return text;
  }

  /**
   * Marks these in place of what was marked before. What a block shows already stays.
   * @param {Analysis} analysis of the text that was read last
   * @param {import('../marks.js').Painted} [before]
   */
  paint(analysis, before) {
    if (before !== this) before?.clear();
    this.#changed.clear();
    this.#whole?.clear();
    this.#whole = this.#blocks.length > 0 ? undefined : paint(this.#root, analysis);
    const wanted = this.#split(analysis);
    for (const block of this.#known.values()) {
      const marks = wanted.get(block);
      if (!marks && block.marks === undefined) continue;
      const name = marks && JSON.stringify(marks);
      if (name === block.marks) continue;
      unpaint(block);
      if (marks) show(block, marks);
    }
    return this;
  }

  /** Moves the marks along with an edit of the text that was read last: true where it has changed one block alone. */
  follow() {
    const [[element, before], ...others] = this.#changed.size > 0 ? this.#changed : [[this.#root, undefined]];
    const block = this.#known.get(element);
    if (!before || !block || others.length > 0 || this.#whole) return false;
    this.focus([]);
    if (before.marks === undefined) return true;
    const { attributions, ...marks } = JSON.parse(before.marks);
    const whole = attributions.map((/** @type {object} */ parts) => ({ ...parts, anonymity: [], reasons: [] }));
    show(block, shiftAnalysis({ ...NOTHING, ...marks, attributions: whole }, before.text, block.text));
    this.#changed.set(element, { ...block });
    return true;
  }

  /** Takes every mark out. */
  clear() {
    this.#whole?.clear();
    this.#whole = undefined;
    this.#known.forEach(unpaint);
  }

  /** Lights up what of these stretches lies in blocks with marks. @param {Span[]} spans */
  focus(spans) {
    this.#whole?.focus(spans);
    this.#blocks.forEach((block, index) => block.painted?.focus(this.#within(index, spans)));
  }

  /** @param {number} start @param {number} end @returns {Range | undefined} */
  rangeOf(start, end) {
    if (this.#blocks.length === 0) return this.#whole?.rangeOf(start, end);
    let first = this.#blockAt(start);
    if (this.#endOf(first) <= start) first += 1;
    const last = this.#blockAt(end - 1);
    if (first > last) return undefined;
    const [head, tail] = [this.#rangeIn(first, start, end), this.#rangeIn(last, start, end)];
    if (head && tail) head.setEnd(tail.endContainer, tail.endOffset);
    return tail && head;
  }

  /** @param {number} x @param {number} y @returns {number | undefined} */
  offsetAt(x, y) {
    if (this.#whole) return this.#whole.offsetAt(x, y);
    const element = document.elementFromPoint(x, y);
    const index = this.#blocks.findIndex((block) => block.element.contains(element));
    const offset = index < 0 ? undefined : readingOf(this.#blocks[index]).offsetAt(x, y);
    return offset === undefined ? undefined : this.#starts[index] + offset;
  }

  /** The index of the last block that begins at an offset or before it. @param {number} offset */
  #blockAt(offset) {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param {number} index */
  #endOf(index) {
    return this.#starts[index] + this.#blocks[index].text.length;
  }

  /** What of these spans lies in a block, in offsets of its own. @param {number} index @param {Span[]} spans @returns {Span[]} */
  #within(index, spans) {
    const [from, to] = [this.#starts[index], this.#endOf(index)];
    const inside = spans.filter(([start, end]) => start < to && from < end);
    return inside.map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from]);
  }

  /** @param {number} index @param {number} start @param {number} end */
  #rangeIn(index, start, end) {
    const [span] = this.#within(index, [[start, end]]);
    return span && readingOf(this.#blocks[index]).rangeOf(...span);
  }

  /** What each block shows of an analysis. @param {Analysis} analysis @returns {Map<Block, Analysis>} */
  #split({ attributions, entities, quotes, hedges }) {
    /** @type {Map<Block, any>} */
    const split = new Map();
    if (this.#blocks.length === 0) return split;
    /** @param {Span[]} spans @param {(index: number, marks: Analysis) => void} add */
    const each = (spans, add) => {
      if (spans.length === 0) return;
      const last = this.#blockAt(Math.max(...spans.map(([, end]) => end)) - 1);
      for (let index = this.#blockAt(Math.min(...spans.map(([start]) => start))); index <= last; index += 1) {
        const block = this.#blocks[index];
        if (!split.has(block)) split.set(block, { attributions: [], entities: [], quotes: [], hedges: [] });
        add(index, split.get(block));
      }
    };
    for (const { content, source, cue, hedged, within, confidence } of attributions) {
      each([...content, ...source, ...cue], (index, marks) => {
        const parts = { content: this.#within(index, content), source: this.#within(index, source), cue: this.#within(index, cue) };
        // Whichever it is: with each one that comes before them all would seem to be others.
        marks.attributions.push(/** @type {any} */ ({ ...parts, hedged, within: within === null ? null : 0, confidence }));
      });
    }
    for (const [list, items] of /** @type {const} */ ([['entities', entities], ['quotes', quotes], ['hedges', hedges]])) {
      for (const { kind, start, end } of items) {
        each([[start, end]], (index, marks) => {
          const [span] = this.#within(index, [[start, end]]);
          if (span) marks[list].push(/** @type {any} */ ({ kind, start: span[0], end: span[1] }));
        });
      }
    }
    return split;
  }

  /** A child of the article as a block; `undefined` where it can't be read by itself. @param {Node} child @returns {Block | undefined} */
  #block(child) {
    const known = this.#known.get(child);
    if (known) return known;
    if (!(child instanceof Element)) return child.nodeValue?.trim() ? undefined : BLANK;
    const breaks = breaksOf(child);
    if (!APART.has(child.tagName) || !breaks) return undefined;
    const block = { element: child, text: readText(child), ...breaks };
    this.#known.set(child, block);
    return block;
  }

  /** Forgets the blocks that have changed. @param {MutationRecord[]} records */
  #note(records) {
    for (const { target, removedNodes, addedNodes } of records) {
      /** @type {Node | null} */
      let changed = target;
      while (changed && changed.parentNode !== this.#root) changed = changed.parentNode;
      for (const node of changed ? [changed] : [...removedNodes, ...addedNodes]) {
        const block = this.#known.get(node);
        if (!this.#changed.has(node)) this.#changed.set(node, block && { ...block });
        if (block) unpaint(block);
        this.#known.delete(node);
      }
    }
  }
}

/** What is no block and has no words. @type {Block} */
const BLANK = { element: document.createElement('p'), text: '', before: 0, after: 0 };

/** @param {Block} block without marks @param {Analysis} marks */
function show(block, marks) {
  block.painted = paint(block.element, marks);
  block.marks = JSON.stringify(marks);
}

/** @param {Block} block */
function unpaint(block) {
  block.painted?.clear();
  block.painted?.free();
  block.painted = undefined;
  block.marks = undefined;
}

/** What knows where the text of a block stands. @param {Block} block */
const readingOf = (block) => (block.painted ??= paint(block.element, NOTHING));

/** The line breaks before and behind a block's words; `undefined` where they may be apart from each other. @param {Element} element */
function breaksOf(element) {
  const breaks = { before: 0, after: 0 };
  if (!element.querySelector('br')) return breaks;
  if (element.querySelector('li, p')) return undefined;
  let side = /** @type {'before' | 'after'} */ ('before');
  const nodes = document.createTreeWalker(element);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof HTMLBRElement) breaks[side] += 1;
    else if (node.nodeValue?.trim()) {
      side = 'after';
      breaks.after = 0;
    }
  }
  return breaks;
}
