// A module that arrives damaged is not run: the page says so, and another attempt gets it whole.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { keptForOffline, serve, visit } from './support.mjs';

const dist = String(process.env.SOURCELIGHT_DIST);

/** Ways of a file to be damaged. @type {Record<string, (contents: Uint8Array) => Uint8Array>} */
const DAMAGES = {
  'cut off': (contents) => contents.subarray(0, contents.length / 2),
  // Still a module, with another weight in it.
  'changed in one byte': (contents) => Uint8Array.from(contents, (byte, at) => (at === contents.length - 1000 ? byte ^ 1 : byte)),
  empty: () => new Uint8Array(),
};

/** @type {((contents: Uint8Array) => Uint8Array) | undefined} */
let damage;
let address = '';
/** @type {() => void} */
let close;

before(async () => {
  ({ address, close } = await serve(async (path) => {
    const contents = await readFile(join(dist, path));
    return damage && path.endsWith('.wasm') ? damage(contents) : contents;
  }));
});

after(() => close?.());

/** @param {import('playwright-core').Page} page */
async function comesWhenTriedAgain(page) {
  assert.match(await page.getByRole('alert').innerText(), /arrived damaged/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('body[data-state="ready"]');
}

const expected = /is damaged|CompileError/;

for (const [name, how] of Object.entries(DAMAGES)) {
  test(`a module that is ${name} is told, and comes whole when it is tried again`, () => {
    damage = how;
    const use = (/** @type {import('playwright-core').Page} */ page) => {
      damage = undefined;
      return comesWhenTriedAgain(page);
    };
    return visit(address, use, { ready: 'body[data-state="error"]', expected, options: { serviceWorkers: 'block' } });
  });
}

test('a module that was damaged where it is kept for offline use is kept whole from then on', () =>
  visit(
    address,
    async (page) => {
      await keptForOffline(page);
      await page.evaluate(async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name);
        const request = (await cache.keys()).find(({ url }) => url.endsWith('.wasm'));
        await cache.put(request, new Response(new Uint8Array(1000), { headers: { 'Content-Type': 'application/wasm' } }));
      });
      await page.reload();
      await page.waitForSelector('body[data-state="error"]');
      await comesWhenTriedAgain(page);
      await page.reload();
      await page.waitForSelector('body[data-state="ready"]');
    },
    { expected },
  ));
