// Keeps an edited article to the elements that a pasted one may have: browsers leave others behind
// when paragraphs are joined.

import { readCaret, setCaret } from './caret.js';

const KEPT = 'h1, h2, h3, p, ul, ol, li, blockquote, a, em, strong, br, mark.sourcelight';

/** @param {HTMLElement} root */
export function tidy(root) {
  for (const element of root.querySelectorAll('[style]')) element.removeAttribute('style');
  const others = root.querySelectorAll(`:not(${KEPT})`);
  if (others.length === 0) return;
  const caret = readCaret(root);
  others.forEach(unwrap);
  setCaret(root, caret);
}

/** The article, or a copy of it, without the marks that are elements. @param {HTMLElement} root @returns {HTMLElement} */
export function unmarked(root) {
  if (!root.querySelector('mark')) return root;
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  copy.querySelectorAll('mark').forEach(unwrap);
  copy.normalize();
  return copy;
}

/** @param {Element} element */
function unwrap(element) {
  element.replaceWith(...element.childNodes);
}
