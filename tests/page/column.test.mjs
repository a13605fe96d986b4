// The column: its four views, what they mark, the search, and the sheet that it becomes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { litUp, loadSample } from './pointing.mjs';
import { countPainted, paste, withPage } from './support.mjs';

const CITY =
  '“It is,” said Anna Berg. Berg told reporters that it would rain. Experts suggested that it was so. ' +
  'Experts believe that the bridge will close. “The bridge is old and tired.” It is thought that the council in Oslo knew.';

/** How many attributions are painted, hedged or not. */
const countAttributions = (page) =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^sourcelight-content(-|$)/.test(name))
      .reduce((sum, [, highlight]) => sum + highlight.size, 0),
  );

const analysisOf = (page) =>
  page.evaluate(async () => {
    const { analyze, readText } = await import('./pkg/sourcelight.js');
    return analyze(readText(document.querySelector('#article')));
  });

test('there is no column before there is something to show', () =>
  withPage(async (page) => {
    assert.equal(await page.locator('#column').isVisible(), false);
    await loadSample(page, 1);
    assert.equal(await page.getByRole('complementary', { name: 'What was found' }).isVisible(), true);
    await page.click('#clear');
    await page.locator('#column').waitFor({ state: 'hidden' });
  }));

test('the views are tabs that the arrow keys go through', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    const selected = () => page.getByRole('tab', { selected: true }).innerText();
    assert.equal(await selected(), 'Sources');
    await page.getByRole('tab', { name: 'Sources' }).focus();
    for (const [key, name] of [['ArrowRight', 'Profile'], ['End', 'Check'], ['ArrowRight', 'Sources'], ['ArrowLeft', 'Check'], ['Home', 'Sources']]) {
      await page.keyboard.press(key);
      assert.equal(await selected(), name);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
      // Some are loaded when they are seen first.
      await page.getByRole('tabpanel', { name }).waitFor();
      assert.equal(await page.getByRole('tabpanel').count(), 1);
    }
  }));

test('the sources are the voices of the profile, with what each said in order', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    const listed = await page.locator('.voice').evaluateAll((items) =>
      items.map((item) => {
        item.querySelector('button').click();
        return [
          item.querySelector('h3').textContent,
          item.querySelector('.badge').textContent,
          item.querySelector('.facts').textContent.match(/\d+/g).map(Number),
          item.querySelectorAll('.said li').length,
        ];
      }),
    );
    const { profile } = await analysisOf(page);
    assert.deepEqual(
      listed.slice(0, -1).map(([name, , [statements, words], items]) => [name, statements, words, items]),
      profile.voices.map(({ name, attributions, words }) => [name, attributions.length, words, attributions.length]),
    );
    assert.deepEqual(listed.at(-1).slice(0, 2), ['No source named', 'Untraceable']);
    assert.deepEqual(listed.find(([name]) => name === 'Anna Berg').slice(1), ['Traceable', [2, listed.find(([name]) => name === 'Anna Berg')[2][1]], 2]);
    assert.match(await page.locator('#view-sources .hint').innerText(), /^2 sources: 1 traceable, 0 known by affiliation only, 1 untraceable/);
  }));

test('a source that is opened is marked alone, until everything is marked again', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    const all = await countAttributions(page);
    const berg = page.locator('.voice h3 button', { hasText: 'Anna Berg' });
    await berg.click();
    assert.equal(await berg.getAttribute('aria-expanded'), 'true');
    assert.equal(await countAttributions(page), 2);
    assert.equal(await page.locator('.said:visible li').count(), 2);
    await page.locator('.voice h3 button', { hasText: 'Experts' }).click();
    assert.equal(await berg.getAttribute('aria-expanded'), 'false');
    assert.equal(await countAttributions(page), 2);
    await page.getByRole('button', { name: 'Mark all' }).click();
    assert.equal(await countAttributions(page), all);
    assert.equal(await page.locator('.said:visible').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Sources');
  }));

