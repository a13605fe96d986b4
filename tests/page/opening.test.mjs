// Opening files and whole web pages: what becomes of each, in every encoding, and what is said where nothing can.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

const SENTENCE = 'Critics suggested that Zoë Berg would leave.';

/** @param {number} count */
const paragraphs = (count) =>
  Array.from({ length: count }, (_, index) => `<p>The harbour stays closed for another ${index + 3} weeks, the minister said on Tuesday, and nobody had asked the fishermen before it was decided.</p>`);

const BODY = paragraphs(7).join('');

/** A page as newspapers make them; the bait runs or fetches where a page is not inert. */
const NEWS = `<!DOCTYPE html><html><head><title>Harbour stays closed | The Daily Pier</title>
  <link rel="canonical" href="https://example.org/news/harbour.html"><meta name="author" content="Clara Dunn">
  <style>p { display: none }</style><script>window.hasRun = true</script></head><body onload="window.hasRun = true">
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><main><article><h1>Harbour stays closed</h1>
  ${BODY}<p>The <a href="../report.html">report</a> <img src="https://example.org/pixel.png" onerror="window.hasRun = true"> is out.</p>
  <iframe src="https://example.org/frame"></iframe></article></main>
  <aside><h3>Most read</h3><ul><li><a href="/fish">Ten things about fish</a></li></ul></aside><footer>Cookies. Terms.</footer></body></html>`;

const ARTICLE_OF_NEWS = `<h1>Harbour stays closed</h1><p>Clara Dunn</p>${BODY}<p>The <a href="https://example.org/report.html" target="_blank" rel="noopener noreferrer">report</a> is out.</p>`;

/** @param {import('playwright-core').Page} page @param {string} name @param {string | Uint8Array} contents */
async function open(page, name, contents) {
  await page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(contents) });
}

/** @param {import('playwright-core').Page} page @param {string} expected the article's HTML */
async function becomes(page, expected) {
  await page.waitForFunction((html) => document.querySelector('#article').innerHTML === html, expected, { timeout: 5000 }).catch(async () => {
    assert.equal(await page.locator('#article').innerHTML(), expected);
  });
  await page.waitForSelector('body[data-state="ready"]');
}

/** What it is about, the file's name, its contents and the article's HTML. */
const FILES = [
  ['plain text', 'a.txt', `The pier is closed\n\n${SENTENCE}\n`, `<h1>The pier is closed</h1><p>${SENTENCE}</p>`],
  ['text broken to a width', 'a.txt', 'The pier is closed\n\nCritics suggested on Monday that the\npier, which was built last year, would\nstay closed.\n\nNobody at the harbour\nsaid otherwise.\n', '<h1>The pier is closed</h1><p>Critics suggested on Monday that the pier, which was built last year, would stay closed.</p><p>Nobody at the harbour said otherwise.</p>'],
  ['short lines', 'a.txt', 'The pier is closed.\nNobody said so.\n“It is,” she said.\nbut not today\nRain fell.', '<p>The pier is closed.</p><p>Nobody said so.</p><p>“It is,” she said.</p><p>but not today</p><p>Rain fell.</p>'],
  ['any other text', 'notes', SENTENCE, `<p>${SENTENCE}</p>`],
  ['Markdown', 'a.md', '# The pier\n\n*Critics* [say](https://example.org) so.\nAnd **more**.\n\n> “No,”\n> she said.\n\n1. One\n2. Two\n\n### Later\n\nx', '<h1>The pier</h1><p><em>Critics</em> <a href="https://example.org" target="_blank" rel="noopener noreferrer">say</a> so. And <strong>more</strong>.</p><blockquote><p>“No,” she said.</p></blockquote><ol><li>One</li><li>Two</li></ol><h3>Later</h3><p>x</p>'],
  ['Markdown with front matter and footnotes', 'b.MD', '---\ntitle: "The pier"\ntags: [a, b]\n---\nCritics[^1] say so.\n\n[^1]: **Critics** (unnamed)\n    are many.\n\nIt is so.', '<h1>The pier</h1><p>Critics say so.</p><p>It is so.</p>'],
  ['markup in Markdown', 'c.markdown', 'Plain <b onclick="window.hasRun = true">bold</b>. <script>window.hasRun = true</script><img src="x" onerror="window.hasRun = true">\n\n[a](javascript:alert(1)).', '<p>Plain <strong>bold</strong>.</p><p>a.</p>'],
  ['footnotes in Markdown whose numbers never end', 'd.md', '[^'.repeat(200_000), `<p>${'[^'.repeat(200_000)}</p>`],
  ['a web page', 'a.html', NEWS, ARTICLE_OF_NEWS],
  ['a web page by another name', 'a.txt', NEWS, ARTICLE_OF_NEWS],
  ['a small web page', 'b.htm', `<h2>The pier</h2><p>${SENTENCE}</p>`, `<h1>The pier</h1><p>${SENTENCE}</p>`],
];

