// The page as others host it: from a folder of a plain file server, from the disk, and without a network.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { keptForOffline, serve, visit } from './support.mjs';

const dist = process.env.SOURCELIGHT_DIST;
if (!dist) throw new Error('Set SOURCELIGHT_DIST to the folder that `cargo xtask dist` wrote.');

const ARTICLE = 'Experts have suggested that the plan would fail. “It will work,” the minister said.';

/** Another service worker in place of the one in the folder, as after an update. @type {((source: string) => string) | undefined} */
let changed;
/** Whether the kept files are gone from the host, as after an update. */
let isMoved = false;
let address = '';
/** @type {() => void} */
let close;

before(async () => {
  ({ address, close } = await serve(async (path) => {
    if (isMoved && path.startsWith('assets/')) throw new Error(`${path} is gone`);
    const contents = await readFile(join(dist, path));
    return changed && path === 'service-worker.js' ? Buffer.from(changed(String(contents))) : contents;
  }));
});

after(() => close?.());

/** Pastes an article and waits for its marks. @param {import('playwright-core').Page} page */
async function marksAnArticle(page) {
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    document.querySelector('#article')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await page.waitForFunction(() => CSS.highlights.has('sourcelight-content-hedged'));
}

test('works from a folder of a plain file server', () => visit(address, marksAnArticle));

test('names the policies that addresses of scripts go through', () =>
  visit(address, async (page) => {
    const rules = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'))?.split('; ') ?? [];
    for (const rule of ["script-src 'self' 'wasm-unsafe-eval'", "require-trusted-types-for 'script'", 'trusted-types sourcelight sourcelight-offline']) {
      assert.ok(rules.includes(rule), rule);
    }
  }));

test('works from the disk, as one file', () => visit(pathToFileURL(join(dist, 'sourcelight.html')).href, marksAnArticle));

test('opens the article in an address, which takes an optional part before the page is ready', () =>
  visit(
    address,
    async (page) => {
      await marksAnArticle(page);
      await page.waitForSelector('#save-button:not([disabled])');
      await page.click('#save-button');
      await page.locator('#link button').click();
      await page.locator('#link').getByText('Copied').waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const other = await page.context().newPage();
      await other.goto(link);
      await other.waitForFunction(() => CSS.highlights.has('sourcelight-content-hedged'));
      assert.equal(await other.locator('#article').innerText(), await page.locator('#article').innerText());
    },
    { options: { permissions: ['clipboard-read', 'clipboard-write'] } },
  ));

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

test('an update in one tab leaves the text and all that is needed in another', () =>
  visit(address, async (page) => {
    await keptForOffline(page);
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    await marksAnArticle(page);
    const other = await page.context().newPage();
    await other.goto(address);
    // Of a version whose files all have other names, nothing is kept but the page.
    changed = (source) => source.replace(/`\$\{NAME\} |sourcelight /, '$&next ').replace(/"assets\/[^"]*",/g, '');
    try {
      await other.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
      await other.locator('.update button').click();
      await other.waitForSelector('.update', { state: 'detached' });
      await other.waitForSelector('body[data-state="ready"]');
    } finally {
      changed = undefined;
    }
    // The host has the newer version alone.
    isMoved = true;
    try {
      assert.equal(await page.locator('#article').innerText(), ARTICLE);
      await page.click('#save-button');
      await page.getByRole('button', { name: 'Print' }).waitFor();
      await page.evaluate(() => (window.print = () => {}));
      await page.getByRole('button', { name: 'Print' }).click();
      await page.waitForSelector('#paper', { state: 'attached' });
    } finally {
      isMoved = false;
    }
  }));

test('names every kept file by its content and refers to all by relative addresses', async () => {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const references = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  assert.ok(references.length >= 5);
  for (const reference of references) {
    assert.doesNotMatch(reference, /^(\/|https?:)/);
    if (reference.startsWith('assets/')) assert.match(reference.replace(/#.*/, ''), /-[\w-]{8,}\.\w+$/);
    if (!reference.startsWith('#')) await readFile(join(dist, reference.replace(/#.*/, '')));
  }
});
