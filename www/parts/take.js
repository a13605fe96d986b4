// Takes the article with its marks elsewhere: into a word processor by the clipboard, and onto paper.

import { exportAs } from '../pkg/sourcelight.js';
import { byId, make } from '../dom.js';
import { explain } from '../explain.js';
import { markedCopy, noted } from './marked-copy.js';
import { addStyle } from './style.js';
import * as pageWords from '../words.js';
import * as words from './words.js';

/** @typedef {import('../reader.js').Reader} Reader */

/** What word processors understand of each look, on white. @type {Record<string, string>} */
const STYLES = {
  content: 'background-color: #e3edf9',
  'content-hedged': 'background-color: #fde9bf',
  source: 'color: #1d4f91; text-decoration: underline',
  cue: 'color: #46658f; font-style: italic',
  'cue-hedged': 'color: #94580a; font-style: italic',
  hedge: 'color: #94580a; text-decoration: underline',
};

/**
 * The article for the clipboard: with marks, and as Markdown with a note for each where only text is taken.
 * @param {HTMLElement} root the article
 * @param {Reader} reader
 * @returns {Record<string, string>} by type
 */
export function richCopy(root, reader) {
  const { text, analysis } = reader.state;
  const sheet = make('div', {}, ...markedCopy(root, reader), key((look) => look in STYLES), make('p', {}, words.madeBy));
  for (const mark of sheet.querySelectorAll('mark')) {
    const style = STYLES[mark.className.replace('sourcelight-', '')];
    if (!style) {
      mark.replaceWith(...mark.childNodes);
      continue;
    }
    const plain = make('span', {}, ...mark.childNodes);
    plain.style.cssText = style;
    mark.replaceWith(plain);
  }
  return { 'text/html': sheet.innerHTML, 'text/plain': analysis ? exportAs(text, analysis, 'markdown') : text };
}

/**
 * Prints the article with its marks, the legend and a note for each attribution.
 * @param {HTMLElement} root the article
 * @param {Reader} reader
 */
export async function print(root, reader) {
  await addStyle(new URL('print.css', import.meta.url));
  const notes = noted(reader);
  const article = make('div', { class: 'article' }, ...markedCopy(root, reader, notes));
  const names = [...byId('name-kinds').querySelectorAll('label:has(:checked) mark')].map((mark) => mark.cloneNode(true));
  const paper = make('div', { id: 'paper' }, key(() => true, names), article, ...noteList(notes, reader), make('p', { class: 'foot' }, words.madeBy));
  document.getElementById('paper')?.remove();
  document.body.append(paper);
  addEventListener('afterprint', () => paper.remove(), { once: true });
  window.print();
}

/**
 * What the looks mean.
 * @param {(look: string) => boolean} isUsed
 * @param {Node[]} names samples of the kinds of names
 */
function key(isUsed, names = []) {
  const looks = words.looks.filter(([look]) => isUsed(look)).map(([look, meaning]) => make('mark', { class: `sourcelight-${look}` }, meaning));
  return make('p', {}, ...[...looks, ...names].flatMap((sample, index) => (index > 0 ? [' · ', sample] : [sample])));
}

/** @param {number[]} notes @param {Reader} reader @returns {HTMLElement[]} */
function noteList(notes, reader) {
  const { analysis } = reader.state;
  if (!analysis || notes.length === 0) return [];
  const items = notes.map((index) => {
    const { title, traceable, sentences } = explain({ list: 'attributions', index }, analysis, reader);
    const badge = traceable ? ` (${pageWords.traceable[traceable].toLowerCase()}). ` : ' ';
    return make('li', {}, make('b', {}, title), badge, sentences.join(' '));
  });
  return [make('h2', {}, words.notes), make('ol', { class: 'notes' }, ...items)];
}
