// The page itself: privacy, failure, accessibility, narrow windows, types.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { loadSample } from './pointing.mjs';
import { clickMark, paste, withPage } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('nothing is requested after loading, whatever is pasted', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.context().setOffline(true);
    await clickMark(page, 'source');
    await paste(page, {
      'text/html': '<img src="https://example.org/pixel"><link rel="stylesheet" href="/x.css"><p>Critics suggested that it was so.</p>',
    });
    await page.locator('.voice h3 button').first().click();
    await page.locator('.said:visible button').first().click();
    assert.deepEqual(requests, []);
  }));

test('the content security policy lets nothing out and no foreign script in', () =>
  withPage(async (page) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const rules = policy.split('; ');
    for (const rule of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types sourcelight',
    ]) {
      assert.ok(rules.includes(rule), rule);
    }
  }));

test('no other address than the worker’s becomes a script', () =>
  withPage(async (page) => {
    const refused = await page.evaluate(async () => {
      const { policy } = await import('./policy.js');
      return ['main.js', 'worker.js?', 'https://example.org/worker.js', 'data:text/javascript,0'].filter((address) => {
        try {
          policy.createScriptURL(new URL(address, location.href).href);
          return false;
        } catch {
          return true;
        }
      });
    });
    assert.equal(refused.length, 4);
  }));

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing to complain about (${colorScheme})`, () =>
    withPage(
      async (page) => {
        const check = async () => {
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run());
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`), []);
        };
        await check();
        await loadSample(page, 1);
        await page.locator('.voice h3 button').first().click();
        await check();
        await paste(page, { 'text/plain': 'Das ist ein Satz, und er ist nicht auf Englisch. Die Leute sagen das auch.' });
        await check();
      },
      { colorScheme },
    ));
}

test('a narrow window does not scroll sideways', () =>
  withPage(
    async (page) => {
      const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok((await overhang()) <= 0);
      await paste(page, { 'text/plain': `Critics say that ${'w'.repeat(300)} is so. “It is,” said Anna Berg.` });
      await page.getByRole('tab', { name: 'Sources' }).click();
      assert.ok((await overhang()) <= 0);
    },
    { viewport: { width: 360, height: 740 } },
  ));

test('the types of the page fit', async () => {
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']).catch((error) =>
    assert.fail(error.stdout),
  );
});
