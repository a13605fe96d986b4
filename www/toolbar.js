// The page's buttons: another article, the way back, the mode, the marks; and a line that says what was found.

import { byId } from './dom.js';
import * as words from './words.js';

/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./reader.js').Reader} Reader */

export class Toolbar {
  #reader;
  #article;
  #status = byId('status');
  #mode = /** @type {HTMLButtonElement} */ (byId('mode'));
  #clear = /** @type {HTMLButtonElement} */ (byId('clear'));
  #compare = /** @type {HTMLButtonElement} */ (byId('compare'));
  #marks = byId('marks');
  #undo = /** @type {HTMLButtonElement} */ (byId('undo'));
  #redo = /** @type {HTMLButtonElement} */ (byId('redo'));

  /** @param {Reader} reader @param {Article} article */
  constructor(reader, article) {
    this.#reader = reader;
    this.#article = article;
    this.#undo.addEventListener('click', () => article.undo());
    this.#redo.addEventListener('click', () => article.redo());
    this.#mode.addEventListener('click', () => reader.setMode(reader.state.mode === 'reading' ? 'writing' : 'reading'));
    this.#marks.addEventListener('click', () => reader.setClean(!reader.state.clean));
    this.#clear.addEventListener('click', () => article.replace([]));
    reader.subscribe((change) => (change === 'mode' || change === 'clean') && this.show());
    this.show();
  }

  /** Shows what can be done at the moment. */
  show() {
    const { mode, clean } = this.#reader.state;
    this.#mode.textContent = mode === 'reading' || this.#article.isEmpty ? words.toolbar.edit : words.toolbar.read;
    this.#mode.disabled = this.#article.isEmpty;
    this.#clear.disabled = this.#article.isEmpty;
    this.#compare.disabled = this.#article.isEmpty;
    this.#marks.ariaPressed = String(!clean);
    this.#undo.disabled = !this.#article.canUndo;
    this.#redo.disabled = !this.#article.canRedo;
  }

  /** Tells the reader, and a screen reader once: an unchanged line is not announced again. @param {string} text */
  say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}
