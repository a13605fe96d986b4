// The page as others host it: from a folder of a plain file server, from the disk, and without a network.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const dist = process.env.SOURCELIGHT_DIST;
if (!dist) throw new Error('Set SOURCELIGHT_DIST to the folder that `cargo xtask dist` wrote.');

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const ARTICLE = 'Experts have suggested that the plan would fail. “It will work,” the minister said.';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('node:http').Server} */
let server;
let address = '';
/** Another service worker in place of the one in the folder, as after an update. @type {((source: string) => string) | undefined} */
let changed;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  server = createServer(async ({ url = '' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/^\/some\/folder\//, '').replace(/^$/, 'index.html');
    try {
      let contents = await readFile(join(dist, path));
      if (changed && path === 'service-worker.js') contents = Buffer.from(changed(String(contents)));
      response.writeHead(200, { 'Content-Type': TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] });
      response.end(contents);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  address = `http://127.0.0.1:${port}/some/folder/`;
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/**
 * Opens an address in a fresh profile; errors in the console fail the test.
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 */
async function visit(url, use) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(url);
    await page.waitForSelector('body[data-state="ready"]');
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/** Pastes an article and waits for its marks. @param {import('playwright-core').Page} page */
async function marksAnArticle(page) {
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    document.querySelector('#article')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await page.waitForFunction(() => CSS.highlights.has('sourcelight-content-hedged'));
}

/** @param {import('playwright-core').Page} page */
const keptForOffline = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

test('works from a folder of a plain file server', () => visit(address, marksAnArticle));

test('works from the disk, as one file', () => visit(pathToFileURL(join(dist, 'sourcelight.html')).href, marksAnArticle));

test('works without a network after the first visit', () =>
  visit(address, async (page) => {
    await keptForOffline(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    await marksAnArticle(page);
  }));

test('offers an update, and takes it when the reader says so', () =>
  visit(address, async (page) => {
    await keptForOffline(page);
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    changed = (source) => source.replace(/`\$\{NAME\} |sourcelight /, '$&next ').concat('\n// newer\n');
    try {
      await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
      await page.locator('.update button').click();
      await page.waitForSelector('.update', { state: 'detached' });
      await page.waitForSelector('body[data-state="ready"]');
      await marksAnArticle(page);
    } finally {
      changed = undefined;
    }
  }));

test('names every kept file by its content and refers to all by relative addresses', async () => {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const references = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  assert.ok(references.length >= 5);
  for (const reference of references) {
    assert.doesNotMatch(reference, /^(\/|https?:)/);
    if (reference.startsWith('assets/')) assert.match(reference, /-[\w-]{8,}\.\w+$/);
    if (!reference.startsWith('#')) await readFile(join(dist, reference));
  }
});
