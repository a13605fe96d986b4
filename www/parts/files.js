// Opens a file (text, Markdown or a web page, in whatever encoding) or the source of a web page, or says why not.

import { blocksOfText } from '../blocks.js';
import { isWebPage } from '../open.js';
import { decode, signature } from './decode.js';
import * as words from './words.js';

/** @typedef {import('../article.js').Article} Article */
/** @typedef {import('../notice.js').Notice} Notice */

/** The largest file that is opened, in megabytes: a web page with its pictures inside may be that large, no article is. */
const MEGABYTES = 10;

/** Why a file is not opened, in words for the reader. */
class Refusal extends Error {}

/** How many were opened: what was opened last alone counts, whichever is read first. */
let opened = 0;

/** @returns {() => boolean} whether nothing else was opened since */
function begin() {
  opened += 1;
  const turn = opened;
  return () => turn === opened;
}

/**
 * Puts the first of the files in place of the article, or says why not.
 * @param {File[]} files
 * @param {Pick<Article, 'replace'>} article
 * @param {Pick<Notice, 'show'>} notice
 */
export async function openFiles([file, ...others], article, notice) {
  if (!file) return;
  const isLatest = begin();
  try {
    const blocks = await read(file);
    if (!isLatest()) return;
    article.replace(blocks);
    if (others.length > 0) notice.show(words.files.first(file.name, others.length));
  } catch (error) {
    if (!isLatest()) return;
    if (!(error instanceof Refusal)) console.error(error);
    notice.show(error instanceof Refusal ? error.message : words.files.failed(file.name), { role: 'alert' });
  }
}

/**
 * Puts the main text of a web page in place of the article; where none is found, the source as it is.
 * @param {string} source the page's HTML
 * @param {Article} article
 * @param {Notice} notice
 */
export async function openSource(source, article, notice) {
  const isLatest = begin();
  const blocks = await mainText(source);
  if (!isLatest()) return;
  const asText = () => article.replace(blocksOfText(source));
  if (blocks.length > 0) {
    article.replace(blocks);
    notice.show(words.webPage.source, { action: words.webPage.asText, onAction: asText });
  } else {
    asText();
    notice.show(words.webPage.textless, { role: 'alert' });
  }
}

/** Nothing where there is none, or what finds it does not load. @param {string} source @returns {Promise<HTMLElement[]>} */
async function mainText(source) {
  try {
    return (await import('./web-page.js')).blocksOfPage(source);
  } catch (error) {
    console.error(error);
    return [];
  }
}

/** @param {File} file @returns {Promise<HTMLElement[]>} */
async function read(file) {
  const { name } = file;
  if (file.size > MEGABYTES * 1_000_000) throw new Refusal(words.files.large(name, MEGABYTES));
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new Refusal(words.files.unreadable(name));
    }),
  );
  const kind = signature(bytes);
  if (kind) throw new Refusal(words.files.binary(name, words.files.kinds[kind]));
  const text = decode(bytes);
  if (text === undefined) throw new Refusal(words.files.binary(name));
  const blocks = await blocksOf(text, name);
  if (blocks.length === 0) throw new Refusal(words.files.empty(name));
  return blocks;
}

/** @param {string} text @param {string} name @returns {Promise<HTMLElement[]>} */
async function blocksOf(text, name) {
  if (/\.(md|markdown)$/i.test(name)) return (await import('./markdown.js')).blocksOfMarkdown(text);
  if (/\.x?html?$/i.test(name) || isWebPage(text)) return (await import('./web-page.js')).blocksOfPage(text);
  return blocksOfText(text);
}
