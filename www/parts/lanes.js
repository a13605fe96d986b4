// Which stretches of an article are attributed, quoted and hedged, and where its paragraphs are.

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {'attributed' | 'quoted' | 'hedged'} Lane */

/**
 * The stretches of each lane, in order and without overlap.
 * @param {Analysis} analysis
 * @returns {Record<Lane, Span[]>}
 */
export function lanes({ attributions, quotes, hedges }) {
  const hedged = attributions.filter((attribution) => attribution.hedged);
  const spoken = quotes.filter(({ kind }) => kind === 'quotation' || kind === 'fragment');
  return {
    attributed: united(attributions.flatMap(({ content }) => content)),
    quoted: united(spoken.map(spanOf)),
    hedged: united([...hedged.flatMap(({ content }) => content), ...hedges.map(spanOf)]),
  };
}

/**
 * The paragraphs, headings and list items of a text that have words.
 * @param {string} text
 * @returns {Span[]}
 */
export function paragraphs(text) {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), (found) => [found.index, found.index + found[0].length]);
}

/**
 * The lanes that a stretch of the text touches.
 * @param {Record<Lane, Span[]>} all
 * @param {Span} span
 * @returns {Lane[]}
 */
export function lanesIn(all, [from, to]) {
  const names = /** @type {Lane[]} */ (Object.keys(all));
  return names.filter((lane) => all[lane].some(([start, end]) => start < to && from < end));
}

/** Spans in order, those that touch made one. @param {Span[]} spans @returns {Span[]} */
function united(spans) {
  /** @type {Span[]} */
  const result = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** @param {{start: number, end: number}} mark @returns {Span} */
const spanOf = ({ start, end }) => [start, end];
