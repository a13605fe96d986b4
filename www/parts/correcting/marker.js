// The bar for words that the reader has selected: mark them as a name or a hedge, or as a part of a statement,
// whose parts are chosen one after another.

import { make } from '../../dom.js';
import { recall } from '../../storage.js';
import { excerpt } from '../../views/parts.js';
import { button } from './button.js';
import { selectedSpan } from './selection.js';
import * as words from '../words.js';

/** @typedef {import('../../pkg/sourcelight.js').Anchor} Anchor */
/** @typedef {import('../../pkg/sourcelight.js').Correction} Correction */
/** @typedef {import('../../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../../pkg/sourcelight.js').Statement} Statement */
/** @typedef {import('../../reader.js').Reader} Reader */
/** @typedef {'source' | 'cue' | 'content'} Part */
/**
 * A statement that is being put together; `at` is the cue of the one that it stands for.
 * @typedef {{at?: Anchor, statement: Partial<Statement>}} Draft
 */

const PARTS = /** @type {Part[]} */ (['source', 'cue', 'content']);

export class Marker {
  #root = make('section', { id: 'marker', 'aria-labelledby': 'marker-title', hidden: '' });
  #article;
  #reader;
  #corrector;
  /** @type {Span | undefined} */
  #span;
  /** @type {Draft | undefined} */
  #draft;
  /**
   * What a pointer is pressed on. What is being selected is looked at when it is let go; a finger on the bar may
   * take the selection away, and what was selected is still meant.
   * @type {'bar' | 'page' | undefined}
   */
  #pressed;

