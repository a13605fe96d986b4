// The article: what is pasted, typed, dropped or loaded into it, how it is edited, and the way back.

import { blocksOfHtml, blocksOfText } from './blocks.js';
import { readCaret, setCaret } from './caret.js';
import { make } from './dom.js';
import { History } from './history.js';
import { tidy, unmarked } from './tidy.js';
import * as words from './words.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./history.js').Snapshot} Snapshot */
/**
 * Tells the page that the article has changed: `replaced` for another text, `edited` for a change
 * of the one that is there.
 * @typedef {(change: 'replaced' | 'edited') => void} OnChange
 */

/** Milliseconds without a change after which a run of typing is a step of its own to undo. */
const RUN_PAUSE = 1000;

/** An article of more blocks is put in by so many at a time: to lay it out takes long. */
const LONG = 100;

/** A text of so many characters is long, though it be one block. */
const MUCH = 100_000;

/** What a reader begins to act on the article with. */
const ACTS = ['keydown', 'pointerdown', 'beforeinput', 'copy', 'cut', 'selectionchange', 'beforeprint'];

export class Article {
  #root;
  #reader;
  #onChange;
  #history = new History();
  /** Which text this is; undoing may bring back another one. */
  #text = 0;
  #texts = 0;
  /** What is being done to the text since the last step, such as `insertText`. @type {string | undefined} */
  #run;
  #isDirty = false;
  #runTimer = 0;
  /** The blocks of a long article that are still to come. @type {HTMLElement[]} */
  #rest = [];
  #settled = Promise.resolve();

