// The page in two tabs of one browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPainted, paste, withPage } from './support.mjs';

/** Whether a word is in this browser's storage. @param {import('playwright-core').Page} page @param {string} word */
const isStored = (page, word) => page.evaluate((what) => JSON.stringify({ ...localStorage }).includes(what), word);

/** @param {import('playwright-core').Page} page @param {boolean} on */
async function switchKeeping(page, on) {
  await page.click('#display-button');
  await page.getByLabel('Keep the last text').setChecked(on);
  await page.keyboard.press('Escape');
}

/** The page once more. @param {import('playwright-core').Page} page */
async function another(page) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForSelector('body[data-state="ready"]');
  return other;
}

test('each tab has an article of its own', () =>
  withPage(async (first) => {
    const second = await another(first);
    await paste(first, { 'text/plain': 'Critics suggested that Anna Berg would leave.' });
    await paste(second, { 'text/plain': 'Rain fell.' });
    assert.equal(await countPainted(first, 'content-hedged'), 1);
    assert.match(await first.locator('#article').innerText(), /Berg/);
    assert.equal(await second.locator('#article').innerText(), 'Rain fell.');
  }));

test('what one tab forgets is not kept from the other', () =>
  withPage(async (first) => {
    await paste(first, { 'text/plain': 'Critics suggested that Anna Berg would leave.' });
    await switchKeeping(first, true);
    const second = await another(first);
    assert.match(await second.locator('#article').innerText(), /Berg/);
    await switchKeeping(first, false);
    await second.waitForFunction(() => !document.querySelector('#setting-keep').checked);
    await second.click('#mode');
    await second.keyboard.press('ControlOrMeta+End');
    await second.keyboard.type(' It was Berg.');
    // Leaving a page is when it would be kept at the latest.
    await second.reload();
    await second.waitForSelector('body[data-state="ready"]');
    assert.equal(await isStored(second, 'Berg'), false);
    assert.equal(await second.locator('#article').innerText(), '');
  }));
