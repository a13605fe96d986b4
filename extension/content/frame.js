// The one element that the extension adds to a page, with all that it shows: in a shadow root that neither the
// page's styles nor its scripts reach.

import { make } from '../../www/dom.js';
import style from './frame.css';

/** Events that the page must not take for its own. */
const OWN = ['click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'keydown', 'keyup', 'keypress', 'input', 'change', 'wheel', 'touchstart', 'touchmove', 'touchend', 'focusin', 'focusout'];

export class Frame {
  #host = document.createElement('sourcelight-frame');
  #inside = make('div', { id: 'inside' });
  card = make('div', { id: 'card', role: 'dialog', 'aria-labelledby': 'card-title', hidden: '' });
  bar = make('div', { id: 'bar', role: 'group' });

  constructor() {
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
    this.#inside.append(this.card, this.bar);
    shadow.append(this.#inside);
    for (const type of OWN) this.#host.addEventListener(type, (event) => event.stopPropagation());
    document.documentElement.append(this.#host);
  }

  /** Whether a change of the page is nothing but this element. @param {Node} node */
  is(node) {
    return node === this.#host;
  }

  /** @param {'light' | 'dark'} scheme */
  set scheme(scheme) {
    this.#inside.style.colorScheme = scheme;
  }

  remove() {
    this.#host.remove();
  }
}
