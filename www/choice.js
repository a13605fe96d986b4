// What the reader has chosen in the column to be marked alone: one source, one name, one line of the profile.

/** @typedef {import('./reader.js').Reader} Reader */
/**
 * `key` tells it from all other choices; `label` is what it is called after “only”.
 * @typedef {{key: string, label: string, attributions?: number[], entities?: number[]}} Option
 */

/** The key of a source. @param {string} name */
export const keyOfVoice = (name) => `voice:${name}`;

/** The key of a name. @param {number} entity */
export const keyOfEntity = (entity) => `entity:${entity}`;

export class Choice {
  #reader;
  #onChange;
  /** @type {Option | null} */
  #chosen = null;

  /**
   * @param {Reader} reader
   * @param {(chosen: Option | null) => void} onChange
   */
  constructor(reader, onChange) {
    this.#reader = reader;
    this.#onChange = onChange;
    // Indices into an earlier analysis mean other marks in the next one.
    reader.subscribe((change) => {
      if (change === 'article' || change === 'analysis') this.clear();
    });
  }

  get chosen() {
    return this.#chosen;
  }

  /** Marks everything again. */
  clear() {
    if (this.#chosen) this.#set(null);
  }

  /**
   * Lets a button choose, and choose everything again; `attribute` tells which of the two it will do.
   * @param {HTMLButtonElement} button
   * @param {'aria-expanded' | 'aria-pressed'} attribute
   * @param {Option} option
   */
  bind(button, attribute, option) {
    button.dataset.choice = option.key;
    button.setAttribute(attribute, String(this.#chosen?.key === option.key));
    button.addEventListener('click', () => this.#set(this.#chosen?.key === option.key ? null : option));
  }

  /** @param {Option | null} option */
  #set(option) {
    this.#chosen = option;
    for (const button of document.querySelectorAll('[data-choice]')) {
      const isChosen = String(button.getAttribute('data-choice') === option?.key);
      button.setAttribute(button.hasAttribute('aria-expanded') ? 'aria-expanded' : 'aria-pressed', isChosen);
    }
    this.#reader.setFilter({ attributions: option?.attributions ?? null, entities: option?.entities ?? null });
    this.#onChange(option);
  }
}
