// Where the marks of an analysis lie, and which of those at one place comes first.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./reader.js').Mark} Mark */
/** @typedef {Mark & {start: number, end: number, rank: number}} Place */

/**
 * Each part of every mark.
 * @param {Analysis} analysis
 * @returns {Place[]}
 */
export function placesOf(analysis) {
  /** @type {Place[]} */
  const places = [];
  /** @param {Mark} mark @param {[number, number][]} spans @param {number} rank */
  const add = (mark, spans, rank) => spans.forEach(([start, end]) => places.push({ ...mark, start, end, rank }));
  analysis.attributions.forEach(({ source, cue, content }, index) => {
    const mark = /** @type {Mark} */ ({ list: 'attributions', index });
    add(mark, [...source, ...cue], 0);
    add(mark, content, 4);
  });
  for (const [rank, list] of /** @type {const} */ ([[1, 'hedges'], [2, 'entities'], [3, 'quotes']])) {
    analysis[list].forEach(({ start, end }, index) => add({ list, index }, [[start, end]], rank));
  }
  return places;
}

/**
 * The places at an offset, one for each mark, the most telling first: the source and cue of an attribution, then
 * hedges, names and quotes, then the statement that all of it lies in.
 * @param {Place[]} places
 * @param {number} offset
 * @param {(place: Place) => boolean} isHit
 * @returns {Place[]}
 */
export function topmost(places, offset, isHit) {
  /** @type {Place[]} */
  const found = [];
  places
    .filter((place) => place.start <= offset && offset <= place.end && isHit(place))
    .sort((a, b) => a.rank - b.rank || a.end - a.start - (b.end - b.start))
    .forEach((place) => {
      if (!found.some((mark) => mark.list === place.list && mark.index === place.index)) found.push(place);
    });
  return found;
}
