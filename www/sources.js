// The list of sources: who is cited, how well one could trace them, and what each said.

import { make } from './dom.js';
import * as words from './words.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {Attribution['traceable']} Traceable */
/** @typedef {{name: string, traceable: Traceable, said: number[]}} Source */

/** Longer statements are cut at a word in the list; the article has them in full. */
const EXCERPT_LENGTH = 110;

export class Sources {
  #root;
  #onSelect;

  /**
   * @param {HTMLElement} root
   * @param {(attribution: number, opener: HTMLElement) => void} onSelect
   */
  constructor(root, onSelect) {
    this.#root = root;
    this.#onSelect = onSelect;
  }

  /**
   * @param {Analysis} analysis
   * @param {(span: [number, number]) => string} wordsOf
   */
  show(analysis, wordsOf) {
    const sources = groupSources(analysis.attributions, wordsOf);
    if (sources.length === 0) {
      this.#root.replaceChildren(make('li', { class: 'source' }, words.sources.empty));
      return;
    }
    this.#root.replaceChildren(
      ...sources.map((source) => {
        const statements = source.said.map((index) => this.#statement(analysis.attributions[index], index, wordsOf));
        return make(
          'li',
          { class: 'source' },
          make('h3', {}, source.name),
          make(
            'p',
            { class: 'facts' },
            make('span', { class: `badge ${source.traceable}` }, words.traceable[source.traceable]),
            ` ${words.sources.said(source.said.length)}`,
          ),
          make('ul', {}, ...statements),
        );
      }),
    );
  }

  /**
   * @param {Attribution} attribution
   * @param {number} index
   * @param {(span: [number, number]) => string} wordsOf
   */
  #statement(attribution, index, wordsOf) {
    const content = attribution.content.map(wordsOf).join(' … ');
    const button = make(
      'button',
      { type: 'button', class: attribution.hedged ? 'hedged' : 'plain' },
      make('span', { class: 'cue' }, attribution.cue.map(wordsOf).join(' … ')),
      ` ${excerpt(content)}`,
    );
    if (attribution.hedged) button.append(' ', make('span', { class: 'tag' }, words.sources.hedged));
    button.addEventListener('click', () => this.#onSelect(index, button));
    return make('li', {}, button);
  }
}

/**
 * Attributions by who they come from: those cited most first, those without a source last.
 * @param {Attribution[]} attributions
 * @param {(span: [number, number]) => string} wordsOf
 * @returns {Source[]}
 */
function groupSources(attributions, wordsOf) {
  /** @type {Map<string, Source>} */
  const sources = new Map();
  attributions.forEach((attribution, index) => {
    const name = attribution.speaker ?? attribution.source.map(wordsOf).join(' … ');
    const key = name.toLowerCase();
    const source = sources.get(key);
    if (source) {
      source.said.push(index);
      source.traceable = better(source.traceable, attribution.traceable);
    } else {
      sources.set(key, { name: name || words.sources.none, traceable: attribution.traceable, said: [index] });
    }
  });
  const isNameless = (/** @type {Source} */ source) => Number(source.name === words.sources.none);
  return [...sources.values()].sort((a, b) => isNameless(a) - isNameless(b) || b.said.length - a.said.length);
}

/** @param {Traceable} a @param {Traceable} b @returns {Traceable} */
function better(a, b) {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'partly' || b === 'partly' ? 'partly' : 'no';
}

/** @param {string} text */
export function excerpt(text) {
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.lastIndexOf(' ', EXCERPT_LENGTH);
  return `${text.slice(0, cut > 0 ? cut : EXCERPT_LENGTH)} …`;
}
