// The package with Vite, and the element in pages of React and Vue.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, createServer, preview } from 'vite';
import { visit } from '../dist/support.mjs';
import { ARTICLE, painted, write } from './support.mjs';

const HTML = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/main.jsx"></script>';

/** @type {Record<string, Record<string, string>>} The files of each project. */
const PROJECTS = {
  plain: {
    'main.jsx': `import { init, highlight } from 'sourcelight';
      import 'sourcelight/marks.css';
      await init();
      document.querySelector('#root').innerHTML = '<p>${ARTICLE}</p>';
      highlight(document.querySelector('#root'));
      document.body.dataset.ready = '';`,
  },
  react: {
    'main.jsx': `import { useState } from 'react';
      import { createRoot } from 'react-dom/client';
      import 'sourcelight/define';
      function Page() {
        const [who, setWho] = useState('Experts');
        const [shown, setShown] = useState(true);
        return <>
          <button id="change" onClick={() => setWho('Critics')}>Change</button>
          <button id="remove" onClick={() => setShown(false)}>Remove</button>
          {shown && <sourcelight-article kinds="attribution" onsourcelight-marked={() => (document.body.dataset.ready = who)}>
            <p>{who} have suggested that the ferry leaks. Anna Nowak said on Monday that it would sail in May.</p>
          </sourcelight-article>}
        </>;
      }
      createRoot(document.querySelector('#root')).render(<Page />);`,
  },
  vue: {
    'main.jsx': `import { createApp, h, ref } from 'vue';
      import 'sourcelight/define';
      const who = ref('Experts');
      const shown = ref(true);
      createApp(() => [
        h('button', { id: 'change', onClick: () => (who.value = 'Critics') }, 'Change'),
        h('button', { id: 'remove', onClick: () => (shown.value = false) }, 'Remove'),
        shown.value && h('sourcelight-article', { kinds: 'attribution', 'onSourcelight-marked': () => (document.body.dataset.ready = who.value) },
          h('p', [who.value, ' have suggested that the ferry leaks. Anna Nowak said on Monday that it would sail in May.'])),
      ]).mount('#root');`,
  },
};

/** @param {string} name */
async function root(name) {
  const folder = await write(Object.fromEntries(Object.entries({ 'index.html': HTML, ...PROJECTS[name] }).map(([path, text]) => [`${name}/${path}`, text])));
  return join(folder, name);
}

/** @param {string} name @param {(page: import('playwright-core').Page) => Promise<void>} use */
async function built(name, use) {
  const folder = await root(name);
  await build({ root: folder, logLevel: 'error', configFile: false, build: { target: 'es2022' } });
  const server = await preview({ root: folder, logLevel: 'error', configFile: false, preview: { host: '127.0.0.1', port: 0 } });
  try {
    await visit(server.resolvedUrls?.local[0] ?? '', use, { ready: 'body[data-ready]' });
  } finally {
    await server.close();
  }
}

test('Vite builds a page with it', () =>
  built('plain', async (page) => assert.ok((await painted(page, 'source')).includes('Experts'))));

test('Vite serves a page with it while it is developed', async () => {
  const server = await createServer({
    root: await root('plain'),
    logLevel: 'error',
    configFile: false,
    server: { host: '127.0.0.1', port: 0 },
    optimizeDeps: { exclude: ['sourcelight'] },
  });
  await server.listen();
  try {
    await visit(server.resolvedUrls?.local[0] ?? '', async (page) => assert.ok((await painted(page, 'source')).includes('Experts')), { ready: 'body[data-ready]' });
  } finally {
    await server.close();
  }
});

for (const name of ['react', 'vue']) {
  test(`the element in a page of ${name}`, () =>
    built(name, async (page) => {
      assert.ok((await painted(page, 'source')).includes('Experts'));
      await page.click('#change');
      await page.waitForSelector('body[data-ready="Critics"]');
      assert.ok((await painted(page, 'source')).includes('Critics'));
      await page.click('#remove');
      await page.waitForSelector('sourcelight-article', { state: 'detached' });
      assert.deepEqual(await painted(page, 'source'), []);
    }));
}