  /** @param {HTMLElement} article @param {Reader} reader @param {import('../corrections.js').Corrector} corrector */
  constructor(article, reader, corrector) {
    this.#article = article;
    this.#reader = reader;
    this.#corrector = corrector;
    article.parentElement?.after(this.#root);
    document.addEventListener('selectionchange', () => this.#look());
    // Before the page's own keys, for which Escape means more.
    document.addEventListener('keydown', (event) => this.#key(event), true);
    document.addEventListener('pointerdown', ({ target }) => {
      this.#pressed = this.#root.contains(/** @type {Node} */ (target)) ? 'bar' : 'page';
    });
    for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => this.#pressed === 'page' && this.#letGo());
    document.addEventListener('click', () => (this.#pressed = undefined));
    // Pressing a button leaves the words selected.
    this.#root.addEventListener('mousedown', (event) => event.target instanceof HTMLButtonElement && event.preventDefault());
    reader.subscribe((change) => {
      if (change === 'article' || change === 'edit' || change === 'mode') this.#close();
      // What was selected while writing is still selected.
      if (change === 'mode') this.#look();
    });
    this.#look();
  }

  /** Has other words chosen for a statement. @param {Draft} draft */
  begin(draft) {
    this.#reader.select(null);
    this.#draft = draft;
    this.#show();
    this.#lightUp();
    this.#root.querySelector('button')?.focus();
  }

  #letGo() {
    this.#pressed = undefined;
    this.#look();
  }

  /** Looks what is selected. */
  #look() {
    if (this.#pressed || this.#reader.state.mode !== 'reading' || !this.#reader.state.analysis) return;
    const span = selectedSpan(this.#article, this.#reader.state.text);
    // A field of the bar may take the selection; the words are still meant.
    if (!span && this.#root.contains(document.activeElement)) return;
    if (span?.join() === this.#span?.join() && !this.#root.hidden) return;
    this.#span = span;
    this.#show();
  }

  /** The bar is reached from the article by one key, and left by Escape. @param {KeyboardEvent} event */
  #key(event) {
    const isTyping = /** @type {Element} */ (event.target).matches('input, select, textarea, [contenteditable=true]');
    if (this.#root.hidden || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'm' && !isTyping && recall('keys') !== false) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.#root.querySelector('select, .actions button'))?.focus();
    }
  }

  #close() {
    const hadFocus = this.#root.contains(document.activeElement);
    if (this.#draft) this.#reader.goTo([]);
    this.#draft = undefined;
    this.#span = undefined;
    this.#root.hidden = true;
    this.#root.replaceChildren();
    if (hadFocus) this.#article.focus({ preventScroll: true });
  }

  #show() {
    if (!this.#span && !this.#draft) return this.#close();
    const title = this.#span ? words.marker.title(excerpt(this.#reader.words(this.#span))) : words.marker.choose;
    const close = button('×', () => this.#close());
    close.ariaLabel = words.marker.close;
    this.#root.replaceChildren(
      make('div', { class: 'title' }, make('h2', { id: 'marker-title' }, title), close),
      ...(this.#span && !this.#draft ? [this.#kinds(this.#span)] : []),
      this.#parts(),
      ...(this.#draft ? [this.#drafted(this.#draft)] : []),
    );
    this.#root.hidden = false;
  }

  /** The words as a name or a hedge. @param {Span} span */
  #kinds(span) {
    const group = (/** @type {string} */ label, /** @type {string} */ sort, /** @type {Record<string, string>} */ kinds) =>
      make('optgroup', { label }, ...Object.entries(kinds).map(([kind, text]) => make('option', { value: `${sort}:${kind}` }, text)));
    const box = make('select', {}, group(words.marker.names, 'entity', words.corrections.entities), group(words.marker.hedges, 'hedge', words.corrections.hedges));
    const form = make('form', {}, make('label', {}, make('span', {}, words.marker.as), box), make('button', {}, words.marker.mark));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [sort, kind] = box.value.split(':');
      this.#set({ at: this.#corrector.anchor(span), set: /** @type {Correction['set']} */ ({ [sort]: kind }) });
    });
    return form;
  }

  /** The words as a part of a statement. */
  #parts() {
    const span = this.#span;
    const buttons = PARTS.map((part) => {
      const element = button(words.marker.parts[part], () => span && this.#take(part, span));
      element.disabled = !span;
      return element;
    });
    return make('div', { class: 'actions', role: 'group', 'aria-label': words.marker.part }, make('span', {}, words.marker.part), ...buttons);
  }

  /** @param {Part} part @param {Span} span */
  #take(part, span) {
    const words = this.#corrector.anchor(span);
    const { at, statement } = this.#draft ?? { statement: {} };
    // A content has pieces where source and cue stand inside it; words apart from it are another piece.
    const content = part === 'content' ? [...(statement.content ?? []).filter((piece) => !overlap(piece, words)), words] : statement.content;
    this.#draft = { at, statement: part === 'content' ? { ...statement, content } : { ...statement, [part]: words } };
    this.#show();
    this.#lightUp();
    // Where a part is missing, it is in the article.
    /** @type {HTMLElement} */ (this.#root.querySelector('.add:not(:disabled)') ?? this.#article).focus({ preventScroll: true });
  }

  /** What was chosen so far. @param {Draft} draft */
  #drafted({ at, statement }) {
    const rows = PARTS.map((part) => {
      const pieces = [statement[part] ?? []].flat();
      const shown = pieces.length > 0 ? words.marker.chosen(pieces) : words.marker.missing[part];
      const clear = button(words.marker.clear, () => this.#clear(part));
      clear.ariaLabel = words.marker.clearOf(words.marker.parts[part]);
      return make('div', {}, make('dt', {}, words.marker.parts[part]), make('dd', {}, shown, ' ', ...(pieces.length > 0 ? [clear] : [])));
    });
    const { source, cue, content = [] } = statement;
    const add = button(at ? words.marker.change : words.marker.add, () => {
      if (cue) this.#set({ at: at ?? cue, set: { attribution: { ...statement, source, cue, content } } });
    });
    add.className = 'add main';
    add.disabled = !cue || content.length === 0;
    const cancel = button(words.marker.cancel, () => this.#close());
    return make('div', {}, make('div', { role: 'status' }, make('dl', {}, ...rows)), make('div', { class: 'actions' }, add, cancel));
  }

  /** @param {Part} part */
  #clear(part) {
    if (!this.#draft) return;
    const { [part]: _, ...rest } = this.#draft.statement;
    this.#draft = { ...this.#draft, statement: rest };
    this.#show();
    this.#lightUp();
    this.#root.querySelector('button')?.focus();
  }

  /** Shows in the article what was chosen. */
  #lightUp() {
    const { source, cue, content = [] } = this.#draft?.statement ?? {};
    const chosen = [source, cue, ...content].flatMap((piece) => (piece ? [/** @type {Span} */ ([piece.start, piece.end])] : []));
    if (chosen.length > 0) this.#reader.goTo(chosen);
  }

  /** @param {Correction} correction */
  #set(correction) {
    this.#close();
    getSelection()?.removeAllRanges();
    this.#corrector.set(correction);
  }
}

/** @param {Anchor} a @param {Anchor} b */
const overlap = (a, b) => a.start < b.end && b.start < a.end;
