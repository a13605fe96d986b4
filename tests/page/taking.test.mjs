// Taking the marked article elsewhere: into a word processor by the clipboard, and onto paper.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

const ARTICLE = '<h1>The pier is closed</h1><p>Critics <b>suggested</b> that <a href="https://example.org/">Anna Berg</a> would leave.</p><ul><li>“It is,” Clara Dunn told reporters.</li></ul>';

/** The browser cleans what goes to the clipboard, and says so of each style. */
const CLEANING = /inline style violates/;

test('the article is copied with its structure and marks that a word processor shows', () =>
  withPage(
    async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await paste(page, { 'text/html': ARTICLE });
      await page.click('#save-button');
      await page.getByRole('button', { name: 'Copy with marks' }).click();
      await page.locator('#taking').getByText('Copied').waitFor();
      const { html, text } = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const of = async (type) => (await item.getType(type)).text();
        return { html: await of('text/html'), text: await of('text/plain') };
      });
      // Looked at where no style sheet helps.
      const sheet = await page.context().newPage();
      await sheet.setContent(html);
      const look = (words, property) =>
        sheet.evaluate(
          ([words, property]) => {
            const found = document.evaluate(`//text()[contains(., '${words}')]/..`, document).iterateNext();
            return getComputedStyle(found)[property];
          },
          [words, property],
        );
      assert.equal(await look('Critics', 'textDecorationLine'), 'underline');
      assert.equal(await look('suggested', 'fontStyle'), 'italic');
      assert.equal(await look('suggested', 'fontWeight'), '700');
      assert.equal(await look('would leave', 'backgroundColor'), 'rgb(253, 233, 191)');
      assert.equal(await look('It is', 'backgroundColor'), 'rgb(227, 237, 249)');
      assert.equal(await sheet.locator('h1').innerText(), 'The pier is closed');
      assert.equal(await sheet.locator('li').innerText(), '“It is,” Clara Dunn told reporters.');
      assert.equal(await sheet.locator('a').getAttribute('href'), 'https://example.org/');
      assert.equal(await sheet.locator('mark, [class]').count(), 0);
      assert.match(text, /^# The pier is closed\n\nCritics suggested\[\^1\] that/);
    },
    { expected: CLEANING },
  ));

for (const [way, start] of /** @type {const} */ ([
  ['by the button', async (page) => (await page.click('#save-button'), await page.getByRole('button', { name: 'Print' }).click())],
  ['by the key', (page) => page.keyboard.press('Control+p')],
])) {
  test(`the article is printed with its marks, a legend and a note for each attribution, ${way}`, () =>
    withPage(
      async (page) => {
        await paste(page, { 'text/html': ARTICLE });
        await start(page);
        await page.waitForSelector('#paper', { state: 'attached' });
        assert.equal(await page.locator('#paper').isVisible(), false);
        await page.emulateMedia({ media: 'print' });
        const paper = page.locator('#paper');
        assert.equal(await paper.isVisible(), true);
        assert.deepEqual(await page.evaluate(() => [...document.body.children].filter((element) => element.checkVisibility()).map(({ id }) => id)), ['paper']);
        assert.equal(await paper.locator('.article h1').innerText(), 'The pier is closed');
        assert.equal(await paper.locator('.article mark.sourcelight-source').first().innerText(), 'Critics');
        assert.equal(await paper.locator('.article mark.sourcelight-cue-hedged + sup, .article b:has(mark) sup, .article strong sup').first().innerText(), '1');
        assert.match(await paper.locator('.notes li').first().innerText(), /^Critics \(untraceable\)\./);
        assert.equal(await paper.locator('.notes li').count(), 2);
        assert.match(await paper.locator('> p').first().innerText(), /Source · cue/);
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
        assert.equal(await paper.count(), 0);
      },
      { prepare: (page) => page.addInitScript(() => (window.print = () => {})) },
    ));
}
