// What two articles have in common and what not, in two columns, every number as text.

import { make } from '../../dom.js';
import { bar, countedHeading } from '../../views/parts.js';
import { sources, traceable } from '../../words.js';
import * as words from '../words.js';

/** @typedef {import('../../pkg/sourcelight.js').Comparison} Comparison */
/** @typedef {import('../../pkg/sourcelight.js').ComparedVoice} ComparedVoice */
/** @typedef {import('../../pkg/sourcelight.js').ComparedName} ComparedName */
/** @typedef {import('../../pkg/sourcelight.js').Figures} Figures */
/** Which of the two articles. @typedef {0 | 1} Side */

const SIDES = /** @type {Side[]} */ ([0, 1]);

/** Letters of a headline. */
const LONGEST = 100;

/** The first line of a text. @param {string} text */
export function headlineOf(text) {
  const line = text.trim().split('\n')[0];
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** @param {HTMLElement} root @param {Comparison} comparison @param {[string, string]} headlines */
export function fillComparison(root, { articles, voices, names }, headlines) {
  const heardInBoth = voices.filter((voice) => SIDES.every((side) => voice.attributions[side] > 0));
  const namedInBoth = names.filter((name) => SIDES.every((side) => name.mentions[side] > 0));
  root.replaceChildren(
    pair((side) => [make('h3', {}, make('small', {}, words.comparison.sides[side]), headlines[side]), ...figures(articles[side])]),
    countedHeading(words.comparison.heardInBoth, heardInBoth.length),
    table(
      words.comparison.voice,
      heardInBoth.map((voice) => [voice.name, ...SIDES.map((side) => amount(voice, side))]),
    ),
    pair((side) => {
      const only = voices.filter((voice) => voice.attributions[1 - side] === 0);
      return [countedHeading(words.comparison.heardOnly[side], only.length), list(only.map((voice) => heard(voice, side)))];
    }),
    countedHeading(words.comparison.namedInBoth, namedInBoth.length),
    table(
      words.comparison.name,
      namedInBoth.map(({ name, mentions }) => [name, ...mentions.map((count) => words.comparison.mentions(count))]),
    ),
    pair((side) => {
      const only = names.filter(({ mentions }) => mentions[1 - side] === 0);
      return [countedHeading(words.comparison.namedOnly[side], only.length), chips(only, side)];
    }),
  );
}

/** Two columns. @param {(side: Side) => (Node | string)[]} content */
const pair = (content) => make('div', { class: 'pair' }, ...SIDES.map((side) => make('section', {}, ...content(side))));

/** @param {Figures} figures */
function figures({ words: all, attributed_words, attributions, hedged, sourceless, sources: counts }) {
  const heard = counts.yes + counts.partly + counts.no;
  const lines = /** @type {const} */ (['yes', 'partly', 'no']).map((value) =>
    make(
      'li',
      {},
      make('span', {}, traceable[value]),
      make('span', { class: 'count' }, words.comparison.share(counts[value], percent(counts[value], heard))),
      bar(heard === 0 ? 0 : counts[value] / heard, value),
    ),
  );
  return [
    make('p', {}, words.comparison.words(all, percent(attributed_words, all))),
    make('p', {}, words.comparison.sources(heard)),
    make('ul', { class: 'shares' }, ...lines),
    make('p', {}, words.comparison.statements(attributions, hedged, percent(hedged, attributions))),
    make('p', {}, words.comparison.sourceless(sourceless)),
  ];
}

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole === 0 ? 0 : Math.round((part / whole) * 100));

/** @param {ComparedVoice} voice @param {Side} side */
const amount = ({ attributions, words: all }, side) => sources.amount(attributions[side], all[side]);

/** @param {ComparedVoice} voice @param {Side} side */
function heard(voice, side) {
  const value = voice.traceable[side] ?? 'no';
  return make('li', {}, make('b', {}, voice.name), ' ', make('span', { class: `badge ${value}` }, traceable[value]), ' ', make('span', { class: 'facts' }, amount(voice, side)));
}

/** @param {HTMLElement[]} items */
const list = (items) => (items.length > 0 ? make('ul', {}, ...items) : make('p', { class: 'hint' }, words.comparison.none));

/** @param {ComparedName[]} names @param {Side} side */
function chips(names, side) {
  if (names.length === 0) return list([]);
  const items = names.map(({ name, mentions }) => make('li', {}, `${name} `, make('span', { class: 'count' }, `× ${mentions[side]}`)));
  return make('ul', { class: 'chips' }, ...items);
}

/** @param {string} head what the rows are @param {string[][]} rows */
function table(head, rows) {
  if (rows.length === 0) return list([]);
  const heads = [head, ...words.comparison.sides].map((text) => make('th', { scope: 'col' }, text));
  const lines = rows.map(([name, ...cells]) =>
    make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((text) => make('td', {}, text))),
  );
  return make('table', {}, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...lines));
}
