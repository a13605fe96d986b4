// The order in which marks are visited, one after the other or along one source or name.

import { statementsWith } from './voices.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./reader.js').Mark} Mark */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./reader.js').How} How */

/**
 * Every mark of the same source, name or kind as this one, in the order of the text.
 * @param {Analysis} analysis
 * @param {Mark} mark
 * @returns {Mark[]}
 */
export function series(analysis, { list, index }) {
  /** @param {number[]} indices @returns {Mark[]} */
  const marks = (indices) => indices.map((other) => ({ list, index: other }));
  switch (list) {
    case 'attributions':
      return marks(statementsWith(analysis, index));
    case 'entities': {
      const { entity } = analysis.entities[index];
      return marks([...analysis.entities.keys()].filter((other) => analysis.entities[other].entity === entity));
    }
    default:
      return marks([...analysis[list].keys()]);
  }
}

/**
 * The marks that are shown, in the order of the text. A quotation with a known speaker is left out:
 * its attribution is there.
 * @param {Reader} reader
 * @returns {{mark: Mark, start: number}[]}
 */
function stops(reader) {
  const { analysis } = reader.state;
  if (!analysis) return [];
  /** @type {Mark[]} */
  const marks = [];
  for (const list of /** @type {const} */ (['attributions', 'quotes', 'hedges', 'entities'])) {
    for (const index of analysis[list].keys()) marks.push({ list, index });
  }
  return marks
    .filter((mark) => reader.isShown(mark) && !(mark.list === 'quotes' && analysis.quotes[mark.index].attribution !== null))
    .map((mark) => ({ mark, start: reader.spansOf(mark)[0]?.[0] ?? 0 }))
    .sort((a, b) => a.start - b.start);
}

/**
 * Goes to the next mark, or to the one before: from the one that is explained, else from the top of the window.
 * @param {Reader} reader
 * @param {1 | -1} by
 */
export function step(reader, by) {
  const all = stops(reader);
  const { selected } = reader.state;
  const at = all.findIndex(({ mark }) => isSame(mark, selected?.mark));
  if (at >= 0) {
    const next = all[at + by];
    if (next) visit(reader, next.mark, { opener: selected?.opener });
    return;
  }
  const isBelow = (/** @type {{start: number}} */ { start }) =>
    (reader.rangeOf([start, start + 1])?.getBoundingClientRect().top ?? -1) >= 0;
  const next = by > 0 ? all.find(isBelow) : all.findLast((stop) => !isBelow(stop));
  if (next) visit(reader, next.mark);
}

/**
 * Goes to the next or the previous mark of the same source, name or kind; after the last comes the first.
 * @param {Reader} reader
 * @param {1 | -1} by
 */
export function stepAlong(reader, by) {
  const { analysis, selected } = reader.state;
  if (!analysis || !selected) return;
  const all = series(analysis, selected.mark);
  const at = all.findIndex((mark) => isSame(mark, selected.mark));
  visit(reader, all[(at + by + all.length) % all.length], { opener: selected.opener });
}

/**
 * Scrolls to a mark and has it explained.
 * @param {Reader} reader
 * @param {Mark} mark
 * @param {How} [how]
 */
export function visit(reader, mark, how) {
  reader.goTo(reader.spansOf(mark));
  reader.select(mark, how);
}

/** @param {Mark | undefined} a @param {Mark | undefined} b */
export const isSame = (a, b) => a?.list === b?.list && a?.index === b?.index;
