// Decides when the article is analysed: at once for another text, at a pause for an edited one, and
// only the latest state of it.

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./marks.js').Marks} Marks */
/** @typedef {import('./reader.js').Reader} Reader */

/** An analysis that takes fewer milliseconds need not wait for a pause: it takes no longer than between two keys. */
const QUICK = 100;

/** Milliseconds without a change that count as a pause; more where an analysis takes longer. */
const PAUSE = 50;

export class Analyst {
  #reader;
  #marks;
  #onState;
  /** @type {Engine | undefined} */
  #engine;
  /** @type {import('./engine.js').Sharp | undefined} */
  #sharp;
  #timer = 0;
  #isRunning = false;
  #isWanted = false;
  /** Milliseconds that the analysis of the last edit took. */
  #lasted = 0;
  #article = 0;
  /** The article that was analysed last. */
  #known = 0;
  #anyLanguage = false;

  /**
   * @param {Reader} reader
   * @param {Marks} marks
   * @param {(state: 'busy' | 'ready' | 'error', error?: unknown) => void} onState
   */
  constructor(reader, marks, onState) {
    this.#reader = reader;
    this.#marks = marks;
    this.#onState = onState;
  }

  /** Texts can be analysed from now on. @param {Engine} engine */
  start(engine) {
    this.#engine = engine;
    if (this.#sharp) engine.sharpen(this.#sharp);
    return this.replaced();
  }

  /** The sharper reading, where it reads along. */
  get sharp() {
    return this.#sharp;
  }

  /** Reads with the sharper reading from now on, or without it. @param {import('./engine.js').Sharp} [sharp] */
  async sharpen(sharp) {
    this.#sharp = sharp;
    this.#engine?.sharpen(sharp);
    if (this.#reader.state.text !== '') await this.run();
  }

  /** Another text has come. */
  replaced() {
    this.#article += 1;
    this.#anyLanguage = false;
    if (!this.#engine) return undefined;
    this.#engine.forget();
    const coming = this.#marks.replace();
    if (!coming) return this.#begin();
    this.#onState('busy');
    const article = this.#article;
    return coming.then(() => (article === this.#article ? this.#begin() : undefined));
  }

  /** Analyses the text that was taken over, if there is one. */
  #begin() {
    if (this.#reader.state.text !== '') return this.run();
    this.#onState('ready');
    return undefined;
  }

  /** The text has been edited. */
  edited() {
    if (!this.#engine) return;
    this.#onState('busy');
    this.#marks.follow();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), this.#lasted < QUICK ? 0 : Math.max(PAUSE, this.#lasted));
  }

  /** Marks a text that does not look like English prose. */
  runAnyway() {
    this.#anyLanguage = true;
    return this.run();
  }

  /** Analyses the text now, or once the analysis that runs is done. */
  async run() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#isWanted = true;
    this.#onState('busy');
    if (this.#isRunning || !this.#engine) return;
    this.#isRunning = true;
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        await this.#analyze(this.#engine).catch((error) => {
          // Another text is there already, which may well be read.
          if (!this.#isWanted) throw error;
        });
      }
      if (this.#timer === 0) this.#onState('ready');
    } catch (error) {
      this.#onState('error', error);
    } finally {
      this.#isRunning = false;
    }
  }

  /** @param {Engine} engine */
  async #analyze(engine) {
    const { text } = this.#reader.state;
    const article = this.#article;
    const started = performance.now();
    /** @param {import('./pkg/sourcelight.js').Analysis} analysis */
    const show = (analysis) => article === this.#article && this.#marks.show(analysis, text);
    try {
      const analysis = await engine.analyze(text, { anyLanguage: this.#anyLanguage }, show);
      // How long all of a text took tells nothing of an edit.
      this.#lasted = this.#known === article ? performance.now() - started : 0;
      this.#known = article;
      show(analysis);
    } catch (error) {
      // What became of a text that is gone does not matter.
      if (article === this.#article) throw error;
    }
  }
}
