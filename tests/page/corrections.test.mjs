// Corrections: a mark is dismissed, changed or added, everything that counts it follows, and each can be undone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { complaints } from './accessible.mjs';
import { clickWords, litUp, selectWords } from './pointing.mjs';
import { paste, showAllMarks, withPage } from './support.mjs';

const CITY =
  'Anna Berg, the mayor of Oslo, spoke to the council on Monday.\n' +
  'The bridge would open in May, Berg said. “We are ready,” she told reporters. ' +
  'Critics suggested that the railing would probably fail. It may rain on the harbour.';

const DARK_TELEPHONE = { viewport: { width: 360, height: 740 }, colorScheme: /** @type {const} */ ('dark') };

/** Opens the card of some words and what can be corrected there. @param {import('playwright-core').Page} page @param {string} words */
async function wrong(page, words) {
  await clickWords(page, words);
  await page.locator('#card').getByRole('button', { name: /Wrong|Corrected/ }).click();
  await page.locator('#card .correcting form').waitFor();
}

/** @param {import('playwright-core').Page} page @param {string} name */
const inCard = (page, name) => page.locator('#card').getByRole('button', { name, exact: true });

/** @param {import('playwright-core').Page} page @param {string} name */
const inBar = (page, name) => page.locator('#marker').getByRole('button', { name, exact: true });

/** The text of the list's button; empty where it is not there. @param {import('playwright-core').Page} page */
const counted = async (page) => {
  const button = page.locator('#corrections-button:visible');
  return (await button.count()) === 0 ? '' : button.innerText();
};

/** What is in a file that a button saves. @param {import('playwright-core').Page} page @param {string} name */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return readFile(await download.path(), 'utf8');
}

test('a name is changed, dismissed and marked again by undoing', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await showAllMarks(page);
    await wrong(page, 'Oslo');
    await page.locator('#card').getByLabel('It is').selectOption({ label: 'an organisation' });
    await inCard(page, 'Change').click();
    assert.match(await page.locator('#card').innerText(), /^Oslo[^]*Organisation/);
    assert.equal(await counted(page), '1 correction');
    await wrong(page, 'Oslo');
    await inCard(page, 'Not a name').click();
    assert.equal(await page.locator('#card').isVisible(), false);
    assert.equal(await counted(page), '1 correction');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'corrections-button');
    await page.keyboard.press('Enter');
    await page.locator('#corrections').getByRole('button', { name: /^Undo/ }).click();
    assert.equal(await counted(page), '');
    await clickWords(page, 'Oslo');
    assert.match(await page.locator('#card').innerText(), /^Oslo[^]*Place/);
  }));

test('a statement is changed in what it says and dismissed, and the column follows', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    assert.equal(await page.locator('.voice').count(), 2);
    await wrong(page, 'suggested');
    await page.locator('#card').getByLabel('A reader can').selectOption({ label: 'tell who it is' });
    await page.locator('#card').getByLabel('The cue says').selectOption({ label: 'nothing of its own' });
    await page.locator('#card').getByLabel('Who speaks').fill('Citizens for Rails');
    await page.keyboard.press('Enter');
    assert.match(await page.locator('#card').innerText(), /^Citizens for Rails\s+Traceable/);
    assert.equal(await page.locator('#legend input[name=hedged] ~ .count').innerText(), '0');
    assert.match(await page.locator('#column').innerText(), /Citizens for Rails/);
    await wrong(page, 'suggested');
    await inCard(page, 'No source here').click();
    assert.match(await page.locator('#card').innerText(), /^Nobody is named/);
    await wrong(page, 'suggested');
    await inCard(page, 'Not a statement').click();
    assert.equal(await page.locator('.voice').count(), 1);
    assert.equal(await counted(page), '1 correction');
  }));

test('selected words become a name, a hedge, a statement', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await showAllMarks(page);
    const as = page.locator('#marker').getByLabel('as');
    await selectWords(page, 'the bridge'.slice(4));
    assert.match(await page.locator('#marker').innerText(), /Mark “bridge”/);
    await as.selectOption({ label: 'a product' });
    await inBar(page, 'Mark').click();
    assert.match(await page.locator('#card').innerText(), /^Bridge[^]*Product/i);
    await selectWords(page, 'would open');
    await as.selectOption({ label: 'it is possible (may, likely)' });
    await inBar(page, 'Mark').click();
    assert.match(await page.locator('#card').innerText(), /^Hedge[^]*“would open”/);
    await selectWords(page, 'Anna Berg');
    await inBar(page, 'Source').click();
    await selectWords(page, 'spoke to');
    await inBar(page, 'Cue').click();
    assert.equal(await inBar(page, 'Add statement').isDisabled(), true);
    await selectWords(page, 'the council on Monday');
    await inBar(page, 'Content').click();
    assert.deepEqual(await litUp(page), ['Anna Berg', 'spoke to', 'the council on Monday']);
    await page.keyboard.press('Enter');
    assert.match(await page.locator('#card').innerText(), /^Anna Berg\s+Traceable/);
    assert.equal(await counted(page), '3 corrections');
    await page.locator('.voice h3 button', { hasText: 'Anna Berg' }).click();
    assert.equal(await page.locator('.said:visible li').count(), 3);
  }));

test('other words are chosen for a statement that is there', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await wrong(page, 'suggested');
    await inCard(page, 'Choose other words').click();
    assert.deepEqual(await litUp(page), ['Critics', 'suggested', 'the railing would probably fail']);
    await selectWords(page, 'railing would probably fail');
    await inBar(page, 'Content').click();
    await inBar(page, 'Change statement').click();
    assert.deepEqual(await litUp(page), ['Critics', 'suggested', 'railing would probably fail']);
    assert.equal(await counted(page), '1 correction');
  }));

