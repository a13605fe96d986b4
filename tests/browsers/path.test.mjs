// The main path through the page, as a reader takes it: paste, marks, card, jump.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { inFirefox, inWebKit } from './support.mjs';

const WAIT = 30_000;
const LAST = 'Clara Dunn told reporters that the pier was closed.';
const ARTICLE = ['Critics suggested that Anna Berg would leave.', ...Array(12).fill('Rain fell on the harbour all day.'), LAST];

/** The boxes of all words that are painted as something. */
const BOXES = `
  const ranges = CSS.highlights ? [...CSS.highlights.get('sourcelight-' + arguments[0]) ?? []] : document.querySelectorAll('mark.sourcelight-' + arguments[0]);
  return ranges.map((part) => {
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { words: range.toString(), x, y, width, height };
  })`;

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  const boxes = (/** @type {string} */ kind) => browser.executeScript(BOXES, kind);
  const isReady = () => browser.wait(until.elementLocated(By.css('body[data-state="ready"]')), WAIT);

  await browser.manage().window().setRect({ width: 1100, height: 600 });
  await browser.get(String(process.env.SOURCELIGHT_URL));
  await isReady();
  const article = browser.findElement(By.id('article'));
  // The reader's own clipboard: typed, cut, and pasted again.
  await article.sendKeys(ARTICLE.join(Key.ENTER));
  await article.sendKeys(Key.chord(Key.CONTROL, 'a'));
  await article.sendKeys(Key.chord(Key.CONTROL, 'x'));
  await browser.wait(async () => (await article.getText()).trim() === '', WAIT);
  await article.sendKeys(Key.chord(Key.CONTROL, 'v'));
  await browser.wait(async () => (await boxes('source')).length === 2, WAIT);
  await isReady();
  assert.equal(await article.getAttribute('contenteditable'), 'false');
  assert.deepEqual((await boxes('cue-hedged')).map(({ words }) => words), ['suggested']);

  const [{ x, y, width, height }] = await boxes('cue-hedged');
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
    const lit = (await boxes('focus')).find(({ words }) => words.includes('the pier was closed'));
    return lit && lit.y > 0 && lit.y + lit.height < 600;
  }, WAIT);
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
