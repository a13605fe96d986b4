// Nothing leaves the page, in Chromium.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsNobody } from '../browsers/leaving.mjs';
import { withPage } from './support.mjs';

test('whatever is done, nothing leaves the page, and nothing stays that no setting promises', () =>
  withPage(async (first) => {
    const page = await first.context().newPage();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await tellsNobody({
      open: (address) => page.goto(address),
      reload: () => page.reload(),
      run: (script) => page.evaluate(`(async () => { ${script} })()`),
    });
    const origins = new Set(asked.filter((url) => !url.startsWith('blob:')).map((url) => new URL(url).origin));
    assert.equal(origins.size, 1);
    assert.deepEqual(await page.context().cookies(), []);
  }));
