// The keyboard while reading: one table that serves both the keys and the sheet that shows them. The sheet shows keys that
// others take, too: the bar for selected words (parts/correcting/marker.js), and the caret (pointer.js).

import { make } from './dom.js';
import { recall, remember } from './storage.js';
import { step, stepAlong } from './tour.js';
import * as words from './words.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./card.js').Card} Card */
/** @typedef {import('./column.js').Column} Column */
/**
 * - `keys`: each as in `KeyboardEvent.key`; `press` is told which of them it was, from 0.
 * - `release`: for a key that acts as long as it is held.
 * @typedef {object} Shortcut
 * @property {string[]} keys
 * @property {string} label
 * @property {(which: number) => void} press
 * @property {() => void} [release]
 */

/** Where keys type. */
const FIELDS = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]';

/** What the Enter key itself acts on. */
const ACTIVE = 'button, a, summary, input';

export class Keys {
  #dialog;
  #reader;
  #column;
  #shortcuts;
  /** For those whom single keys get in the way, as with speech input, they can be switched off. */
  #areOn = recall('keys') !== false;

  /**
   * @param {HTMLDialogElement} dialog the help sheet
   * @param {Reader} reader
   * @param {Card} card
   * @param {Column} column
   */
  constructor(dialog, reader, card, column) {
    this.#dialog = dialog;
    this.#reader = reader;
    this.#column = column;
    const { keys } = words.help;
    /** @type {Shortcut[]} */
    this.#shortcuts = [
      { keys: ['j'], label: keys.next, press: () => step(reader, 1) },
      { keys: ['k'], label: keys.previous, press: () => step(reader, -1) },
      { keys: ['n'], label: keys.nextSame, press: () => stepAlong(reader, 1) },
      { keys: ['p'], label: keys.previousSame, press: () => stepAlong(reader, -1) },
      { keys: ['Enter'], label: keys.explain, press: () => card.enter() },
      { keys: ['1', '2', '3', '4'], label: keys.view, press: (which) => column.show(which + 1) },
      { keys: ['/'], label: keys.search, press: () => column.search() },
      { keys: ['c'], label: keys.clean, press: () => reader.setClean(true), release: () => reader.setClean(false) },
      { keys: ['e'], label: keys.edit, press: () => reader.setMode('writing') },
      { keys: ['?'], label: keys.help, press: () => this.showHelp() },
    ];
    document.addEventListener('keydown', (event) => this.#down(event));
    document.addEventListener('keyup', ({ key }) => this.#release(key));
    window.addEventListener('blur', () => this.#release());
    this.#fillSheet();
  }

  showHelp() {
    this.#dialog.showModal();
  }

  /** @param {KeyboardEvent} event */
  #down(event) {
    const target = /** @type {Element} */ (event.target);
    // What lies over the page has its keys for itself.
    const isCovered = document.querySelector('dialog[open], :popover-open') !== null;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isCovered) return;
    if (event.key === 'Escape') this.#escape();
    else if (this.#reader.state.mode === 'reading' && !target.matches(FIELDS)) this.#press(event, target);
  }

  /** @param {KeyboardEvent} event @param {Element} target */
  #press(event, target) {
    if (event.key === 'Enter' && target.closest(ACTIVE)) return;
    if (!this.#areOn && event.key.length === 1) return;
    for (const { keys, press } of this.#shortcuts) {
      const which = keys.indexOf(event.key);
      if (which < 0) continue;
      event.preventDefault();
      press(which);
    }
  }

  /** Lets go of one key, or of all where the window loses them. @param {string} [key] */
  #release(key) {
    for (const { keys, release } of this.#shortcuts) {
      if (key === undefined || keys.includes(key)) release?.();
    }
  }

  /** One step back: from the card, then from editing, then from what alone is marked. */
  #escape() {
    const { selected, mode, analysis } = this.#reader.state;
    if (selected) this.#reader.select(null);
    else if (mode === 'writing' && analysis) this.#reader.setMode('reading');
    else this.#column.markAll();
  }

  #fillSheet() {
    const rows = [
      ...this.#shortcuts.map(({ keys, label, release }) => row(keys, label, release && words.help.held)),
      row(['m'], words.help.keys.bar),
      row(['Ctrl+Enter'], words.help.keys.caret),
      row(['Esc'], words.help.keys.back),
    ];
    const close = make('button', { type: 'button' }, words.help.close);
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.append(
      make('h2', { id: 'help-title', tabindex: '-1', autofocus: '' }, words.help.title),
      make('p', {}, words.help.intro),
      make('dl', {}, ...rows),
      this.#switch(),
      close,
    );
  }

  #switch() {
    const box = make('input', { type: 'checkbox' });
    box.checked = this.#areOn;
    box.addEventListener('change', () => {
      this.#areOn = box.checked;
      remember('keys', box.checked);
    });
    return make('label', {}, box, ` ${words.help.singleKeys}`);
  }
}

/** @param {string[]} keys @param {string} label @param {string} [manner] */
function row(keys, label, manner) {
  const names = keys.flatMap((key) => [make('kbd', {}, key), ' ']);
  return make('div', {}, make('dt', {}, ...names, manner ?? ''), make('dd', {}, label));
}
