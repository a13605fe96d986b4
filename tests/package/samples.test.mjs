// Each sample of code in the guide and in the READMEs is run, as it stands there; those in Rust and for the shell by
// tests/guide.rs. And the guide itself is looked at.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { complaints } from '../page/accessible.mjs';
import { serve, visit } from '../dist/support.mjs';
import { page, painted, run, withPage, write } from './support.mjs';

const dist = String(process.env.SOURCELIGHT_DIST);
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const GUIDE = await readFile('www/guide/index.html', 'utf8');

/** The samples of the guide, by name. @type {Map<string, string>} */
const samples = new Map(
  [...GUIDE.matchAll(/<pre data-sample="(\w+)"><code>([^]*?)<\/code>/g)].map(([, name, code]) => [
    name,
    code.replace(/&\w+;/g, (entity) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (entity)]),
  ]),
);

/** The blocks of a README in a language. @param {string} path @param {string} language */
async function blocks(path, language) {
  const text = await readFile(path, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code);
}

/** A page that runs a module which imports the package by its name. @param {string} script @param {string} [body] */
const importing = (script, body = '<article><p>Experts have suggested that the plan would fail.</p></article>') => {
  const files = page(body, `${script}\ndocument.body.dataset.ready = '';`);
  const map = '<script type="importmap">{ "imports": { "sourcelight": "./node_modules/sourcelight/lib/index.js" } }</script>';
  return { ...files, 'index.html': files['index.html'].replace('<body>', `${map}<body>`) };
};

test('the guide has these samples and no others', () => {
  assert.deepEqual([...samples.keys()], ['hosting', 'element', 'style', 'page', 'node', 'rust', 'shell']);
  assert.equal(GUIDE.match(/<pre/g)?.length, samples.size);
});

for (const [where, found] of [
  ['the guide', [samples.get('element')]],
  ['the README of the package', await blocks('xtask/dist/npm/README.md', 'html')],
  ['the README', await blocks('README.md', 'html')],
]) {
  test(`${where}: an element marks an article`, async () => {
    assert.equal(found.length, 1);
    const sample = found[0] ?? '';
    const use = async (/** @type {import('playwright-core').Page} */ page) => {
      await page.addStyleTag({ content: samples.get('style') });
      await page.waitForFunction(() => document.querySelector('sourcelight-article').analysis);
      const sources = await painted(page, 'source');
      // Its quotation marks are read as such, whatever the server says of letters.
      assert.deepEqual(sources, sample.includes('minister') ? ['Experts', 'the minister'] : ['Experts']);
      const look = (/** @type {string} */ selector, /** @type {string} */ name) =>
        page.evaluate(([selector, name]) => {
          const element = document.querySelector('sourcelight-article');
          return getComputedStyle(selector ? element.shadowRoot.querySelector(selector) : element).getPropertyValue(name);
        }, [selector, name]);
      assert.equal(await look('', '--sourcelight-source'), '#1b5e20');
      assert.equal(await look('[part="card"]', 'border-radius'), '0px');
    };
    // A small page has no icon.
    await withPage({ 'index.html': sample }, use, { headers: {}, ready: 'sourcelight-article', expected: /404/ });
  });
}

const scripts = [
  samples.get('page') ?? '',
  samples.get('node') ?? '',
  ...(await blocks('xtask/dist/npm/README.md', 'js')),
  ...(await blocks('README.md', 'js')),
];

test('samples of functions run in a page or in Node.js', async () => {
  assert.ok(scripts.length >= 5);
  for (const script of scripts) {
    if (script.includes('document.')) {
      await withPage(importing(script), async (page) => assert.ok((await painted(page, 'source')).includes('Experts')), { headers: {} });
    } else {
      const folder = await write({ 'sample.js': script });
      const { stdout } = await run(process.execPath, ['sample.js'], { cwd: folder });
      assert.match(stdout, /Experts/);
    }
  }
});

test('the hosted page is served by one command', async () => {
  const command = samples.get('hosting') ?? '';
  const [program, ...words] = command.replace(' 8000 ', ' 0 ').replace(/ dist$/, ` ${dist}`).split(' ');
  // Unbuffered, so that it tells its port at once.
  const server = spawn(program, ['-u', ...words]);
  try {
    const port = await new Promise((resolve, reject) => {
      server.on('error', reject);
      server.stdout.on('data', (line) => resolve(String(line).match(/port (\d+)/)?.[1]));
    });
    await visit(`http://127.0.0.1:${port}/`, async (page) => assert.match(await page.title(), /Sourcelight/));
  } finally {
    server.kill();
  }
});

test('the hosted guide is styled, accessible, and leads to the page and back', async () => {
  const { address, close } = await serve((path) => readFile(join(dist, path)));
  try {
    await visit(`${address}guide/index.html`, async (page) => {
      const colour = await page.locator('mark.sourcelight-content').first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
      assert.equal(colour, 'rgb(227, 237, 249)');
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await complaints(page), []);
      }
      for (const width of [320, 800]) {
        await page.setViewportSize({ width, height: 700 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      }
      await page.getByRole('link', { name: 'Sourcelight' }).click();
      await page.waitForSelector('body[data-state="ready"]');
      await page.getByRole('link', { name: 'How it works' }).click();
      await page.waitForURL(/guide/);
    }, { ready: 'main' });
  } finally {
    close();
  }
});

test('the figures of the guide are those of the README', async () => {
  const readme = await readFile('README.md', 'utf8');
  const table = GUIDE.match(/<tbody>([^]*?)<\/tbody>/)?.[1] ?? '';
  const figures = table.match(/\d+\.\d/g) ?? [];
  assert.ok(figures.length >= 12);
  for (const figure of figures) assert.ok(readme.includes(figure), figure);
});
