// Places counted without white space: in that alone the page differs from its text, and an article from the same one built again.

/** @typedef {import('../pkg/sourcelight.js').Span} Span */

/** How many characters are no white space. @param {string} text */
export const solid = (text) => text.replace(/\s/g, '').length;

/**
 * The stretch between two such counts; `undefined` where there is none.
 * @param {Span} solid
 * @param {string} text
 * @returns {Span | undefined}
 */
export function spanOf([from, to], text) {
  let start = 0;
  let count = 0;
  for (const { index } of text.matchAll(/\S/g)) {
    if (count === from) start = index;
    count += 1;
    if (count === to) return from < to ? [start, index + 1] : undefined;
  }
  return undefined;
}
