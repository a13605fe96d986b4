// Carries marks over an edit, so that they stay on their words until the text is analysed again.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {[number, number]} Span */

/**
 * The one stretch of `before` that `after` has another text in place of. It cuts no character.
 * @param {string} before
 * @param {string} after
 * @returns {{start: number, end: number, text: string}}
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = sameFor(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  if (start > 0 && isFirstHalf(before.charCodeAt(start - 1))) start -= 1;
  const [last, lastAfter] = [before.length, after.length];
  let back = sameFor(shorter - start, (from, to) => before.slice(last - to, last - from) === after.slice(lastAfter - to, lastAfter - from));
  if (back > 0 && isSecondHalf(before.charCodeAt(before.length - back))) back -= 1;
  return { start, end: before.length - back, text: after.slice(start, after.length - back) };
}

/**
 * How far two texts are the same: whole stretches are compared far faster than one unit after the other.
 * @param {number} most
 * @param {(from: number, to: number) => boolean} isSame
 */
function sameFor(most, isSame) {
  let at = 0;
  for (let step = most; step >= 1; step = Math.floor(step / 2)) {
    while (at + step <= most && isSame(at, at + step)) at += step;
  }
  return at;
}

/** @param {number} unit */
const isFirstHalf = (unit) => unit >= 0xd800 && unit < 0xdc00;
/** @param {number} unit */
const isSecondHalf = (unit) => unit >= 0xdc00 && unit < 0xe000;

/**
 * The analysis of `before` with its offsets moved to where the same words stand in `after`. Words
 * that the edit replaced shrink to nothing; marks without words are left out.
 * @param {Analysis} analysis
 * @param {string} before
 * @param {string} after
 * @returns {Analysis}
 */
export function shiftAnalysis(analysis, before, after) {
  const { start: prefix, end: editEnd } = difference(before, after);
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
