// What was found: the legend, the list of sources and the card.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxesOf, clickMark, countPainted, paste, withPage } from './support.mjs';

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

test('a click on a mark opens a card beside its words, and Escape closes it', () =>
  withPage(async (page) => {
    await page.click('#sample-1');
    await clickMark(page, 'cue-hedged');
    const card = page.getByRole('dialog');
    assert.match(await card.innerText(), /Hedged attribution[^]*Why it counts as hedged/);
    const over = await card.boundingBox();
    for (const box of await boxesOf(page, 'focus')) {
      const isApart = box.y + box.height <= over.y || over.y + over.height <= box.y;
      assert.ok(isApart, 'the card covers the words that it explains');
    }
    await page.keyboard.press('Escape');
    assert.equal(await card.isVisible(), false);
    assert.equal(await countPainted(page, 'focus'), 0);
  }));

test('a click next to the words opens no card', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Rain fell.\nIt stopped, said Anna Berg' });
    const box = await page.locator('#article p').last().boundingBox();
    await page.mouse.click(box.x + box.width - 3, box.y + box.height / 2);
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('Enter in the list opens a card, and Escape gives the focus back', () =>
  withPage(async (page) => {
    await page.click('#sample-2');
    const statement = page.locator('#sources button').last();
    await statement.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('dialog').isVisible(), true);
    assert.equal(await page.evaluate(() => document.activeElement.closest('#card') !== null), true);
    assert.ok((await countPainted(page, 'focus')) > 0);
    const [box] = await boxesOf(page, 'focus');
    assert.ok(box.y >= 0 && box.y < page.viewportSize().height, 'the words are in view');
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').isVisible(), false);
    assert.equal(await statement.evaluate((button) => button === document.activeElement), true);
  }));

test('Ctrl+Enter explains the mark at the caret', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Critics suggested that Anna Berg would leave.' });
    await page.click('#article');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    assert.match(await page.getByRole('dialog').innerText(), /Critics/);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
    assert.equal(await page.locator('#article p').count(), 1);
  }));

test('statements of one speaker stand together, with how well the source is known', () =>
  withPage(async (page) => {
    await paste(page, {
      'text/plain': '“It is,” said Anna Berg. Berg told reporters that it would rain. Experts suggested that it was so.',
    });
    const sources = await page.locator('#sources > li').evaluateAll((items) =>
      items.map((item) => [item.querySelector('h3').textContent, item.querySelectorAll('button').length, item.querySelector('.badge').textContent]),
    );
    assert.deepEqual(sources, [
      ['Anna Berg', 2, 'Named'],
      ['Experts', 1, 'Can’t be traced'],
    ]);
  }));
