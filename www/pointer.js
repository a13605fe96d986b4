// What a mouse, a finger or the caret points at in the article is selected, and so explained.

/** @typedef {import('./marks.js').Marks} Marks */
/** @typedef {import('./reader.js').Reader} Reader */

/** Milliseconds that a mouse must rest on a mark. */
const REST = 450;

/** What a click is for already. */
const ACTIVE = 'a[href], button, input, label, select, summary, textarea, [role=button]';

export class Pointer {
  #root;
  #reader;
  #marks;
  #timer = 0;

  /**
   * @param {HTMLElement} root
   * @param {Reader} reader
   * @param {Marks} marks
   * @param {AbortSignal} [signal] ends it
   */
  constructor(root, reader, marks, signal) {
    this.#root = root;
    this.#reader = reader;
    this.#marks = marks;
    root.addEventListener('click', (event) => this.#click(event), { signal });
    document.addEventListener('pointermove', (event) => this.#move(event), { signal });
    // A page that is scrolled under a resting mouse is being read, not asked.
    document.addEventListener('scroll', () => clearTimeout(this.#timer), { signal });
    signal?.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Lets Ctrl+Enter ask for the marks at the caret. */
  followCaret() {
    this.#root.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    clearTimeout(this.#timer);
    const isTaken = event.target instanceof Element && event.target.closest(ACTIVE);
    const isSelecting = getSelection()?.isCollapsed === false;
    const marks = isTaken || isSelecting ? [] : this.#marks.at(event.clientX, event.clientY);
    this.#select(marks, {});
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#select(this.#marks.atCaret(), { opener: this.#root });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    clearTimeout(this.#timer);
    const { selected, mode } = this.#reader.state;
    const { target, clientX, clientY, pointerType, buttons } = event;
    const isResting = pointerType === 'mouse' && buttons === 0 && mode === 'reading' && this.#root.contains(/** @type {Node} */ (target));
    // What was clicked stays until it is closed.
    if (!isResting || (selected && !selected.hover)) return;
    this.#timer = setTimeout(() => {
      const [first, ...others] = this.#marks.at(clientX, clientY);
      // Statements cover most of an article: resting anywhere on their content asks nothing.
      const isTelling = first?.rank < 3;
      const isNew = selected?.mark.list !== first?.list || selected?.mark.index !== first?.index;
      if (isTelling && isNew) this.#select([first, ...others], { hover: true });
    }, REST);
  }

  /** @param {import('./reader.js').Mark[]} marks @param {import('./reader.js').How} how */
  #select(marks, how) {
    const [mark, ...others] = marks.map(({ list, index }) => ({ list, index }));
    this.#reader.select(mark ?? null, { ...how, others });
  }
}
