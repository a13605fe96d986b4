// What the reader has ticked off and noted while checking an article's claims.

/** @typedef {{done: boolean, note: string}} Entry */

export class Ledger {
  /** By claim, in its own words: so that an entry stays with its claim when the text around it is edited. @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {string} claim @returns {Readonly<Entry>} */
  get(claim) {
    return this.#entries.get(claim) ?? { done: false, note: '' };
  }

  /** @param {string} claim @param {Partial<Entry>} change */
  set(claim, change) {
    this.#entries.set(claim, { ...this.get(claim), ...change });
  }
}
