// What was found: the legend and the line of counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPainted, paste, withPage } from './support.mjs';

test('a switch of the legend hides its marks and shows them again', () =>
  withPage(async (page) => {
    await page.click('#sample-1');
    const people = page.locator('#legend').getByRole('checkbox', { name: 'People' });
    const count = await countPainted(page, 'person');
    assert.ok(count > 0);
    await people.uncheck();
    assert.equal(await countPainted(page, 'person'), 0);
    assert.ok((await countPainted(page, 'content')) > 0);
    await people.check();
    assert.equal(await countPainted(page, 'person'), count);
  }));

test('hidden marks stay hidden in the next text and open no card', () =>
  withPage(async (page) => {
    for (const box of await page.locator('#legend input').all()) await box.uncheck();
    await paste(page, { 'text/plain': 'Critics suggested that Anna Berg would leave.' });
    assert.equal(await countPainted(page, 'content-hedged'), 0);
    await page.mouse.click(...Object.values(await page.locator('#article p').boundingBox()).slice(0, 2).map((v) => v + 10));
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('the legend counts and the status line says what was found', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Critics suggested that it was so. “It is,” said Anna Berg.' });
    const counts = await page.locator('#legend li').evaluateAll((items) => items.map((item) => item.textContent));
    assert.ok(counts.includes('Hedged attributions1'), counts.join());
    assert.ok(counts.includes('People1'), counts.join());
    assert.equal(
      await page.locator('#status').innerText(),
      '2 attributions, 1 of them hedged, 1 quote, 1 name.',
    );
  }));
