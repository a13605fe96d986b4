// What a paste becomes: the structure of an article, and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

/** @param {import('playwright-core').Page} page */
const html = (page) => page.locator('#article').innerHTML();

/** Without `setHTML`, as in older browsers. @param {import('playwright-core').Page} page */
const withoutSetHtml = (page) => page.addInitScript(() => delete Element.prototype.setHTML);

test('plain text becomes a title and paragraphs', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': `Berg may go\r\n\r\n${STATEMENT}\nShe said no.` });
    assert.equal(await html(page), `<h1>Berg may go</h1><p>${STATEMENT}</p><p>She said no.</p>`);
  }));

/** What it is about, the clipboard's HTML, and the article's. */
const CASES = [
  ['headings', '<h2>A <em>small</em>\n  heading</h2><p>x</p><h5>Low</h5>tail', '<h1>A <em>small</em> heading</h1><p>x</p><h3>Low</h3><p>tail</p>'],
  ['a first short line', '<p>Berg may go</p><p>She said no.</p>', '<h1>Berg may go</h1><p>She said no.</p>'],
  ['styles and loose words', '<div>Loose <b style=\'x: y\'>words.</b><p style="color: red">One<br>two.</p></div>', '<p>Loose <strong>words.</strong></p><p>One<br>two.</p>'],
  ['lists', '<p>So:</p><ul><li>First</li><li><p>Second</p><ul><li>Third</li></ul></li></ul><ol><li>One</li></ol>', '<p>So:</p><ul><li>First</li><li>Second</li><li>Third</li></ul><ol><li>One</li></ol>'],
  ['block quotations', '<blockquote><p>Old</p><p>words</p></blockquote>', '<blockquote><p>Old</p><p>words</p></blockquote>'],
  ['what is hidden', '<p>Seen.</p><p hidden>unseen</p><p style="display: none">unseen</p><p> </p>', '<p>Seen.</p>'],
  ['what is no text', '<p>Seen.</p><svg><text>drawn</text></svg><form><button>Go</button><input value="x"></form><iframe srcdoc="x"></iframe><video>x</video>', '<p>Seen.</p>'],
  ['a link', '<p>See <a href="https://example.org/a?b=1&amp;c=2" onclick="x()" target="_top" style="a: b">this page</a>.</p>', '<p>See <a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">this page</a>.</p>'],
  ['links that lead nowhere good', '<p>A <a href="javascript:alert(1)">b</a> <a href="data:text/html,x">c</a> <a href=" jAva\nscript:x">d</a> <a href="/e">e</a>.</p>', '<p>A b c d e.</p>'],
  ['emphasis around the whole article', '<b style="font-weight:normal"><p>One.</p><p>Two.</p></b>', '<p>One.</p><p>Two.</p>'],
  ['empty lines inside a paragraph', '<div>One.<br><br>Two.</div>', '<p>One.</p><p>Two.</p>'],
  ['spaces at the edges of emphasis', '<p>a<i> b </i> c<b> </b>d.</p>', '<p>a<em> b </em>c d.</p>'],
  ['a table', '<table><tr><td>One.</td><td>Two.</td></tr></table>', '<p>One.</p><p>Two.</p>'],
  ['what looks like markup', '<p>a &lt;b&gt;bold&lt;/b&gt; claim &amp;amp; more.</p>', '<p>a &lt;b&gt;bold&lt;/b&gt; claim &amp;amp; more.</p>'],
];

for (const [way, prepare] of Object.entries({ 'by setHTML': undefined, 'by a document of its own': withoutSetHtml })) {
  test(`rich text keeps its structure and nothing else, read ${way}`, () =>
    withPage(
      async (page) => {
        for (const [name, pasted, expected] of CASES) {
          await paste(page, { 'text/html': `<html><body>${pasted}</body></html>`, 'text/plain': 'not this' });
          assert.equal(await html(page), expected, name);
        }
      },
      { prepare, expected: /Content Security Policy/ },
    ));

  test(`nothing in rich text runs, read ${way}`, () =>
    withPage(
      async (page) => {
        const bait =
          '<style>p { display: none }</style><script>window.hasRun = true</script>' +
          '<img src="x" onerror="window.hasRun = true"><p onclick="window.hasRun = true">Plain &lt;b&gt; words</p>' +
          '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.hasRun=1&gt;">';
        await paste(page, { 'text/html': bait });
        assert.equal(await html(page), '<p>Plain &lt;b&gt; words</p>');
        await page.click('#article p');
        assert.equal(await page.evaluate(() => 'hasRun' in window), false);
      },
      { prepare, expected: /Content Security Policy/ },
    ));
}

test('a drop is taken like a paste', () =>
  withPage(async (page) => {
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', text);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, STATEMENT);
    assert.equal(await html(page), `<p>${STATEMENT}</p>`);
  }));

test('the Paste button takes the clipboard, and says what to do where it may not', () =>
  withPage(
    async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((text) => navigator.clipboard.writeText(text), STATEMENT);
      await page.click('#paste');
      await page.waitForFunction((text) => document.querySelector('#article').textContent === text, STATEMENT);
      await page.click('#clear');
      await page.context().clearPermissions();
      await page.evaluate(() => (navigator.clipboard.read = () => Promise.reject(new Error('no'))));
      await page.click('#paste');
      assert.match(await page.locator('#notice').innerText(), /Ctrl\+V/);
    },
  ));
