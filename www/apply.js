// Turns an analysis into that of the edited text, by what the engine says has changed.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Change} Change */
/** @typedef {[number, number]} Span */

/**
 * The next analysis. Items that stay where they are, are shared with the one before.
 * @param {Analysis} analysis
 * @param {Change} change
 * @returns {Analysis}
 */
export function applyChange(analysis, change) {
  const { moved, attributions: { at: from, removed, added } } = change;
  const grown = added.length - removed;
  const isSame = moved === 0 && grown === 0 && change.new === 0;
  /** @param {Span[]} spans */
  const spans = (spans) => spans.map(([start, end]) => /** @type {Span} */ ([start + moved, end + moved]));
  /** @template {{start: number, end: number}} T @param {T} mark @returns {T} */
  const mark = (mark) => ({ ...mark, start: mark.start + moved, end: mark.end + moved });
  /** @param {number | null} index */
  const index = (index) => (index === null || index < from ? index : index + grown);
  /** @param {number} entity */
  const thing = (entity) => (entity < change.known ? entity : entity + change.new);

  /** @template T @param {T[]} items @param {import('./pkg/sourcelight.js').ListChange<T>} list @param {(item: T) => T} move */
  const next = (items, list, move) => {
    const behind = items.slice(list.at + list.removed);
    return items.slice(0, list.at).concat(list.added, isSame ? behind : behind.map(move));
  };

  return {
    ...analysis,
    notice: change.notice,
    profile: change.profile,
    sentences: next(analysis.sentences, change.sentences, ([start, end]) => [start + moved, end + moved]),
    entities: next(analysis.entities, change.entities, (it) => ({ ...mark(it), entity: thing(it.entity) })),
    quotes: next(analysis.quotes, change.quotes, (it) => ({ ...mark(it), attribution: index(it.attribution) })),
    hedges: next(analysis.hedges, change.hedges, mark),
    attributions: next(analysis.attributions, change.attributions, (it) => ({
      ...it,
      content: spans(it.content),
      source: spans(it.source),
      cue: spans(it.cue),
      anonymity: spans(it.anonymity),
      reasons: it.reasons.map(mark),
      within: index(it.within),
      through: index(it.through),
    })),
  };
}
