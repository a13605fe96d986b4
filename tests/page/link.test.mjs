// Articles in addresses: what goes in comes out, at the right place; what was damaged says so; nothing is trusted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo, readLink } from '../../www/parts/link.js';
import { clickWords, litUp, loadSample } from './pointing.mjs';
import { paste, withPage } from './support.mjs';

const PAGE = 'https://page.example/some/folder/?x=1#old';
const ARTICLE = '<p>“We won’t sail,” 🎈 said Ana Hale.\r\n\r\n\tÜber 北京 <b>&amp;</b>\u{feff}</p>';
const OLD = 'Rain fell on the harbour all day.';

/** @param {string} html @param {[number, number]} [place] */
const hashOf = async (html, place) => new URL(String(await linkTo({ html, place }, PAGE))).hash;

/** @param {import('playwright-core').Page} page */
const html = (page) => page.locator('#article').innerHTML();

/** @param {import('playwright-core').Page} page @param {string} label of the button that copies */
async function copied(page, label) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: label }).click();
  await page.getByText('Copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {import('playwright-core').Page} page @param {string} hash */
async function follow(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator('#notice').waitFor();
  await page.waitForSelector('body[data-state="ready"]');
}

test('an article comes back to the letter, and so does the place', async () => {
  for (const text of [ARTICLE, '', ' ', '\u{feff}x', 'The ferry was late. '.repeat(2000)]) {
    const link = await linkTo({ html: text }, PAGE);
    assert.ok(link?.startsWith('https://page.example/some/folder/?x=1#'));
    assert.match(new URL(link).hash, /^#article=[\w-]+$/);
    assert.deepEqual(await readLink(new URL(link).hash), { html: text, place: undefined });
  }
  assert.deepEqual(await readLink(await hashOf(ARTICLE, [3, 12])), { html: ARTICLE, place: [3, 12] });
});

test('an address without an article is no damaged one', async () => {
  for (const hash of ['', '#', '#article', '#a=b']) assert.equal(await readLink(hash), undefined);
});

test('an address that lost or changed a letter is damaged', async () => {
  const hash = await hashOf(ARTICLE, [3, 12]);
  const middle = Math.floor(hash.length / 2);
  const other = hash[middle] === 'A' ? 'B' : 'A';
  const changed = hash.slice(0, middle) + other + hash.slice(middle + 1);
  for (const damaged of [hash.slice(0, -8), hash.slice(0, middle), changed, '#article=', '#article=%20', '#article=ÄÖ']) {
    await assert.rejects(readLink(damaged), /link is damaged/, damaged);
  }
});

test('a small address can not unpack to a huge article', async () => {
  await assert.rejects(readLink(await hashOf('a'.repeat(5_000_000))), /link is damaged/);
});

test('an article goes from one page to another by a link, as it is', () =>
  withPage(async (page) => {
    await loadSample(page, 3);
    const article = await html(page);
    await page.click('#save-button');
    const { hash } = new URL(await copied(page, 'Copy a link that carries the article'));
    await withPage(
      async (other) => {
        assert.equal(await html(other), article);
        assert.ok((await other.locator('.voice').count()) > 3);
        assert.equal(await other.locator('#notice').isVisible(), false);
        await other.reload();
        await other.waitForSelector('#column:not([hidden])');
        assert.equal(await html(other), article);
      },
      { hash },
    );
  }));

for (const [name, words, spoken] of [
  ['an attribution', 'rejected', 'gossip'],
  ['a statement in another one', 'denies', 'lagoons leak'],
  ['a hedge', 'perhaps', ''],
]) {
  test(`a link leads to ${name}, in a window of another size, over paragraphs that were empty`, () =>
    withPage(async (page) => {
      await loadSample(page, 3);
      await page.click('#mode');
      await page.keyboard.press('ControlOrMeta+Home');
      for (const key of ['Enter', 'Enter', 'Escape']) await page.keyboard.press(key);
      await page.waitForSelector('body[data-state="ready"]');
      await page.locator('#article').getByText(words).scrollIntoViewIfNeeded();
      await clickWords(page, words);
      const title = await page.locator('#card-title').innerText();
      const lit = await litUp(page);
      const { hash } = new URL(await copied(page, 'Copy link to here'));
      await withPage(
        async (other) => {
          await other.locator('#card').waitFor();
          assert.equal(await other.locator('#card-title').innerText(), title);
          assert.deepEqual(await litUp(other), lit);
          assert.ok(lit.includes(words) && lit.some((part) => part.includes(spoken)));
          assert.ok((await other.evaluate(() => window.scrollY)) > 0);
          assert.equal(await other.evaluate(() => document.activeElement.id), 'card');
          await other.keyboard.press('Escape');
          assert.equal(await other.evaluate(() => document.activeElement.id), 'article');
        },
        { hash, viewport: { width: 700, height: 400 } },
      );
    }));
}

test('a link to a place without a mark lights its words up', async () => {
  const hash = await hashOf(`<p>${OLD}</p><p>Rain fell.</p>`, [31, 35]);
  await withPage(async (page) => assert.deepEqual(await litUp(page), ['fell']), { hash });
});

test('a link to another place of the article that is open goes there, and leaves the article as it is', async () => {
  const article = `<p>${OLD}</p><p>Rain fell.</p>`;
  const hash = await hashOf(article, [31, 35]);
  await withPage(
    async (page) => {
      await page.evaluate((to) => (location.hash = to), await hashOf(article, [0, 4]));
      await page.waitForFunction(() => [...CSS.highlights.get('sourcelight-focus')][0].startOffset === 0);
      assert.deepEqual(await litUp(page), ['Rain']);
      assert.equal(await page.locator('#notice').isVisible(), false);
    },
    { hash },
  );
});

test('a link that is opened over an article replaces it, and undo brings it back', async () => {
  const hash = await hashOf('<h1>Storm ahead</h1><p>Critics suggested that Anna Berg would leave.</p>');
  await withPage(async (page) => {
    await paste(page, { 'text/plain': OLD });
    await page.click('#mode');
    await page.keyboard.press('End');
    await page.keyboard.type(' And night.');
    await follow(page, hash);
    assert.match(await page.locator('#article h1').innerText(), /Storm ahead/);
    assert.equal(await page.evaluate(() => location.hash), hash);
    await page.getByRole('button', { name: 'Back to the one before' }).click();
    assert.equal(await page.locator('#article').innerText(), `${OLD} And night.`);
    assert.equal(await page.locator('#notice').isVisible(), false);
    // The address no longer says what the page does.
    await page.waitForFunction(() => location.hash === '');
    await follow(page, hash);
    assert.match(await page.locator('#article h1').innerText(), /Storm ahead/);
  });
});

test('a damaged link says so, and the page goes on', async () => {
  const damaged = (await hashOf(ARTICLE)).slice(0, -9);
  const isTold = async (/** @type {import('playwright-core').Page} */ page) =>
    assert.match(await page.locator('#notice').getByRole('alert').innerText(), /damaged/);
  await withPage(
    async (page) => {
      await isTold(page);
      await paste(page, { 'text/plain': OLD });
      assert.equal(await page.locator('#notice').isVisible(), false);
      await follow(page, `${damaged}x`);
      await isTold(page);
      assert.equal(await page.locator('#article').innerText(), OLD);
    },
    { hash: damaged },
  );
  await withPage(isTold, { hash: await hashOf('<p> </p><script>1</script>') });
});

test('a link is trusted no more than a paste', async () => {
  const hash = await hashOf('<p onclick="window.hasRun = 1">One <a href="javascript:window.hasRun=1">two</a></p><img src=x onerror="window.hasRun=1"><script>window.hasRun = 1</script>');
  await withPage(
    async (page) => {
      assert.equal(await html(page), '<p>One two</p>');
      await page.click('#article p');
      assert.equal(await page.evaluate(() => 'hasRun' in window), false);
    },
    { hash, expected: /Content Security Policy/ },
  );
});

test('an article that is too long for a link says so', () =>
  withPage(async (page) => {
    // No compression finds anything in numbers like these.
    const numbers = Array.from({ length: 4000 }, (_, at) => (at * 7_919_333) % 20_011_333);
    await paste(page, { 'text/plain': numbers.map((number) => `Critics suggested that ${number} had left.`).join(' ') });
    await page.click('#save-button');
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('too long for a link').waitFor();
  }));
