// The extension as Firefox gets it, packed: what Mozilla’s linter says of it, and the main path in the browser itself.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { test } from 'node:test';
import linter from 'addons-linter';
import { WAIT, inFirefox } from '../browsers/support.mjs';
import { STRICT, STRUCTURES } from './pages.mjs';

const packed = resolve(String(process.env.SOURCELIGHT_EXTENSION), 'sourcelight-firefox.zip');

const MARKS = `
  return [...CSS.highlights].flatMap(([name, highlight]) => [...highlight].map((part) => {
    const range = new Range();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    return name.replace('sourcelight-', '').replace('-faint', '') + ': ' + range;
  }))`;

/** What the button and the shortcut do. Scripts of a page can't press them, those of the browser's own window can. */
const PRESS = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)`;

/** The side panel is Chromium's; where there is none, the bar says how to open the sidebar. */
const KNOWN = ['UNSUPPORTED_API in background.js: sidePanel.open is not supported'];

test('Mozilla’s linter has nothing to say', async () => {
  const run = linter.createInstance({ config: { _: [packed], logLevel: 'fatal', output: 'none', stack: false }, runAsBinary: false });
  const { errors, warnings } = await run.run();
  const said = [...errors, ...warnings].map(({ code, message, file }) => `${code} in ${file}: ${message}`);
  assert.deepEqual(said, KNOWN);
});

test('an article is marked in Firefox, and left as it was', async () => {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...STRICT }).end(STRUCTURES['a plain article']),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    await inFirefox(async (driver) => {
      const browser = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (driver);
      const id = await browser.installAddon(packed, true);
      await browser.get(`http://127.0.0.1:${port}/`);
      const before = await browser.getPageSource();
      await press(browser, id);
      await browser.wait(async () => (await browser.executeScript(MARKS)).includes('source: The union'), WAIT, 'no marks');
      const marks = await browser.executeScript(MARKS);
      for (const mark of ['source: The minister Anna Berg', 'source: Critics', 'cue-hedged: have suggested']) assert.ok(marks.includes(mark), mark);
      assert.deepEqual(marks.filter((/** @type {string} */ mark) => mark.includes('Zebra')), []);
      await press(browser, id);
      await browser.wait(async () => (await browser.executeScript('return CSS.highlights.size')) === 0, WAIT, 'marks are left');
      assert.equal(await browser.getPageSource(), before);
    }, ['--allow-system-access']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** @param {import('selenium-webdriver/firefox.js').Driver} browser @param {string} id of the extension */
async function press(browser, id) {
  await browser.setContext('chrome');
  await browser.executeScript(PRESS, id);
  await browser.setContext('content');
}
