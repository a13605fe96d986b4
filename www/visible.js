// Which marks are painted: those of the groups that are on, sure enough, and inside the filter.

import { groupOfAttribution, groupOfEntity } from './groups.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('./pkg/sourcelight.js').Span} Span */
/** @typedef {import('./reader.js').Filter} Filter */
/** @typedef {import('./reader.js').Mark} Mark */

/** With no more marks than this all of them are painted. */
const MANY = 3000;

/** Whether an article has so many marks that not all of them can be shown anew at each key. @param {Analysis} analysis */
export const isLong = ({ attributions, entities, quotes, hedges }) =>
  attributions.length + entities.length + quotes.length + hedges.length > MANY;

/** Answers for one analysis, filter and least confidence. */
export class Visible {
  #analysis;
  #filter;
  #least;
  /** The stretches that hedges and quotes must lie in; `null` where all may be shown. @type {Span[] | null} */
  #stretches;

  /** @param {Analysis} analysis @param {Filter | null} filter `null` lets every kind through @param {number} least */
  constructor(analysis, filter, least) {
    this.#analysis = analysis;
    this.#filter = filter;
    this.#least = least;
    const isNarrow = filter !== null && (filter.attributions !== null || filter.entities !== null);
    const chosen = (filter?.attributions ?? []).map((index) => analysis.attributions[index]);
    this.#stretches = isNarrow ? chosen.flatMap(({ content, source }) => [...content, ...source]) : null;
  }

  /** @param {Mark} mark */
  has({ list, index }) {
    const mark = this.#analysis[list][index];
    if (!mark || mark.confidence < this.#least) return false;
    switch (list) {
      case 'attributions':
        return this.#hasAttribution(index);
      case 'entities':
        return this.#hasEntity(index);
      default: {
        const { start, end } = this.#analysis[list][index];
        const isInside = this.#stretches?.some(([from, to]) => from <= start && end <= to) ?? true;
        return isInside && this.#isOn(list);
      }
    }
  }

  /**
   * The analysis without what is not painted; its indices no longer hold.
   * @param {Span | null} [near] the stretch of the text that the marks must touch; `null` for all of it
   * @returns {Analysis}
   */
  analysis(near = null) {
    /** @template {{start: number, end: number} | Attribution} T @param {Mark['list']} list @param {T[]} marks */
    const kept = (list, marks) => marks.filter((mark, index) => (!near || touches(mark, near)) && this.has({ list, index }));
    const { attributions, entities, quotes, hedges } = this.#analysis;
    return {
      ...this.#analysis,
      attributions: kept('attributions', attributions),
      entities: kept('entities', entities),
      quotes: kept('quotes', quotes),
      hedges: kept('hedges', hedges),
    };
  }

  /** @param {number} index */
  #hasAttribution(index) {
    // What was asked for by name is shown whatever its kind.
    if (this.#stretches) return this.#filter?.attributions?.includes(index) ?? false;
    return this.#isOn(groupOfAttribution(this.#analysis.attributions[index]));
  }

  /** @param {number} index */
  #hasEntity(index) {
    const entity = this.#analysis.entities[index];
    if (this.#stretches) return this.#filter?.entities?.includes(entity.entity) ?? false;
    return this.#isOn(groupOfEntity(entity));
  }

  /** @param {import('./groups.js').GroupId} group */
  #isOn(group) {
    return this.#filter?.kinds.has(group) ?? true;
  }
}

/** @param {{start: number, end: number} | Attribution} mark @param {Span} stretch */
function touches(mark, [from, to]) {
  const isIn = (/** @type {Span} */ [start, end]) => start < to && from < end;
  return 'start' in mark ? isIn([mark.start, mark.end]) : [mark.content, mark.source, mark.cue].some((spans) => spans.some(isIn));
}
