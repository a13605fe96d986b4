// Every word that the extension adds to those of the page.

import { counted } from '../www/words.js';

/** @typedef {import('../www/pkg/sourcelight.js').Analysis} Analysis */

export const bar = {
  name: 'Sourcelight',
  busy: 'Reading …',
  /** @param {Analysis} analysis */
  found: ({ attributions }) =>
    `${counted(attributions.length, 'statement', 'statements')}, ${attributions.filter(({ hedged }) => hedged).length} hedged`,
  panel: 'Sources',
  panelByHand: 'The sources are in Sourcelight’s sidebar: open it from the browser’s menu of sidebars.',
  close: 'Take the marks out',
  none: 'No article was found on this page. Select the text that you want marked, and click Sourcelight again.',
  failed: 'Something went wrong while the text was read. The page is as it was.',
  again: 'Try again',
  /** @param {string} site */
  off: (site) => `You keep Sourcelight off on ${site}.`,
  on: 'Switch it on here',
};

export const panel = {
  title: 'Sourcelight',
  empty: 'Click the button of Sourcelight in the browser’s toolbar to mark the article on this page.',
  /** @param {string} site */
  off: (site) => `Keep Sourcelight off on ${site}`,
};
