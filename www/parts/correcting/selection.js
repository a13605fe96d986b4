// The words of the article that are selected, as a stretch of its text.

/** @typedef {import('../../pkg/sourcelight.js').Span} Span */

/**
 * The text and the page differ in white space alone, so places are counted without it.
 * @param {HTMLElement} root the article
 * @param {string} text what it says
 * @returns {Span | undefined} without white space at the ends; `undefined` where nothing is selected in the article
 */
export function selectedSpan(root, text) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const before = new Range();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const count = solid(range.toString());
  if (count === 0) return undefined;
  const start = behind(text, solid(before.toString()) + 1) - 1;
  return [start, behind(text, count, start)];
}

/** How many characters are no white space. @param {string} text */
const solid = (text) => text.replace(/\s/g, '').length;

/** The offset behind so many characters that are no white space. @param {string} text @param {number} count @param {number} [from] */
function behind(text, count, from = 0) {
  let at = from;
  for (let left = count; left > 0 && at < text.length; at += 1) {
    if (!/\s/.test(text[at])) left -= 1;
  }
  return at;
}
