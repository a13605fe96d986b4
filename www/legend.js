// The legend: what each mark looks like, how many there are, and a switch to hide them.

import { GROUPS, countGroups } from './groups.js';
import { make } from './dom.js';
import { groupHints, groups } from './words.js';

/** @typedef {import('./groups.js').GroupId} GroupId */

export class Legend {
  /** @type {Map<GroupId, HTMLElement>} */
  #counts = new Map();
  /** @type {Map<GroupId, HTMLInputElement>} */
  #switches = new Map();

  /**
   * @param {HTMLElement} root
   * @param {(off: ReadonlySet<GroupId>) => void} onSwitch called with every group that is off
   */
  constructor(root, onSwitch) {
    for (const [id, look] of GROUPS) {
      const box = make('input', { type: 'checkbox', name: id, checked: '' });
      const count = make('span', { class: 'count' }, '0');
      // A sample of the look: the words of the label, marked as they would be in the article.
      const sample = make('mark', { class: `sourcelight-${look}` }, groups[id]);
      root.append(make('li', {}, make('label', { title: groupHints[id] }, box, sample, count)));
      box.addEventListener('change', () => onSwitch(this.off));
      this.#counts.set(id, count);
      this.#switches.set(id, box);
    }
  }

  /** Every group that is switched off. @returns {ReadonlySet<GroupId>} */
  get off() {
    return new Set([...this.#switches].filter(([, box]) => !box.checked).map(([id]) => id));
  }

  /** @param {import('./pkg/sourcelight.js').Analysis} analysis */
  show(analysis) {
    for (const [id, count] of countGroups(analysis)) {
      const element = this.#counts.get(id);
      if (element) element.textContent = String(count);
    }
  }
}
