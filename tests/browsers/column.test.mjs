// The column's four views, the card and the keyboard, as a reader of a sample comes by them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { WAIT, boxes, inFirefox, inWebKit, open } from './support.mjs';

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  const find = (/** @type {string} */ css) => browser.findElement(By.css(css));
  const press = (/** @type {string[]} */ ...keys) => browser.actions().sendKeys(...keys).perform();
  const focused = () => browser.switchTo().activeElement();
  /** What is lit up and in view. */
  const lit = async () => (await boxes(browser, 'focus')).filter(({ y, height }) => y > 0 && y + height < 600).map(({ words }) => words);
  /** @param {string} name */
  const panel = async (name) => {
    const shown = find('[role=tabpanel]:not([hidden])');
    assert.equal(await shown.getAttribute('id'), `view-${name}`);
    return shown;
  };

  await open(browser);
  await find('#sample-1').click();
  await browser.wait(until.elementIsVisible(find('#column')), WAIT);

  const card = find('#card');
  await press('j', 'j');
  await browser.wait(until.elementIsVisible(card), WAIT);
  const said = await card.getText();
  await press(Key.ENTER);
  assert.equal(await focused().getAttribute('id'), 'card');
  assert.ok((await lit()).length > 0);
  await press('j');
  assert.notEqual(await card.getText(), said);
  await press(Key.ESCAPE);
  await browser.wait(until.elementIsNotVisible(card), WAIT);

  await press('/', 'Aasland');
  assert.deepEqual(await Promise.all((await browser.findElements(By.css('.voice:not([hidden]) h3'))).map((heading) => heading.getText())), ['Per Aasland']);
  await find('#search').sendKeys(Key.chord(Key.CONTROL, 'a'), Key.BACK_SPACE);

  await find('#tab-profile').click();
  await panel('profile');
  // This view and the last one are loaded when they are seen first.
  const strip = await browser.wait(until.elementLocated(By.css('.strip')), WAIT);
  await strip.sendKeys(Key.END);
  await browser.wait(async () => (await lit()).some((words) => /new date before Christmas/.test(words)), WAIT);
  assert.match(String(await strip.getAttribute('aria-valuetext')), /^Paragraph (\d+) of \1:/);

  await find('#tab-names').click();
  await (await panel('names')).findElement(By.xpath(".//button[contains(., 'Ingrid Solheim')]")).click();
  assert.deepEqual((await boxes(browser, 'person')).map(({ words }) => words).slice(0, 1), ['Ingrid Solheim']);
  await (await panel('names')).findElement(By.xpath(".//li[contains(., 'Ingrid Solheim')]//button[@aria-label='Next mention']")).click();
  await browser.wait(async () => (await lit()).includes('Ingrid Solheim'), WAIT);
  await press(Key.ESCAPE);

  await press('4');
  const check = await panel('check');
  await (await browser.wait(until.elementLocated(By.css('.claims input')), WAIT)).click();
  assert.match(await check.getText(), /1 of \d+ checked/);
  await press('e');
  assert.equal(await find('#article').getAttribute('contenteditable'), 'true');
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
