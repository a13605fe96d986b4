// The view of the article's profile: its sourcing in pictures, each with its numbers as text.

import { make } from '../dom.js';
import { traceable } from '../words.js';
import * as words from './words.js';
import { bar } from '../views/parts.js';
import { strip } from './strip.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../choice.js').Choice} Choice */

export class Profile {
  #root;
  #reader;
  #choice;

  /** @param {HTMLElement} root @param {Reader} reader @param {Choice} choice */
  constructor(root, reader, choice) {
    this.#root = root;
    this.#reader = reader;
    this.#choice = choice;
  }

  /** @param {Analysis} analysis */
  show(analysis) {
    const { attributions, profile } = analysis;
    this.#root.replaceChildren(
      make('h3', {}, words.profile.strip),
      make('p', { class: 'hint' }, words.profile.stripHint),
      strip(analysis, this.#reader),
      ...sentences(profile).map((sentence) => make('p', {}, sentence)),
    );
    if (attributions.length === 0) return;
    this.#root.append(
      make('p', { class: 'hint' }, words.profile.statements),
      make('h3', {}, words.profile.traceable),
      this.#bars('traceable', traceable, attributions),
      make('h3', {}, words.profile.stances),
      this.#bars('stance', words.stances, attributions),
    );
  }

  /**
   * A line for each value that attributions have: its number as a bar and as text.
   * @template {'traceable' | 'stance'} F
   * @param {F} field
   * @param {Record<Attribution[F], string>} labels
   * @param {Attribution[]} attributions
   */
  #bars(field, labels, attributions) {
    const lines = /** @type {[Attribution[F], string][]} */ (Object.entries(labels)).map(([value, label]) => {
      const indices = [...attributions.keys()].filter((index) => attributions[index][field] === value);
      const button = make(
        'button',
        { type: 'button' },
        make('span', {}, label),
        make('span', { class: 'count' }, String(indices.length)),
        bar(indices.length / attributions.length, value),
      );
      button.disabled = indices.length === 0;
      this.#choice.bind(button, 'aria-pressed', {
        key: `${field}:${value}`,
        label: words.profile.statementsOf(label),
        attributions: indices,
      });
      return make('li', {}, button);
    });
    return make('ul', { class: 'bars' }, ...lines);
  }
}

/** @param {Analysis['profile']} profile */
function sentences(profile) {
  const { words: all, attributed_words, quoted_words, relayed, attributions, hedges, hedges_per_100 } = profile;
  /** @param {number} part */
  const percent = (part) => (all === 0 ? 0 : Math.round((part / all) * 100));
  return [
    words.profile.words({ words: all, attributed: percent(attributed_words), quoted: percent(quoted_words) }),
    ...(attributions > 0 ? [words.profile.relayed(relayed, attributions)] : []),
    words.profile.hedges(hedges, hedges_per_100.toFixed(1)),
  ];
}
