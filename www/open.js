// Opening files, by the button, by dropping them anywhere or by pasting them; and a web page's source that is
// pasted as text. What reads them is an optional part.

import { isField } from './article.js';
import { byId } from './dom.js';

/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./notice.js').Notice} Notice */

/** How the source of a whole web page begins. A comment ends at its first `-->`: there is one way to read many of them. */
const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/** @param {string} text */
export const isWebPage = (text) => WEB_PAGE.test(text.slice(0, 4096));

/**
 * @param {Article} article
 * @param {Notice} notice
 * @param {ReturnType<typeof import('./part.js').partLoader>} part
 * @returns {(data: {getData(type: string): string}) => boolean} takes the source of a web page, and leaves what else
 *   a clipboard holds
 */
export function offerOpening(article, notice, part) {
  const load = () => part(() => import('./parts/files.js'));

  /** @param {File[]} files */
  const open = async (files) => (await load())?.openFiles(files, article, notice);

  /** @param {{getData(type: string): string}} data */
  const takesSource = (data) => {
    const text = data.getData('text/plain');
    const isSource = isWebPage(text);
    if (isSource) load().then((loaded) => loaded?.openSource(text, article, notice));
    return isSource;
  };

  /** @param {Event} event @param {DataTransfer | null} data */
  const take = (event, data) => {
    if (!data) return;
    // A picture dragged or copied out of a page is a file too, with its markup.
    const areFiles = data.files.length > 0 && data.getData('text/html') === '';
    if (areFiles) open([...data.files]);
    if (!areFiles && (isField(event.target) || !takesSource(data))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const input = /** @type {HTMLInputElement} */ (byId('file'));
  byId('open').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    open([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  });
  // On the way down, before the article takes what is text.
  addEventListener('drop', (event) => take(event, event.dataTransfer), true);
  addEventListener('paste', (event) => take(event, event.clipboardData), true);
  return takesSource;
}
