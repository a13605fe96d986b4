// Many articles, one after the other: the memory of the module and of the page level off.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

/** How many articles are read; each takes a hundredth of a second or two. */
const ARTICLES = Number(process.env.SOURCELIGHT_ARTICLES ?? 300);

/**
 * Reads, marks and edits articles of any length and make-up.
 * @param {import('playwright-core').Page} page
 * @param {number} first of the articles
 * @param {number} count
 * @returns {Promise<number>} the bytes of the module's memory
 */
const read = (page, first, count) =>
  page.evaluate(
    async ([first, count]) => {
      const { default: init, Document, analyze, exportAs, highlight } = await import('./pkg/sourcelight.js');
      const { memory } = await init();
      const pieces =
        'Experts|officials|Anna Berg|Carl Dorn|the minister|The Daily Post|Oslo|Marine Holdings|the harbour|said|told reporters|suggested|denied|reportedly|may|that|, |. |. |.\n\n|“|”|in May|$5 million|a source close to the talks|according to|it was late|the ferry would sail|🎈|Zoë'.split('|');
      let seed = first + 1;
      const random = (below) => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return Math.floor((seed / 2147483648) * below);
      };
      const root = document.createElement('div');
      document.body.append(root);
      for (let number = first; number < first + count; number += 1) {
        seed = number * 7919 + 1;
        const length = 20 + random(1500);
        const text = Array.from({ length }, () => pieces[random(pieces.length)]).join(' ');
        const analysis = analyze(text, { anyLanguage: true });
        if (number % 3 === 0) exportAs(text, analysis, ['html', 'markdown', 'csv', 'json'][random(4)]);
        if (number % 5 === 0) {
          root.replaceChildren(...text.split('\n\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })));
          const marks = highlight(root, { anyLanguage: true });
          marks.clear();
          marks.free();
        }
        if (number % 7 === 0) {
          const edited = new Document(text, { anyLanguage: true });
          edited.edit(text.lastIndexOf(' ', random(text.length)) + 1, text.length, 'said Anna Berg.');
          edited.free();
        }
      }
      root.remove();
      return memory.buffer.byteLength;
    },
    [first, count],
  );

test(`memory levels off over ${ARTICLES} articles`, { timeout: 60_000 + ARTICLES * 300 }, () =>
  withPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const sizes = [];
    const step = Math.ceil(ARTICLES / 10);
    for (let first = 0; first < ARTICLES; first += step) {
      const module = await read(page, first, step);
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      sizes.push({ module: module / 1024, heap: Math.round(value('JSHeapUsedSize') / 1024), nodes: value('Nodes') });
    }
    console.log(`Kilobytes after each ${step} articles: ${sizes.map(({ module, heap }) => `${module} + ${heap}`).join(', ')}`);
    const [, , third] = sizes;
    const last = sizes[sizes.length - 1];
    // A longer article than any before may need one more stretch of memory.
    assert.ok(last.module <= third.module * 1.1, `the module’s memory has grown from ${third.module} to ${last.module} kB`);
    assert.ok(last.heap <= third.heap + 500, `the heap has grown from ${third.heap} to ${last.heap} kB`);
    assert.ok(last.nodes <= third.nodes + 50, `there are ${last.nodes} nodes, and were ${third.nodes}`);
  }));

test('of what undoing could bring back, the page keeps the latest articles', () =>
  withPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    /** A long one, of 300,000 characters. @param {number} number */
    const article = (number) => Array.from({ length: 300 }, (_, line) => `${number}.${line} ${'x'.repeat(990)}`).join('\n');
    /** @param {number} first @param {number} last */
    const pasteAll = async (first, last) => {
      for (let number = first; number <= last; number += 1) await paste(page, { 'text/plain': article(number) });
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'Nodes')?.value ?? NaN;
    };
    const [some, more] = [await pasteAll(1, 20), await pasteAll(21, 40)];
    assert.ok(more <= some * 1.1, `there are ${more} nodes, and were ${some}`);
    const undo = page.locator('#undo');
    let last = 40;
    for (; await undo.isEnabled(); last -= 1) {
      assert.match(await page.locator('#article > :first-child').innerText(), new RegExp(`^${last}\\.0 x`));
      await undo.click();
    }
    assert.ok(last > 20 && last < 35, `the way back ends with article ${last}`);
  }));
