// The sharper reading: fetched when the reader asks for it, kept, and given up without harm. The weights are
// random ones, which find other marks than the engine alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { paste, readMarks, showAllMarks, withPage } from './support.mjs';

const WEIGHTS = '**/sharp/sourcelight*.sharp';
const tiny = await readFile(new URL('../../src/sharp/tiny.sharp', import.meta.url));
const ARTICLE = 'Critics suggested that Anna Berg would leave Oslo on Friday.\n\n“It may rain,” Berg said. Nobody answered her.';

/** Has the page get these weights, and counts how often it asks. @param {import('playwright-core').Page} page @param {Buffer} [body] */
async function serve(page, body = tiny) {
  const asked = { count: 0 };
  await page.route(WEIGHTS, (route) => {
    asked.count += 1;
    return route.fulfill({ body, contentType: 'application/octet-stream' });
  });
  return asked;
}

/** @param {import('playwright-core').Page} page @param {boolean} on */
async function switchSharp(page, on) {
  await page.click('#display-button');
  await page.getByLabel('Sharper reading').setChecked(on);
  await page.keyboard.press('Escape');
}

/** @param {import('playwright-core').Page} page @param {RegExp} sentence */
const told = (page, sentence) => page.locator('#notice').getByText(sentence).waitFor();

/** What is marked once the page is ready, as one string. @param {import('playwright-core').Page} page */
async function marked(page) {
  await page.waitForSelector('body[data-state="ready"]');
  return (await readMarks(page)).painted.join('\n');
}

/** The marks, once they are others. @param {import('playwright-core').Page} page @param {string} before */
async function markedOtherwise(page, before) {
  for (;;) {
    const now = await marked(page);
    if (now !== before) return now;
  }
}

test('nothing is fetched before the reader asks for it', () =>
  withPage(async (page) => {
    const asked = await serve(page);
    await paste(page, { 'text/plain': ARTICLE });
    assert.equal(asked.count, 0);
  }));

test('refined marks take the place of the instant ones, follow edits, and go back', () =>
  withPage(async (page) => {
    await serve(page);
    await paste(page, { 'text/plain': ARTICLE });
    await showAllMarks(page);
    const instant = await marked(page);
    await switchSharp(page, true);
    await told(page, /is here/);
    const refined = await markedOtherwise(page, instant);
    await page.click('#mode');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' She did.');
    const edited = await marked(page);
    await page.keyboard.press('ControlOrMeta+A');
    await paste(page, { 'text/plain': `${ARTICLE} She did.` });
    assert.equal(await marked(page), edited);
    await paste(page, { 'text/plain': ARTICLE });
    assert.equal(await marked(page), refined);
    await switchSharp(page, false);
    assert.equal(await markedOtherwise(page, refined), instant);
  }));

/** What is said of each article of a comparison, once it is the same and not `old`. @param {import('playwright-core').Page} page @param {string} old */
const figures = async (page, old) => {
  const found = await page.waitForFunction((old) => {
    const [first, second] = Array.from(document.querySelectorAll('#comparison .pair:first-child section'), (section) =>
      Array.from(section.querySelectorAll('p, li'), ({ textContent }) => textContent).join('\n'),
    );
    return first === second && first !== old && first;
  }, old);
  return found.jsonValue();
};

test('both articles of a comparison are read in the same way, before and after the switch', () =>
  withPage(async (page) => {
    await serve(page);
    await paste(page, { 'text/plain': ARTICLE });
    await showAllMarks(page);
    const instant = await marked(page);
    const dialog = page.locator('#comparison');
    await page.getByRole('button', { name: 'Compare' }).click();
    await dialog.getByRole('textbox').fill(ARTICLE);
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    const before = await figures(page, '');
    await page.keyboard.press('Escape');
    await switchSharp(page, true);
    const refined = await markedOtherwise(page, instant);
    await page.getByRole('button', { name: 'Compare' }).click();
    const sharper = await figures(page, before);
    await page.keyboard.press('Escape');
    await switchSharp(page, false);
    await markedOtherwise(page, refined);
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.equal(await figures(page, sharper), before);
  }));

test('the weights are fetched once, and are there without a network', () =>
  withPage(async (page) => {
    const asked = await serve(page);
    await paste(page, { 'text/plain': ARTICLE });
    await showAllMarks(page);
    const instant = await marked(page);
    await switchSharp(page, true);
    const refined = await markedOtherwise(page, instant);
    await page.unroute(WEIGHTS);
    await page.route(WEIGHTS, (route) => {
      asked.count += 1;
      return route.abort();
    });
    await page.reload();
    await paste(page, { 'text/plain': ARTICLE });
    assert.equal(await marked(page), refined);
    assert.equal(asked.count, 1);
  }));

for (const [what, answer] of /** @type {[string, (route: import('playwright-core').Route) => Promise<void>][]} */ ([
  ['without a network', (route) => route.abort()],
  ['where a server has no such file', (route) => route.fulfill({ status: 404, body: 'none' })],
])) {
  test(`${what} the instant marks stay, the reader is told, and can try again`, () =>
    withPage(
      async (page) => {
        await page.route(WEIGHTS, answer);
        await paste(page, { 'text/plain': ARTICLE });
        await showAllMarks(page);
        const instant = await marked(page);
        await switchSharp(page, true);
        await told(page, /did not arrive/);
        assert.equal(await marked(page), instant);
        await page.unroute(WEIGHTS);
        await serve(page);
        await page.getByRole('button', { name: 'Try again' }).click();
        await markedOtherwise(page, instant);
      },
      { expected: /Failed to load|Failed to fetch|did not load/ },
    ));
}

test('weights that can’t be used leave the instant marks and are not kept', () =>
  withPage(
    async (page) => {
      await serve(page, tiny.subarray(0, 9000));
      await paste(page, { 'text/plain': ARTICLE });
      await showAllMarks(page);
      const instant = await marked(page);
      await switchSharp(page, true);
      await told(page, /can’t run here/);
      assert.equal(await marked(page), instant);
      await page.click('#display-button');
      assert.equal(await page.getByLabel('Sharper reading').isChecked(), false);
      assert.equal(await page.evaluate(() => caches.has('sourcelight-sharp')), false);
    },
    { expected: /damaged/ },
  ));

test('fetching tells how far it is, and can be stopped', () =>
  withPage(
    async (page) => {
      await page.route(WEIGHTS, () => {});
      await switchSharp(page, true);
      await told(page, /0 % of 6 MB/);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.click('#display-button');
      assert.equal(await page.getByLabel('Sharper reading').isChecked(), false);
      assert.equal(await page.locator('#notice').isVisible(), false);
    },
    { expected: /Failed to load/ },
  ));