test('what was marked alone is forgotten with the next article', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.locator('.voice h3 button').first().click();
    await paste(page, { 'text/plain': 'Critics say that the ferry is late. “It is,” said Olav Bru.' });
    assert.equal(await countAttributions(page), 2);
    assert.equal(await page.getByRole('button', { name: 'Mark all' }).isVisible(), false);
  }));

test('Enter on a statement leads to its card in the article, Escape leads back', () =>
  withPage(async (page) => {
    await loadSample(page, 2);
    await page.locator('.voice h3 button').last().press('Enter');
    const statement = page.locator('.said:visible button').last();
    await statement.press('Enter');
    assert.equal(await page.getByRole('dialog').isVisible(), true);
    assert.equal(await page.evaluate(() => document.activeElement.closest('#card') !== null), true);
    assert.ok((await litUp(page)).length > 0);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').isVisible(), false);
    assert.equal(await statement.evaluate((button) => button === document.activeElement), true);
  }));

test('the profile gives the numbers of its pictures as text', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    await page.getByRole('tab', { name: 'Profile' }).click();
    const { profile, attributions } = await analysisOf(page);
    // It is loaded when it is seen first.
    await page.locator('.bars').first().waitFor();
    const text = await page.getByRole('tabpanel').innerText();
    assert.ok(text.includes(`Of ${profile.words} words`), text);
    assert.ok(text.includes(`${Math.round((profile.attributed_words / profile.words) * 100)} % are attributed`), text);
    const bars = await page.locator('.bars').evaluateAll((lists) =>
      lists.map((list) => [...list.querySelectorAll('.count')].map((count) => Number(count.textContent))),
    );
    assert.deepEqual(bars, [Object.values(profile.traceable), Object.values(profile.stances)]);
    await page.getByRole('button', { name: /^Untraceable/ }).click();
    const untraceable = attributions.filter(({ traceable }) => traceable === 'no');
    assert.equal(await countAttributions(page), untraceable.flatMap(({ content }) => content).length);
  }));

test('the strip leads to the place that is clicked, and the arrow keys to paragraphs', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    await page.getByRole('tab', { name: 'Profile' }).click();
    const strip = page.getByRole('slider', { name: 'From top to bottom' });
    const { height } = await strip.boundingBox();
    await strip.click({ position: { x: 20, y: height - 3 } });
    const paragraphs = await page.locator('#article > *').count();
    assert.equal(await strip.getAttribute('aria-valuenow'), String(paragraphs));
    const [last] = await litUp(page);
    assert.ok((await page.locator('#article > :last-child').innerText()).includes(last));
    await strip.press('Home');
    assert.deepEqual(await litUp(page), [await page.locator('#article h1').innerText()]);
    assert.match(await strip.getAttribute('aria-valuetext'), /^Paragraph 1 of \d+: attributed/);
    await strip.press('ArrowDown');
    assert.equal(await strip.getAttribute('aria-valuenow'), '2');
  }));

test('the strip shows what is in the window, also after another view and in another window', () =>
  withPage(
    async (page) => {
      await loadSample(page, 1);
      await page.getByRole('tab', { name: 'Profile' }).click();
      const strip = page.getByRole('slider', { name: 'From top to bottom' });
      /** The part of the strip that is framed, in percent from the top. */
      const framed = async () => {
        const [outer, inner] = [await strip.boundingBox(), await page.locator('.marker').boundingBox()];
        return [inner.y - outer.y, inner.y + inner.height - outer.y].map((y) => Math.round((y / outer.height) * 100));
      };
      const [top, bottom] = await framed();
      assert.ok(top < 4 && bottom > 10 && bottom < 60, `${top} to ${bottom}`);
      await page.keyboard.press('3');
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await page.keyboard.press('2');
      await page.waitForFunction(() => Number(document.querySelector('.strip').ariaValueNow) > 5);
      const [later, end] = await framed();
      assert.ok(later > bottom && end > 96, `${later} to ${end}`);
      const paragraph = Number(await strip.getAttribute('aria-valuenow'));
      await page.setViewportSize({ width: 1280, height: 1000 });
      await page.waitForFunction((at) => Number(document.querySelector('.strip').ariaValueNow) < at, paragraph);
      assert.ok((await framed())[0] < later);
    },
    { viewport: { width: 1280, height: 500 } },
  ));

