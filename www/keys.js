// The keyboard while reading: one table that serves both the keys and the sheet that shows them, which is an optional part.

import { recall, remember } from './storage.js';
import { step, stepAlong } from './tour.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./card.js').Card} Card */
/** @typedef {import('./column.js').Column} Column */
/**
 * - `keys`: each as in `KeyboardEvent.key`; `press` is told which of them it was, from 0.
 * - `release`: for a key that acts as long as it is held.
 * @typedef {object} Shortcut
 * @property {string[]} keys
 * @property {keyof typeof import('./parts/words.js').help.keys} name what it does
 * @property {(which: number) => void} press
 * @property {() => void} [release]
 */

/** Where keys type. */
const FIELDS = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]';

/** What the Enter key itself acts on. */
const ACTIVE = 'button, a, summary, input';

export class Keys {
  #dialog;
  #part;
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
   * @param {ReturnType<typeof import('./part.js').partLoader>} part
   */
  constructor(dialog, reader, card, column, part) {
    this.#dialog = dialog;
    this.#part = part;
    this.#reader = reader;
    this.#column = column;
    /** @type {Shortcut[]} */
    this.#shortcuts = [
      { keys: ['j'], name: 'next', press: () => step(reader, 1) },
      { keys: ['k'], name: 'previous', press: () => step(reader, -1) },
      { keys: ['n'], name: 'nextSame', press: () => stepAlong(reader, 1) },
      { keys: ['p'], name: 'previousSame', press: () => stepAlong(reader, -1) },
      { keys: ['Enter'], name: 'explain', press: () => card.enter() },
      { keys: ['1', '2', '3', '4'], name: 'view', press: (which) => column.show(which + 1) },
      { keys: ['/'], name: 'search', press: () => column.search() },
      { keys: ['c'], name: 'clean', press: () => reader.setClean(true), release: () => reader.setClean(false) },
      { keys: ['e'], name: 'edit', press: () => reader.setMode('writing') },
      { keys: ['?'], name: 'help', press: () => this.showHelp() },
    ];
    document.addEventListener('keydown', (event) => this.#down(event));
    document.addEventListener('keyup', ({ key }) => this.#release(key));
    window.addEventListener('blur', () => this.#release());
  }

  async showHelp() {
    const found = await this.#part(() => import('./parts/help.js'));
    if (!found || this.#dialog.open) return;
    found.fillSheet(this.#dialog, this.#shortcuts, this.#areOn, (areOn) => {
      this.#areOn = areOn;
      remember('keys', areOn);
    });
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
}
