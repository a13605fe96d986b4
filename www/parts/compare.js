// Two articles side by side: the one on the page, and one that is pasted, opened or taken from the samples.

import { compare } from '../pkg/sourcelight.js';
import { make } from '../dom.js';
import { Engine } from '../engine.js';
import { compileModule } from '../lib/module.js';
import { partLoader } from '../part.js';
import { openWorker } from '../policy.js';
import { fillComparison, headlineOf } from './comparing/result.js';
import { secondArticle } from './comparing/second.js';
import { addStyle } from './style.js';
import * as words from './words.js';
import { failures, notices } from '../words.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../analyst.js').Analyst} Analyst */
/** @typedef {import('../reader.js').Reader} Reader */

/** @type {Comparing | undefined} */
let comparing;

/**
 * Compares the article on the page with another one, which is read as the first one is.
 * @param {Reader} reader
 * @param {Analyst} analyst
 */
export async function openComparison(reader, analyst) {
  await addStyle(new URL('compare.css', import.meta.url));
  comparing ??= new Comparing(reader, analyst);
  comparing.open();
}

class Comparing {
  #reader;
  #analyst;
  /** @type {Engine | undefined} */
  #engine;
  /** Done once the last text is read, or given up. @type {Promise<unknown>} */
  #before = Promise.resolve();
  #dialog = make('dialog', { id: 'comparison', 'aria-labelledby': 'comparison-title' });
  #told = make('p', { role: 'alert' });
  #second = secondArticle(
    (text) => this.#take(text),
    partLoader({ show: (sentence) => (this.#told.textContent = sentence) }),
  );
  #result = make('div', { tabindex: '-1', 'aria-label': words.comparison.result, role: 'group', hidden: '' });
  /**
   * The second article, which stays when the first one changes, and whether the sharper reading has read it.
   * @type {{text: string, analysis: Analysis, sharp: Analyst['sharp']} | undefined}
   */
  #taken;

  /** @param {Reader} reader @param {Analyst} analyst */
  constructor(reader, analyst) {
    this.#reader = reader;
    this.#analyst = analyst;
    const close = make('button', { type: 'button', 'aria-label': words.comparison.close }, '×');
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.append(
      make('div', { class: 'title' }, make('h2', { id: 'comparison-title' }, words.comparison.title), close),
      this.#second,
      this.#told,
      this.#result,
    );
    document.body.append(this.#dialog);
    reader.subscribe((change) => {
      if (change === 'analysis' && this.#dialog.open) this.#follow();
    });
  }

  open() {
    this.#dialog.showModal();
    if (this.#taken) this.#follow();
    else this.#second.querySelector('textarea')?.focus();
  }

  /** Shows what holds of the first article now; the second one is read again where the first one is read otherwise. */
  #follow() {
    if (!this.#taken) return;
    if (this.#taken.sharp === this.#analyst.sharp) this.#show();
    else this.#take(this.#taken.text);
  }

  /** @param {string} text */
  async #take(text) {
    this.#told.textContent = '';
    if (text.trim() === '') {
      this.#told.textContent = words.comparison.empty;
      return;
    }
    try {
      const { sharp } = this.#analyst;
      const analysis = await this.#analyze(text, sharp);
      if (analysis.notice) {
        this.#told.textContent = notices[analysis.notice];
        return;
      }
      this.#taken = { text, analysis, sharp };
      this.#show();
    } catch (error) {
      console.error(error);
      this.#told.textContent = failures.analyze;
    }
  }

  /** One text after the other. @param {string} text @param {Analyst['sharp']} sharp @returns {Promise<Analysis>} */
  #analyze(text, sharp) {
    const analysis = this.#before.then(() => this.#read(text, sharp));
    this.#before = analysis.catch(() => {});
    return analysis;
  }

  /**
   * By an engine of its own, and by another one where that has failed, or could not be loaded.
   * @param {string} text
   * @param {Analyst['sharp']} sharp
   */
  async #read(text, sharp) {
    this.#engine ??= new Engine(compileModule(), openWorker);
    this.#engine.sharpen(sharp);
    try {
      return await this.#engine.analyze(text, {});
    } catch (error) {
      this.#engine = undefined;
      throw error;
    }
  }

  #show() {
    const { text, analysis } = this.#reader.state;
    if (!this.#taken || !analysis) return;
    const another = make('button', { type: 'button' }, words.comparison.another);
    another.addEventListener('click', () => this.#askAgain());
    const headlines = /** @type {[string, string]} */ ([text, this.#taken.text].map(headlineOf));
    fillComparison(this.#result, compare(analysis, this.#taken.analysis), headlines);
    this.#result.append(make('p', {}, another));
    this.#second.hidden = true;
    this.#result.hidden = false;
    this.#dialog.scrollTop = 0;
    this.#result.focus({ preventScroll: true });
  }

  #askAgain() {
    this.#taken = undefined;
    this.#result.hidden = true;
    this.#second.hidden = false;
    this.#second.querySelector('textarea')?.focus();
  }
}