  /**
   * @param {HTMLElement} root
   * @param {Reader} reader
   * @param {OnChange} onChange
   */
  constructor(root, reader, onChange) {
    this.#root = root;
    this.#reader = reader;
    this.#onChange = onChange;
    for (const act of ACTS) window.addEventListener(act, () => this.#finish(), true);
    // On the way down, so that a paste is taken wherever the focus is.
    document.addEventListener('paste', (event) => this.#paste(event), true);
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => this.#drop(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('dragstart', (event) => event.preventDefault());
    root.addEventListener('beforeinput', (event) => this.#beforeInput(event));
    root.addEventListener('input', (event) => this.#edited(/** @type {InputEvent} */ (event).isComposing));
    reader.subscribe((change) => {
      if (change !== 'mode') return;
      this.#showMode();
      if (reader.state.mode === 'writing') this.#enter();
      // There is nothing to read.
      else if (this.isEmpty) reader.setMode('writing');
    });
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.#showEmptiness();
    this.#showMode();
  }

  get root() {
    return this.#root;
  }

  get isEmpty() {
    // Not all of a long text for a single word of it.
    const texts = document.createNodeIterator(this.#root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.nodeValue?.trim()) return false;
    }
    return true;
  }

  /** Whether it is so long that it is put in and read bit by bit. */
  get isLong() {
    return this.#rest.length > 0 || this.#root.childElementCount > LONG || (this.#root.textContent ?? '').length > MUCH;
  }

  /** Done once all of the article is there. */
  get settled() {
    return this.#settled;
  }

  get canUndo() {
    return this.#isDirty || this.#history.canUndo;
  }

  get canRedo() {
    return !this.#isDirty && this.#history.canRedo;
  }

  /** The article as `open` takes it: elements of the allow-list, without marks. */
  get html() {
    this.#finish();
    return unmarked(this.#root).innerHTML;
  }

  /**
   * Puts an article that was kept or sent in place of the present one. It is trusted no more than a paste.
   * @param {string} html
   * @returns {boolean} false where there is no text in it, and the present one stays
   */
  open(html) {
    const blocks = blocksOfHtml(html);
    if (blocks.length > 0) this.replace(blocks);
    return blocks.length > 0;
  }

  /**
   * Puts another text in place of the present one, which `undo` brings back.
   * @param {HTMLElement[]} blocks
   */
  replace(blocks) {
    this.#endRun();
    this.#texts += 1;
    this.#text = this.#texts;
    this.#root.replaceChildren(...blocks.slice(0, LONG));
    this.#rest = blocks.slice(LONG);
    this.#settled = this.#settle();
    this.#history.push(blocks, null, this.#text);
    this.#reader.setMode(blocks.length > 0 ? 'reading' : 'writing');
    window.scrollTo({ top: 0 });
    this.#changed('replaced');
  }

  undo() {
    this.#endRun();
    this.#show(this.#history.undo());
  }

  redo() {
    this.#endRun();
    this.#show(this.#history.redo());
  }

  /** Takes what a clipboard or a drop holds. @param {DataTransfer | {getData(type: string): string}} data */
  take(data) {
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const rich = html === '' ? [] : blocksOfHtml(html);
    const blocks = rich.length > 0 ? rich : blocksOfText(text);
    if (blocks.length === 0) return;
    if (!this.#insertsAtCaret()) return this.replace(blocks);
    this.#endRun();
    document.execCommand('insertText', false, text || blocks.map((block) => block.textContent).join('\n'));
    this.#endRun();
  }

  /** Puts in the blocks of a long article, between which the page may do other things. */
  async #settle() {
    while (this.#rest.length > 0) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#root.append(...this.#rest.splice(0, LONG));
      // Lays them out now: later all of them would be laid out in one go.
      this.#root.getBoundingClientRect();
    }
  }

  /** Whoever acts on the article, acts on all of it. */
  #finish() {
    this.#root.append(...this.#rest.splice(0));
  }

  /** @param {Snapshot | undefined} state */
  #show(state) {
    if (!state) return;
    this.#finish();
    const isSameText = state.text === this.#text;
    this.#text = state.text;
    keepEnds(this.#root, state.blocks);
    const isWriting = this.#reader.state.mode === 'writing';
    this.#reader.setMode(this.isEmpty || (isWriting && isSameText) ? 'writing' : 'reading');
    if (document.activeElement === this.#root) setCaret(this.#root, state.caret);
    this.#changed(isSameText ? 'edited' : 'replaced');
  }

  /** @param {boolean} isComposing */
  #edited(isComposing) {
    this.#finish();
    if (!isComposing) tidy(this.#root);
    this.#isDirty = true;
    clearTimeout(this.#runTimer);
    this.#runTimer = setTimeout(() => this.#endRun(), RUN_PAUSE);
    this.#changed('edited');
  }

  /** @param {'replaced' | 'edited'} change */
  #changed(change) {
    this.#showEmptiness();
    this.#onChange(change);
  }

  /** Makes what was done since the last step a step. */
  #endRun() {
    clearTimeout(this.#runTimer);
    this.#run = undefined;
    if (!this.#isDirty) return;
    this.#isDirty = false;
    this.#history.push(unmarked(this.#root).childNodes, readCaret(this.#root), this.#text);
  }

  #showEmptiness() {
    this.#root.toggleAttribute('data-empty', this.isEmpty);
  }

  #showMode() {
    const isWriting = this.#reader.state.mode === 'writing';
    if (!isWriting) this.#endRun();
    this.#root.contentEditable = String(isWriting);
    this.#root.role = isWriting ? 'textbox' : 'article';
    this.#root.ariaMultiLine = isWriting ? 'true' : null;
    this.#root.ariaLabel = isWriting ? words.article.writing : words.article.reading;
  }

  /** Puts the caret where the reader is: at the selection, or into the first block in view. */
  #enter() {
    const selection = getSelection();
    const isInside = selection?.rangeCount && this.#root.contains(selection.anchorNode);
    this.#root.focus({ preventScroll: true });
    if (isInside || this.isEmpty) return;
    const index = [...this.#root.children].findIndex((block) => block.getBoundingClientRect().top >= 0);
    setCaret(this.#root, { anchor: [Math.max(index, 0), 0], focus: [Math.max(index, 0), 0] });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isField(event.target)) return;
    if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault();
      if (key === 'y' || event.shiftKey) this.redo();
      else this.undo();
    }
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    if (isField(event.target) || !event.clipboardData) return;
    event.preventDefault();
    this.take(event.clipboardData);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (isField(event.target) || !event.dataTransfer) return;
    event.preventDefault();
    this.take(event.dataTransfer);
  }

  /** While writing, a paste goes to the caret; it replaces the text if all or nothing of it is selected. */
  #insertsAtCaret() {
    const selection = getSelection();
    const isWriting = document.activeElement === this.#root && this.#reader.state.mode === 'writing';
    if (this.isEmpty || !isWriting || !selection?.rangeCount) return false;
    const isAll = selection.toString().trim() === this.#root.innerText.trim();
    return this.#root.contains(selection.anchorNode) && !isAll;
  }

  /** @param {InputEvent} event */
  #beforeInput(event) {
    const { inputType } = event;
    if (inputType.startsWith('format') || inputType.startsWith('history')) {
      event.preventDefault();
      if (inputType === 'historyUndo') this.undo();
      if (inputType === 'historyRedo') this.redo();
      return;
    }
    if (this.isEmpty && !this.#root.firstElementChild) {
      // Otherwise the first line would be the only one without a paragraph.
      const paragraph = make('p', {}, make('br'));
      this.#root.replaceChildren(paragraph);
      getSelection()?.collapse(paragraph, 0);
    }
    if (this.#run === inputType) return;
    this.#endRun();
    this.#run = inputType;
    this.#history.now.caret = readCaret(this.#root);
  }
}

/** Whether keys and pastes belong to a field of the page rather than to the article. @param {EventTarget | null} target */
export const isField = (target) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(target.type));

/**
 * Puts copies of `blocks` in place of the children of `root`, but keeps those at both ends that are the same.
 * @param {HTMLElement} root
 * @param {Node[]} blocks
 */
function keepEnds(root, blocks) {
  const old = [...root.childNodes];
  const shorter = Math.min(old.length, blocks.length);
  let start = 0;
  while (start < shorter && old[start].isEqualNode(blocks[start])) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end].isEqualNode(blocks[blocks.length - 1 - end])) end += 1;
  old.slice(start, old.length - end).forEach((block) => block.remove());
  const copies = blocks.slice(start, blocks.length - end).map((block) => block.cloneNode(true));
  root.insertBefore(fragmentOf(copies), root.childNodes[start] ?? null);
}

/** @param {Node[]} nodes */
function fragmentOf(nodes) {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}
