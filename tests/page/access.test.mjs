// What stands beside the article, for everybody: axe, headings, the size of targets, forced colours.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './accessible.mjs';
import { clickWords, loadSample } from './pointing.mjs';
import { withPage } from './support.mjs';

for (const [name, options] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'a telephone': { viewport: { width: 360, height: 740 } },
  'forced colours': { forcedColors: 'active' },
})) {
  test(`axe finds nothing in any view, card or sheet (${name})`, () =>
    withPage(async (page) => {
      await loadSample(page, 1);
      for (const view of ['1', '2', '3', '4']) {
        await page.keyboard.press(view);
        const first = page.locator('[role=tabpanel]:not([hidden]) [data-choice]').first();
        if ((await first.count()) > 0) await first.click();
        assert.deepEqual(await complaints(page), [], view);
      }
      await page.keyboard.press('Escape');
      if (name === 'a telephone') await page.getByRole('button', { name: 'Show the article' }).click();
      await clickWords(page, 'told reporters');
      assert.deepEqual(await complaints(page), [], 'card');
      await page.keyboard.press('?');
      await page.locator('#help').waitFor();
      assert.deepEqual(await complaints(page), [], 'keys');
    }, options));
}

test('headings lead through the column', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    const column = page.getByRole('complementary');
    assert.equal(await column.getByRole('heading', { level: 2 }).innerText(), 'What was found');
    const voices = await page.locator('.voice').count();
    assert.equal(await column.getByRole('heading', { level: 3 }).count(), voices);
  }));

test('nothing but the count is announced by itself', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    const live = await page.locator('[aria-live], [role=status], [role=alert], [role=log]').evaluateAll((elements) =>
      elements.filter((element) => element.checkVisibility()).map(({ id }) => id),
    );
    assert.deepEqual(live, ['status']);
  }));
