// The words of the article that are selected, as a stretch of its text.

import { solid, spanOf } from '../solid.js';

/** @typedef {import('../../pkg/sourcelight.js').Span} Span */

/**
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
  const start = solid(before.toString());
  return spanOf([start, start + solid(range.toString())], text);
}
