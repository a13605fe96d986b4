// How the reader likes the page: kept in this browser, checked when it is read again.

import { GROUPS } from './groups.js';
import { recall, remember } from './storage.js';

/** @typedef {import('./groups.js').GroupId} GroupId */
/**
 * `kinds`: the groups of marks that are on; `sureness`: an index into `SURENESS`; `keep`: whether the last text is
 * kept on this device; `sharp`: whether the sharper reading reads along.
 * @typedef {{kinds: GroupId[], sureness: number, palette: Palette, size: Size, theme: Theme, keep: boolean, sharp: boolean}} Values
 */
/** @typedef {'blue' | 'green'} Palette */
/** @typedef {'small' | 'medium' | 'large' | 'huge'} Size */
/** @typedef {'system' | 'light' | 'dark'} Theme */

/** What the steps of the slider ask of a mark's confidence, from all marks to few and sure ones. */
export const SURENESS = [0, 0.5, 0.7, 0.84, 0.93];

/** The values that may be chosen. The first is the one to begin with. */
export const CHOICES = {
  palette: /** @type {Palette[]} */ (['blue', 'green']),
  size: /** @type {Size[]} */ (['medium', 'small', 'large', 'huge']),
  theme: /** @type {Theme[]} */ (['system', 'light', 'dark']),
};

/** Quiet at first: names, dates and numbers come on demand. @type {GroupId[]} */
export const KINDS = ['attributions', 'hedged', 'quotes', 'hedges'];

export class Settings {
  /** @type {Values} */
  #values;
  #onChange;

  /** @param {(name: keyof Values) => void} onChange */
  constructor(onChange) {
    this.#values = checked(recall('settings'));
    this.#onChange = onChange;
    this.#show();
    // What another tab forgets must not be kept from here again.
    window.addEventListener('storage', () => {
      if (!this.#values.keep || checked(recall('settings')).keep) return;
      this.#values = { ...this.#values, keep: false };
      this.#onChange('keep');
    });
  }

  /** @returns {Readonly<Values>} */
  get values() {
    return this.#values;
  }

  /** @template {keyof Values} Name @param {Name} name @param {Values[Name]} value */
  set(name, value) {
    this.#values = { ...this.#values, [name]: value };
    remember('settings', this.#values);
    this.#show();
    this.#onChange(name);
  }

  /** The style sheets do the rest. */
  #show() {
    const { palette, size, theme } = this.#values;
    Object.assign(document.documentElement.dataset, { palette, size, theme });
  }
}

/** What holds of stored settings; the rest is as at first. @param {unknown} stored @returns {Values} */
function checked(stored) {
  const { kinds, sureness, ...others } = /** @type {Partial<Values>} */ (stored ?? {});
  /** @template T @param {T[]} choices @param {unknown} value @returns {T} */
  const one = (choices, value) => choices.find((choice) => choice === value) ?? choices[0];
  return {
    kinds: Array.isArray(kinds) ? GROUPS.filter((id) => kinds.includes(id)) : KINDS,
    sureness: Number(sureness) in SURENESS ? Number(sureness) : 1,
    palette: one(CHOICES.palette, others.palette),
    size: one(CHOICES.size, others.size),
    theme: one(CHOICES.theme, others.theme),
    keep: others.keep === true,
    sharp: others.sharp === true,
  };
}
