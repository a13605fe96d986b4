// The small card of an element that explains a mark: a popover, so a click elsewhere or Escape closes it.

import { make } from '../dom.js';
import { explain } from '../explain.js';
import * as words from '../words.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../reader.js').Mark} Mark */

/** Pixels between the words and the card, and between the card and the window's edge. */
const GAP = 8;

export const CARD_STYLE = `
[part='card'] {
  box-sizing: border-box;
  position: fixed;
  inset: auto;
  margin: 0;
  max-inline-size: min(26rem, calc(100vw - 16px));
  padding: 0.75em 1em;
  border: 1px solid var(--sourcelight-card-border, light-dark(#c9ced6, #4a505a));
  border-radius: 8px;
  background: var(--sourcelight-card-background, light-dark(#fff, #23272e));
  color: var(--sourcelight-card-ink, light-dark(#1b1d21, #e6e8eb));
  font: 0.9375rem / 1.45 var(--sourcelight-card-font, system-ui, sans-serif);
  text-align: start;
  box-shadow: 0 4px 18px rgb(0 0 0 / 18%);
}
[part='title'] { margin: 0 1.5em 0.35em 0; font-size: 1em; }
[part='badge'] { font-size: 0.85em; opacity: 0.75; }
[part='sentence'] { margin: 0.35em 0 0; }
[part='close'] {
  position: absolute;
  inset: 4px 4px auto auto;
  inline-size: 28px;
  block-size: 28px;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
`;

export class Card {
  #root = make('div', { part: 'card', popover: 'auto', role: 'dialog', 'aria-labelledby': 'title' });

  /** @type {HTMLElement | undefined} */
  #opener;

  /** @param {ShadowRoot} tree */
  constructor(tree) {
    tree.append(this.#root);
    this.#root.addEventListener('beforetoggle', () => {
      // Whoever has gone elsewhere meanwhile stays there.
      if (this.#root.contains(tree.activeElement)) this.#opener?.focus();
    });
  }

  /**
   * @param {Mark} mark
   * @param {Analysis} analysis
   * @param {string} text
   * @param {DOMRect} box of the words, in the viewport
   * @param {HTMLElement} [opener] where the focus comes from, and goes back to once the card is closed
   */
  show(mark, analysis, text, box, opener) {
    const content = explain(mark, analysis, {
      words: ([start, end]) => text.slice(start, end).replace(/\s+/g, ' ').trim(),
    });
    const close = make('button', { type: 'button', part: 'close', 'aria-label': words.card.close }, '×');
    close.addEventListener('click', () => this.hide());
    const badge = content.traceable ? [make('span', { part: 'badge' }, words.traceable[content.traceable])] : [];
    const title = make('h2', { part: 'title', id: 'title', tabindex: '-1' }, content.title);
    this.#opener = opener;
    this.#root.replaceChildren(
      title,
      ...badge,
      ...content.sentences.map((sentence) => make('p', { part: 'sentence' }, sentence)),
      close,
    );
    this.#root.showPopover();
    this.#place(box);
    if (opener) title.focus();
  }

  hide() {
    if (this.#root.matches(':popover-open')) this.#root.hidePopover();
  }

  /** Below the words, or above where that has no room. @param {DOMRect} box */
  #place(box) {
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    const { innerWidth, innerHeight } = window;
    const below = box.bottom + GAP;
    const top = below + height > innerHeight - GAP ? Math.max(GAP, box.top - GAP - height) : below;
    const left = Math.max(GAP, Math.min(box.left, innerWidth - width - GAP));
    Object.assign(this.#root.style, { top: `${top}px`, left: `${left}px` });
  }
}
