// Two articles side by side: the one on the page, and one that is pasted, opened or taken from the samples.

import { compare } from '../pkg/sourcelight.js';
import { make } from '../dom.js';
import { Engine } from '../engine.js';
import { compileModule } from '../lib/module.js';
import { openWorker } from '../policy.js';
import { fillComparison, headlineOf } from './comparing/result.js';
import { secondArticle } from './comparing/second.js';
import { addStyle } from './style.js';
import * as words from './words.js';
import { failures, notices } from '../words.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../reader.js').Reader} Reader */

/** @type {Comparing | undefined} */
let comparing;

/** Compares the article on the page with another one. @param {Reader} reader */
export async function openComparison(reader) {
  await addStyle(new URL('compare.css', import.meta.url));
  comparing ??= new Comparing(reader);
  comparing.open();
}

class Comparing {
  #reader;
  #engine = new Engine(compileModule(), openWorker);
  #dialog = make('dialog', { id: 'comparison', 'aria-labelledby': 'comparison-title' });
  #second = secondArticle((text) => this.#take(text));
  #told = make('p', { role: 'alert' });
  #result = make('div', { tabindex: '-1', 'aria-label': words.comparison.result, role: 'group', hidden: '' });
  /** The second article, which stays when the first one changes. @type {{text: string, analysis: Analysis} | undefined} */
  #taken;

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
    const close = make('button', { type: 'button', 'aria-label': words.comparison.close }, '×');
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.append(
      make('div', { class: 'title' }, make('h2', { id: 'comparison-title' }, words.comparison.title), close),
      this.#second,
      this.#told,
      this.#result,
    );
    document.body.append(this.#dialog);
  }

  open() {
    this.#dialog.showModal();
    if (this.#taken) this.#show();
    else this.#second.querySelector('textarea')?.focus();
  }

  /** @param {string} text */
  async #take(text) {
    this.#told.textContent = '';
    if (text.trim() === '') {
      this.#told.textContent = words.comparison.empty;
      return;
    }
    try {
      const analysis = await this.#engine.analyze(text, {});
      if (analysis.notice) {
        this.#told.textContent = notices[analysis.notice];
        return;
      }
      this.#taken = { text, analysis };
      this.#show();
    } catch (error) {
      console.error(error);
      this.#told.textContent = failures.analyze;
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
