// Keeps the caret in place where marks are elements.

/**
 * Runs `change`, which may wrap and unwrap text but not change it, and leaves the selection in
 * `root` where it was. Highlights that are no elements don't move it, so nothing is done then.
 * @param {HTMLElement} root
 * @param {() => void} change
 */
export function keepCaret(root, change) {
  const selection = getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  const isText = anchorNode instanceof Text && focusNode instanceof Text;
  if ('highlights' in CSS || !selection || !isText || !root.contains(anchorNode)) {
    // In an empty paragraph the caret stands in an element, which stays where it is.
    change();
    return;
  }
  const anchor = countBefore(root, anchorNode, selection.anchorOffset);
  const focus = countBefore(root, focusNode, selection.focusOffset);
  change();
  const from = positionOf(root, anchor);
  const to = positionOf(root, focus);
  if (from && to) selection.setBaseAndExtent(...from, ...to);
}

/** @param {HTMLElement} root @param {Node} node @param {number} offset */
function countBefore(root, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** @param {HTMLElement} root @param {number} count @returns {[Node, number] | undefined} */
function positionOf(root, count) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = count;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return [node, left];
    left -= length;
  }
  return undefined;
}
