// Hostile markup, on each of its ways in: nothing runs, nothing is asked for, nothing of it enters the page
// but text and the structure of an article.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { linkTo } from '../../www/parts/link.js';
import { paste, withPage } from './support.mjs';
import { vectors } from './vectors.mjs';

/** What the article may hold, and the attributes that it may have there. */
const ALLOWED = {
  H1: [], H2: [], H3: [], P: [], UL: [], OL: [], LI: [], BLOCKQUOTE: [], EM: [], STRONG: [], BR: [],
  A: ['href', 'target', 'rel'],
};

/** The vectors; each stands between two paragraphs of its own, which have to come through. @param {import('playwright-core').Page} page */
async function bait(page) {
  const ids = await page.evaluate(() => Array.from(document.querySelectorAll('[id]'), ({ id }) => id));
  const all = vectors(ids);
  assert.ok(ids.length > 10 && all.length > 250);
  return all.map((vector, at) => `<p>Number ${at} was well.</p>${vector}<p>Ana Hale said no.</p>`);
}

/** @param {import('playwright-core').Page} page @param {string} html */
const bringPaste = (page, html) => paste(page, { 'text/html': html, 'text/plain': 'x' });

/** @param {import('playwright-core').Page} page @param {string} html */
const bringText = (page, html) => paste(page, { 'text/plain': html });

/** @param {import('playwright-core').Page} page @param {string} html */
async function bringDrop(page, html) {
  await page.evaluate((markup) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/html', markup);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, html);
  await page.waitForSelector('body[data-state="ready"]');
}

/** @param {import('playwright-core').Page} page @param {string} html */
async function bringLink(page, html) {
  const { hash } = new URL(String(await linkTo({ html }, page.url())));
  await page.evaluate((to) => {
    document.querySelector('#article').replaceChildren();
    location.hash = to;
  }, hash);
  await page.locator('#article > *').first().waitFor();
  await page.waitForSelector('body[data-state="ready"]');
}

/** @param {import('playwright-core').Page} page @param {string} html */
async function bringFile(page, html) {
  await page.evaluate(() => document.querySelector('#article').replaceChildren());
  await page.setInputFiles('#file', { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(html) });
  // No text has such characters: the file is refused.
  if (/[\0\x01]/.test(html)) {
    await page.getByRole('alert').filter({ hasText: 'is no text file' }).waitFor();
    return bringPaste(page, html);
  }
  await page.locator('#article > *').first().waitFor();
  await page.waitForSelector('body[data-state="ready"]');
}

/** As after a visit that left it behind: the text is brought back where keeping is switched on. @param {import('playwright-core').Page} page @param {string} html */
async function bringKept(page, html) {
  await page.evaluate((kept) => {
    const keep = document.querySelector('#setting-keep');
    if (keep.checked) keep.click();
    document.querySelector('#clear').click();
    localStorage.setItem('sourcelight:article', JSON.stringify(kept));
    keep.click();
  }, html);
  await page.locator('#article > *').first().waitFor();
  await page.waitForSelector('body[data-state="ready"]');
}

/** Whether an address is a file of the page: parts of it load when they are wanted. @param {string} address */
const isOwn = (address) => existsSync(new URL(`../../www${new URL(address).pathname}`, import.meta.url));

/** Elements and attributes in the article that should not be there. @param {import('playwright-core').Page} page */
const strangers = (page) =>
  page.evaluate((allowed) => {
    const strange = [];
    for (const element of document.querySelectorAll('#article *')) {
      const attributes = allowed[element.tagName];
      if (!attributes) strange.push(element.outerHTML);
      for (const { name } of element.attributes) if (!attributes?.includes(name)) strange.push(element.outerHTML);
      if (element.tagName === 'A' && !/^(https?|mailto):/.test(element.href)) strange.push(element.outerHTML);
    }
    return strange;
  }, ALLOWED);

/** The page around the article, as far as markup could change it. @param {import('playwright-core').Page} page */
const surroundings = (page) =>
  page.evaluate(() => ({
    address: location.href.replace(/#.*$/s, ''),
    ids: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
    head: document.head.innerHTML.replaceAll(/<title>.*<\/title>/gs, ''),
    root: Array.from(document.body.children, ({ tagName, className }) => `${tagName}.${className}`),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

/** Browsers without a sanitiser of their own parse it in a document that is on no page. */
const withoutSanitiser = (page) => page.addInitScript(() => delete Element.prototype.setHTML);

/** Openings whose end never comes: from each of a megabyte of them it could be looked for to the last letter. */
const ENDLESS = ['<a', '<a style="', "<a onclick='", '<style', '<style>', '</style', '<!--'];

/** Bytes of markup, as many as a link of a few kilobytes unpacks to. */
const LENGTH = 999_000;

/** Each with how it is brought, and what is done to the page before. */
const WAYS = [
  ['a paste', bringPaste],
  ['a paste where the browser has no sanitiser', bringPaste, withoutSanitiser],
  ['a paste of plain text', bringText],
  ['a drop', bringDrop],
  ['a link', bringLink],
  ['an opened file', bringFile],
  ['the text that was kept', bringKept],
];

for (const [way, bring, prepare] of WAYS) {
  test(`nothing in hostile markup gets in by ${way}`, () =>
    withPage(
      async (page) => {
        /** @type {string[]} */
        const asked = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('dialog', (dialog) => dialog.dismiss());
        await bring(page, '<p>Ana Hale said on Monday that all was well.</p>');
        const [before, requests] = [await surroundings(page), asked.length];
        for (const [at, html] of (await bait(page)).entries()) {
          await bring(page, html);
          assert.deepEqual(await strangers(page), [], html);
          assert.match(await page.locator('#article').innerText(), new RegExp(`Number ${at} was well`), html);
        }
        assert.deepEqual(await surroundings(page), before);
        assert.deepEqual(asked.slice(requests).filter((url) => !isOwn(url)), []);
        assert.equal(await page.evaluate(() => 'hasRun' in window), false);
        await paste(page, { 'text/plain': 'Experts have suggested that the ferry would stop.' });
        assert.equal(await page.evaluate(() => CSS.highlights.size > 0), true);
      },
      // What the browser says where it stops something.
      { prepare, expected: /Content Security Policy|TrustedScript/ },
    ));
}

for (const [way, bring, prepare] of WAYS.filter(([, bring]) => bring !== bringText)) {
  test(`a megabyte of openings without an end does not hang the page, by ${way}`, { timeout: 180_000 }, () =>
    withPage(
      async (page) => {
        for (const [at, opening] of ENDLESS.entries()) {
          const sentence = `Number ${at} was well.`;
          await bring(page, `<p>${sentence}</p>${opening.repeat((LENGTH - 100) / opening.length)}`);
          assert.equal(await page.locator('#article').innerText(), sentence, opening);
        }
      },
      { prepare, expected: /Content Security Policy/ },
    ));
}
