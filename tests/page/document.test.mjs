// A text that is edited: only what an edit changes crosses from the worker, and the page ends up with the
// analysis of the whole text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../www/shift.js';
import { paste, readMarks, showAllMarks, withPage } from './support.mjs';

const ARTICLE = [
  'The ferry Havdron will not sail on Monday, Ingrid Solheim told reporters in Oslo. “It leaks 🎈,” she said.',
  'Experts have suggested that 40 percent of the valves leak. The yard, Nordvik Marine, denied that.',
  '“We were promised a boat,” said Olav Bru. “It never came.” A source close to the talks said it may come.',
];
const long = (words) => Array.from({ length: words / 50 }, (_, at) => `${at}. ${ARTICLE[at % 3]}`).join('\n\n');

for (const [name, before, after, expected] of [
  ['nothing', 'Ann', 'Ann', { start: 3, end: 3, text: '' }],
  ['a letter more', 'An', 'Ann', { start: 2, end: 2, text: 'n' }],
  ['a word less', 'Ann met Bob', 'Ann Bob', { start: 4, end: 8, text: '' }],
  ['everything', 'Ann', 'Bob', { start: 0, end: 3, text: 'Bob' }],
  ['one of two emoji', 'a🎈', 'a🎻', { start: 1, end: 3, text: '🎻' }],
  ['a letter in a run of the same', 'aaaaa', 'aaaaaa', { start: 5, end: 5, text: 'a' }],
  ['a word of a long text', `${'no '.repeat(5000)}never ${'no '.repeat(3000)}`, `${'no '.repeat(5000)}ever ${'no '.repeat(3000)}`, { start: 15000, end: 15001, text: '' }],
  ['one that ends alike', '🐈b', '🎈b', { start: 0, end: 2, text: '🎈' }],
]) {
  test(`the difference of two texts is ${name}`, () => assert.deepEqual(difference(before, after), expected));
}

test('an analysis with all changes applied is that of the text as it stands', () =>
  withPage(async (page) => {
    const mistake = await page.evaluate(async ([article, pieces]) => {
      const { Document, analyze } = await import('./pkg/sourcelight.js');
      const { applyChange } = await import('./apply.js');
      let seed = 7;
      /** @param {number} below */
      const random = (below) => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return Math.floor((seed / 2147483648) * below);
      };
      let text = article;
      const document = new Document(text, {});
      let analysis = document.analysis();
      for (let step = 0; step < 60; step += 1) {
        const start = text.indexOf(' ', random(text.length - 40));
        const end = random(3) === 0 ? text.indexOf(' ', start + 1) : start;
        const piece = pieces[random(pieces.length)];
        text = text.slice(0, start) + piece + text.slice(end);
        analysis = applyChange(analysis, document.edit(start, end, piece));
        if (document.text !== text) return `step ${step}: the text is another one`;
        const order = (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort() : value);
        if (JSON.stringify(analysis, order) !== JSON.stringify(analyze(text), order)) return `step ${step}: ${piece} at ${start}`;
      }
      return '';
    }, [`${long(1000)}\n\nThe end of it, said Bru, is far away.`, [' Anna Berg said', '', '\n\n', ' “', '” ', ' 🎈', ' they', ' Oslo.', ' may']]);
    assert.equal(mistake, '');
  }));

test('an edit at no place is refused in a sentence', () =>
  withPage(async (page) => {
    const messages = await page.evaluate(async () => {
      const { Document } = await import('./pkg/sourcelight.js');
      const document = new Document('“It’s late 🎈,” Hale said.', {});
      return [[5, 4], [0, 100], [12, 13]].map(([start, end]) => {
        try {
          document.edit(start, end, 'x');
          return 'no mistake';
        } catch (error) {
          return String(error);
        }
      });
    });
    for (const message of messages) assert.match(message, /are no place in this text/);
  }));

test('what is typed into a long article is marked as in a new one', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': long(8_000) });
    await page.keyboard.press('e');
    await page.locator('#article p').nth(3).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Marta Ruiz said that it would rain.');
    await page.waitForSelector('body[data-state="ready"]');
    await showAllMarks(page);
    const { painted, expected } = await readMarks(page);
    assert.deepEqual(painted, expected);
  }));

test('another text does not wait for a long one', () =>
  withPage(async (page) => {
    await page.evaluate((other) => {
      const { terminate, postMessage } = Worker.prototype;
      globalThis.ended = 0;
      Worker.prototype.terminate = function () {
        globalThis.ended += 1;
        terminate.call(this);
      };
      // The other text comes once the worker has the long one.
      Worker.prototype.postMessage = function (message) {
        postMessage.call(this, message);
        if (!(message.text?.length > 100_000)) return;
        const transfer = new DataTransfer();
        transfer.setData('text/plain', other);
        document.querySelector('#article').dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
      };
    }, ARTICLE[0]);
    await paste(page, { 'text/plain': long(100_000) });
    assert.equal(await page.evaluate(() => globalThis.ended), 1);
    await showAllMarks(page);
    const { painted, expected } = await readMarks(page);
    assert.deepEqual(painted, expected);
  }));
