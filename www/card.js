// The card that explains a mark, next to the words it is about and never over them.

import { copyButton } from './clipboard.js';
import { make } from './dom.js';
import { explain, placeInSeries } from './explain.js';
import { stepAlong, visit } from './tour.js';
import * as words from './words.js';

/** @typedef {import('./pkg/sourcelight.js').Span} Span */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./reader.js').Mark} Mark */
/** @typedef {import('./explain.js').Explanation} Explanation */
/** Puts what can be corrected about a mark into its card. @typedef {(mark: Mark, place: HTMLElement) => Promise<void>} OnWrong */
/** The address that leads to a mark. @typedef {(mark: Mark) => Promise<string | undefined>} AddressOf */

/** Pixels between the words and the card, and between the card and the window's edge. */
const GAP = 8;

/** Letters shown on either side of a mention. */
const CONTEXT = 32;

/** Milliseconds that a card stays once a pointer which merely rested on its words has left both. */
const LINGER = 300;

export class Card {
  #root;
  #reader;
  #onList;
  #addressOf;
  #onWrong;
  /** What the focus goes back to. @type {HTMLElement | undefined} */
  #opener;
  #leaving = 0;

  /**
   * @param {HTMLElement} root
   * @param {Reader} reader
   * @param {(list: 'attributions' | 'entities', index: number) => void} onList shows the source or name in its list
   * @param {AddressOf} [addressOf]
   * @param {OnWrong} [onWrong]
   * @param {AbortSignal} [signal] ends it
   */
  constructor(root, reader, onList, addressOf, onWrong, signal) {
    this.#onWrong = onWrong;
    this.#root = root;
    this.#onList = onList;
    this.#addressOf = addressOf;
    this.#reader = reader;
    root.tabIndex = -1;
    reader.subscribe((change, state) => {
      if (change === 'selected') this.#show();
      else if (!state.selected) this.#hide();
      else if (change === 'place' || change === 'edit') this.#place();
    });
    window.addEventListener('resize', () => this.#place(), { signal });
    // What scrolls inside the page takes the words along, and not the card.
    const moved = (/** @type {Event} */ { target }) => target !== document && !this.contains(/** @type {Node} */ (target)) && this.#place();
    document.addEventListener('scroll', moved, { capture: true, passive: true, signal });
    document.addEventListener('pointermove', (event) => this.#followPointer(event), { signal });
    signal?.addEventListener('abort', () => clearTimeout(this.#leaving));
  }

  /** @param {Node} node */
  contains(node) {
    return this.#root.contains(node);
  }

  /** Moves the focus into the card, for a keyboard that comes from elsewhere. */
  enter() {
    if (this.#root.hidden) return;
    const focused = this.#focused();
    if (focused instanceof HTMLElement) this.#opener ??= focused;
    this.#root.focus({ preventScroll: true });
  }

  /** The element with the focus, of the tree that the card is in. */
  #focused() {
    return /** @type {Document | ShadowRoot} */ (this.#root.getRootNode()).activeElement;
  }

  #show() {
    clearTimeout(this.#leaving);
    this.#leaving = 0;
    const { selected, analysis } = this.#reader.state;
    if (!selected || !analysis) {
      this.#hide();
      return;
    }
    const active = this.#focused();
    const focused = this.#root.contains(active) ? active : null;
    const step = focused instanceof HTMLElement ? focused.dataset.step : undefined;
    const content = explain(selected.mark, analysis, this.#reader);
    this.#root.replaceChildren(
      this.#title(content),
      ...content.sentences.map((sentence) => make('p', {}, sentence)),
      ...this.#mentions(content),
      this.#actions(content),
      ...this.#others(),
    );
    this.#root.hidden = false;
    this.#place();
    this.#opener = selected.opener;
    /** @type {HTMLElement | null} */
    const again = step ? this.#root.querySelector(`[data-step="${step}"]`) : null;
    if (again) again.focus({ preventScroll: true });
    else if (focused || selected.opener) this.enter();
  }

  #hide() {
    if (this.#root.hidden) return;
    const hadFocus = this.#root.contains(this.#focused());
    this.#root.hidden = true;
    if (hadFocus) this.#opener?.focus({ preventScroll: true });
    this.#opener = undefined;
  }

  /** @param {Explanation} content */
  #title({ title, traceable }) {
    const close = make('button', { type: 'button', class: 'close', 'aria-label': words.card.close }, '×');
    close.addEventListener('click', () => this.#reader.select(null));
    const badge = traceable ? [make('span', { class: `badge ${traceable}` }, words.traceable[traceable])] : [];
    return make('div', { class: 'title' }, make('h2', { id: 'card-title' }, title), ...badge, close);
  }

  /** @param {Explanation} content */
  #mentions({ mentions }) {
    if (!mentions) return [];
    const places = mentions.spans.map((span) => {
      const button = make('button', { type: 'button' }, ...this.#inContext(span));
      button.addEventListener('click', () => this.#reader.goTo([span]));
      return make('li', {}, button);
    });
    return [make('h3', {}, mentions.heading), make('ol', { class: 'mentions' }, ...places)];
  }

  /** A stretch of the text with some words around it, of the same paragraph. @param {Span} span */
  #inContext([start, end]) {
    const { text } = this.#reader.state;
    const before = text.slice(Math.max(0, start - CONTEXT), start).split('\n').at(-1) ?? '';
    const [after] = text.slice(end, end + CONTEXT).split('\n');
    // The outermost word on either side may be a piece of one.
    return [
      before.length < CONTEXT ? before : before.replace(/^\S*/, '…'),
      make('b', {}, text.slice(start, end)),
      after.length < CONTEXT ? after : after.replace(/\S*$/, '…'),
    ];
  }

  /** @param {Explanation} content */
  #actions({ jumps, copy }) {
    const { selected, analysis } = this.#reader.state;
    if (!selected || !analysis) return '';
    const opener = selected.opener;
    const row = make('div', { class: 'actions' });
    const { at, of } = placeInSeries(selected.mark, analysis);
    if (of > 1) {
      row.append(
        this.#step('previous', '‹', () => stepAlong(this.#reader, -1)),
        make('span', { class: 'place' }, words.card.place(at, of)),
        this.#step('next', '›', () => stepAlong(this.#reader, 1)),
      );
      row.role = 'group';
      row.ariaLabel = words.card.along[selected.mark.list];
    }
    for (const [label, mark] of jumps) {
      const button = make('button', { type: 'button' }, label);
      button.addEventListener('click', () => visit(this.#reader, mark, { opener }));
      row.append(button);
    }
    row.append(...this.#inList(selected.mark), ...this.#wrong(selected.mark), this.#copying(copy, selected.mark));
    return row;
  }

  /** @param {string} text @param {Mark} mark */
  #copying(text, mark) {
    const told = make('span', { role: 'status' });
    return make(
      'span',
      { class: 'copying' },
      told,
      copyButton(words.card.copy, () => text, told),
      ...this.#link(mark, told),
    );
  }

  /** @param {Mark} mark */
  #inList({ list, index }) {
    if (list !== 'attributions' && list !== 'entities') return [];
    const button = make('button', { type: 'button' }, words.card.inList);
    button.addEventListener('click', () => {
      this.#reader.select(null);
      this.#onList(list, index);
    });
    return [button];
  }

  /** @param {Mark} mark @param {HTMLElement} told */
  #link(mark, told) {
    const addressOf = this.#addressOf;
    return addressOf ? [copyButton(words.card.copyLink, () => addressOf(mark), told)] : [];
  }

  /** @param {Mark} mark */
  #wrong(mark) {
    const onWrong = this.#onWrong;
    if (!onWrong || mark.list === 'quotes') return [];
    const isCorrected = this.#reader.state.analysis?.[mark.list][mark.index].corrected;
    const button = make('button', { type: 'button' }, isCorrected ? words.card.corrected : words.card.wrong);
    button.addEventListener('click', async () => {
      const place = make('div', { class: 'correcting' });
      await onWrong(mark, place);
      button.closest('.actions')?.after(place);
      button.disabled = true;
      this.#place();
      place.querySelector('select')?.focus();
    });
    return [button];
  }

  /** @param {'previous' | 'next'} step @param {string} sign @param {() => void} onClick */
  #step(step, sign, onClick) {
    const button = make('button', { type: 'button', 'data-step': step, 'aria-label': words.card[step] }, sign);
    button.addEventListener('click', onClick);
    return button;
  }

  /** The other marks at the same place, to go on to. */
  #others() {
    const { selected, analysis } = this.#reader.state;
    const { mark: shown, others = [], opener } = selected ?? {};
    if (!shown || !analysis || others.length === 0) return [];
    const buttons = others.map((mark) => {
      const button = make('button', { type: 'button' }, explain(mark, analysis, this.#reader).title);
      button.addEventListener('click', () => {
        this.#reader.select(mark, { opener, others: [shown, ...others.filter((other) => other !== mark)] });
      });
      return button;
    });
    return [make('p', { class: 'also' }, `${words.card.also}: `, ...buttons)];
  }

  /** Below the words, or above them where there is more room. */
  #place() {
    const { selected } = this.#reader.state;
    const spans = selected ? this.#reader.spansOf(selected.mark) : [];
    if (this.#root.hidden || spans.length === 0) return;
    const about = this.#reader.rangeOf([spans[0][0], Math.max(...spans.map(([, end]) => end))]);
    const box = about?.getBoundingClientRect();
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    // What lies over the window's lower edge is scroll padding.
    const edge = window.innerHeight - (parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0);
    const overhang = box.bottom + GAP + height + GAP - edge;
    const isRoomBelow = overhang <= 0;
    const isRoomAbove = box.top - GAP - height - GAP >= 0;
    const top = !isRoomBelow && isRoomAbove ? box.top - GAP - height : box.bottom + GAP;
    const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
    this.#root.style.top = `${top + window.scrollY}px`;
    this.#root.style.left = `${left + window.scrollX}px`;
    // A pointer that rests asks for no scrolling.
    if (!isRoomBelow && !isRoomAbove && !selected?.hover) window.scrollBy(0, Math.min(overhang, box.bottom - GAP));
  }

  /** A card that a resting pointer has opened goes when the pointer leaves it and its words. @param {PointerEvent} event */
  #followPointer({ clientX: x, clientY: y }) {
    const { selected } = this.#reader.state;
    if (!selected?.hover) return;
    if (this.#isUnderPointer() || this.#isAtWords(x, y)) {
      clearTimeout(this.#leaving);
      this.#leaving = 0;
    } else {
      this.#leaving ||= setTimeout(() => {
        this.#leaving = 0;
        if (!this.#isUnderPointer()) this.#reader.select(null);
      }, LINGER);
    }
  }

  #isUnderPointer() {
    return this.#root.matches(':hover');
  }

  /** @param {number} x @param {number} y */
  #isAtWords(x, y) {
    return this.#reader.state.focus.some((span) =>
      Array.from(this.#reader.rangeOf(span)?.getClientRects() ?? []).some(
        (box) => box.left - GAP <= x && x <= box.right + GAP && box.top - GAP <= y && y <= box.bottom + GAP,
      ),
    );
  }
}
