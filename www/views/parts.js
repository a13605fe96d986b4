// Small pieces that several views show.

import { make } from '../dom.js';

/** Longer statements are cut at a word in a list; the article has them in full. */
const EXCERPT_LENGTH = 110;

/** @param {string} text */
export function excerpt(text) {
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.lastIndexOf(' ', EXCERPT_LENGTH);
  return `${text.slice(0, cut > 0 ? cut : EXCERPT_LENGTH)} …`;
}

/**
 * A bar for a share between 0 and 1. Its number stands beside it as text, so it is hidden from screen readers.
 * @param {number} share
 * @param {string} [look]
 */
export function bar(share, look = '') {
  const element = make('span', { class: `bar ${look}`, 'aria-hidden': 'true' });
  element.style.setProperty('--share', String(share));
  return element;
}

/**
 * A heading with a number behind it.
 * @param {string} text
 * @param {number | string} count
 */
export const countedHeading = (text, count) => make('h3', {}, text, ' ', make('span', { class: 'count' }, String(count)));
