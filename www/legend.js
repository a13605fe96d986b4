// The legend: what each kind of mark looks like, how many there are, and a switch for each.

import { GROUPS, countGroups } from './groups.js';

/** @typedef {import('./groups.js').GroupId} GroupId */
/** A switch, and the groups that it is for. @typedef {{ids: GroupId[], box: HTMLInputElement, count: Element | null}} Switch */

/** The switch above the article that is for all groups that have one of their own in the settings alone. */
const SHARED = 'names';

export class Legend {
  /** @type {Switch[]} */
  #switches;

  /**
   * @param {HTMLElement[]} roots lists of switches, named as their groups
   * @param {(on: GroupId[]) => void} onSwitch called with every group that is on
   */
  constructor(roots, onSwitch) {
    const boxes = roots.flatMap((root) => [...root.querySelectorAll('input')]);
    const alone = GROUPS.filter((id) => !roots[0].querySelector(`[name=${id}]`));
    this.#switches = boxes.map((box) => ({
      ids: box.name === SHARED ? alone : GROUPS.filter((id) => id === box.name),
      box,
      count: box.parentElement?.querySelector('.count') ?? null,
    }));
    for (const { ids, box } of this.#switches) {
      box.addEventListener('change', () => {
        const others = this.#on().filter((id) => !ids.includes(id));
        onSwitch(box.checked ? [...others, ...ids] : others);
      });
    }
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
      if (count) count.textContent = String(ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0));
    }
  }

  /** The groups that are on, by the switches that are for one group alone. @returns {GroupId[]} */
  #on() {
    return this.#switches.filter(({ box }) => box.name !== SHARED && box.checked).flatMap(({ ids }) => ids);
  }
}
