// The view for an editor's desk: what stands out, and every claim with a box to tick and a note.

import { make } from '../dom.js';
import { earlyPeople, orphans, singleSourced } from './findings.js';
import { visit } from '../tour.js';
import { allVoices, countWords, speakerOf, textOf } from '../voices.js';
import { sources } from '../words.js';
import * as words from './words.js';
import { countedHeading, excerpt } from '../views/parts.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('../reader.js').Mark} Mark */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../choice.js').Choice} Choice */
/** @typedef {import('../ledger.js').Ledger} Ledger */
/** A line of a list, with what is marked where the list's marks alone are. @typedef {{text: string, mark: Mark, attributions?: number[]}} Finding */

export class Check {
  #root;
  #reader;
  #choice;
  #ledger;

  /** @param {HTMLElement} root @param {Reader} reader @param {Choice} choice @param {Ledger} ledger */
  constructor(root, reader, choice, ledger) {
    this.#root = root;
    this.#reader = reader;
    this.#choice = choice;
    this.#ledger = ledger;
  }

  /** @param {Analysis} analysis */
  show(analysis) {
    const { orphans: unspoken, early, single } = words.check.findings;
    this.#root.replaceChildren(
      make('p', { class: 'hint' }, words.check.hint),
      ...this.#list(unspoken, this.#orphans(analysis)),
      ...this.#list(early, this.#early(analysis)),
      ...this.#list(single, this.#single(analysis)),
      ...this.#claims(analysis.attributions),
    );
  }

  /** @param {Analysis} analysis @returns {Finding[]} */
  #orphans(analysis) {
    return orphans(analysis).map((mark) => ({ text: excerpt(textOf(this.#reader.spansOf(mark), this.#reader)), mark }));
  }

  /** @param {Analysis} analysis @returns {Finding[]} */
  #early(analysis) {
    return earlyPeople(analysis, this.#reader.state.text).map(({ name, mark }) => ({
      text: words.check.early(name),
      mark,
      attributions: [mark.index],
    }));
  }

  /** @param {Analysis} analysis @returns {Finding[]} */
  #single(analysis) {
    /** @param {number} index */
    const length = (index) => countWords(analysis.attributions[index].content, this.#reader);
    return singleSourced(analysis, allVoices(analysis, this.#reader), length).map((run) => ({
      text: words.check.single(run.name, run.attributions.length, run.words),
      mark: { list: 'attributions', index: run.attributions[0] },
      attributions: run.attributions,
    }));
  }

  /** @param {string} heading @param {Finding[]} found */
  #list(heading, found) {
    const title = countedHeading(heading, found.length);
    if (found.length === 0) return [title, make('p', { class: 'hint' }, words.check.clear)];
    const lines = found.map(({ text, mark }) => make('li', {}, this.#jump(text, mark)));
    const list = make('ul', { class: 'findings' }, ...lines);
    const attributions = found.flatMap((line) => line.attributions ?? []);
    if (attributions.length === 0) return [title, list];
    const only = make('button', { type: 'button', class: 'small' }, words.check.only);
    this.#choice.bind(only, 'aria-pressed', { key: heading, label: heading, attributions });
    return [title, only, list];
  }

  /** @param {Attribution[]} attributions */
  #claims(attributions) {
    // What stands inside another claim is checked with it.
    const outermost = [...attributions.keys()].filter((index) => attributions[index].within === null);
    const claims = outermost.map((index) => ({ index, claim: textOf(attributions[index].content, this.#reader) }));
    const progress = countedHeading(words.check.claims, '');
    const count = () => {
      const done = claims.filter(({ claim }) => this.#ledger.get(claim).done).length;
      progress.lastElementChild?.replaceChildren(words.check.progress(done, claims.length));
    };
    count();
    const lines = claims.map(({ index, claim }) => this.#claim(claim, index, attributions[index], count));
    return [progress, make('ul', { class: 'claims' }, ...lines)];
  }

  /** @param {string} claim @param {number} index @param {Attribution} attribution @param {() => void} onTick */
  #claim(claim, index, attribution, onTick) {
    const { done, note } = this.#ledger.get(claim);
    const speaker = speakerOf(attribution, this.#reader) || sources.none;
    const name = `${speaker}: ${excerpt(claim)}`;
    const box = make('input', { type: 'checkbox', 'aria-label': name });
    box.checked = done;
    box.addEventListener('change', () => {
      this.#ledger.set(claim, { done: box.checked });
      onTick();
    });
    const jump = this.#jump(excerpt(claim), { list: 'attributions', index });
    jump.prepend(make('b', {}, speaker), ' ');
    const line = make('li', { 'data-find': speaker }, box, jump);
    if (note) line.append(this.#note(claim, name));
    else line.append(this.#addNote(claim, name));
    return line;
  }

  /** @param {string} claim @param {string} name */
  #addNote(claim, name) {
    const add = make('button', { type: 'button', class: 'add' }, words.check.addNote);
    add.addEventListener('click', () => {
      const note = this.#note(claim, name);
      add.replaceWith(note);
      note.focus();
    });
    return add;
  }

  /** @param {string} claim @param {string} name */
  #note(claim, name) {
    const field = make('textarea', { rows: '2', 'aria-label': `${words.check.note}: ${name}` });
    field.value = this.#ledger.get(claim).note;
    field.addEventListener('input', () => this.#ledger.set(claim, { note: field.value }));
    return field;
  }

  /** @param {string} text @param {Mark} mark */
  #jump(text, mark) {
    const button = make('button', { type: 'button', class: 'statement' }, text);
    button.addEventListener('click', () => visit(this.#reader, mark, { opener: button }));
    return button;
  }
}
