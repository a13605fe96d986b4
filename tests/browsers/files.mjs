// What is done with files in every browser: opening one of each kind, and saving the marked article.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { By, until } from 'selenium-webdriver';

const WAIT = 30_000;

const STATEMENTS = Array(6).fill('<p>Critics suggested on Monday that Anna Berg would leave, and nobody at the harbour said otherwise in public.</p>');

/** What is opened, and what the article then begins with. */
const FILES = {
  'a.txt': ['The pier is closed\n\nCritics suggested that Anna Berg would leave.\n', /^The pier is closed\s+Critics suggested/],
  'a.md': ['# The *other* pier\n\nCritics suggested that Anna Berg would leave.\n', /^The other pier\s+Critics suggested/],
  'a.html': [
    `<!doctype html><title>The third pier</title><nav><a href="/">Home</a></nav><article>${STATEMENTS.join('')}</article><footer>Terms</footer>`,
    /^The third pier\s+Critics suggested/,
  ],
};

/**
 * Opens files and saves an article in the page that the browser shows.
 * @param {import('selenium-webdriver').WebDriver} browser
 */
export async function opensAndSaves(browser) {
  await browser.wait(until.elementLocated(By.css('body[data-state="ready"]')), WAIT);
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  try {
    for (const [name, [contents, expected]] of Object.entries(FILES)) {
      await writeFile(join(folder, name), contents);
      await browser.findElement(By.id('file')).sendKeys(join(folder, name));
      await browser.wait(async () => expected.test(await textIn(browser)), WAIT, `${name} is not opened`);
    }
    assert.doesNotMatch(await textIn(browser), /Home|Terms/);
    await saves(browser);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {import('selenium-webdriver').WebDriver} browser @returns {Promise<string>} */
const textIn = (browser) => browser.executeScript("return document.getElementById('article').innerText");

/** Takes what the page gives the browser to save: the browsers' own ways to save can't be steered. @param {import('selenium-webdriver').WebDriver} browser */
async function saves(browser) {
  const opener = browser.findElement(By.id('save-button'));
  await browser.wait(until.elementIsEnabled(opener), WAIT);
  await browser.executeScript(`
    URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), 'blob:none');
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };`);
  await opener.click();
  await browser.findElement(By.xpath("//button[text() = 'Web page']")).click();
  const saved = String(await browser.wait(() => browser.executeScript('return window.saved'), WAIT));
  assert.equal(await browser.executeScript('return window.savedAs'), 'The-third-pier.html');
  assert.match(saved, /^<!doctype html>[^]*<mark[^>]*>[^]*Anna Berg/i);
}
