// The list of corrections: each with its way back, what is kept, and the article as labelled text.

import { exportAs } from '../../pkg/sourcelight.js';
import { byId, make } from '../../dom.js';
import { download } from '../../save.js';
import { excerpt } from '../../views/parts.js';
import * as words from '../words.js';

/** @typedef {import('../../pkg/sourcelight.js').Correction} Correction */
/** @typedef {import('../../reader.js').Reader} Reader */

export class List {
  #reader;
  #onUndo;
  #list = make('ol', { class: 'corrected' });
  /** Opens the list; it says how many there are. */
  button = make('button', { type: 'button', id: 'corrections-button', popovertarget: 'corrections', hidden: '' });

  /**
   * @param {import('./kept.js').Kept} kept
   * @param {Reader} reader
   * @param {(correction: Correction) => void} onUndo
   * @param {() => void} onKeep the reader wants corrections to be kept
   */
  constructor(kept, reader, onUndo, onKeep) {
    this.#reader = reader;
    this.#onUndo = onUndo;
    const save = make('button', { type: 'button' }, words.corrections.save);
    save.addEventListener('click', () => this.#save());
    const panel = make(
      'div',
      { id: 'corrections', popover: '', role: 'dialog', 'aria-labelledby': 'corrections-title' },
      make('h2', { id: 'corrections-title' }, words.corrections.title),
      this.#list,
      ...(kept.isPossible ? [keepSwitch(kept, onKeep)] : []),
      make('p', {}, save),
      make('p', { class: 'hint' }, words.corrections.saveHint),
    );
    byId('save-button').before(this.button);
    byId('display').after(panel);
  }

  /** @param {Correction[]} corrections */
  show(corrections) {
    this.button.hidden = corrections.length === 0;
    this.button.textContent = words.corrections.button(corrections.length);
    const focused = [...this.#list.children].findIndex((item) => item.contains(document.activeElement));
    this.#list.replaceChildren(...corrections.map((correction) => this.#item(correction)));
    if (corrections.length === 0) byId('corrections').hidePopover();
    else if (focused >= 0) this.#list.querySelectorAll('button')[Math.min(focused, corrections.length - 1)].focus();
  }

  /** @param {Correction} correction */
  #item(correction) {
    const what = excerpt(words.corrections.said(correction));
    const undo = make('button', { type: 'button', 'aria-label': words.corrections.undoOf(correction.at.text, what) }, words.corrections.undo);
    undo.addEventListener('click', () => this.#onUndo(correction));
    const misfit = correction.fits === false ? [make('span', { class: 'hint' }, words.corrections.misfit)] : [];
    return make('li', {}, make('span', {}, make('b', {}, `“${correction.at.text}”`), ` ${what}. `, ...misfit), undo);
  }

  #save() {
    const { text, analysis } = this.#reader.state;
    if (!analysis) return;
    const id = text.trim().split('\n')[0];
    download(exportAs(text, analysis, 'labels', { id }), text, 'labels.jsonl', 'application/jsonl');
  }
}

/** @param {import('./kept.js').Kept} kept @param {() => void} onKeep */
function keepSwitch(kept, onKeep) {
  const box = make('input', { type: 'checkbox' });
  box.checked = kept.isOn;
  box.addEventListener('change', () => {
    kept.switch(box.checked);
    if (box.checked) onKeep();
  });
  return make('div', { class: 'keeping' }, make('label', {}, box, ` ${words.corrections.keep}`), make('p', { class: 'hint' }, words.corrections.keepHint));
}
