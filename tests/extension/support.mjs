// What the tests of the extension share: Chromium with the unpacked extension, pages of our own, the button, and
// what the extension shows on a page.

import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const folder = process.env.SOURCELIGHT_EXTENSION;
if (!folder) throw new Error('Set SOURCELIGHT_EXTENSION to the folder of the unpacked extensions.');

const unpacked = resolve(folder, 'chromium');

/** @type {import('playwright-core').BrowserContext} */
let context;
/** @type {import('playwright-core').CDPSession} */
let browser;
/** @type {import('node:http').Server} */
let server;
/** The pages that are served, by path. @type {Map<string, {html: string, headers: Record<string, string>}>} */
const pages = new Map();

before(async () => {
  context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${unpacked}`,
      `--load-extension=${unpacked}`,
      // Lets the protocol press the extension's button.
      '--enable-unsafe-extension-debugging',
    ],
    viewport: { width: 1100, height: 700 },
  });
  browser = await /** @type {import('playwright-core').Browser} */ (context.browser()).newBrowserCDPSession();
  server = createServer(({ url = '' }, response) => {
    const page = pages.get(url);
    if (!page) return response.writeHead(404).end();
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
});

after(async () => {
  await context?.close();
  server?.closeAllConnections();
  server?.close();
});

/** The script of the extension that answers the button. */
export const background = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');

/**
 * Serves a page and opens it.
 * @param {string} html
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {{headers?: Record<string, string>}} [options]
 */
export async function visit(html, use, { headers = {} } = {}) {
  const path = `/${pages.size}`;
  pages.set(path, { html, headers });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const page = await context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await use(page);
  } finally {
    await page.close();
  }
}

/** Presses the extension's button in the tab of a page. @param {import('playwright-core').Page} page */
export async function press(page) {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  const id = new URL((await background()).url()).host;
  // As new as the browser: playwright's types don't know it.
  await /** @type {any} */ (browser).send('Extensions.triggerAction', { id, targetId: tab?.targetId });
}

/**
 * The words under each painted mark, as `kind: words`, in the order of the text.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export const marks = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const part of highlight) {
        const range = new Range();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        if (part.startContainer.isConnected) found.push({ name: name.replace('sourcelight-', ''), range });
      }
    }
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return found.map(({ name, range }) => `${name}: ${range}`);
  });
