// The style sheets of optional parts, which come along with them.

import { make } from '../dom.js';

/** @type {Map<string, Promise<void>>} */
const added = new Map();

/**
 * Adds a part's style sheet to the page; done once it is in force. A part that is not styled is still of use,
 * so where the sheet does not load the console alone is told.
 * @param {URL} address
 * @returns {Promise<void>}
 */
export function addStyle({ href }) {
  const known = added.get(href);
  if (known) return known;
  const link = make('link', { rel: 'stylesheet', href });
  const loaded = new Promise((/** @type {(value: void) => void} */ resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      console.error(`The style sheet ${href} did not load.`);
      resolve();
    });
  });
  added.set(href, loaded);
  document.head.append(link);
  return loaded;
}
