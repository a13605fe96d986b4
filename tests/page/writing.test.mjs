// Reading and writing: what keys do in each, and the way back from everything.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSample } from './pointing.mjs';
import { countPainted, paste, readMarks, showAllMarks, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** @param {import('playwright-core').Page} page */
const text = async (page) => (await page.locator('#article').innerText()).replaceAll('\u00a0', ' ');

/** @param {import('playwright-core').Page} page */
const isWriting = (page) => page.locator('#article').evaluate((article) => article.isContentEditable);

/** @param {import('playwright-core').Page} page @param {string} value */
const copy = (page, value) => page.evaluate((words) => navigator.clipboard.writeText(words), value);

/** Pastes an article and puts the caret at its end. @param {import('playwright-core').Page} page @param {string} value */
async function write(page, value) {
  await paste(page, { 'text/plain': value });
  await page.click('#mode');
  await page.keyboard.press('Control+End');
}

test('after a paste the article is read: keys change nothing, and another paste anywhere replaces it', () =>
  withPage(async (page) => {
    assert.equal(await isWriting(page), true);
    await copy(page, STATEMENT);
    await page.keyboard.press('Control+V');
    await page.waitForFunction((words) => document.querySelector('#article').textContent === words, STATEMENT);
    assert.equal(await isWriting(page), false);
    await page.click('#article');
    await page.keyboard.type('xyz');
    await page.keyboard.press('Backspace');
    assert.equal(await text(page), STATEMENT);
    await copy(page, 'Rain fell.');
    await page.focus('#display-button');
    await page.keyboard.press('Control+V');
    await page.waitForFunction(() => document.querySelector('#article').textContent === 'Rain fell.');
  }, CLIPBOARD));

test('Edit lets keys type, and Escape ends it', () =>
  withPage(async (page) => {
    await write(page, STATEMENT);
    assert.equal(await page.locator('#article').getAttribute('role'), 'textbox');
    await page.keyboard.type(' Ça.');
    await page.keyboard.press('Escape');
    assert.equal(await isWriting(page), false);
    await page.keyboard.type('jk');
    assert.equal(await text(page), `${STATEMENT} Ça.`);
    assert.equal(await page.locator('#mode').innerText(), 'Edit');
  }));

test('while writing, a paste goes to the caret, and over everything where everything is selected', () =>
  withPage(async (page) => {
    await write(page, 'Rain fell.');
    await copy(page, ` ${STATEMENT}`);
    await page.keyboard.press('Control+V');
    assert.equal(await text(page), `Rain fell. ${STATEMENT}`);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    await page.waitForFunction((words) => document.querySelector('#article').textContent === words, STATEMENT);
    assert.equal(await isWriting(page), false);
  }, CLIPBOARD));

test('typing marks the text again and keeps the caret', () =>
  withPage(async (page) => {
    await write(page, STATEMENT);
    await showAllMarks(page);
    await page.click('#article');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Today. ');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' “It is so,” said');
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-quote')?.size === 1);
    await page.keyboard.type(' Anna Berg.');
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-person')?.size === 2);
    await page.waitForSelector('body[data-state="ready"]');
    assert.equal(await text(page), `Today. ${STATEMENT} “It is so,” said Anna Berg.`);
    const { painted, expected } = await readMarks(page);
    assert.deepEqual(painted, expected);
  }));

test('after each key the marks are on their words, in the same task', () =>
  withPage(async (page) => {
    await write(page, `🎻 Rain fell.\n${STATEMENT}`);
    const seen = await page.evaluate(() => {
      const [paragraph] = document.querySelectorAll('#article p');
      const words = () => [...CSS.highlights.get('sourcelight-cue-hedged')].map((range) =>
        range.startContainer.data.slice(range.startOffset, range.endOffset));
      const found = [];
      for (const [offset, typed] of [[0, 'x'], [1, '🎻'], [paragraph.textContent.length, ' It did.\n'], [3, 'y']]) {
        getSelection().collapse(paragraph.firstChild, offset);
        document.execCommand('insertText', false, typed);
        found.push(...words());
      }
      return found;
    });
    assert.deepEqual(seen, Array(4).fill('suggested'));
  }));

test('a text typed into the empty page has paragraphs and marks, and stays open for more', () =>
  withPage(async (page) => {
    await page.click('#article');
    await page.keyboard.type('Rain fell.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(STATEMENT);
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-content-hedged')?.size === 1);
    assert.equal(await page.locator('#article').innerHTML(), `<p>Rain fell.</p><p>${STATEMENT}</p>`);
    assert.equal(await page.locator('#invitation').isVisible(), false);
    assert.equal(await isWriting(page), true);
  }));

test('one way back leads over typing, pastes, samples and an empty page', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': STATEMENT });
    await page.click('#mode');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' One.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Two.');
    await page.keyboard.press('Escape');
    await page.click('#clear');
    await loadSample(page, 1);
    const steps = [];
    while (await page.locator('#undo').isEnabled()) {
      steps.push(await text(page));
      await page.click('#undo');
    }
    assert.match(steps[0], /ferry/);
    assert.deepEqual(steps.slice(1), ['', `${STATEMENT} One.\n\nTwo.`, `${STATEMENT} One.\n\n\n`, `${STATEMENT} One.`, STATEMENT]);
    assert.equal(await text(page), '');
    for (const step of steps.toReversed()) {
      await page.keyboard.press('Control+Shift+Z');
      assert.equal(await text(page), step);
    }
    await page.waitForSelector('body[data-state="ready"]');
    assert.ok((await countPainted(page, 'source')) > 5);
    assert.equal(await page.locator('#redo').isEnabled(), false);
  }));

