// The card: what it says of a mark, where it stands, and how one comes to it and back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxesOfWords, clickWords, litUp, loadSample } from './pointing.mjs';
import { paste, withPage } from './support.mjs';

const CITY =
  'Anna Berg, the mayor of Oslo, spoke to the council on Monday.\n' +
  'The bridge would open in May, Berg said. “We are ready,” she told reporters. ' +
  'Critics suggested that the railing would probably fail. It may rain, and 40 guests are expected.';

for (const [name, options] of Object.entries({
  'in a wide window': { viewport: { width: 1280, height: 720 } },
  'on a telephone': { viewport: { width: 360, height: 640 }, hasTouch: true },
})) {
  test(`a card never covers what it explains (${name})`, () =>
    withPage(async (page) => {
      await loadSample(page, 1);
      for (const words of ['told reporters', 'have suggested', 'believe', 'denied', 'Everybody wanted', 'Analysts']) {
        const [box] = await boxesOfWords(page, words);
        await page.evaluate((top) => window.scrollBy(0, top - window.innerHeight / 2), box.y);
        await clickWords(page, words);
        const card = await page.locator('#card').boundingBox();
        assert.ok(card, words);
        assert.ok(card.x >= 0 && card.x + card.width <= page.viewportSize().width, words);
        assert.ok(card.y >= 0 && card.y + card.height <= page.viewportSize().height, `${words}: in view`);
        const lit = await page.evaluate(() =>
          Array.from(CSS.highlights.get('sourcelight-focus')).flatMap((part) => {
            const range = new Range();
            range.setStart(part.startContainer, part.startOffset);
            range.setEnd(part.endContainer, part.endOffset);
            return Array.from(range.getClientRects(), ({ top, bottom }) => ({ top, bottom }));
          }),
        );
        assert.ok(lit.length > 0);
        for (const { top, bottom } of lit) {
          assert.ok(bottom <= card.y || card.y + card.height <= top, `${words}: covered`);
        }
        await page.keyboard.press('Escape');
        assert.equal(await page.locator('#card').isVisible(), false);
        assert.deepEqual(await litUp(page), []);
      }
    }, options));
}

test('the card of an attribution says who speaks, where they were mentioned, how sure it is', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await clickWords(page, 'Berg', 1);
    const card = page.getByRole('dialog');
    const text = await card.innerText();
    assert.match(text, /^Anna Berg/);
    assert.match(text, /“Berg” stands for Anna Berg/);
    assert.match(text, /Traceable[^]*tell who it is/);
    assert.match(text, /“said”/);
    assert.match(text, /Mentioned once before/);
    await card.locator('.mentions button').click();
    assert.deepEqual(await litUp(page), ['Anna Berg']);
    assert.equal(await card.isVisible(), true);
  }));

test('the card of somebody who can’t be traced says so', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await clickWords(page, 'Critics');
    assert.match(await page.getByRole('dialog').innerText(), /^Critics[^]*Untraceable[^]*names no one who could be asked[^]*“suggested” puts this as a view/);
  }));

test('what weakens a statement is said where it does not make it hedged', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': '“The pier may close,” said an official, who spoke on condition of anonymity.' });
    await clickWords(page, 'official');
    const text = await page.getByRole('dialog').innerText();
    assert.match(text, /^An official\s+Affiliation only/i);
    assert.match(text, /why no name is given: “who spoke on condition of anonymity”/);
    assert.match(text, /“may” inside the statement/);
    assert.doesNotMatch(text, /hedged/i);
  }));

test('a card says through whom a statement comes, and leads there', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'The ministry said that engineers had warned of the fault twice. Anna Berg was there.' });
    await clickWords(page, 'warned');
    const card = page.getByRole('dialog');
    assert.match(await card.innerText(), /Passed on by the ministry/i);
    await card.getByRole('button', { name: /ministry says/i }).click();
    assert.match(await card.innerText(), /^The ministry/);
  }));

test('previous and next go along one source, and keep the focus', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.locator('.voice h3 button', { hasText: 'Anna Berg' }).click();
    await page.locator('.said:visible button').first().press('Enter');
    const card = page.getByRole('dialog');
    assert.match(await card.innerText(), /1 of 2/);
    await card.getByRole('button', { name: 'Next' }).press('Enter');
    assert.match(await card.innerText(), /2 of 2/);
    assert.ok((await litUp(page)).includes('told reporters'));
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'Next');
    await page.keyboard.press('Enter');
    assert.match(await card.innerText(), /1 of 2/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.said:visible button').first().evaluate((button) => button === document.activeElement), true);
  }));

test('names, quotes and hedges have cards', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    const card = page.locator('#card');
    await clickWords(page, 'may', 1);
    assert.match(await card.innerText(), /^Hedge[^]*possible, not that it is so[^]*writer’s own/);
    await clickWords(page, 'probably');
    assert.match(await card.innerText(), /attributed to critics/);
    await page.keyboard.press('3');
    await page.locator('.names button', { hasText: 'Anna Berg' }).click();
    await page.evaluate(() => window.scrollTo(0, 0));
    await clickWords(page, 'Anna Berg');
    assert.match(await card.innerText(), /^Anna Berg\n[^]*Person[^]*2 mentions/);
    assert.deepEqual(await litUp(page), ['Anna Berg', 'Berg']);
    await paste(page, { 'text/plain': 'Rain fell. “The bridge is old and tired.” The council met on Monday in Oslo.' });
    await clickWords(page, 'The bridge is');
    assert.match(await card.innerText(), /^Quotation[^]*No speaker was found/);
  }));

test('a card leads to its source in the list', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    await page.keyboard.press('4');
    await clickWords(page, 'told reporters');
    await page.getByRole('button', { name: 'Show in list' }).click();
    assert.equal(await page.locator('#card').isVisible(), false);
    assert.deepEqual(await page.evaluate(() => [document.activeElement.textContent, document.activeElement.ariaExpanded]), ['Ingrid Solheim', 'true']);
    // As "the transport minister" she speaks above her name.
    assert.equal(await page.locator('.said:visible li').count(), 2);
  }));

test('a statement is copied with its source', () =>
  withPage(
    async (page) => {
      await paste(page, { 'text/plain': CITY });
      await clickWords(page, 'told reporters');
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.locator('#card').getByText('Copied').waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '“We are ready,”\n— Anna Berg, “told reporters”');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('a pointer that rests on a source opens its card, and closes it by leaving', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    const [box] = await boxesOfWords(page, 'Critics');
    await page.mouse.move(box.x + 5, box.y + 5);
    const card = page.locator('#card');
    await card.waitFor();
    const place = await card.boundingBox();
    await page.mouse.move(place.x + 20, place.y + 20, { steps: 4 });
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    assert.equal(await card.isVisible(), true);
    await page.mouse.move(place.x + place.width + 200, place.y + place.height + 100);
    await card.waitFor({ state: 'hidden' });
  }));

test('a click next to the words opens no card', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Rain fell.\nIt stopped, said Anna Berg' });
    const box = await page.locator('#article p').last().boundingBox();
    await page.mouse.click(box.x + box.width - 3, box.y + box.height / 2);
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('from an empty page to the source of a statement in two actions', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await clickWords(page, 'the railing');
    assert.match(await page.locator('#card').innerText(), /Critics/);
  }));

test('Ctrl+Enter explains the mark at the caret', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Critics suggested that Anna Berg would leave.' });
    await page.click('#mode');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    assert.match(await page.getByRole('dialog').innerText(), /Critics/);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
    assert.equal(await page.locator('#article p').count(), 1);
  }));
