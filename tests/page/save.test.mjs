// Saving the marked article, and opening each file again.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

const ARTICLE = 'The pier is closed\nCritics suggested that Anna Berg would leave.\n=1+1 said “no, never” on Monday.';

/** The article's text, as offsets count in it. @param {import('playwright-core').Page} page @returns {Promise<string>} */
const textOf = (page) =>
  page.evaluate(async () => (await import('./pkg/sourcelight.js')).readText(document.querySelector('#article')));

/** A table's rows of cells. @param {string} table */
const cellsOf = (table) =>
  table.split('\r\n').map((row) => [...`,${row}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));

/** What must be in each file. @type {Record<string, [string, (saved: string, text: string) => void]>} */
const FILES = {
  'Web page': ['html', (saved) => assert.match(saved, /<mark[^>]*>[^]*Anna Berg/)],
  Markdown: ['md', (saved) => assert.match(saved, /^# The pier is closed\n\nCritics suggested\[\^1\] that[^]*\n\[\^1\]: \*\*Critics\*\*/)],
  'Table (CSV)': [
    'csv',
    (saved) => {
      const [head, ...rows] = cellsOf(saved.replace(/^\uFEFF/, ''));
      assert.deepEqual([...new Set(rows.slice(0, -1).map((row) => row.length))], [head.length]);
      const first = Object.fromEntries(head.map((name, index) => [name, rows[0][index]]));
      assert.deepEqual([first.source, first.cue, first.content], ['Critics', 'suggested', 'Anna Berg would leave']);
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@]/);
    },
  ],
  JSON: [
    'json',
    (saved, text) => {
      const { attributions } = JSON.parse(saved);
      assert.deepEqual(attributions[0].cue.map(([start, end]) => text.slice(start, end)), ['suggested']);
      assert.equal(attributions[0].hedged, true);
    },
  ],
  'Web annotations': [
    'jsonld',
    (saved, text) => {
      /** @type {{type?: string, start: number, end: number, exact: string}[][]} */
      const selectors = [];
      JSON.parse(saved, (name, value) => (name === 'selector' && selectors.push(value), value));
      assert.ok(selectors.length > 4);
      for (const [{ start, end }, { exact }] of selectors) assert.equal(text.slice(start, end), exact);
    },
  ],
};

test('the article is saved in every format', () =>
  withPage(async (page) => {
    const opener = page.locator('#save-button');
    assert.equal(await opener.isDisabled(), true);
    await paste(page, { 'text/plain': ARTICLE });
    await opener.click();
    const text = await textOf(page);
    for (const [label, [ending, check]] of Object.entries(FILES)) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click()]);
      assert.equal(download.suggestedFilename(), `The-pier-is-closed.${ending}`);
      check(await readFile(await download.path(), 'utf8'), text);
    }
  }));

for (const [label, name] of [['Web page', 'a.html'], ['Markdown', 'a.md']]) {
  test(`an article that was saved is opened again without what was found in it: ${label}`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': ARTICLE });
      const article = await page.locator('#article').innerHTML();
      await page.click('#save-button');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click()]);
      const buffer = await readFile(await download.path());
      await page.click('#clear');
      await page.setInputFiles('#file', { name, mimeType: '', buffer });
      await page.waitForSelector('#article h1');
      assert.equal(await page.locator('#article').innerHTML(), article);
    }));
}

test('a saved web page shows the marks and their cards in any browser, without scripts', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': ARTICLE });
    await page.click('#save-button');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Web page', exact: true }).click()]);
    const plain = await page.context().browser().newContext({ javaScriptEnabled: false });
    const saved = await plain.newPage();
    await saved.goto(`data:text/html;base64,${(await readFile(await download.path())).toString('base64')}`);
    assert.equal(await saved.locator('article mark').first().isVisible(), true);
    assert.match(await saved.locator('article').innerText(), /Anna Berg would leave/);
    assert.match(await saved.locator('.cards > li').first().innerText(), /Critics/);
    await plain.close();
  }));
