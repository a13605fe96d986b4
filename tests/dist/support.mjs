// What the tests of the hosted page share: a browser, a plain file server, and opening an address.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(() => browser?.close());

/**
 * Serves files from a folder, as any plain file server would.
 * @param {(path: string) => Promise<string | Uint8Array>} read the file at a path below the folder; fails where there is none
 * @param {Record<string, string>} [headers] of every answer
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve(read, headers = {}) {
  const server = createServer(async ({ url = '' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/^\/some\/folder\//, '').replace(/^$/, 'index.html');
    try {
      const contents = await read(path);
      response.writeHead(200, { ...headers, 'Content-Type': TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] });
      response.end(contents);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/some/folder/`, close };
}

/**
 * Opens an address in a fresh profile; errors in the console fail the test.
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {{ready?: string, expected?: RegExp, options?: import('playwright-core').BrowserContextOptions}} [more] `ready`:
 *   what is there once the page is; `expected`: errors that may be in the console
 */
export async function visit(url, use, { ready = 'body[data-state="ready"]', expected = /^$/, options } = {}) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
    });
    await page.goto(url);
    await page.waitForSelector(ready);
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/** Waits for the worker that keeps the site. @param {import('playwright-core').Page} page */
export const keptForOffline = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
