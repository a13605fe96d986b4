// What a reader waits for on any page: the first marks after a click on the extension's button, and those of a paragraph
// that the page changes; and how long the page stands still meanwhile.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { launch } from '../../tests/extension/chromium.mjs';
import { serve } from './server.mjs';

/** Milliseconds before a click, for the page to come to rest, and after the marks, for what follows them. */
const REST = 1500;

/** @typedef {{first: number, frame: number, changed: number}} Click milliseconds; `frame`: the longest from the click to some time after the marks */

/**
 * Runs `use` with a function that opens a page anew, clicks and measures.
 * @param {string} zip the extension as a shop gets it
 * @param {string} html
 * @param {(measure: () => Promise<Click>) => Promise<void>} use
 */
export async function withExtension(zip, html, use) {
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  await unpack(zip, folder);
  const { context, trigger } = await launch(folder);
  const { address, close } = await serve(async () => html);
  try {
    await use(async () => {
      const page = await context.newPage();
      await page.goto(address);
      await page.evaluate(watch);
      await page.bringToFront();
      await page.waitForTimeout(REST);
      const click = await trigger(page);
      const { first, frame } = await page.evaluate(firstMarks, [click, REST]);
      const changed = await page.evaluate(change);
      await page.close();
      return { first, frame, changed };
    });
  } finally {
    close();
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} zip @param {string} folder */
async function unpack(zip, folder) {
  const { files } = await JSZip.loadAsync(await readFile(zip));
  for (const [name, file] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), await file.async('nodebuffer'));
  }
}

/** In the page: notes each frame, and the one that has the first marks. Times are those of `Date.now()`. */
function watch() {
  /** @type {{frames: number[], marked: number}} */
  const seen = Object.assign(window, { seen: { frames: /** @type {number[]} */ ([]), marked: 0 } }).seen;
  const look = () => {
    const now = performance.timeOrigin + performance.now();
    seen.frames.push(now);
    if (CSS.highlights.size > 0) seen.marked ||= now;
    requestAnimationFrame(look);
  };
  look();
}

/** In the page: the time from the click to the first marks, and the longest frame until `rest` after them. @param {[number, number]} given */
async function firstMarks([click, rest]) {
  const { seen } = /** @type {any} */ (window);
  while (!seen.marked) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, rest));
  const during = seen.frames.filter((/** @type {number} */ at) => at >= click);
  const gaps = during.slice(1).map((/** @type {number} */ at, /** @type {number} */ index) => at - during[index]);
  return { first: seen.marked - click, frame: Math.max(...gaps) };
}

/** In the page: another first paragraph, and the time until it is marked. @returns {Promise<number>} */
async function change() {
  const article = /** @type {Element} */ (document.querySelector('article'));
  const text = /** @type {Text} */ (article.querySelector('p')?.firstChild);
  const begin = performance.now();
  const source = 'Lawyers';
  text.data = `${source} have confirmed that the second ferry was sold.`;
  const parts = () => [...(CSS.highlights.get('sourcelight-source') ?? [])];
  const isMarked = () => parts().some(({ startContainer, endOffset }) => startContainer === text && endOffset === source.length);
  while (!isMarked()) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - begin;
}
