// Corrections are an optional part: it comes when a reader asks for it, selects words, or has kept some before.

import { recall } from './storage.js';

/** @typedef {import('./reader.js').Mark} Mark */

/**
 * @param {HTMLElement} root the article
 * @param {import('./reader.js').Reader} reader
 * @param {import('./marks.js').Marks} marks
 * @param {ReturnType<typeof import('./part.js').partLoader>} part
 * @returns {(mark: Mark, place: HTMLElement) => Promise<void>} puts what can be corrected about a mark into its card
 */
export function offerCorrecting(root, reader, marks, part) {
  /** @type {Promise<import('./parts/corrections.js').Corrector | undefined> | undefined} */
  let started;
  const start = async () => {
    started ??= part(() => import('./parts/corrections.js')).then((found) => found?.startCorrecting(root, reader, marks));
    const corrector = await started;
    if (!corrector) started = undefined;
    return corrector;
  };
  if (recall('corrections') !== undefined) start();
  const look = () => {
    const selection = getSelection();
    const isMeant = reader.state.mode === 'reading' && selection?.isCollapsed === false && root.contains(selection.anchorNode);
    if (isMeant && !started) start();
  };
  document.addEventListener('selectionchange', look);
  reader.subscribe((change) => change === 'mode' && look());
  return async (mark, place) => (await start())?.offer(mark, place);
}
