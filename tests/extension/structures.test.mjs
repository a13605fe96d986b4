// The article is found on pages of many structures, marked where it stands, and left as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STRICT, STRUCTURES } from './pages.mjs';
import { isMarked, isUnmarked, markup, marks, press, visit } from './support.mjs';

for (const [name, html] of Object.entries(STRUCTURES)) {
  test(`${name} is marked and left as it was`, () =>
    visit(
      html,
      async (page) => {
        const before = await markup(page);
        await press(page);
        await isMarked(page, 'source: The union');
        const found = await marks(page);
        for (const words of ['source: The minister Anna Berg', 'source: Berg', 'source: Critics', 'cue-hedged: have suggested', 'cue: According to']) {
          assert.ok(found.some((mark) => mark.replace('-faint', '') === words), `${words} is missing in ${found.join('\n')}`);
        }
        assert.deepEqual(found.filter((mark) => mark.includes('Zebra')), []);
        assert.equal(await markup(page), before, 'the page has changed while it is marked');
        await press(page);
        await isUnmarked(page);
        assert.equal(await markup(page, { whole: true }), before, 'the page has changed after it was marked');
      },
      { headers: STRICT },
    ));
}

test('the headline is marked though a bar for sharing stands behind it', () =>
  visit(STRUCTURES['a plain article'], async (page) => {
    await press(page);
    await isMarked(page, 'source: minister');
  }));
