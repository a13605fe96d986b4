// Opening files and saving the marked article.

import { test } from 'node:test';
import { opensAndSaves } from './files.mjs';
import { inFirefox, inWebKit } from './support.mjs';

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  await browser.get(String(process.env.SOURCELIGHT_URL));
  await opensAndSaves(browser);
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
