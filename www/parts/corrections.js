// What a reader corrects: the list of corrections to the article, put into each of its analyses.

import { correct } from '../pkg/sourcelight.js';
import { fillForm } from './correcting/form.js';
import { Kept } from './correcting/kept.js';
import { List } from './correcting/list.js';
import { Marker } from './correcting/marker.js';
import { addStyle } from './style.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Anchor} Anchor */
/** @typedef {import('../pkg/sourcelight.js').Correction} Correction */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../pkg/sourcelight.js').Statement} Statement */
/** @typedef {import('../reader.js').Mark} Mark */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../marks.js').Marks} Marks */

/** @param {HTMLElement} root the article @param {Reader} reader @param {Marks} marks */
export async function startCorrecting(root, reader, marks) {
  await addStyle(new URL('corrections.css', import.meta.url));
  return new Corrector(root, reader, marks);
}

export class Corrector {
  #root;
  #reader;
  #marks;
  #kept = new Kept();
  #panel;
  #marker;
  /** @type {Correction[]} */
  #list = [];
  /** What was corrected in other texts since the page was opened: undoing may bring them back. @type {Map<string, Correction[]>} */
  #others = new Map();
  #text;
  /** Whether the analysis before had any. */
  #wasAny = false;

  /** @param {HTMLElement} root @param {Reader} reader @param {Marks} marks */
  constructor(root, reader, marks) {
    this.#root = root;
    this.#reader = reader;
    this.#marks = marks;
    this.#text = reader.state.text;
    this.#panel = new List(this.#kept, reader, (correction) => this.#undo(correction), () => this.#keep());
    this.#marker = new Marker(root, reader, this);
    marks.amend = (analysis, of) => this.#amend(analysis, of);
    reader.subscribe((change, state) => {
      if (change === 'article') this.#turnTo(state.text);
      else if (change === 'analysis') this.#follow(state.text, state.analysis?.corrections ?? []);
    });
    this.#recall(this.#text);
  }

  /** Puts what can be corrected about a mark into a place of its card. @param {Mark} mark @param {HTMLElement} place */
  offer(mark, place) {
    fillForm(place, mark, this.#reader, this, (draft) => this.#marker.begin(draft));
  }

  /** The words of a span, to be found again where the text changes elsewhere. @param {Span} span @returns {Anchor} */
  anchor([start, end]) {
    return { start, end, text: this.#reader.state.text.slice(start, end) };
  }

  /**
   * An attribution as a correction of it: its parts, and what the reader has said of it before.
   * @param {number} index
   * @returns {{at: Anchor, statement: Statement}}
   */
  statement(index) {
    const { source, cue, content } = /** @type {Analysis} */ (this.#reader.state.analysis).attributions[index];
    const anchor = (/** @type {Span} */ span) => this.anchor(span);
    const parts = { source: source[0] ? anchor(source[0]) : null, cue: anchor(cue[0]), content: content.map(anchor) };
    for (const { at, set } of this.#list) {
      const before = 'attribution' in set ? set.attribution : null;
      if (before && before.cue.start === parts.cue.start) return { at, statement: { ...before, ...parts } };
    }
    return { at: parts.cue, statement: parts };
  }

  /**
   * Corrects, and shows the mark that is there then; where there is none, the list of corrections.
   * @param {Correction} correction
   */
  set(correction) {
    const { opener } = this.#reader.state.selected ?? {};
    this.#list = [...this.#list.filter((other) => !isAboutTheSame(other, correction)), correction];
    this.#marks.showAgain();
    const mark = this.#markOf(correction);
    if (mark) this.#reader.select(mark, { opener: opener ?? this.#root });
    else this.#panel.button.focus({ preventScroll: true });
  }

  /** @param {Correction} correction */
  #undo(correction) {
    this.#list = this.#list.filter((other) => other !== correction);
    this.#marks.showAgain();
  }

  /** @param {Analysis} analysis @param {string} of the text */
  #amend(analysis, of) {
    if (this.#list.length === 0) return analysis;
    try {
      return correct(of, analysis, this.#list);
    } catch (error) {
      // What was kept is of another version, or damaged.
      console.warn(error);
      this.#list = [];
      return analysis;
    }
  }

  /** The mark that a correction has left. @param {Correction} correction @returns {Mark | undefined} */
  #markOf({ at, set }) {
    const { analysis } = this.#reader.state;
    if (!analysis) return undefined;
    const [list, start] =
      'entity' in set ? /** @type {const} */ (['entities', at.start])
      : 'hedge' in set ? /** @type {const} */ (['hedges', at.start])
      : /** @type {const} */ (['attributions', set.attribution?.cue.start]);
    const index = analysis[list].findIndex((mark) => mark.corrected && covers(mark, start));
    return index < 0 ? undefined : { list, index };
  }

  /** There is another text. @param {string} text */
  #turnTo(text) {
    if (this.#list.length > 0 || this.#others.has(this.#text)) this.#others.set(this.#text, this.#list);
    this.#text = text;
    this.#list = this.#others.get(text) ?? [];
    this.#panel.show(this.#list);
    this.#recall(text);
  }

  /** The corrections have moved along with the text. @param {string} text @param {Correction[]} corrections */
  #follow(text, corrections) {
    const [before, isAny] = [this.#text, this.#list.length > 0 || this.#wasAny];
    this.#text = text;
    this.#list = corrections;
    this.#wasAny = corrections.length > 0;
    this.#panel.show(corrections);
    if (isAny) this.#keep(before);
  }

  /** Looks whether something is kept for a text, unless it was corrected since the page was opened. @param {string} text */
  async #recall(text) {
    const kept = this.#list.length > 0 ? [] : await this.#kept.recall(text);
    // Meanwhile the reader may have gone on.
    if (kept.length === 0 || this.#list.length > 0 || text !== this.#reader.state.text) return;
    this.#list = kept;
    this.#marks.showAgain();
  }

  /** @param {string} [before] the text that has become this one */
  #keep(before) {
    this.#kept.keep(this.#text, this.#list, before);
  }
}

/** @param {Correction} a @param {Correction} b */
function isAboutTheSame(a, b) {
  const [sort] = Object.keys(a.set);
  return sort in b.set && a.at.start < b.at.end && b.at.start < a.at.end;
}

/** @param {Analysis['entities'][number] | Analysis['hedges'][number] | Analysis['attributions'][number]} mark @param {number | undefined} at */
function covers(mark, at) {
  const [[start, end]] = 'cue' in mark ? mark.cue : [[mark.start, mark.end]];
  return at !== undefined && start <= at && at < end;
}