test('a name is marked alone, and its mentions are gone through in turn', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.getByRole('tab', { name: 'Names' }).click();
    assert.deepEqual(await page.locator('.group h3').allInnerTexts(), ['People 1', 'Places 1']);
    await page.locator('.names button', { hasText: 'Anna Berg' }).click();
    assert.equal(await countAttributions(page), 0);
    assert.equal(await countPainted(page, 'person'), 2);
    const next = page.getByRole('button', { name: 'Next mention' });
    await next.click();
    assert.deepEqual(await litUp(page), ['Anna Berg']);
    await next.click();
    assert.deepEqual(await litUp(page), ['Berg']);
    await next.click();
    assert.deepEqual(await litUp(page), ['Anna Berg']);
    await page.getByRole('button', { name: 'Previous mention' }).click();
    assert.match(await page.locator('.steps:visible').innerText(), /2 of 2/);
  }));

test('the desk’s list leads to quotes without a speaker and to stretches on one source', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.getByRole('tab', { name: 'Check' }).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('button', { name: /The bridge is/ }).click();
    assert.deepEqual(await litUp(page), ['“The bridge is old and tired.”']);
    await page.keyboard.press('Escape');
    assert.match(await panel.innerText(), /Stretches on one untraceable source 1[^]*Experts: 2 statements/i);
    await panel.getByRole('button', { name: 'Mark only these' }).click();
    assert.equal(await countAttributions(page), 2);
  }));

test('claims are ticked off and noted, and keep that through an edit', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': CITY });
    await page.getByRole('tab', { name: 'Check' }).click();
    const panel = page.getByRole('tabpanel');
    const claim = panel.locator('.claims li', { hasText: 'it would rain' });
    await claim.getByRole('checkbox').check();
    assert.match(await panel.innerText(), /1 of \d checked/);
    await claim.getByRole('button', { name: 'Add a note' }).click();
    await page.keyboard.type('Ask her');
    await claim.evaluate((line) => line.classList.add('earlier'));
    await page.click('#mode');
    await page.locator('#article').press('Control+Home');
    await page.keyboard.type('Today. ');
    await page.waitForSelector('.earlier', { state: 'detached' });
    assert.equal(await claim.getByRole('checkbox').isChecked(), true);
    assert.equal(await claim.locator('textarea').inputValue(), 'Ask her');
    assert.match(await panel.innerText(), /1 of \d checked/);
  }));

test('the search finds sources and names without their accents, and turns to where they are', () =>
  withPage(async (page) => {
    await loadSample(page, 2);
    const field = page.getByRole('searchbox');
    await field.fill('brannigan');
    assert.deepEqual(await page.locator('.voice:visible h3').allInnerTexts(), ['Aoife Brannigan']);
    await field.fill('o riain');
    assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'Names');
    assert.deepEqual(await page.locator('.names li:visible > button > span:first-child').allInnerTexts(), ['Tomás Ó Riain']);
    await field.fill('zzz');
    assert.equal(await page.getByText('Nothing here has this in its name.').isVisible(), true);
    await field.fill('');
    assert.ok((await page.locator('.names li:visible').count()) > 10);
  }));

test('in a narrow window the column is a sheet that makes way for the article', () =>
  withPage(
    async (page) => {
      await loadSample(page, 1);
      const views = page.locator('#views');
      assert.equal(await views.isVisible(), false);
      await page.getByRole('tab', { name: 'Sources' }).tap();
      assert.equal(await views.isVisible(), true);
      await page.locator('.voice h3 button').nth(1).tap();
      await page.locator('.said:visible button').first().tap();
      assert.equal(await views.isVisible(), false);
      assert.equal(await page.locator('#card').isVisible(), true);
      await page.getByRole('button', { name: 'Show what was found' }).tap();
      assert.equal(await views.isVisible(), true);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0);
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true },
  ));