test('a file becomes an article, and nothing in it runs or is fetched', () =>
  withPage(async (page) => {
    /** @type {string[]} */
    const requests = [];
    const home = new URL(page.url()).origin;
    page.on('request', (request) => request.url().startsWith(home) || requests.push(request.url()));
    for (const [about, name, contents, html] of FILES) {
      await open(page, name, contents);
      await becomes(page, html);
      assert.equal(await page.evaluate(() => 'hasRun' in window), false, about);
    }
    assert.deepEqual(requests, []);
  }));

const HEAD = '<!doctype html><meta charset=';

/** What it is about, the file's name, and the bytes that say `SENTENCE`. @type {[string, string, Uint8Array][]} */
const ENCODINGS = [
  ['UTF-8', 'a.txt', Buffer.from(SENTENCE)],
  ['UTF-8 with a mark', 'a.txt', Buffer.from(`\uFEFF${SENTENCE}`)],
  ['UTF-16, little end first', 'a.txt', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le')],
  ['UTF-16, big end first', 'a.txt', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', 'a.txt', Buffer.from(SENTENCE, 'utf16le')],
  ['windows-1252', 'a.txt', Buffer.from(SENTENCE, 'latin1')],
  ['a declared encoding', 'a.html', Buffer.from(`${HEAD}"iso-8859-15"><p>${SENTENCE}`, 'latin1')],
  ['another declared encoding', 'a.html', Buffer.concat([Buffer.from(`${HEAD}macintosh><p>Critics suggested that Zo`), Buffer.from([0x91]), Buffer.from(' Berg would leave.')])],
  ['a wrong declaration', 'a.html', Buffer.from(`${HEAD}utf-8><p>${SENTENCE}`, 'latin1')],
  ['an unknown declaration', 'a.html', Buffer.from(`${HEAD}klingon><p>${SENTENCE}`)],
];

test('a file is read in its encoding', () =>
  withPage(async (page) => {
    for (const [about, name, bytes] of ENCODINGS) {
      await open(page, name, bytes);
      await page.waitForFunction((text) => document.querySelector('#article').textContent.trim() === text, SENTENCE, { timeout: 5000 }).catch(async () => {
        assert.equal(await page.locator('#article').innerText(), SENTENCE, about);
      });
      await page.click('#clear');
    }
  }));

/** What it is about, the file, and what is said. @type {[string, string, Uint8Array, RegExp][]} */
const REFUSED = [
  ['an empty file', 'a.txt', Buffer.from(''), /“a\.txt” is empty/],
  ['white space', 'a.md', Buffer.from(' \n\t\n'), /“a\.md” is empty/],
  ['a page without text', 'a.html', Buffer.from('<!doctype html><title></title><img src=x>'), /“a\.html” is empty/],
  ['a large file', 'big.txt', Buffer.alloc(10_000_001, 'word '), /“big\.txt” is larger than 10 MB/],
  ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7 …'), /“a\.pdf” is a PDF/],
  ['an office document', 'a.docx', Buffer.from('PK\x03\x04…'), /an office document/],
  ['a program', 'a.txt', Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 37) % 256)), /“a\.txt” is no text file/],
];

