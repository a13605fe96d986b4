// The element in Firefox and in Safari's engine: two on a page and one in a shadow tree, each in its own colours.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFirefox, inWebKit } from '../browsers/support.mjs';
import { serve } from '../dist/support.mjs';
import { page, project } from './support.mjs';

const FILES = page(
  `<style>#two { --sourcelight-content-hedged: rgb(1, 2, 3); }</style>
  <sourcelight-article id="one"><p>Experts have suggested that the ferry leaks.</p></sourcelight-article>
  <sourcelight-article id="two"><p>Critics have suggested that the bridge sways.</p></sourcelight-article>
  <div id="host"></div>`,
  `import './node_modules/sourcelight/lib/define.js';
  document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
    '<sourcelight-article><p>Some have suggested that the well is dry.</p></sourcelight-article>';`,
);

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  const folder = await project();
  const { address, close } = await serve(async (path) => FILES[path] ?? (await readFile(join(folder, path))));
  try {
    await browser.get(address);
    const hedged = () => browser.executeScript("return [...(CSS.highlights.get('sourcelight-content-hedged') ?? [])].map((part) => part.startContainer.data.slice(part.startOffset, part.endOffset)).sort()");
    await browser.wait(async () => (await hedged()).length === 3, 30_000);
    assert.deepEqual(await hedged(), ['the bridge sways', 'the ferry leaks', 'the well is dry']);
    const ground = (/** @type {string} */ id) => browser.executeScript(`return getComputedStyle(document.querySelector('#${id} p'), '::highlight(sourcelight-content-hedged)').backgroundColor`);
    assert.deepEqual([await ground('one'), await ground('two')], ['rgb(253, 233, 191)', 'rgb(1, 2, 3)']);
  } finally {
    close();
  }
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
