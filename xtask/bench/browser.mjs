// In Chromium: the module in a worker, and the time from a text to its marks, against mark.js.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { longText } from './long.mjs';
import { serve } from './server.mjs';

const PAGE = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="marks.css"><article></article>';

/** A worker that times an analysis. */
const WORKER = `
import init, { analyze } from './pkg/sourcelight.js';
onmessage = async ({ data: { articles, warm } }) => {
  const start = performance.now();
  await init();
  analyze(warm);
  const firstAnswer = performance.now() - start;
  articles.slice(0, 20).forEach((text) => analyze(text));
  const begin = performance.now();
  articles.forEach((text) => analyze(text));
  postMessage({ milliseconds: performance.now() - begin, firstAnswer });
};`;

/**
 * Runs `use` with functions that measure one round each.
 * @param {{www: string, wasm: string, markJs: string, check: string, articles: string[]}} setting
 * @param {(measure: {worker: () => Promise<any>, paint: () => Promise<any>, start: () => Promise<any>, long: () => Promise<any>}) => Promise<void>} use
 */
export async function withBrowser({ www, wasm, markJs, check, articles }, use) {
  const { address, close } = await serve(async (path) => {
    if (path === 'bench.html') return PAGE;
    if (path === 'bench-worker.js') return WORKER;
    return readFile(path.endsWith('.wasm') ? wasm : path === 'mark.js' ? markJs : join(www, path));
  });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    /** @param {string} path @param {(page: import('playwright-core').Page) => Promise<any>} measure */
    const onPage = async (path, measure) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address + path);
      const result = await measure(page);
      await context.close();
      return result;
    };
    await use({
      worker: () =>
        onPage('bench.html', (page) =>
          page.evaluate(
            ([articles, warm]) =>
              new Promise((resolve, reject) => {
                const worker = new Worker('bench-worker.js', { type: 'module' });
                worker.onmessage = ({ data }) => resolve(data);
                worker.onerror = (event) => reject(new Error(event.message));
                worker.postMessage({ articles, warm });
              }),
            /** @type {[string[], string]} */ ([articles, check]),
          ),
        ),
      paint: () => onPage('bench.html', (page) => page.evaluate(paint, articles[0])),
      start: () =>
        onPage('index.html', async (page) => {
          await page.waitForSelector('body[data-state="ready"]');
          return { ready: await page.evaluate(() => performance.now()) };
        }),
      long: () => onPage('index.html', (page) => longText(page, articles.join('\n\n').slice(0, 1_000_000))),
    });
  } finally {
    await browser.close();
    close();
  }
}

/** In the page: marks one article by both means, to the next frame. @param {string} text */
async function paint(text) {
  const root = /** @type {HTMLElement} */ (document.querySelector('article'));
  const reset = () => root.replaceChildren(...text.split('\n\n').map((part) => Object.assign(document.createElement('p'), { textContent: part })));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const module = './pkg/sourcelight.js';
  const { default: init, analyze, paint, readText } = await import(module);
  await init();
  await new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src: 'mark.js', onload: resolve, onerror: reject })));
  reset();
  const analysis = analyze(readText(root));
  /** @type {[number, number][]} */
  const spans = [...analysis.entities, ...analysis.quotes, ...analysis.hedges].map(({ start, end }) => [start, end]);
  for (const { content, source, cue } of analysis.attributions) spans.push(...content, ...source, ...cue);
  const time = async (/** @type {() => void} */ work) => {
    reset();
    await frame();
    const begin = performance.now();
    work();
    const script = performance.now() - begin;
    await frame();
    return { script, frame: performance.now() - begin };
  };
  const ours = await time(() => paint(root, analysis));
  CSS.highlights.clear();
  const ranges = spans.sort((a, b) => a[0] - b[0]).map(([start, end]) => ({ start, length: end - start }));
  // mark.js joins overlapping ranges away; it marks fewer, not more.
  const theirs = await time(() => new /** @type {any} */ (window).Mark(root).markRanges(ranges));
  return { marks: spans.length, ours, theirs, theirMarks: document.querySelectorAll('mark').length };
}