test('undoing puts the caret where the change was, and typing goes on there', () =>
  withPage(async (page) => {
    await write(page, 'Rain fell.\nIt stopped.');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('So ');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Z');
    await page.keyboard.type('Much r');
    await page.keyboard.press('Delete');
    assert.equal(await text(page), 'Much rain fell.\n\nIt stopped.');
  }));

test('the browser’s own undo and formatting stay out of it', () =>
  withPage(async (page) => {
    await write(page, 'Rain fell.');
    await page.keyboard.type(' Much.');
    await page.keyboard.press('Control+B');
    assert.equal(await page.locator('#article').innerHTML(), '<p>Rain fell. Much.</p>');
    /** As from the browser's own menu. @param {string} inputType */
    const ask = (inputType) =>
      page.locator('#article').evaluate((article, inputType) => {
        const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
        return article.dispatchEvent(event);
      }, inputType);
    assert.equal(await ask('historyUndo'), false);
    assert.equal(await text(page), 'Rain fell.');
    assert.equal(await ask('historyRedo'), false);
    assert.equal(await text(page), 'Rain fell. Much.');
  }));

test('joining a heading and a paragraph leaves no styles behind', () =>
  withPage(async (page) => {
    await paste(page, { 'text/html': '<h1>Rain</h1><p>fell <b>hard</b>.</p>' });
    await page.click('#mode');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await page.keyboard.type(' x ');
    assert.equal((await page.locator('#article').innerHTML()).replace('&nbsp;', ' '), '<h1>Rain x fell <strong>hard</strong>.</h1>');
  }, { expected: /Content Security Policy/ }));

test('keys in a field of the page don’t reach the article', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': STATEMENT });
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'field' })));
    await page.fill('#field', 'abc');
    await page.keyboard.press('Control+Z');
    await copy(page, 'pasted');
    await page.keyboard.press('Control+V');
    assert.equal(await text(page), STATEMENT);
  }, CLIPBOARD));

test('links open for a reader, in a tab of their own, and not for a writer', () =>
  withPage(async (page) => {
    await paste(page, { 'text/html': '<p>See <a href="https://example.org/x">this page</a>.</p>' });
    await page.context().route('https://example.org/**', (route) => route.fulfill({ body: 'there' }));
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.click('#article a')]);
    assert.equal(opened.url(), 'https://example.org/x');
    assert.equal(await opened.evaluate(() => window.opener), null);
    await page.click('#mode');
    await page.click('#article a');
    assert.equal(page.context().pages().length, 2);
  }));
