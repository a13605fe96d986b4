// The one undo stack, over pastes, samples and typing: every state of the article that one may go back to.

/**
 * A state: the article's blocks, which nobody changes, where the caret stood, and which text it is a state of.
 * `size`: the characters that the state before does not have, and its blocks.
 * @typedef {{blocks: Node[], caret: import('./caret.js').Caret | null, text: number, size: number}} Snapshot
 */

/** The size of all states that can be undone to, some hundred long articles; the last one is kept however large it is. */
const MOST = 4_000_000;

export class History {
  /** @type {Snapshot[]} */
  #earlier = [];
  /** @type {Snapshot} */
  #now = { blocks: [], caret: null, text: 0, size: 0 };
  /** @type {Snapshot[]} */
  #later = [];

  get now() {
    return this.#now;
  }

  get canUndo() {
    return this.#earlier.length > 0;
  }

  get canRedo() {
    return this.#later.length > 0;
  }

  /**
   * Adds a state as it is on the page. Blocks that are as before are kept once.
   * @param {Iterable<Node>} live
   * @param {Snapshot['caret']} caret
   * @param {number} text
   */
  push(live, caret, text) {
    const before = this.#now.blocks;
    const after = [...live];
    // An edit leaves the blocks above and below it as they are, though it may add or take away some.
    const shift = after.length - before.length;
    let size = after.length;
    const blocks = after.map((block, index) => {
      const same = [before[index], before[index - shift]].find((old) => old?.isEqualNode(block));
      if (!same) size += block.textContent?.length ?? 0;
      return same ?? block.cloneNode(true);
    });
    this.#earlier.push(this.#now);
    this.#now = { blocks, caret, text, size };
    this.#later = [];
    this.#forget();
  }

  /** Drops the earliest states where there are too many. */
  #forget() {
    let kept = this.#earlier.reduce((sum, state) => sum + state.size, 0);
    while (kept > MOST && this.#earlier.length > 1) kept -= /** @type {Snapshot} */ (this.#earlier.shift()).size;
  }

  /** @returns {Snapshot | undefined} the state before */
  undo() {
    return this.#step(this.#earlier, this.#later);
  }

  /** @returns {Snapshot | undefined} the state that was undone last */
  redo() {
    return this.#step(this.#later, this.#earlier);
  }

  /** @param {Snapshot[]} from @param {Snapshot[]} to */
  #step(from, to) {
    const next = from.pop();
    if (!next) return undefined;
    to.push(this.#now);
    this.#now = next;
    return next;
  }
}
