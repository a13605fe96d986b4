// The small bar in the corner of a page: what was found, the way to the sources, and the way to take it all out.

import { make } from '../../www/dom.js';
import * as words from '../words.js';

export class Bar {
  #said = make('span', { role: 'status' });
  #buttons = make('span', { class: 'buttons' });

  /** @param {HTMLElement} root @param {() => void} onClose */
  constructor(root, onClose) {
    root.ariaLabel = words.bar.name;
    const close = make('button', { type: 'button', class: 'close', 'aria-label': words.bar.close, title: words.bar.close }, '×');
    close.addEventListener('click', onClose);
    root.append(this.#said, this.#buttons, close);
  }

  /**
   * @param {string} sentence
   * @param {{action?: string, onAction?: () => void}} [options]
   */
  say(sentence, { action, onAction } = {}) {
    this.#said.textContent = sentence;
    this.#buttons.replaceChildren();
    if (!action || !onAction) return;
    const button = make('button', { type: 'button' }, action);
    button.addEventListener('click', onAction);
    this.#buttons.append(button);
  }
}
