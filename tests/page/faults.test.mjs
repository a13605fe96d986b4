// Faults while a text is read: the text and the caret stay, the page says so, and the engine starts again. The faults
// are put into the worker's script on its way to the browser: the page itself knows nothing of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPainted, paste, withPage } from './support.mjs';

/** How many faults come one after the other; each takes a third of a second. */
const ROUNDS = Number(process.env.SOURCELIGHT_FAULTS ?? 20);

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

/** The smallest module whose only function traps. */
const TRAP = '[0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]';

/** What happens in the worker where a text has a word. */
const FAULTS = [
  // A trap.
  ['Trapston', `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(${TRAP}))).exports.t()`],
  // No memory left: the allocator traps.
  ['Fullerton', 'for (;;) engine.__wbindgen_malloc(2 ** 28, 1)'],
  // Too many calls within calls.
  ['Deepdale', '(function again() { again(); })()'],
  // An answer that can't be sent.
  ['Muteham', 'return { analysis: () => () => {} }'],
  // A worker that ends without an answer.
  ['Diehurst', "setTimeout(() => { throw new Error('dies'); }); await new Promise(() => {})"],
];

const HANG = ['Loopwick', 'for (;;);'];

/** The worker with faults in it. @param {import('playwright-core').Page} page */
const withFaults = (page) =>
  page.route('**/worker.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const faulty = [...FAULTS, HANG].map(([word, does]) => `if (text.includes('${word}')) { ${does} }`).join('\n');
    const body = script
      .replace('ready ??= init(', 'ready ??= start(')
      .replace('document = new Document(text, options)', 'document = await faulty(text, options)')
      .replace(
        'document.edit(edit.start',
        '(await faulty(known.slice(0, edit.start) + edit.text + known.slice(edit.end)), document).edit(edit.start',
      )
      .concat(`let engine, known;
        async function start(options) { engine = await init(options); }
        async function faulty(text, options) { known = text; ${faulty} return options && new Document(text, options); }`);
    assert.equal(body.split('faulty(').length, 4, 'the worker’s script is another one: put the faults where they belong');
    await route.fulfill({ response, body });
  });

const EXPECTED = /unreachable|memory|call stack|could not be cloned|dies|takes too long|RuntimeError|RangeError|DataCloneError/;

/** Pastes what can't be read, and is told so. @param {import('playwright-core').Page} page @param {string} text */
async function fails(page, text) {
  await paste(page, { 'text/plain': text }, 'error');
  assert.match(await page.getByRole('alert').innerText(), /Your text is kept/);
  assert.equal(await page.locator('#article').innerText(), text);
}

/** @param {import('playwright-core').Page} page */
async function marksAgain(page) {
  await paste(page, { 'text/plain': STATEMENT });
  assert.equal(await countPainted(page, 'content-hedged'), 1);
  assert.equal(await page.getByRole('alert').isVisible(), false);
}

/** Lets the page's clock go on, second by second, until the analysis is given up. @param {import('playwright-core').Page} page @param {number} most */
async function wait(page, most) {
  let seconds = 0;
  while ((await page.getAttribute('body', 'data-state')) !== 'error') {
    assert.ok((seconds += 1) < most, `nothing has happened after ${seconds} seconds`);
    await page.clock.runFor(1000);
  }
  return seconds;
}

/** A clock of its own has to be there before the page. @param {import('playwright-core').Page} page */
async function withClock(page) {
  await withFaults(page);
  await page.clock.install();
}

/** Pastes what will not be read. @param {import('playwright-core').Page} page @param {string} text */
const hang = (page, text) => paste(page, { 'text/plain': text }, 'busy');

/**
 * Lets time pass until what was typed is read; how soon that is depends on when the answer for the key before comes.
 * @param {import('playwright-core').Page} page
 */
async function startsReading(page) {
  while ((await page.locator('body[data-state="busy"]').count()) === 0) await page.clock.runFor(100);
}

test('a worker that hangs is given up: the text and the caret stay, and the next edit is marked', () =>
  withPage(
    async (page) => {
      await paste(page, { 'text/plain': STATEMENT });
      await page.click('#mode');
      await page.click('#article p');
      await page.keyboard.press('End');
      await page.keyboard.type(' Loopwick');
      await startsReading(page);
      await page.keyboard.press('ArrowLeft');
      const seconds = await wait(page, 60);
      assert.ok(seconds >= 9, `given up after ${seconds} seconds`);
      assert.match(await page.getByRole('alert').innerText(), /far too long[^]*Your text is kept/);
      await page.keyboard.press('Backspace');
      await page.keyboard.type('-');
      assert.equal((await page.locator('#article').innerText()).replaceAll('\u00a0', ' '), `${STATEMENT} Loopwi-k`);
      await page.clock.runFor(20_000);
      await page.waitForSelector('body[data-state="ready"]');
      assert.equal(await countPainted(page, 'content-hedged'), 1);
    },
    { prepare: withClock, expected: EXPECTED },
  ));

test('a long text may take longer than a short one before it is given up', () =>
  withPage(
    async (page) => {
      await hang(page, 'Ann Lee of Loopwick said no.');
      const short = await wait(page, 60);
      await hang(page, `Ann Lee of Loopwick said no. ${`${STATEMENT} `.repeat(2000)}`);
      const long = await wait(page, 600);
      assert.ok(long > 2 * short, `${short} and ${long} seconds`);
    },
    { prepare: withClock, expected: EXPECTED },
  ));

test('a text that came while the one before it hung is marked without being asked for', () =>
  withPage(
    async (page) => {
      await hang(page, 'Ann Lee of Loopwick said no.');
      await hang(page, STATEMENT);
      await page.clock.runFor(20_000);
      await page.waitForSelector('body[data-state="ready"]');
      assert.equal(await countPainted(page, 'content-hedged'), 1);
      assert.equal(await page.getByRole('alert').isVisible(), false);
    },
    { prepare: withClock, expected: EXPECTED },
  ));

test(`${ROUNDS} faults in a row, of every kind, cost nothing and leave no more workers and memory than a few`, { timeout: 60_000 + ROUNDS * 2000 }, () =>
  withPage(
    async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      /** Kilobytes on the page's heap once it is cleaned up. */
      const heap = async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        return Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1000);
      };
      const sizes = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await fails(page, `Ann Lee of ${FAULTS[round % FAULTS.length][0]} said no, ${round} times.`);
        await marksAgain(page);
        // The one before may be on its way out.
        assert.ok(page.workers().length <= 2, `${page.workers().length} workers`);
        if (round === 9 || round === ROUNDS - 1) sizes.push(await heap());
      }
      const [few, all] = sizes;
      console.log(`After 10 faults ${few} kB, after ${ROUNDS} ${all} kB`);
      // What can be undone is remembered: some bytes for each text.
      assert.ok(all - few < 1000 + ROUNDS * 10, `${few} kB became ${all} kB`);
    },
    { prepare: withFaults, expected: EXPECTED },
  ));
