// The Save menu: the marked article as a file, in formats that others read, and the article as a link.

import { exportAs } from './pkg/sourcelight.js';
import { TYPES, copyButton } from './clipboard.js';
import { make } from './dom.js';
import * as words from './words.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {keyof typeof FORMATS} Format */

/** The end of each file's name, and its type. */
const FORMATS = /** @type {const} */ ({
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  csv: ['csv', 'text/csv'],
  json: ['json', 'application/json'],
  'web-annotation': ['jsonld', 'application/ld+json'],
});

/** Letters of the headline in a file's name. */
const LONGEST = 60;

/** Milliseconds for the browser to take the file. */
const TAKEN = 60_000;

/** @param {HTMLElement} list @param {HTMLButtonElement} opener @param {Reader} reader */
export function offerSaving(list, opener, reader) {
  for (const format of /** @type {Format[]} */ (Object.keys(FORMATS))) {
    const button = make('button', { type: 'button' }, words.formats[format]);
    button.addEventListener('click', () => save(format, reader));
    list.append(make('li', {}, button));
  }
  reader.subscribe((change, state) => {
    // What was only moved along with an edit is not what the text says.
    if (change === 'article' || change === 'edit') opener.disabled = true;
    if (change === 'analysis') opener.disabled = state.analysis?.notice !== null || state.text === '';
  });
}

/**
 * Copying with marks and printing.
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} opener disabled where there is nothing to take
 * @param {() => Promise<Record<string, string>>} copy
 * @param {() => void} print
 */
export function offerTaking(root, opener, copy, print) {
  const told = make('p', { role: 'status' });
  const printing = make('button', { type: 'button' }, words.taking.print);
  printing.addEventListener('click', print);
  document.addEventListener('keydown', (event) => {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'p';
    if (!isPrint || opener.disabled) return;
    event.preventDefault();
    print();
  });
  root.append(copyButton(words.taking.copy, copy, told, TYPES), ' ', printing, told);
}

/** @param {HTMLElement} root @param {() => Promise<string | undefined>} address of the page with the article */
export function offerLink(root, address) {
  const told = make('p', { role: 'status' });
  root.append(copyButton(words.link.copy, address, told), make('p', { class: 'hint' }, words.link.hint), told);
}

/** @param {Format} format @param {Reader} reader */
function save(format, { state: { text, analysis } }) {
  if (!analysis) return;
  const [ending, type] = FORMATS[format];
  download(exportAs(text, analysis, format), text, ending, type);
}

/** @param {string} content @param {string} text the article, which gives the file its name @param {string} ending @param {string} type */
export function download(content, text, ending, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make('a', { href: address, download: `${nameOf(text)}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}

/** A file's name from the headline. @param {string} text */
const nameOf = (text) => text.trim().split('\n')[0].slice(0, LONGEST).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'article';
