// Tells when the text that is marked may have changed, at most as often as the page can bear.

/** Milliseconds that changes are collected. */
const PAUSE = 30;

/** Of the time between two looks, this part may go into looking. */
const SHARE = 1 / 5;

/** Letters that are added elsewhere on the page and may belong to the article. */
const MUCH = 200;

/** Text may be hidden and shown by these; styles of single elements change with every frame of an animation. */
const LOOKS = ['class', 'hidden', 'open'];

/** The changes by which a page may say something else. @type {MutationObserverInit} */
export const TELLING = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LOOKS };

/**
 * `text`: there may be other nodes or words; `looks`: some may be shown or hidden, or have other colours;
 * `elsewhere`: there is text that may belong to the article.
 * @typedef {'text' | 'looks' | 'elsewhere'} Change
 */

export class Watch {
  #page;
  #frame;
  #onChange;
  /** @type {Set<Change>} */
  #changes = new Set();
  #timer = 0;
  #lasted = 0;

  /**
   * @param {import('./page.js').Page} page
   * @param {import('./frame.js').Frame} frame
   * @param {(changes: Set<Change>) => void} onChange
   * @param {AbortSignal} signal ends it
   */
  constructor(page, frame, onChange, signal) {
    this.#page = page;
    this.#frame = frame;
    this.#onChange = onChange;
    const observer = new MutationObserver((records) => this.#take(records));
    observer.observe(document, TELLING);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#add('looks'), { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  /** @param {MutationRecord[]} records */
  #take(records) {
    for (const record of records) {
      const change = this.#changeOf(record);
      if (change) this.#add(change);
    }
  }

  /** @param {MutationRecord} record @returns {Change | undefined} */
  #changeOf({ type, target, addedNodes }) {
    const page = this.#page;
    if (type === 'attributes') return page.holds(target) || page.isIn(target) ? 'looks' : undefined;
    if (page.holds(target)) return 'text';
    if (!page.isThere) return 'elsewhere';
    const isMuch = (/** @type {Node} */ node) => !this.#frame.is(node) && (node.textContent?.length ?? 0) >= MUCH;
    return Array.from(addedNodes).some(isMuch) ? 'elsewhere' : undefined;
  }

  /** @param {Change} change */
  #add(change) {
    this.#changes.add(change);
    this.#timer ||= setTimeout(() => this.#look(), Math.max(PAUSE, this.#lasted / SHARE));
  }

  #look() {
    const changes = this.#changes;
    this.#changes = new Set();
    const started = performance.now();
    this.#onChange(changes);
    this.#lasted = performance.now() - started;
    this.#timer = 0;
  }
}