test('corrections move with an edit, come back by undo, and say where they no longer fit', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await showAllMarks(page);
    await wrong(page, 'Oslo');
    await inCard(page, 'Not a name').click();
    await page.click('#mode');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Late news: ');
    await page.waitForSelector('body[data-state="ready"]');
    await page.keyboard.press('Escape');
    await clickWords(page, 'Oslo');
    assert.equal(await page.locator('#card').isVisible(), false);
    const leaveAndComeBack = async () => {
      await page.getByRole('button', { name: 'New article' }).click();
      assert.equal(await counted(page), '');
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.waitForSelector('#column:not([hidden])');
    };
    await leaveAndComeBack();
    await page.locator('#corrections-button').click();
    await page.locator('#corrections').getByRole('button', { name: /^Undo/ }).click();
    await leaveAndComeBack();
    assert.equal(await counted(page), '', 'what was undone stays undone');
    await wrong(page, 'Oslo');
    await inCard(page, 'Not a name').click();
    await selectWords(page, 'Oslo');
    await page.keyboard.press('Escape');
    await page.click('#mode');
    await selectWords(page, 'Oslo');
    await page.keyboard.type('Bergen');
    await page.waitForSelector('body[data-state="ready"]');
    await page.locator('#corrections-button').click();
    assert.match(await page.locator('#corrections').innerText(), /“Oslo” is no name\.\s+These words have changed/);
  }));

test('corrections are kept on this device only where the reader says so', () =>
  withPage(async (page) => {
    const stored = () => page.evaluate(() => localStorage.getItem('sourcelight:corrections'));
    const again = async () => {
      await page.reload();
      await page.waitForSelector('body[data-state="ready"]');
      await paste(page, { 'text/plain': CITY });
    };
    await paste(page, { 'text/plain': CITY });
    await wrong(page, 'suggested');
    await inCard(page, 'Not a statement').click();
    assert.equal(await stored(), null);
    await again();
    assert.equal(await counted(page), '');
    await wrong(page, 'suggested');
    await inCard(page, 'Not a statement').click();
    await page.click('#corrections-button');
    await page.getByLabel('Keep corrections on this device').check();
    await page.waitForFunction(() => localStorage.getItem('sourcelight:corrections')?.includes('suggested'));
    assert.equal((await stored())?.includes('the mayor of'), false, 'no more of the article than what stands around');
    await again();
    await page.locator('#corrections-button').waitFor();
    assert.equal(await page.locator('.voice').count(), 1);
    await page.click('#corrections-button');
    await page.getByLabel('Keep corrections on this device').uncheck();
    assert.equal(await stored(), null);
  }));

test('what was kept and can not be read is left aside', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await wrong(page, 'suggested');
    await inCard(page, 'Not a statement').click();
    await page.click('#corrections-button');
    await page.getByLabel('Keep corrections on this device').check();
    await page.waitForFunction(() => localStorage.getItem('sourcelight:corrections')?.includes('suggested'));
    await page.evaluate(() => localStorage.setItem('sourcelight:corrections', localStorage.getItem('sourcelight:corrections').replaceAll('attribution', 'else')));
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    await paste(page, { 'text/plain': CITY });
    await page.locator('#corrections-button').waitFor({ state: 'attached' });
    assert.equal(await page.locator('.voice').count(), 2);
    await wrong(page, 'suggested');
    await inCard(page, 'Not a statement').click();
    assert.equal(await counted(page), '1 correction');
  }));

test('corrections are part of what is saved, and labelled text has the corrected marks', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await wrong(page, 'suggested');
    await page.locator('#card').getByLabel('The cue says').selectOption({ label: 'the writer keeps a distance' });
    await inCard(page, 'Change').click();
    await page.keyboard.press('Escape');
    await page.click('#save-button');
    const { corrections, attributions } = JSON.parse(await saved(page, 'JSON'));
    assert.equal(corrections[0].at.text, 'suggested');
    assert.equal(attributions.find(({ corrected }) => corrected).stance, 'doubtful');
    assert.match(await saved(page, 'Markdown'), /corrected by a reader/);
    await page.keyboard.press('Escape');
    await page.click('#corrections-button');
    const labels = JSON.parse(await saved(page, 'Save as labelled text'));
    assert.equal(labels.text, CITY.replace('\n', '\n\n'));
    assert.ok(labels.entities.some(({ start, end, type }) => type === 'PER' && labels.text.slice(start, end) === 'Anna Berg'));
    assert.ok(labels.attributions.some(({ stance }) => stance === 'doubtful'));
  }));

test('all of it by keyboard', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.click('#mode');
    await page.keyboard.press('Control+Home');
    for (let at = 0; at < 'Anna Berg'.length; at += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Escape');
    await page.locator('#marker').waitFor();
    await page.keyboard.press('m');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SELECT');
    await page.keyboard.press('g');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#marker').isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
  }));

for (const [name, options] of Object.entries({ 'light and wide': {}, 'dark, on a telephone': DARK_TELEPHONE })) {
  test(`axe finds nothing in forms, bar and list, and all of it is in view (${name})`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': CITY });
      await wrong(page, 'suggested');
      assert.deepEqual(await complaints(page), [], 'the form of a statement');
      await inCard(page, 'Choose other words').click();
      assert.deepEqual(await complaints(page), [], 'the bar with a statement');
      await inBar(page, 'Cancel').click();
      await selectWords(page, 'harbour');
      assert.deepEqual(await complaints(page), [], 'the bar');
      const box = await page.locator('#marker').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= page.viewportSize().width);
      await inBar(page, 'Mark').click();
      await page.keyboard.press('Escape');
      await page.click('#corrections-button');
      assert.deepEqual(await complaints(page), [], 'the list');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    }, options));
}
