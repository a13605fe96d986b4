// The main path of the page in browsers without the Highlight API, where marks are elements.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clickWords, loadSample } from './pointing.mjs';
import { paste, readMarks, showAllMarks, withPage } from './support.mjs';

/** @param {(page: import('playwright-core').Page) => Promise<void>} use */
const withElements = (use) =>
  withPage(use, {
    prepare: (page) =>
      page.addInitScript(() => {
        delete CSS.highlights;
        delete window.Highlight;
      }),
  });

/** The words inside marks of a kind, in order. @param {import('playwright-core').Page} page @param {string} kind */
const marked = (page, kind) => page.locator(`#article mark.sourcelight-${kind}`).allInnerTexts();

for (const number of [1, 2, 3]) {
  test(`every mark of sample ${number} lies on its words`, () =>
    withElements(async (page) => {
      await loadSample(page, number);
      const text = await page.locator('#article').innerText();
      await showAllMarks(page);
      // Elements end where others do, so a mark may be several: their words together are those that are asked for.
      const { expected } = await readMarks(page);
      const wanted = new Map();
      for (const line of expected) {
        const [kind, words] = line.split(/: ([^]*)/);
        wanted.set(kind, (wanted.get(kind) ?? 0) + words.replace(/\s/g, '').length);
      }
      assert.ok(wanted.size > 5);
      for (const [kind, length] of wanted) assert.equal((await marked(page, kind)).join('').replace(/\s/g, '').length, length, kind);
      assert.equal(await page.locator('#article').innerText(), text);
    }));
}

test('a click on a mark explains it and lights it up, and its jumps lead on', () =>
  withElements(async (page) => {
    await loadSample(page, 1);
    await clickWords(page, 'suggested');
    await page.locator('#card').waitFor();
    assert.match(await page.locator('#card').innerText(), /suggested/);
    assert.match((await marked(page, 'focus')).join(' '), /suggested/);
    await page.keyboard.press('Escape');
    assert.deepEqual(await marked(page, 'focus'), []);
    await page.locator('.voice h3 button').first().click();
    await page.locator('.said:visible button').first().click();
    assert.ok((await marked(page, 'focus')).length > 0);
  }));

test('what is switched off is not marked, and without marks the text is as it was pasted', () =>
  withElements(async (page) => {
    const html = '<p>Critics suggested that <em>Anna Berg</em> would leave. “It is so,” she said.</p>';
    await paste(page, { 'text/html': html });
    assert.deepEqual(await marked(page, 'cue-hedged'), ['suggested']);
    await page.locator('#legend input[name="quotes"]').uncheck();
    assert.deepEqual(await marked(page, 'quote'), []);
    await page.click('#marks');
    await page.waitForFunction(() => !document.querySelector('#article mark'));
    assert.equal(await page.locator('#article').innerHTML(), html);
  }));
