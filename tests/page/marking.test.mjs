// Texts that come in, and the marks that they get.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSample } from './pointing.mjs';
import { countPainted, paste, readMarks, showAllMarks, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

for (const number of [1, 2, 3]) {
  test(`every mark of sample ${number} lies on its words`, () =>
    withPage(async (page) => {
      await loadSample(page, number);
      await showAllMarks(page);
      const { painted, expected } = await readMarks(page);
      assert.ok(painted.length > 20);
      assert.deepEqual(painted, expected);
    }));
}

for (const [name, prefix] of Object.entries({
  emoji: 'Look 👩‍👩‍👧‍👦🎻! ',
  'combining marks': 'Ame\u0301lie e\u0301tait la\u0300. ',
  'right-to-left text': 'שלום עולם. ',
  'an unpaired surrogate': 'Broken \ud83d here. ',
})) {
  test(`marks are not shifted by ${name} before them`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': `${prefix}${STATEMENT}\n${prefix}“It is so,” said Anna Berg.` });
      await showAllMarks(page);
      const { painted, expected } = await readMarks(page);
      assert.ok(painted.includes('cue-hedged: suggested'), painted.join('\n'));
      assert.deepEqual(painted, expected);
    }));
}

test('a text in another language gets a notice, and marks on demand', () =>
  withPage(async (page) => {
    const german =
      'Die Regierung will das Gesetz noch in diesem Jahr ändern, sagte die Ministerin am Montag in Berlin. ' +
      'Kritiker warnen, dass die Zeit dafür nicht mehr reicht. Der Bundestag muss noch zustimmen.';
    await paste(page, { 'text/plain': german });
    await showAllMarks(page);
    assert.match(await page.locator('#notice').innerText(), /English/);
    assert.equal(await countPainted(page, 'place'), 0);
    await page.click('#notice button');
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-place')?.size > 0);
    assert.equal(await page.locator('#notice').isVisible(), false);
  }));

test('without the Highlight API the marks are elements, and typing keeps the caret', () =>
  withPage(
    async (page) => {
      await page.click('#article');
      await page.keyboard.type(STATEMENT);
      await page.waitForSelector('#article mark.sourcelight-cue-hedged');
      await page.keyboard.type(' “It is');
      await page.waitForSelector('#article mark.sourcelight-quote');
      await page.keyboard.type(' so,” she said.');
      await page.waitForSelector('body[data-state="ready"]');
      const text = () => page.locator('#article').innerText();
      assert.equal((await text()).replaceAll('\u00a0', ' '), `${STATEMENT} “It is so,” she said.`);
      while (await page.locator('#undo').isEnabled()) await page.keyboard.press('Control+Z');
      assert.equal(await text(), '');
      while (await page.locator('#redo').isEnabled()) await page.keyboard.press('Control+Y');
      await page.waitForSelector('#article mark.sourcelight-quote');
      assert.equal((await text()).replaceAll('\u00a0', ' '), `${STATEMENT} “It is so,” she said.`);
    },
    {
      prepare: (page) =>
        page.addInitScript(() => {
          delete CSS.highlights;
          delete window.Highlight;
        }),
    },
  ));

test('marks inside marks: what somebody says inside what somebody else says has a deeper ground', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Anna Berg said that the police believed that the man had left the country.' });
    assert.ok((await countPainted(page, 'nested')) > 0);
  }));

test('a long text is marked where it is seen, and the page answers meanwhile', () =>
  withPage(async (page) => {
    const line = `${STATEMENT} “It is so,” said Carl Dorn, a farmer, who added that the harvest was late.`;
    const text = Array.from({ length: 1500 }, (_, index) => `${line} (${index})`).join('\n');
    // The frames that the page draws while the worker reads.
    const drawn = await page.evaluate(async (data) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', data);
      document.querySelector('#article').dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
      let frames = 0;
      while (document.body.dataset.state === 'busy') {
        await new Promise(requestAnimationFrame);
        frames += 1;
      }
      return frames;
    }, text);
    assert.ok(drawn > 3, `only ${drawn} frames`);
    const painted = await countPainted(page, 'source');
    assert.ok(painted > 20 && painted < 1000, `${painted} sources are painted`);
    const isPainted = (/** @type {number} */ index) =>
      page.waitForFunction(
        (line) => [...(CSS.highlights.get('sourcelight-source') ?? [])].some(({ startContainer }) => startContainer.data.endsWith(line)),
        `(${index})`,
      );
    await isPainted(0);
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight }));
    await isPainted(1499);
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight / 2 }));
    await isPainted(750);
  }));

test('a paste while the module still loads is marked when it has', () =>
  withPage(
    async (page) => {
      // The page's own script has run once the article has a role.
      await page.waitForSelector('#article[role]');
      await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.setData('text/plain', 'Critics suggested that it was so.');
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
        document.querySelector('#article').dispatchEvent(event);
        window.release();
      });
      await page.waitForSelector('body[data-state="ready"]');
      assert.equal(await countPainted(page, 'content-hedged'), 1);
    },
    {
      state: 'loading',
      prepare: async (page) => {
        /** @type {() => void} */
        let release = () => {};
        const isReleased = new Promise((resolve) => (release = () => resolve(undefined)));
        await page.exposeFunction('release', release);
        await page.route('**/*.wasm', async (route) => {
          await isReleased;
          await route.continue();
        });
      },
    },
  ));
