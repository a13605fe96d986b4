// The view of names: every person, organisation, place, … with its mentions to go through.

import { keyOfEntity } from '../choice.js';
import { make } from '../dom.js';
import { GROUPS, groupOfEntity } from '../groups.js';
import * as words from '../words.js';
import { countedHeading } from './parts.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../choice.js').Choice} Choice */
/** One thing that is named. @typedef {{name: string, entity: number, group: string, spans: Span[]}} Named */

export class Names {
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
    const all = named(analysis);
    if (all.length === 0) {
      this.#root.replaceChildren(make('p', { class: 'hint' }, words.mentions.empty));
      return;
    }
    const groups = GROUPS.map((id) => ({ id, members: all.filter(({ group }) => group === id) }));
    this.#root.replaceChildren(
      ...groups
        .filter(({ members }) => members.length > 0)
        .map(({ id, members }) =>
          make(
            'div',
            { class: 'group' },
            countedHeading(words.groups[id], members.length),
            make('ul', { class: 'names' }, ...members.map((name) => this.#name(name))),
          ),
        ),
    );
  }

  /** @param {Named} named */
  #name({ name, entity, spans }) {
    const button = make(
      'button',
      { type: 'button' },
      make('span', {}, name),
      make('span', { class: 'count' }, String(spans.length)),
    );
    this.#choice.bind(button, 'aria-expanded', { key: keyOfEntity(entity), label: name, entities: [entity] });
    return make('li', { 'data-find': name }, button, this.#steps(spans));
  }

  /** @param {Span[]} spans */
  #steps(spans) {
    let at = -1;
    const place = make('span', { class: 'place', role: 'status' }, words.card.mentions(spans.length));
    /** @param {1 | -1} by @param {string} sign @param {string} label */
    const step = (by, sign, label) => {
      const button = make('button', { type: 'button', 'aria-label': label }, sign);
      button.addEventListener('click', () => {
        at = at < 0 ? (by > 0 ? 0 : spans.length - 1) : (at + by + spans.length) % spans.length;
        place.textContent = words.card.place(at + 1, spans.length);
        this.#reader.select(null);
        this.#reader.goTo([spans[at]]);
      });
      return button;
    };
    return make('div', { class: 'steps' }, step(-1, '‹', words.mentions.previous), place, step(1, '›', words.mentions.next));
  }
}

/**
 * Mentions by what they name: those mentioned most first.
 * @param {Analysis} analysis
 * @returns {Named[]}
 */
function named({ entities }) {
  /** @type {Map<number, Named>} */
  const all = new Map();
  for (const mention of entities) {
    const { name, entity, start, end } = mention;
    const known = all.get(entity) ?? { name, entity, group: groupOfEntity(mention), spans: [] };
    known.spans.push([start, end]);
    all.set(entity, known);
  }
  return [...all.values()].sort((a, b) => b.spans.length - a.spans.length);
}
