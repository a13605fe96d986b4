// <sourcelight-article>: marks the article that stands inside it, in place, and follows its changes. The article's own
// nodes stay as they are; where the browser has no highlights, <mark> elements go in, and go again with the element.

import { make } from '../dom.js';
import { placesOf, topmost } from '../places.js';
import { shiftAnalysis } from '../shift.js';
import { CARD_STYLE, Card } from './card.js';
import { paint, readText } from './index.js';
import { load } from './load.js';
import { read } from './reading.js';
import { addMarkStyle, removeMarkStyle } from './style.js';
import { SUMMARY_STYLE, summaryOf } from './summary.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Highlighting} Highlighting */
/** @typedef {import('../pkg/sourcelight.js').Options} Options */
/** @typedef {import('../reader.js').Mark} Mark */

/** Milliseconds without a change before the text is read again. */
const PAUSE = 100;

const STYLE = `:host { display: block; } :host([hidden]) { display: none; } ${CARD_STYLE} ${SUMMARY_STYLE}`;

/** @type {MutationObserverInit} What can change the text that a reader sees. */
const WATCHED = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'open'] };

/** What a click on means something of its own. */
const CONTROLS = 'a[href], button, input, select, textarea, summary';

/** Where there is no page, as on a server, the class is there and does nothing. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class SourcelightArticle extends Base {
  static observedAttributes = ['any-language', 'kinds', 'least-confidence', 'max-length', 'summary'];

  /** @type {Card | undefined} */
  #card;
  /** Where the list of statements stands. @type {HTMLElement | undefined} */
  #list;
  #observer = globalThis.MutationObserver && new MutationObserver(() => this.#changed());
  /** @type {Highlighting | undefined} */
  #painted;
  /** What was found last, and in which text. @type {{analysis: Analysis, text: string} | undefined} */
  #found;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isReading = false;
  #isOutdated = false;
  /** The trees that have the marks' style for this element. @type {Set<DocumentOrShadowRoot>} */
  #styled = new Set();
  /** @type {Promise<unknown> | undefined} */
  #isStyled;

  /** What was found; `null` before the first time, and where the element is in no page. @returns {Analysis | null} */
  get analysis() {
    return this.#found?.analysis ?? null;
  }

  /** The text that the offsets of `analysis` count in. @returns {string} */
  get text() {
    return this.#found?.text ?? '';
  }

  connectedCallback() {
    if (!this.shadowRoot) this.#fill();
    this.#styled = new Set([this.ownerDocument, /** @type {DocumentOrShadowRoot & Node} */ (this.getRootNode())]);
    this.#isStyled = Promise.all([...this.#styled].map(addMarkStyle));
    this.#observer.observe(this, WATCHED);
    this.addEventListener('click', this.#onClick);
    this.#schedule();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.removeEventListener('click', this.#onClick);
    this.#card?.hide();
    this.#painted?.clear();
    this.#painted = undefined;
    this.#found = undefined;
    this.#list?.replaceChildren();
    this.#styled.forEach(removeMarkStyle);
    this.#styled.clear();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#schedule();
  }

  /** Reads the article again, such as after a change of style that shows or hides a part of it. */
  update() {
    if (this.isConnected) this.#schedule();
  }

  #fill() {
    const tree = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    tree.adoptedStyleSheets = [sheet];
    this.#list = make('div');
    tree.append(make('slot'), this.#list);
    // Browsers without popovers do without the card.
    if ('showPopover' in this) this.#card = new Card(tree);
  }

  /** @returns {Options} */
  #options() {
    const kinds = this.getAttribute('kinds');
    const least = this.getAttribute('least-confidence');
    const most = this.getAttribute('max-length');
    return {
      anyLanguage: this.hasAttribute('any-language'),
      ...(kinds !== null && { kinds: /** @type {import('../pkg/sourcelight.js').MarkKind[]} */ (kinds.split(/[\s,]+/).filter(Boolean)) }),
      ...(least !== null && { leastConfidence: Number(least) }),
      ...(most !== null && { maxLength: Number(most) }),
    };
  }

  /** The article has changed: marks go along with their words at once, and are right again after a pause. */
  #changed() {
    if (!this.#found) {
      this.#schedule();
      return;
    }
    const text = readText(this);
    if (text !== this.#found.text) {
      this.#found = { analysis: shiftAnalysis(this.#found.analysis, this.#found.text, text), text };
      this.#schedule();
    }
    this.#paint();
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), PAUSE);
  }

  async #read() {
    if (this.#isReading) {
      this.#isOutdated = true;
      return;
    }
    this.#isReading = true;
    this.#isOutdated = false;
    try {
      await Promise.all([load(), this.#isStyled]);
      const text = readText(this);
      const analysis = await read(text, this.#options());
      // Whatever has changed meanwhile will be read in its turn.
      if (this.isConnected && readText(this) === text) {
        this.#found = { analysis, text };
        this.#paint();
        this.#showSummary();
        this.#tell('marked', { analysis, text });
      }
    } catch (error) {
      if (this.isConnected && this.#tell('error', { error })) console.error(error);
    } finally {
      this.#isReading = false;
      if (this.#isOutdated && this.isConnected) this.#schedule();
    }
  }

  #paint() {
    if (!this.#found) return;
    this.#painted?.clear();
    this.#painted = paint(this, this.#found.analysis);
    // Nobody else can have changed anything since.
    this.#observer.takeRecords();
  }

  #showSummary() {
    if (!this.#found) return;
    const { analysis, text } = this.#found;
    const isWanted = this.hasAttribute('summary');
    this.#list?.replaceChildren(...(isWanted ? [summaryOf(analysis, text, (mark, opener) => this.#show(mark, opener))] : []));
  }

  /** @param {MouseEvent} event */
  #onClick = (event) => {
    const isControl = event.composedPath().some((node) => node instanceof Element && node.matches(CONTROLS));
    if (isControl || getSelection()?.isCollapsed === false || !this.#found) return;
    const offset = this.#painted?.offsetAt(event.clientX, event.clientY);
    if (offset === undefined) return;
    const [mark] = topmost(placesOf(this.#found.analysis), offset, ({ start, end }) => start <= offset && offset < end);
    if (mark) this.#show({ list: mark.list, index: mark.index });
  };

  /** @param {Mark} mark @param {HTMLElement} [opener] what asks for it in the list, which may be far from the words */
  #show(mark, opener) {
    if (!this.#found) return;
    const { analysis, text } = this.#found;
    if (!this.#tell('select', { mark, analysis, text })) return;
    const place = placesOf(analysis).find(({ list, index }) => list === mark.list && index === mark.index);
    const range = place && this.#painted?.rangeOf(place.start, place.end);
    if (!range) return;
    if (opener) range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    this.#card?.show(mark, analysis, text, range.getBoundingClientRect(), opener);
  }

  /** @param {'marked' | 'select' | 'error'} what @param {object} detail @returns {boolean} whether nobody has prevented what follows */
  #tell(what, detail) {
    const told = { detail, bubbles: true, composed: true, cancelable: what !== 'marked' };
    return this.dispatchEvent(new CustomEvent(`sourcelight-${what}`, told));
  }
}

/** Whether the class has a name: browsers let each have one only. */
let isNamed = false;

/** Makes the element known to the page by this name, and by as many as are asked for; doing it again changes nothing. */
export function defineElement(name = 'sourcelight-article') {
  const { customElements } = globalThis;
  if (!customElements || customElements.get(name)) return;
  customElements.define(name, isNamed ? class extends SourcelightArticle {} : SourcelightArticle);
  isNamed = true;
}
