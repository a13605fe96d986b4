// Corrections that stay on this device: only where the reader has switched that on, and by a fingerprint of the
// text. The text itself is not kept, but the words that were corrected are, with a few around them.

import { forget, recall, remember } from '../../storage.js';

/** @typedef {import('../../pkg/sourcelight.js').Correction} Correction */
/** The fingerprint of a text, and what was corrected in it. @typedef {[string, Correction[]]} Entry */

const NAME = 'corrections';

/** So many articles are kept; the one that was corrected longest ago goes first. */
const MOST = 100;

export class Kept {
  /** Without a fingerprint there is no telling texts apart. */
  isPossible = globalThis.crypto?.subtle !== undefined;
  /** What is stored at last is what was asked for last. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  get isOn() {
    return recall(NAME) !== undefined;
  }

  /** @param {boolean} isOn switching it off forgets everything */
  switch(isOn) {
    if (isOn) remember(NAME, entries());
    else forget(NAME);
  }

  /** @param {string} text @returns {Promise<Correction[]>} */
  async recall(text) {
    if (!this.isOn || !this.isPossible) return [];
    const key = await fingerprint(text);
    return entries().find(([known]) => known === key)?.[1] ?? [];
  }

  /**
   * @param {string} text
   * @param {Correction[]} list
   * @param {string} [before] the text that has become this one
   */
  keep(text, list, before = text) {
    if (!this.isOn || !this.isPossible) return;
    this.#turn = this.#turn.then(async () => {
      const [key, old] = await Promise.all([fingerprint(text), fingerprint(before)]);
      const others = entries().filter(([known]) => known !== key && known !== old);
      if (this.isOn) remember(NAME, [...others, ...(list.length > 0 ? [[key, list]] : [])].slice(-MOST));
    });
  }
}

/** What is stored, as far as it holds. @returns {Entry[]} */
function entries() {
  const stored = recall(NAME);
  return Array.isArray(stored) ? stored.filter((entry) => Array.isArray(entry) && Array.isArray(entry[1])) : [];
}

/** @param {string} text */
async function fingerprint(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
