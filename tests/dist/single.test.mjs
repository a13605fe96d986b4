// The single file, opened from the disk: everything in it works, optional parts too.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { opensAndSaves } from '../browsers/files.mjs';
import { inFirefox, inWebKit } from '../browsers/support.mjs';
import { visit } from './support.mjs';

const address = pathToFileURL(join(String(process.env.SOURCELIGHT_DIST), 'sourcelight.html')).href;

test('in Chromium, a web page is opened, saved and printed', () =>
  visit(
    address,
    async (page) => {
      const paragraphs = Array(6).fill('<p>Critics suggested on Monday that Anna Berg would leave, and nobody at the harbour said otherwise.</p>');
      const buffer = Buffer.from(`<!doctype html><title>The pier</title><nav>Home</nav><article>${paragraphs.join('')}</article>`);
      await page.setInputFiles('#file', { name: 'a.html', mimeType: 'text/html', buffer });
      await page.waitForSelector('#save-button:not([disabled])');
      assert.match(await page.locator('#article').innerText(), /^The pier\s+Critics/);
      await page.click('#save-button');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSON', exact: true }).click()]);
      assert.ok(JSON.parse(await readFile(await download.path(), 'utf8')).attributions.length > 0);
      await page.evaluate(() => (window.print = () => {}));
      await page.getByRole('button', { name: 'Print' }).click();
      await page.waitForSelector('#paper', { state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('#paper .notes li').count(), 6);
      assert.equal(await page.locator('header').isVisible(), false);
    },
  ));

test('what it can’t fetch is not offered', () =>
  visit(address, async (page) => {
    await page.click('#display-button');
    await page.getByLabel('Keep the last text').waitFor();
    assert.deepEqual(await page.locator('#display').getByText(/sharper reading|second model/i).filter({ visible: true }).all(), []);
  }));

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  await browser.get(address);
  await opensAndSaves(browser);
}

test('in Firefox, files are opened and saved', () => inFirefox(walk));
test('in WebKit, files are opened and saved', () => inWebKit(walk));
