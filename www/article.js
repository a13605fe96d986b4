// The article: what is pasted, typed, dropped or loaded into it, and the way back.

import { blocksOfHtml, blocksOfText } from './blocks.js';
import { make } from './dom.js';

/**
 * Tells the page that the article has changed: `replaced` for another text, `edited` for a change
 * of the one that is there.
 * @typedef {(change: 'replaced' | 'edited') => void} OnChange
 */

export class Article {
  #root;
  #onChange;
  /** Texts that were replaced, the latest last. @type {Node[][]} */
  #earlier = [];
  /** Texts that undoing took away, the latest last. @type {Node[][]} */
  #later = [];

  /**
   * @param {HTMLElement} root
   * @param {OnChange} onChange
   */
  constructor(root, onChange) {
    this.#root = root;
    this.#onChange = onChange;
    // On the way down, so that a paste is taken wherever the focus is.
    document.addEventListener('paste', (event) => this.#paste(event), true);
    root.addEventListener('drop', (event) => this.#drop(event));
    root.addEventListener('beforeinput', (event) => this.#beforeInput(event));
    root.addEventListener('input', () => this.#edited());
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.#showEmptiness();
  }

  get isEmpty() {
    return this.#root.textContent?.trim() === '';
  }

  get canUndo() {
    return this.#earlier.length > 0;
  }

  get canRedo() {
    return this.#later.length > 0;
  }

  /**
   * Puts another text in place of the present one, which `undo` brings back.
   * @param {HTMLElement[]} blocks
   */
  replace(blocks) {
    if (!this.isEmpty) this.#earlier.push([...this.#root.childNodes]);
    this.#later = [];
    this.#show(blocks);
  }

  undo() {
    this.#step(this.#earlier, this.#later);
  }

  redo() {
    this.#step(this.#later, this.#earlier);
  }

  /** @param {Node[][]} from @param {Node[][]} to */
  #step(from, to) {
    const nodes = from.pop();
    if (!nodes) return;
    to.push([...this.#root.childNodes]);
    this.#show(nodes);
  }

  /** @param {Node[]} nodes */
  #show(nodes) {
    this.#root.replaceChildren(...nodes);
    this.#root.scrollTop = 0;
    this.#showEmptiness();
    this.#onChange('replaced');
  }

  #edited() {
    this.#showEmptiness();
    this.#onChange('edited');
  }

  #showEmptiness() {
    this.#root.toggleAttribute('data-empty', this.isEmpty);
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const target = event.target;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField || !event.clipboardData) return;
    event.preventDefault();
    this.#take(event.clipboardData);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!event.dataTransfer?.types.includes('text/plain')) return;
    event.preventDefault();
    this.#take(event.dataTransfer);
  }

  /** @param {DataTransfer} data */
  #take(data) {
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    if (this.#insertsAtCaret()) {
      // The browser's own insertion keeps the browser's own undo.
      document.execCommand('insertText', false, text || blocksOfHtml(html).map((block) => block.textContent).join('\n'));
      return;
    }
    const rich = html === '' ? [] : blocksOfHtml(html);
    const blocks = rich.length > 0 ? rich : blocksOfText(text);
    if (blocks.length > 0) this.replace(blocks);
  }

  /** A paste goes to the caret in a text; it replaces the text if all or nothing of it is selected. */
  #insertsAtCaret() {
    const selection = getSelection();
    const isEditing = document.activeElement === this.#root && this.#root.isContentEditable;
    if (this.isEmpty || !isEditing || !selection?.rangeCount) return false;
    const isAll = selection.toString().trim() === this.#root.innerText.trim();
    return this.#root.contains(selection.anchorNode) && !isAll;
  }

  /** @param {InputEvent} event */
  #beforeInput(event) {
    if (event.inputType.startsWith('format')) {
      event.preventDefault();
    } else if (this.isEmpty && !this.#root.firstElementChild) {
      // Otherwise the first line would be the only one without a paragraph.
      const paragraph = make('p', {}, make('br'));
      this.#root.replaceChildren(paragraph);
      getSelection()?.collapse(paragraph, 0);
    }
  }
}