for (const mode of ['reading', 'writing']) {
  test(`a file that can’t be opened is explained, and the article stays, while ${mode}`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': SENTENCE });
      if (mode === 'writing') await page.click('#mode');
      for (const [about, name, bytes, message] of REFUSED) {
        await open(page, name, bytes);
        await page.getByRole('alert').filter({ hasText: message }).waitFor({ timeout: 5000 }).catch(async () => {
          assert.match(await page.locator('#notice').innerText(), message, about);
        });
        assert.equal(await page.locator('#article').innerText(), SENTENCE, about);
      }
    }));
}

/** Drops files somewhere. @param {import('playwright-core').Page} page @param {string} where @param {Record<string, string>} files */
const drop = (page, where, files) =>
  page.evaluate(
    ({ where, files }) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
      document.querySelector(where).dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { where, files },
  );

test('files are dropped anywhere, while reading and writing; the first counts, and an undo leads back', () =>
  withPage(async (page) => {
    await drop(page, 'header', { 'a.txt': 'First one.' });
    await becomes(page, '<p>First one.</p>');
    await drop(page, '#column', { 'b.txt': 'Second one.', 'c.txt': 'Third one.', 'd.txt': 'Fourth one.' });
    await becomes(page, '<p>Second one.</p>');
    assert.match(await page.locator('#notice').innerText(), /“b\.txt” was opened\. The other 2 files were left aside/);
    await page.click('#mode');
    await page.click('#article p');
    await drop(page, '#article', { 'e.txt': 'Fifth one.' });
    await becomes(page, '<p>Fifth one.</p>');
    await page.click('#undo');
    await becomes(page, '<p>Second one.</p>');
  }));

test('the source of a web page that is pasted as text is read as a page, or as text on demand', () =>
  withPage(async (page) => {
    // The browser's view of a source gives its colours along.
    await paste(page, { 'text/plain': NEWS, 'text/html': '<table><tr><td>&lt;!DOCTYPE html&gt;</td></tr></table>' });
    await becomes(page, ARTICLE_OF_NEWS);
    await page.getByRole('button', { name: 'Take it as plain text' }).click();
    await page.waitForFunction(() => document.querySelector('#article').textContent.includes('<nav>'));
    assert.equal(await page.locator('#notice').isVisible(), false);
    await page.click('#undo');
    await becomes(page, ARTICLE_OF_NEWS);
  }));

/** What it is about, the source, what is done to the page before, and what is said. */
const SOURCES = [
  ['without a main text', '<!doctype html><title></title><img src=x>', undefined, /no main text was found/],
  ['whose reader does not load', `<!doctype html><p>${SENTENCE}`, (page) => page.route('**/libraries/readability.js', (route) => route.abort()), /did not load/],
];

for (const [about, source, prepare, message] of SOURCES) {
  test(`a source ${about} is taken as plain text, and nothing is lost`, () =>
    withPage(
      async (page) => {
        await paste(page, { 'text/plain': SENTENCE });
        await paste(page, { 'text/plain': source });
        await page.getByRole('alert').filter({ hasText: message }).waitFor();
        assert.equal(await page.locator('#article').innerText(), source);
        await page.click('#undo');
        await becomes(page, `<p>${SENTENCE}</p>`);
      },
      { prepare, expected: /Failed to (load|fetch)/ },
    ));
}

test('comments may stand before a page, and a text that begins with many is no page', () =>
  withPage(async (page) => {
    const comments = '<!-- ad -->'.repeat(100);
    await paste(page, { 'text/plain': `${comments}\n${NEWS}` });
    await becomes(page, ARTICLE_OF_NEWS);
    await paste(page, { 'text/plain': comments + SENTENCE });
    await becomes(page, `<p>${'&lt;!-- ad --&gt;'.repeat(100)}${SENTENCE}</p>`);
  }));

test('a part that does not load is said, and comes at the next attempt', () =>
  withPage(
    async (page) => {
      await page.route('**/parts/files.js', (route) => route.abort());
      await open(page, 'a.txt', SENTENCE);
      assert.match(await page.getByRole('alert').innerText(), /did not load/);
      await page.unroute('**/parts/files.js');
      await open(page, 'a.txt', SENTENCE);
      await becomes(page, `<p>${SENTENCE}</p>`);
    },
    { expected: /Failed to (load|fetch)/ },
  ));
