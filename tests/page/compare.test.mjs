// Two articles side by side: the second one pasted, opened or taken from the samples.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './accessible.mjs';
import { clickWords, loadSample } from './pointing.mjs';
import { paste, withPage } from './support.mjs';

const FIRST =
  'The ferry is late\n' +
  'The ferry will sail in May, Ingrid Solheim told reporters on Monday. Solheim said that Hale Marine had paid for it. ' +
  'Critics have suggested that the boat leaks.';
const SECOND =
  'The ferry is small\n\n' +
  'The ferry is too small, said Solheim. “It leaks,” critics said on Tuesday. The Oslo Post reported that Peter Lind had left Bergen.';

/** @param {import('playwright-core').Page} page @param {string} heading */
const under = (page, heading) =>
  page.locator('#comparison').getByRole('heading', { name: heading }).locator('xpath=following-sibling::*[1]').innerText();

/** @param {import('playwright-core').Page} page */
async function compare(page) {
  await paste(page, { 'text/plain': FIRST });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByLabel('Paste the second article').fill(SECOND);
  await page.locator('#comparison').getByRole('button', { name: 'Compare', exact: true }).click();
  await page.locator('#comparison .pair').first().waitFor();
}

test('who is heard and named in which, and how each is sourced', () =>
  withPage(async (page) => {
    await compare(page);
    const columns = await page.locator('#comparison .pair').first().locator('section').allInnerTexts();
    assert.match(columns[0], /First article\s+The ferry is late[^]*2 sources are heard:\s+Traceable\s+1 \(50 %\)[^]*Untraceable\s+1 \(50 %\)[^]*3 statements, 1 of them hedged \(33 %\)/);
    assert.match(columns[1], /Second article\s+The ferry is small[^]*3 sources are heard:\s+Traceable\s+2 \(67 %\)/);
    assert.match(await under(page, 'Heard in both'), /Ingrid Solheim\s+2 statements[^]*1 statement/);
    assert.match(await under(page, 'Heard in both'), /Critics/);
    assert.match(await under(page, 'Heard in the second only'), /Oslo Post/);
    assert.match(await under(page, 'Named in both'), /Ingrid Solheim\s+2 times\s+once/);
    assert.match(await under(page, 'Named in the first only'), /Hale Marine/);
    const second = await under(page, 'Named in the second only');
    assert.match(second, /Peter Lind × 1/);
    assert.match(second, /Bergen × 1/);
    assert.doesNotMatch(second, /Solheim|Tuesday/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#comparison').isVisible(), false);
  }));

test('the comparison follows corrections of the first article, and keeps the second one', () =>
  withPage(async (page) => {
    await compare(page);
    await page.keyboard.press('Escape');
    await clickWords(page, 'suggested');
    await page.locator('#card').getByRole('button', { name: 'Wrong?' }).click();
    await page.locator('#card').getByRole('button', { name: 'Not a statement' }).click();
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.match(await under(page, 'Heard in the second only'), /Critics/i);
    await page.getByRole('button', { name: 'Compare with another article' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'TEXTAREA');
  }));

test('samples and files are second articles; what is none says so and nothing is lost', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': FIRST });
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.locator('#comparison');
    const start = dialog.getByRole('button', { name: 'Compare', exact: true });
    await start.click();
    assert.match(await dialog.getByRole('alert').innerText(), /no second article yet/);
    const german = 'Der Fährmann sagte, dass das Schiff nicht fahren kann, weil es zu alt ist und der Wind weht.';
    await dialog.getByRole('textbox').fill(german);
    await start.click();
    await dialog.getByRole('alert').getByText('does not look like English').waitFor();
    assert.equal(await dialog.getByRole('textbox').inputValue(), german);
    await dialog.getByRole('button', { name: 'The bridge' }).click();
    await dialog.locator('.pair').first().waitFor();
    await dialog.getByRole('button', { name: 'Compare with another article' }).click();
    const choose = async (/** @type {string} */ name, /** @type {Buffer} */ buffer) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'Open a file' }).click()]);
      await chooser.setFiles({ name, mimeType: 'text/plain', buffer });
    };
    await choose('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
    await dialog.getByRole('status').getByText('picture.png').waitFor();
    await choose('second.txt', Buffer.from(SECOND));
    await dialog.getByText('The ferry is small').waitFor();
    assert.match(await under(page, 'Named in the second only'), /Peter Lind/);
  }));

test('an engine that does not load is said, and comes at the next attempt', () =>
  withPage(
    async (page) => {
      await paste(page, { 'text/plain': FIRST });
      await page.route('**/sourcelight_bg.wasm', (route) => route.abort());
      await page.getByRole('button', { name: 'Compare' }).click();
      const dialog = page.locator('#comparison');
      await dialog.getByRole('textbox').fill(SECOND);
      await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
      await dialog.getByRole('alert').getByText('Something went wrong').waitFor();
      await page.unroute('**/sourcelight_bg.wasm');
      await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
      await dialog.locator('.pair').first().waitFor();
    },
    { expected: /Failed to (load|fetch)/ },
  ));

test('a part that does not load is said in the comparison, and comes at the next attempt', () =>
  withPage(
    async (page) => {
      await paste(page, { 'text/plain': FIRST });
      await page.getByRole('button', { name: 'Compare' }).click();
      const dialog = page.locator('#comparison');
      for (const [part, act] of [
        ['samples', () => dialog.getByRole('button', { name: 'The well' }).click()],
        ['files', () => dialog.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: '', buffer: Buffer.from(SECOND) })],
      ]) {
        await page.route(`**/parts/${part}.js`, (route) => route.abort());
        await act();
        await dialog.getByRole('alert').getByText('did not load').waitFor();
        await page.unroute(`**/parts/${part}.js`);
        await act();
        await dialog.getByRole('button', { name: 'Compare with another article' }).click();
        assert.equal(await dialog.getByRole('alert').innerText(), '');
      }
    },
    { expected: /Failed to (load|fetch)/ },
  ));

for (const [name, options] of Object.entries({
  'light and wide': { viewport: { width: 1440, height: 900 } },
  'dark, on a telephone': { viewport: { width: 360, height: 740 }, colorScheme: /** @type {const} */ ('dark') },
})) {
  test(`axe finds nothing in the comparison, and all of it is in view (${name})`, () =>
    withPage(async (page) => {
      await loadSample(page, 1);
      await page.getByRole('button', { name: 'Compare' }).click();
      assert.deepEqual(await complaints(page), [], 'the second article');
      await page.locator('#comparison').getByRole('button', { name: 'The well' }).click();
      const columns = page.locator('#comparison .pair').first().locator('section');
      await columns.first().waitFor();
      assert.deepEqual(await complaints(page), [], 'the comparison');
      const dialog = page.locator('#comparison');
      assert.equal(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth), true);
      const [first, second] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()];
      const areStacked = second.y >= first.y + first.height;
      assert.equal(areStacked, page.viewportSize().width < 700);
    }, options));
}
