// The line above the article for what the reader must know: with a button, where something can be done.

import { make } from './dom.js';

export class Notice {
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  hide() {
    this.#root.hidden = true;
    this.#root.replaceChildren();
  }

  /**
   * @param {string} sentence
   * @param {{role?: 'alert', action?: string, onAction?: () => void}} [options]
   */
  show(sentence, { role, action, onAction } = {}) {
    this.#root.hidden = false;
    this.#root.replaceChildren(make('p', role ? { role } : {}, sentence));
    if (!action || !onAction) return;
    const button = make('button', { type: 'button' }, action);
    button.addEventListener('click', () => {
      this.hide();
      onAction();
    });
    this.#root.append(button);
  }
}
