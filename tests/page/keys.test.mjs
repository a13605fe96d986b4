// The keyboard while reading.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { litUp, loadSample } from './pointing.mjs';
import { paste, withPage } from './support.mjs';

const CITY = '“It is,” said Anna Berg. Experts suggested that it was so. Berg told reporters that it would rain.';

const title = (page) => page.locator('#card-title').innerText();

test('j and k go from mark to mark, n and p along one source', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.keyboard.press('j');
    assert.equal(await title(page), 'Anna Berg');
    assert.ok((await litUp(page)).includes('said'));
    await page.keyboard.press('j');
    assert.match(await title(page), /experts/i);
    await page.keyboard.press('k');
    assert.equal(await title(page), 'Anna Berg');
    await page.keyboard.press('n');
    assert.equal(await title(page), 'Anna Berg');
    assert.ok((await litUp(page)).includes('told reporters'));
    await page.keyboard.press('p');
    assert.ok((await litUp(page)).includes('said'));
  }));

test('Enter leads into the card, and Escape out of it', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.locator('#article').focus();
    await page.keyboard.press('j');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'card');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('numbers turn to the views, and the slash to the search', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    for (const [key, name] of Object.entries({ 2: 'Profile', 3: 'Names', 4: 'Check', 1: 'Sources' })) {
      await page.keyboard.press(key);
      assert.equal(await page.getByRole('tab', { selected: true }).innerText(), name);
    }
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  }));

test('the text is clean as long as c is held', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    const painted = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    assert.ok((await painted()) > 0);
    await page.keyboard.down('c');
    assert.equal(await painted(), 0);
    await page.keyboard.up('c');
    assert.ok((await painted()) > 0);
  }));

test('keys type where one types, and do nothing with modifiers', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('jnc2e?');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'jnc2e?');
    assert.equal(await page.locator('#card').isVisible(), false);
    assert.equal(await page.locator('#help').isVisible(), false);
    await page.locator('#article').focus();
    for (const key of ['Control+j', 'Alt+j', 'Meta+j']) await page.keyboard.press(key);
    assert.equal(await page.locator('#card').isVisible(), false);
    await page.keyboard.press('e');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' jkc?');
    assert.match((await page.locator('#article').innerText()).replaceAll('\u00a0', ' '), /rain\. jkc\?$/);
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('Escape closes the card first, then ends editing, then marks everything again', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.locator('.voice h3 button', { hasText: 'Anna Berg' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#card').isVisible(), false);
    assert.equal(await page.getByRole('button', { name: 'Mark all' }).isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('button', { name: 'Mark all' }).isVisible(), false);
    await page.keyboard.press('e');
    assert.equal(await page.locator('#article').getAttribute('contenteditable'), 'true');
    await page.keyboard.press('Escape');
    assert.notEqual(await page.locator('#article').getAttribute('contenteditable'), 'true');
  }));

test('the sheet of keys begins at its top where it is longer than the window', () =>
  withPage(
    async (page) => {
      await loadSample(page, 1);
      await page.keyboard.press('?');
      const sheet = page.locator('#help');
      await sheet.waitFor();
      assert.ok(await sheet.evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollTop === 0 && scrollHeight > clientHeight));
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Keyboard shortcuts');
    },
    { viewport: { width: 360, height: 500 } },
  ));

test('single keys can be switched off for good', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Single keys act as shortcuts' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    assert.equal(await page.locator('#card').isVisible(), false);
    assert.equal(await page.locator('#help').isVisible(), false);
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    await paste(page, { 'text/plain': CITY });
    await page.keyboard.press('j');
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('the question mark shows every key, and Escape closes the sheet alone', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const keys = await sheet.locator('kbd').allInnerTexts();
    assert.deepEqual(keys, ['j', 'k', 'n', 'p', 'Enter', '1', '2', '3', '4', '/', 'c', 'e', '?', 'm', 'Ctrl+Enter', 'Esc']);
    await page.keyboard.press('Escape');
    assert.equal(await sheet.isVisible(), false);
    assert.equal(await page.locator('#card').isVisible(), true);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    assert.equal(await sheet.isVisible(), false);
  }));
