// Optional parts of the page: a small page with one is bundled, and looked at as a site and as one file.

import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { single } from '../../xtask/dist/single.mjs';
import { site } from '../../xtask/dist/site.mjs';
import { keptForOffline, serve, visit } from './support.mjs';

/** The smallest module there is. */
const WASM = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** What the small page has instead of the page's own files. */
const PAGE = {
  'main.js': `import './pkg/sourcelight.js';
    import { make } from './dom.js';
    import { policy } from './policy.js';
    const button = make('button', { id: 'want' }, 'More');
    button.addEventListener('click', async () => (await import('./parts/more.js')).show(policy));
    document.body.replaceChildren(button);`,
  'parts/more.js': `import { make } from '../dom.js';
    import { policy } from '../policy.js';
    import { addStyle } from './style.js';
    export async function show(other) {
      await addStyle(new URL('more.css', import.meta.url));
      document.body.append(make('p', { id: 'more' }, policy === other ? 'one policy' : 'two policies'));
    }`,
  'parts/more.css': '#more { color: rgb(1, 2, 3); }',
  'pkg/sourcelight.js': `export const module = new URL('sourcelight_bg.wasm', import.meta.url);`,
  'worker.js': '',
};

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  await cp('www', folder, { recursive: true, filter: (path) => !/pkg|guide/.test(path) });
  for (const [name, contents] of Object.entries(PAGE)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
});

after(() => rm(folder, { recursive: true, force: true }));

const ready = '#want';

/** @param {import('playwright-core').Page} page */
async function wantsMore(page) {
  await page.click('#want');
  assert.equal(await page.locator('#more').innerText(), 'one policy');
  assert.equal(await page.locator('#more').evaluate((more) => getComputedStyle(more).color), 'rgb(1, 2, 3)');
}

/** @param {Map<string, Uint8Array>} files @param {(address: string, asked: string[]) => Promise<void>} use */
async function served(files, use) {
  /** @type {string[]} */
  const asked = [];
  const { address, close } = await serve(async (path) => {
    asked.push(path);
    const contents = files.get(path);
    if (!contents) throw new Error(`there is no ${path}`);
    return contents;
  });
  try {
    await use(address, asked);
  } finally {
    close();
  }
}

test('an optional part and its styles come when they are wanted', async () => {
  const { files, optional } = await site(folder, WASM);
  assert.deepEqual([...optional].map((path) => path.replace(/-[\w-]{8,}\./, '.')).sort(), ['assets/more.css', 'assets/more.js']);
  const use = (/** @type {string} */ address, /** @type {string[]} */ asked) =>
    visit(
      address,
      async (page) => {
        assert.deepEqual(asked.filter((path) => optional.has(path)), []);
        await wantsMore(page);
        assert.deepEqual(asked.filter((path) => optional.has(path)).sort(), [...optional].sort());
      },
      // The worker that keeps the site would fetch all of it.
      { ready, options: { serviceWorkers: 'block' } },
    );
  await served(files, use);
});

test('an optional part that was never wanted is there without a network', async () => {
  const { files } = await site(folder, WASM);
  const use = (/** @type {string} */ address) =>
    visit(
      address,
      async (page) => {
        await keptForOffline(page);
        await page.reload();
        await page.context().setOffline(true);
        await wantsMore(page);
      },
      { ready },
    );
  await served(files, use);
});

test('optional parts are in the single file', async () => {
  const path = join(folder, 'single.html');
  await writeFile(path, await single(folder, WASM));
  assert.doesNotMatch(await readFile(path, 'utf8'), /import\(/);
  await visit(pathToFileURL(path).href, wantsMore, { ready });
});
