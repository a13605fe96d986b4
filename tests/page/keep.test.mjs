// The last text on this device: only where the reader wants it, and gone when they say so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo } from '../../www/parts/link.js';
import { paste, withPage } from './support.mjs';

const ARTICLE = '<h1>Storm ahead</h1><p>Critics suggested that <em>Anna Berg</em> would leave.</p>';

/** @param {import('playwright-core').Page} page */
const html = (page) => page.locator('#article').innerHTML();

/** Whether anything of the article is in this browser's storage. @param {import('playwright-core').Page} page */
const isStored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }).includes('Berg'));

/** @param {import('playwright-core').Page} page */
async function reload(page) {
  await page.reload();
  await page.waitForSelector('body[data-state="ready"]');
}

/** @param {import('playwright-core').Page} page @param {boolean} on */
async function switchKeeping(page, on) {
  await page.click('#display-button');
  await page.getByLabel('Keep the last text').setChecked(on);
  await page.keyboard.press('Escape');
}

/** A page that keeps the article. @param {import('playwright-core').Page} page */
async function keepArticle(page) {
  await paste(page, { 'text/html': ARTICLE });
  await switchKeeping(page, true);
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('Berg'));
}

test('no text is kept unless the reader switches that on', () =>
  withPage(async (page) => {
    await paste(page, { 'text/html': ARTICLE });
    await reload(page);
    assert.equal(await html(page), '');
    assert.equal(await isStored(page), false);
  }));

test('the text as it was last is back after a reload, with its marks and a way to forget it', () =>
  withPage(async (page) => {
    await keepArticle(page);
    await page.click('#mode');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' She did.');
    await reload(page);
    assert.equal(await html(page), ARTICLE.replace('leave.', 'leave. She did.'));
    assert.ok((await page.locator('.voice').count()) > 0);
    assert.match(await page.locator('#notice').innerText(), /kept on this device/);
    await page.getByRole('button', { name: 'Forget it' }).click();
    assert.equal(await isStored(page), false);
    assert.equal(await page.locator('#article em').count(), 1);
    await page.click('#display-button');
    assert.equal(await page.getByLabel('Keep the last text').isChecked(), false);
    await reload(page);
    assert.equal(await html(page), '');
  }));

test('switching it off forgets at once, and so does another article', () =>
  withPage(async (page) => {
    await keepArticle(page);
    await switchKeeping(page, false);
    assert.equal(await isStored(page), false);
    await keepArticle(page);
    await page.click('#clear');
    await reload(page);
    assert.equal(await html(page), '');
    assert.equal(await page.locator('#notice').isVisible(), false);
    assert.equal(await isStored(page), false);
  }));

test('what an earlier setting left behind is forgotten', () =>
  withPage(async (page) => {
    await keepArticle(page);
    await page.evaluate(() => localStorage.setItem('sourcelight:settings', 'damaged'));
    await reload(page);
    assert.equal(await html(page), '');
    assert.equal(await isStored(page), false);
  }));

test('a kept text gives way to that of a link, and undo brings it back', () =>
  withPage(async (page) => {
    await keepArticle(page);
    const link = await linkTo({ html: '<p>Rain fell on the harbour.</p>' }, page.url());
    await page.evaluate((address) => history.replaceState(null, '', address), link);
    await reload(page);
    assert.equal(await html(page), '<p>Rain fell on the harbour.</p>');
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('harbour'));
    await page.getByRole('button', { name: 'Back to the one before' }).click();
    assert.equal(await html(page), ARTICLE);
  }));

/** Ways of a storage to fail. @type {Record<string, {prepare?: (page: import('playwright-core').Page) => Promise<unknown>, fill: () => void}>} */
const FAILURES = {
  full: {
    fill: () => {
      for (let size = 2 ** 22, at = 0; size >= 1; at += 1) {
        try {
          localStorage.setItem(`filler ${at}`, 'x'.repeat(size));
        } catch {
          size /= 2;
        }
      }
    },
  },
  forbidden: {
    prepare: (page) =>
      page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })),
    fill: () => {},
  },
};

for (const [name, { prepare, fill }] of Object.entries(FAILURES)) {
  test(`a storage that is ${name} is told, and harms nothing`, () =>
    withPage(
      async (page) => {
        await paste(page, { 'text/html': ARTICLE });
        await page.evaluate(fill);
        await page.click('#display-button');
        const box = page.getByLabel('Keep the last text');
        await box.click();
        await page.getByRole('alert').waitFor();
        assert.match(await page.getByRole('alert').innerText(), /can’t be kept on this device/);
        assert.equal(await box.isChecked(), false);
        assert.equal(await html(page), ARTICLE);
        await page.keyboard.press('Escape');
        await paste(page, { 'text/plain': 'Rain fell.' });
        assert.equal(await page.locator('#notice').isVisible(), false);
      },
      { prepare },
    ));
}
