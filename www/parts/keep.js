// Keeps the article on this device, for readers who have switched that on: it is back after a reload.

import { recall, remember } from '../storage.js';
import * as words from './words.js';

/** Milliseconds without a change after which the article is stored. */
const PAUSE = 500;

export class Keeper {
  #article;
  #settings;
  #notice;
  #timer = 0;

  /**
   * @param {import('../article.js').Article} article
   * @param {import('../reader.js').Reader} reader
   * @param {import('../settings.js').Settings} settings
   * @param {import('../notice.js').Notice} notice
   */
  constructor(article, reader, settings, notice) {
    this.#article = article;
    this.#settings = settings;
    this.#notice = notice;
    reader.subscribe((change) => {
      if (change !== 'article' && change !== 'edit') return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keep(), PAUSE);
    });
    window.addEventListener('pagehide', () => this.#keep());
  }

  /** Brings back what was kept, or keeps what is there. */
  start() {
    if (this.#article.isEmpty) this.#restore();
    else this.#keep();
  }

  #restore() {
    const kept = recall('article');
    if (typeof kept !== 'string' || !this.#article.open(kept)) return;
    const onAction = () => {
      this.#settings.set('keep', false);
      this.#notice.show(words.keep.forgotten);
    };
    this.#notice.show(words.keep.restored, { action: words.keep.forget, onAction });
  }

  #keep() {
    clearTimeout(this.#timer);
    if (!this.#settings.values.keep || remember('article', this.#article.isEmpty ? '' : this.#article.html)) return;
    this.#settings.set('keep', false);
    this.#notice.show(words.keep.failed, { role: 'alert' });
  }
}
