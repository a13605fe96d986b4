// The legend: what each kind of mark looks like, how many there are, and a switch for each.

import { GROUPS, countGroups } from './groups.js';
import { make } from './dom.js';
import { groupHints, groups, names } from './words.js';

/** @typedef {import('./groups.js').GroupId} GroupId */
/** A switch, and the groups that it is for. @typedef {{ids: GroupId[], box: HTMLInputElement, count: HTMLElement}} Switch */

/** The groups that the legend above the article shows one by one; the others share a switch there. */
const MAIN = GROUPS.slice(0, 4);
const NAMES = GROUPS.slice(4);

export class Legend {
  /** @type {Switch[]} */
  #switches = [];
  #onSwitch;

  /**
   * @param {HTMLElement} root for the main groups
   * @param {HTMLElement} details for each kind of name
   * @param {(on: GroupId[]) => void} onSwitch called with every group that is on
   */
  constructor(root, details, onSwitch) {
    this.#onSwitch = onSwitch;
    for (const [id, look] of MAIN) this.#add(root, [id], look, groups[id], groupHints[id]);
    this.#add(root, NAMES.map(([id]) => id), 'person', names.label, names.hint);
    for (const [id, look] of NAMES) this.#add(details, [id], look, groups[id], groupHints[id]);
  }

  /** @param {ReadonlySet<GroupId>} on */
  switch(on) {
    for (const { ids, box } of this.#switches) {
      box.checked = ids.some((id) => on.has(id));
      box.indeterminate = box.checked && !ids.every((id) => on.has(id));
    }
  }

  /** @param {import('./pkg/sourcelight.js').Analysis} analysis */
  show(analysis) {
    const counts = countGroups(analysis);
    for (const { ids, count } of this.#switches) {
      count.textContent = String(ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0));
    }
  }

  /** @param {HTMLElement} root @param {GroupId[]} ids @param {string} look @param {string} label @param {string} hint */
  #add(root, ids, look, label, hint) {
    const box = make('input', { type: 'checkbox', name: ids.length === 1 ? ids[0] : 'names' });
    const count = make('span', { class: 'count' }, '0');
    // A sample of the look: the words of the label, marked as they would be in the article.
    const sample = make('mark', { class: `sourcelight-${look}` }, label);
    root.append(make('li', {}, make('label', { title: hint }, box, sample, ' ', count)));
    box.addEventListener('change', () => {
      const others = this.#on().filter((id) => !ids.includes(id));
      this.#onSwitch(box.checked ? [...others, ...ids] : others);
    });
    this.#switches.push({ ids, box, count });
  }

  /** The groups that are on, by the switches that are for one group alone. @returns {GroupId[]} */
  #on() {
    return this.#switches.filter(({ ids, box }) => ids.length === 1 && box.checked).flatMap(({ ids }) => ids);
  }
}
