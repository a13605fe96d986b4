// An article, and then one with kinds of marks that the first did not have. WebKit 2.50 ends a page whose highlights are
// registered in another order than their priorities tell.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { WAIT, boxes, inFirefox, inWebKit, isReady, open } from './support.mjs';

const DROP = `
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', '“Yes,” she said.');
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));`;

/** Marks that are there are painted by then. */
const TWO_FRAMES = 'const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));';

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  const find = (/** @type {string} */ css) => browser.findElement(By.css(css));
  const hasMark = async (/** @type {string} */ kind) => {
    await browser.wait(async () => (await boxes(browser, kind)).length > 0, WAIT);
    await browser.executeAsyncScript(TWO_FRAMES);
  };
  await open(browser);
  await browser.executeScript(DROP);
  await hasMark('cue');
  await find('#clear').click();
  await find('#sample-1').click();
  await hasMark('content-hedged');
  await isReady(browser);
  assert.ok((await boxes(browser, 'source')).some(({ words }) => words === 'Ingrid Solheim'));
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
