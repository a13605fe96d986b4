// The marks follow the page, and the page does not notice them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARAGRAPHS, STRICT, STRUCTURES } from './pages.mjs';
import { clickMark, clickShown, eventually, isMarked, isNotMarked, isUnmarked, marks, press, shown, visit, withPanel } from './support.mjs';

const PLAIN = STRUCTURES['a plain article'];

/** The same in a page that takes so long to search that the bar comes first. */
const HUGE = PLAIN.replace('<main', () => `${'<i></i>'.repeat(20_000)}<main`);

test('text that is added, changed or removed is marked again', () =>
  visit(
    PLAIN,
    async (page) => {
      await press(page);
      await isMarked(page, 'source: The union');
      await page.evaluate(() => {
        const added = document.createElement('p');
        added.textContent = 'Officials have confirmed that the second ferry was sold to Norway last year.';
        document.querySelector('article p').before(added);
      });
      await isMarked(page, 'source: Officials');
      await page.evaluate(() => (document.querySelector('article p').firstChild.data = 'Lawyers have confirmed that the second ferry was sold.'));
      await isMarked(page, 'source: Lawyers');
      await isNotMarked(page, 'source: Officials');
      await page.evaluate(() => document.querySelector('article p').remove());
      await isNotMarked(page, 'source: Lawyers');
      await isMarked(page, 'source: The union');
    },
    { headers: STRICT },
  ));

test('a page that changes while it is searched is marked as it is then', () =>
  visit(HUGE, async (page) => {
    await page.evaluate(() => {
      const first = document.querySelector('article p');
      const change = () => (first.firstChild.data = 'Lawyers have confirmed that the second ferry was sold.');
      new MutationObserver((_, observer) => {
        observer.disconnect();
        setTimeout(change);
      }).observe(document.documentElement, { childList: true });
    });
    await press(page);
    await isMarked(page, 'source: Lawyers');
    await isMarked(page, 'source: The union');
  }));

test('a click while the page is searched ends it without a trace, and the next one marks', () =>
  visit(HUGE, async (page) => {
    await press(page);
    await press(page);
    await isUnmarked(page);
    await press(page);
    await isMarked(page, 'source: The union');
  }));

test('an article that is rendered again keeps its marks', () =>
  visit(STRUCTURES['an app that renders again'], async (page) => {
    await press(page);
    await isMarked(page, 'source: The union');
    const before = await marks(page);
    await page.evaluate(() => globalThis.render());
    await isMarked(page, 'source: The union');
    await eventually(async () => (await marks(page)).length === before.length, 'all marks to come back');
    assert.deepEqual(await marks(page), before);
  }));

test('an article that a feed adds is marked too', () =>
  visit(STRUCTURES['an endless feed'], async (page) => {
    await press(page);
    await isMarked(page, 'source: The union');
    await page.evaluate((paragraphs) => {
      const next = document.createElement('article');
      next.innerHTML = `<h2>Another one</h2>${paragraphs.map((text) => `<p>${text.replace('The union', 'The captain')}</p>`).join('')}`;
      document.querySelector('.feed').append(next);
    }, PARAGRAPHS);
    await isMarked(page, 'source: The captain');
  }));

test('links, selections and scripts of the page work as ever', () =>
  visit(PLAIN, async (page) => {
    await page.evaluate(() => {
      globalThis.clicks = 0;
      document.addEventListener('click', () => (globalThis.clicks += 1));
      document.querySelector('article p').append(Object.assign(document.createElement('a'), { href: '#there', textContent: ' More.' }));
    });
    await press(page);
    await isMarked(page, 'source: The union');
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('article p')));
    const selected = await page.evaluate(() => String(getSelection()));
    await page.evaluate(() => document.querySelector('article p + p').append(' And so it goes, the captain said.'));
    await isMarked(page, 'source: the captain');
    assert.equal(await page.evaluate(() => String(getSelection())), selected);
    await page.click('a[href="#there"]');
    assert.match(page.url(), /#there$/);
    assert.equal(await page.evaluate(() => globalThis.clicks), 1);
  }));

test('a mark that is clicked is explained on the page, out of the page’s reach', () =>
  visit(
    PLAIN.replace('</head>', '<style>* { color: red !important; font-size: 40px !important } div { display: none !important }</style></head>'),
    async (page) => {
      await press(page);
      await isMarked(page, 'source: The union');
      await page.evaluate(() => document.querySelectorAll('main, article').forEach((element) => (element.style.fontSize = '16px')));
      await clickMark(page, 'source');
      await eventually(async () => (await shown(page, 'card')) !== '', 'the card to open');
      // The first source stands in the headline.
      assert.match(await shown(page, 'card'), /minister.*Traceable/);
      assert.equal(await page.evaluate(() => document.querySelector('sourcelight-frame').shadowRoot), null);
      await page.keyboard.press('Escape');
      await eventually(async () => (await shown(page, 'card')) === '', 'the card to close');
    },
  ));

test('the panel shows the sources and leads to what they said', () =>
  visit(PLAIN, async (page) => {
    await press(page);
    await isMarked(page, 'source: The union');
    await withPanel(page, async (panel) => {
      const source = panel.locator('.voice', { hasText: 'Jon Lund' });
      await source.locator('h3 button').click();
      await eventually(async () => (await marks(page)).every((mark) => !mark.includes('The union')), 'one source alone to be marked');
      await source.locator('.statement').first().click();
      await eventually(async () => /Jon Lund/.test(await shown(page, 'card')), 'the card of the statement');
    });
  }));

test('a site where it is kept off is left alone until it is switched on again', () =>
  visit(PLAIN, async (page) => {
    await press(page);
    await isMarked(page, 'source: The union');
    await withPanel(page, async (panel) => panel.locator('#off').check());
    await press(page);
    await press(page);
    await eventually(async () => /off on 127\.0\.0\.1/.test(await shown(page, 'bar')), 'the bar to say that it is off');
    assert.deepEqual(await marks(page), []);
    await clickShown(page, 'bar', 'Switch it on here');
    await isMarked(page, 'source: The union');
  }));

test('a page without an article says so, and what is selected is marked', () =>
  visit('<!doctype html><title>Short</title><p>The captain said that the ferry would sail in spring.</p>', async (page) => {
    await press(page);
    await eventually(async () => /No article was found/.test(await shown(page, 'bar')), 'the bar to say that there is none');
    await press(page);
    await page.evaluate(() => getSelection().selectAllChildren(document.body));
    await press(page);
    await isMarked(page, 'source: The captain');
  }));
