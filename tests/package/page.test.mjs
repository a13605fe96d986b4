// The package in pages without a bundler, under a strict security policy: functions, and a worker of the page's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE, page, painted, withPage } from './support.mjs';

const LIBRARY = './node_modules/sourcelight/lib/index.js';

test('an article is highlighted and left as it was', () =>
  withPage(
    page(
      `<link rel="stylesheet" href="node_modules/sourcelight/marks.css"><article><p>${ARTICLE}</p></article>`,
      `import { init, highlight } from '${LIBRARY}';
      await init();
      window.marks = highlight(document.querySelector('article'), { kinds: ['attribution'] });
      document.body.dataset.ready = '';`,
    ),
    async (page) => {
      assert.ok((await painted(page, 'source')).includes('minister Ingrid Solheim'));
      assert.ok((await painted(page, 'content-hedged')).includes('it leaks'));
      assert.deepEqual(await painted(page, 'person'), []);
      const before = await page.locator('article').innerHTML();
      await page.evaluate(() => window.marks.clear());
      assert.deepEqual([await painted(page, 'source'), await painted(page, 'content')], [[], []]);
      assert.equal(await page.locator('article').innerHTML(), before);
    },
  ));

test('a worker analyses and the page paints', () =>
  withPage(
    {
      ...page(
        `<article><p>${ARTICLE}</p></article>`,
        `import { init, paint, readText } from '${LIBRARY}';
        await init();
        const article = document.querySelector('article');
        const worker = new Worker('worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => {
          paint(article, data);
          document.body.dataset.ready = '';
        };
        worker.postMessage(readText(article));`,
      ),
      'worker.js': `import { init, analyze } from '${LIBRARY}';
        const ready = init();
        onmessage = async ({ data }) => {
          await ready;
          postMessage(analyze(data));
        };`,
    },
    async (page) => assert.ok((await painted(page, 'source')).includes('Experts')),
  ));

test('a module that is elsewhere is loaded by its address, and one that is lost can be tried again', () =>
  withPage(
    page(
      '<p>Elsewhere</p>',
      `import { init, analyze } from '${LIBRARY}';
      const said = await init('node_modules/sourcelight/none.json').catch((error) => error.message);
      await init(new URL('node_modules/sourcelight/pkg/sourcelight_bg.wasm', location.href));
      document.body.dataset.ready = said + analyze('Critics say so.', { anyLanguage: true }).sentences.length;`,
    ),
    async (page) => assert.equal(await page.locator('body').getAttribute('data-ready'), 'The WebAssembly module did not load: 404.1'),
    { expected: /404/ },
  ));
