// The main path through the page, as a reader takes it: paste, marks, card, jump.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { WAIT, boxes, inFirefox, inWebKit, isReady, open } from './support.mjs';

const LAST = 'Clara Dunn told reporters that the pier was closed.';
const ARTICLE = ['Critics suggested that Anna Berg would leave.', ...Array(12).fill('Rain fell on the harbour all day.'), LAST];

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  await open(browser);
  const article = browser.findElement(By.id('article'));
  // The reader's own clipboard: typed, cut, and pasted again.
  await article.sendKeys(ARTICLE.join(Key.ENTER));
  await article.sendKeys(Key.chord(Key.CONTROL, 'a'));
  await article.sendKeys(Key.chord(Key.CONTROL, 'x'));
  await browser.wait(async () => (await article.getText()).trim() === '', WAIT);
  await article.sendKeys(Key.chord(Key.CONTROL, 'v'));
  await browser.wait(async () => (await boxes(browser, 'source')).length === 2, WAIT);
  await isReady(browser);
  assert.equal(await article.getAttribute('contenteditable'), 'false');
  assert.deepEqual((await boxes(browser, 'cue-hedged')).map(({ words }) => words), ['suggested']);

  const [{ x, y, width, height }] = await boxes(browser, 'cue-hedged');
  const point = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  await browser.actions().move(point).click().perform();
  const card = browser.findElement(By.id('card'));
  await browser.wait(until.elementIsVisible(card), WAIT);
  assert.match(await card.getText(), /Critics/);
  await browser.actions().sendKeys(Key.ESCAPE).perform();
  await browser.wait(until.elementIsNotVisible(card), WAIT);

  await browser.findElement(By.xpath("//aside//h3/button[contains(., 'Clara Dunn')]")).click();
  const statement = browser.findElement(By.xpath("//aside//button[contains(., 'the pier was closed')]"));
  await browser.wait(until.elementIsVisible(statement), WAIT);
  await statement.click();
  await browser.wait(async () => {
    const lit = (await boxes(browser, 'focus')).find(({ words }) => words.includes('the pier was closed'));
    return lit && lit.y > 0 && lit.y + lit.height < 600;
  }, WAIT);
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
