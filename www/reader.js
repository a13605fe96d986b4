// What the page knows at the moment, and what can be asked of it. The article's side of the page
// puts texts, analyses and geometry in; the column reads the state, subscribes to changes and calls
// the actions. Neither touches the other.

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Span} Span */
/** @typedef {import('./groups.js').GroupId} GroupId */

/**
 * A mark, by its list and index in the analysis.
 * @typedef {{list: 'attributions' | 'entities' | 'quotes' | 'hedges', index: number}} Mark
 */
/**
 * Reading: the article can't be edited and single keys are shortcuts. Writing: keys type.
 * @typedef {'reading' | 'writing'} Mode
 */
/**
 * What is painted. `kinds` are the groups that are on. Where `attributions` (indices) or `entities`
 * (numbers, as in `Entity.entity`) are given, these alone are painted, with the hedges and quotes
 * inside them; both go back to `null` with the next article.
 * @typedef {{kinds: ReadonlySet<GroupId>, attributions: number[] | null, entities: number[] | null}} Filter
 */
/**
 * How a mark came to be selected: `opener` is what gets the focus back; `others` lie at the same
 * place under it; `hover` is a pointer that merely rests there.
 * @typedef {{opener?: HTMLElement, others?: Mark[], hover?: boolean}} How
 */
/**
 * - `text`: the article's text; every offset counts in it. It follows each edit.
 * - `analysis`: its analysis, moved along with edits until the next one is there; `null` before the first.
 * - `selected`: the mark that the card explains.
 * - `focus`: the spans that are lit up.
 * - `clean`: whether the marks are off for the moment.
 * @typedef {object} State
 * @property {string} text
 * @property {Analysis | null} analysis
 * @property {Mode} mode
 * @property {boolean} clean
 * @property {Filter} filter
 * @property {(How & {mark: Mark}) | null} selected
 * @property {Span[]} focus
 */
/**
 * What a listener is told: `article` is another text; `analysis` a new analysis, `edit` one that was
 * only moved along with an edit; `place` asks to scroll to the focus; the others name their part of the state.
 * @typedef {'article' | 'analysis' | 'edit' | 'mode' | 'clean' | 'filter' | 'selected' | 'place'} Change
 */
/** @typedef {(change: Change, state: Readonly<State>) => void} Listener */

export class Reader {
  /** @type {Set<Listener>} */
  #listeners = new Set();
  /** @type {State} */
  #state;
  /** @type {(() => Analysis) | null} */
  #known = null;

  /**
   * A live range over a span of the text, for scrolling and for placing things beside it; `undefined`
   * where there is no such text. The article puts it in.
   * @type {(span: Span) => Range | undefined}
   */
  rangeOf = () => undefined;

  /**
   * Whether a mark is painted with the present filter and settings. The article puts it in.
   * @type {(mark: Mark) => boolean}
   */
  isShown = () => true;

  /** @param {ReadonlySet<GroupId>} kinds the groups that are on at first */
  constructor(kinds) {
    const known = () => this.#known?.() ?? null;
    this.#state = {
      text: '',
      get analysis() {
        return known();
      },
      mode: 'writing',
      clean: false,
      filter: { kinds, attributions: null, entities: null },
      selected: null,
      focus: [],
    };
  }

  /** @returns {Readonly<State>} */
  get state() {
    return this.#state;
  }

  /** @param {Listener} listener @returns {() => void} what ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What gives the analysis, once there is one. Marks that were moved along with an edit are made when they are asked for. */
  get known() {
    return this.#known;
  }

  /** The article's words in a span, on one line. @param {Span} span */
  words([start, end]) {
    return this.#state.text.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  /** Every part of a mark, in text order. @param {Mark} mark @returns {Span[]} */
  spansOf({ list, index }) {
    const { analysis } = this.#state;
    if (!analysis) return [];
    if (list !== 'attributions') {
      const { start, end } = analysis[list][index];
      return [[start, end]];
    }
    const { source, cue, content } = analysis.attributions[index];
    return [...source, ...cue, ...content].sort((a, b) => a[0] - b[0]);
  }

  /**
   * Lights a mark up, an entity with all its mentions, and has it explained; `null` closes that.
   * @param {Mark | null} mark
   * @param {How} [how]
   */
  select(mark, how = {}) {
    if (!mark && !this.#state.selected) return;
    this.#state.selected = mark && { ...how, mark };
    this.#state.focus = mark ? this.#litUp(mark) : [];
    this.#tell('selected');
  }

  /** Scrolls to the first of these spans and lights them all up. @param {Span[]} spans */
  goTo(spans) {
    this.#state.focus = spans;
    this.#tell('place');
  }

  /** Changes the parts of the filter that are given. @param {Partial<Filter>} filter */
  setFilter(filter) {
    this.#state.filter = { ...this.#state.filter, ...filter };
    this.#tell('filter');
  }

  /** @param {Mode} mode */
  setMode(mode) {
    if (mode === this.#state.mode) return;
    this.#state.mode = mode;
    this.#tell('mode');
  }

  /** Shows the text without marks, or with them again. @param {boolean} clean */
  setClean(clean) {
    if (clean === this.#state.clean) return;
    this.#state.clean = clean;
    this.#tell('clean');
  }

  /** For the article: there is another text, as yet without an analysis. @param {string} text */
  replaceText(text) {
    const { filter } = this.#state;
    this.#known = null;
    Object.assign(this.#state, { text, selected: null, focus: [] });
    this.#state.filter = { ...filter, attributions: null, entities: null };
    this.#tell('article');
  }

  /**
   * For the article: this is what the text says now.
   * @param {string} text
   * @param {Analysis | (() => Analysis)} analysis or what gives it
   * @param {'analysis' | 'edit'} change
   */
  setAnalysis(text, analysis, change) {
    // An index into the analysis before may mean another mark in this one.
    this.select(null);
    /** @type {Analysis | undefined} */
    let made;
    this.#known = typeof analysis === 'function' ? () => (made ??= analysis()) : () => analysis;
    Object.assign(this.#state, { text, focus: [] });
    this.#tell(change);
  }

  /** @param {Mark} mark @returns {Span[]} */
  #litUp(mark) {
    const { analysis } = this.#state;
    if (mark.list !== 'entities' || !analysis) return this.spansOf(mark);
    const { entity } = analysis.entities[mark.index];
    return analysis.entities.filter((other) => other.entity === entity).map(({ start, end }) => [start, end]);
  }

  /** @param {Change} change */
  #tell(change) {
    for (const listener of this.#listeners) listener(change, this.#state);
  }
}
