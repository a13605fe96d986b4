// The list below an article of who says what in it: for keyboards and screen readers, which don't get at marks.

import { make } from '../dom.js';
import * as words from '../words.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../reader.js').Mark} Mark */

export const SUMMARY_STYLE = `
[part='summary'] { margin-block: 1em; font: 0.9375rem / 1.45 var(--sourcelight-card-font, system-ui, sans-serif); }
[part='summary'] ol { margin: 0.5em 0; padding-inline-start: 2em; }
[part='statement'] { padding: 0.2em 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
`;

/**
 * @param {Analysis} analysis
 * @param {string} text
 * @param {(mark: Mark, opener: HTMLElement) => void} show
 */
export function summaryOf(analysis, text, show) {
  const items = analysis.attributions.map(({ speaker, source, content, hedged }, index) => {
    const pieces = (/** @type {[number, number][]} */ spans) => spans.map((span) => text.slice(...span)).join(' … ');
    const who = speaker ?? (pieces(source) || words.sources.none);
    const button = make('button', { type: 'button', part: 'statement' }, make('b', {}, who), hedged ? ` (${words.sources.hedged})` : '', `: ${pieces(content)}`);
    button.addEventListener('click', () => show({ list: 'attributions', index }, button));
    return make('li', {}, button);
  });
  return make('details', { part: 'summary' }, make('summary', {}, words.status.found(analysis)), make('ol', {}, ...items));
}
