// Where the selection is in the article, in a way that outlives its nodes: by top-level block and characters.

/** @typedef {[block: number, characters: number]} Place */
/** @typedef {{anchor: Place, focus: Place}} Caret */

/** @param {HTMLElement} root @returns {Caret | null} */
export function readCaret(root) {
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {};
  const anchor = anchorNode && placeOf(root, anchorNode, anchorOffset);
  const focus = focusNode && placeOf(root, focusNode, focusOffset);
  return anchor && focus ? { anchor, focus } : null;
}

/** @param {HTMLElement} root @param {Caret | null} caret */
export function setCaret(root, caret) {
  if (caret) getSelection()?.setBaseAndExtent(...nodeAt(root, caret.anchor), ...nodeAt(root, caret.focus));
}

/**
 * Runs `change`, which may wrap and unwrap text but not change it, and leaves the selection in
 * `root` where it was. Highlights that are no elements don't move it, so nothing is done then.
 * @param {HTMLElement} root
 * @param {() => void} change
 */
export function keepCaret(root, change) {
  const { anchorNode, focusNode } = getSelection() ?? {};
  // In an empty paragraph the caret stands in an element, which stays where it is.
  const isInText = anchorNode instanceof Text && focusNode instanceof Text;
  const caret = 'highlights' in CSS || !isInText ? null : readCaret(root);
  change();
  setCaret(root, caret);
}

/** @param {HTMLElement} root @param {Node} node @param {number} offset @returns {Place | undefined} */
function placeOf(root, node, offset) {
  if (!root.contains(node)) return undefined;
  if (node === root) return [offset, 0];
  let block = node;
  while (block.parentNode && block.parentNode !== root) block = block.parentNode;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return [Array.prototype.indexOf.call(root.childNodes, block), range.toString().length];
}

/** @param {HTMLElement} root @param {Place} place @returns {[Node, number]} */
function nodeAt(root, [index, characters]) {
  const block = root.childNodes[index];
  if (!block) return [root, root.childNodes.length];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = characters;
  /** @type {[Node, number]} */
  let last = [block, 0];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return [node, left];
    left -= length;
    last = [node, length];
  }
  return last;
}
