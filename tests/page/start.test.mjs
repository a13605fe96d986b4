// A start that fails: the page says why and what helps, and the text can be read meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPainted, paste, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

/** @param {import('playwright-core').Page} page */
async function canBeRead(page) {
  await paste(page, { 'text/html': `<p>${STATEMENT}</p><p>Rain fell.</p>` }, 'error');
  assert.equal(await page.locator('#article').innerText(), `${STATEMENT}\n\nRain fell.`);
}

/** Ways of the module not to come. @type {Record<string, (route: import('playwright-core').Route) => Promise<void>>} */
const ABSENT = {
  'is not fetched': (route) => route.abort(),
  'is not found': (route) => route.fulfill({ status: 404 }),
  'is refused by a server that is down': (route) => route.fulfill({ status: 503, contentType: 'application/wasm' }),
};

for (const [name, fulfil] of Object.entries(ABSENT)) {
  test(`a module that ${name} is explained, and comes when it is tried again`, () =>
    withPage(
      async (page) => {
        await canBeRead(page);
        assert.match(await page.getByRole('alert').innerText(), /did not load[^]*Your text is kept/);
        await page.unroute('**/*.wasm');
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.waitForSelector('body[data-state="ready"]');
        assert.equal(await countPainted(page, 'content-hedged'), 1);
      },
      { state: 'error', expected: /Failed to|did not load/, prepare: (page) => page.route('**/*.wasm', fulfil) },
    ));
}

/** Browsers that can't or must not run the module. @type {Record<string, (page: import('playwright-core').Page) => Promise<unknown>>} */
const UNABLE = {
  'a policy that forbids WebAssembly': (page) =>
    page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '') });
    }),
  'a browser with WebAssembly switched off': (page) => page.addInitScript(() => delete window.WebAssembly),
  'a browser that is too old for the module': (page) =>
    page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      // A version of the format that no browser knows yet is to it what ours is to an old one.
      body[4] = 77;
      await route.fulfill({ response, body });
    }),
};

for (const [name, prepare] of Object.entries(UNABLE)) {
  test(`${name} is explained, and the text can be read`, () =>
    withPage(
      async (page) => {
        await canBeRead(page);
        assert.match(await page.getByRole('alert').innerText(), /can’t run Sourcelight[^]*Your text is kept/);
      },
      { state: 'error', expected: /WebAssembly|CompileError/, prepare },
    ));
}

test('what the page rehearses on before the first article is gone before anybody sees it', () =>
  withPage(
    async (page) => {
      await page.waitForFunction(() => globalThis.staged);
      assert.equal(await page.locator('#article').count(), 1);
      assert.equal(await page.locator('#article').innerText(), '');
      assert.equal(await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)), 0);
      assert.equal(await page.evaluate(() => globalThis.seen), false);
    },
    {
      prepare: (page) =>
        page.addInitScript(() => {
          globalThis.seen = false;
          const isThere = () => document.querySelectorAll('#article').length > 1;
          new MutationObserver((records) => {
            globalThis.staged ||= records.some(({ removedNodes }) => [...removedNodes].some(({ id }) => id === 'article'));
          }).observe(document, { subtree: true, childList: true });
          const look = () => {
            globalThis.seen ||= isThere();
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    },
  ));
