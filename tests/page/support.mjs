// What the tests of the page share: a browser, a page that is ready, pasting, and reading the marks.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const address = process.env.SOURCELIGHT_URL;
if (!address) {
  throw new Error('Set SOURCELIGHT_URL to the address of the served page, such as http://127.0.0.1:8080/.');
}

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

after(() => browser?.close());

/**
 * Opens the page, runs `use` once it is ready, and fails on any error in the page's console
 * that is not `expected`.
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {import('playwright-core').BrowserContextOptions & {prepare?: (page: import('playwright-core').Page) => Promise<unknown>, hash?: string, state?: string, expected?: RegExp}} [options]
 */
export async function withPage(use, { prepare, hash = '', state = 'ready', expected = /^$/, ...options } = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
    });
    await prepare?.(page);
    await page.goto(String(address) + hash);
    await page.waitForSelector(`body[data-state="${state}"]`);
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/**
 * Pastes into the article, as a browser would with this clipboard.
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} clipboard texts by type
 * @param {string} [state] what the page comes to
 */
export async function paste(page, clipboard, state = 'ready') {
  await page.evaluate((data) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.querySelector('#article').dispatchEvent(event);
  }, clipboard);
  await page.waitForSelector(`body[data-state="${state}"]`);
}

/**
 * Shows every mark: names, dates and numbers, and the doubtful ones.
 * @param {import('playwright-core').Page} page
 */
export async function showAllMarks(page) {
  await page.locator('#legend input[name="names"]').check();
  await page.click('#display-button');
  await page.locator('#sureness').press('End');
  await page.keyboard.press('Escape');
}

/**
 * The words under each painted mark, and those that the analysis of the same text asks for, sorted.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{painted: string[], expected: string[]}>}
 */
export function readMarks(page) {
  return page.evaluate(async () => {
    const { analyze, readText } = await import('./pkg/sourcelight.js');
    const text = readText(document.querySelector('#article'));
    const analysis = analyze(text);
    const spans = {};
    const add = (kind, span) => (spans[kind] ??= []).push([...span]);
    for (const { content, source, cue, hedged, within, confidence } of analysis.attributions) {
      const [weak, faint] = [hedged ? '-hedged' : '', confidence < 0.75 ? '-faint' : ''];
      content.forEach((span) => add(`content${weak}${faint}`, span));
      if (within !== null) content.forEach((span) => add('nested', span));
      source.forEach((span) => add(`source${faint}`, span));
      cue.forEach((span) => add(`cue${weak}${faint}`, span));
    }
    analysis.quotes.forEach(({ start, end }) => add('quote', [start, end]));
    analysis.hedges.forEach(({ start, end }) => add('hedge', [start, end]));
    analysis.entities.forEach(({ kind, start, end }) => add(kind, [start, end]));

    const expected = [];
    for (const [kind, list] of Object.entries(spans)) {
      list.sort(([a], [b]) => a - b);
      // Where marks of one kind overlap, they are painted as one.
      const united = list.filter(([start, end], index) => {
        const before = list.slice(0, index).findLast(([from, to]) => from <= start && start < to);
        if (before) before[1] = Math.max(before[1], end);
        return !before;
      });
      // A range over two paragraphs has no line break between them.
      for (const [start, end] of united) expected.push(`${kind}: ${text.slice(start, end).replaceAll('\n', '')}`);
    }

    const painted = [];
    for (const [name, highlight] of CSS.highlights ?? []) {
      for (const part of highlight) {
        const range = new Range();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        painted.push(`${name.replace('sourcelight-', '')}: ${range.toString().replaceAll('\n', '')}`);
      }
    }
    return { painted: painted.sort(), expected: expected.sort() };
  });
}

/**
 * How many ranges are painted under a highlight's name.
 * @param {import('playwright-core').Page} page
 * @param {string} kind
 * @returns {Promise<number>}
 */
export const countPainted = (page, kind) =>
  page.evaluate((name) => CSS.highlights.get(`sourcelight-${name}`)?.size ?? 0, kind);

/**
 * The boxes of the first mark of a kind, in the viewport.
 * @param {import('playwright-core').Page} page
 * @param {string} kind
 * @returns {Promise<{x: number, y: number, width: number, height: number}[]>}
 */
export const boxesOf = (page, kind) =>
  page.evaluate((name) => {
    const [part] = CSS.highlights.get(`sourcelight-${name}`);
    const range = new Range();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
  }, kind);

/**
 * Clicks into the middle of the first mark of a kind.
 * @param {import('playwright-core').Page} page
 * @param {string} kind
 */
export async function clickMark(page, kind) {
  const [box] = await boxesOf(page, kind);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
