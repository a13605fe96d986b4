// Carries marks over an edit, so that they stay on their words until the text is analysed again.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {[number, number]} Span */

/**
 * The analysis of `before` with its offsets moved to where the same words stand in `after`. Words
 * that the edit replaced shrink to nothing; marks without words are left out.
 * @param {Analysis} analysis
 * @param {string} before
 * @param {string} after
 * @returns {Analysis}
 */
export function shiftAnalysis(analysis, before, after) {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;

  const editEnd = before.length - suffix;
  const delta = after.length - before.length;
  // What is typed at the end of a mark does not belong to it; what is typed inside one does.
  /** @param {number} at */
  const start = (at) => (at < prefix ? at : at >= editEnd ? at + delta : prefix);
  /** @param {number} at */
  const end = (at) => (at <= prefix ? at : at >= editEnd ? at + delta : prefix);

  /** @param {Span[]} spans @returns {Span[]} */
  const spans = (spans) =>
    spans.map(([from, to]) => /** @type {Span} */ ([start(from), end(to)])).filter(([from, to]) => from < to);
  /** @template {{start: number, end: number}} T @param {T[]} marks @returns {T[]} */
  const marks = (marks) => marks.map((mark) => ({ ...mark, start: start(mark.start), end: end(mark.end) }));

  return {
    ...analysis,
    sentences: spans(analysis.sentences),
    entities: marks(analysis.entities).filter(isNotEmpty),
    quotes: marks(analysis.quotes).filter(isNotEmpty),
    hedges: marks(analysis.hedges).filter(isNotEmpty),
    // Kept even where empty: quotes refer to attributions by index.
    attributions: analysis.attributions.map((attribution) => ({
      ...attribution,
      content: spans(attribution.content),
      source: spans(attribution.source),
      cue: spans(attribution.cue),
      anonymity: spans(attribution.anonymity),
      reasons: marks(attribution.reasons),
    })),
  };
}

/** @param {{start: number, end: number}} mark */
const isNotEmpty = (mark) => mark.start < mark.end;
