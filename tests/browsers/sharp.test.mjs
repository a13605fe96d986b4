// The sharper reading, with the weights that the page comes with: fetched, read with, and given up again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key, until } from 'selenium-webdriver';
import { WAIT, boxes, inFirefox, inWebKit, isReady, open } from './support.mjs';

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  const find = (/** @type {string} */ css) => browser.findElement(By.css(css));
  const words = async (/** @type {string} */ kind) => (await boxes(browser, kind)).map((box) => box.words);
  const toggle = async () => {
    await find('#display-button').click();
    await browser.wait(until.elementIsVisible(find('#setting-sharp')), WAIT);
    await find('#setting-sharp').click();
    await browser.actions().sendKeys(Key.ESCAPE).perform();
  };

  await open(browser);
  await find('#sample-1').click();
  await browser.wait(async () => (await words('cue')).length > 0, WAIT);
  await isReady(browser);
  const instant = await words('content');

  await toggle();
  await browser.wait(until.elementTextMatches(find('#notice'), /is here/), WAIT);
  await browser.wait(async () => String(await words('content')) !== String(instant), WAIT);
  await isReady(browser);
  assert.ok((await words('source')).includes('Ingrid Solheim'));

  await toggle();
  await browser.wait(async () => String(await words('content')) === String(instant), WAIT);
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
