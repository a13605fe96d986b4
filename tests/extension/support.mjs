// What the tests of the extension share: Chromium with the unpacked extension, pages of our own, the button, and
// what the extension shows on a page.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { after, before } from 'node:test';
import { launch } from './chromium.mjs';

const folder = process.env.SOURCELIGHT_EXTENSION;
if (!folder) throw new Error('Set SOURCELIGHT_EXTENSION to the folder of the unpacked extensions.');

const unpacked = resolve(folder, 'chromium');

/** @type {import('./chromium.mjs').Installed} */
let installed;
/** @type {import('node:http').Server} */
let server;
/** The pages that are served, by path. @type {Map<string, {html: string, headers: Record<string, string>}>} */
const pages = new Map();

before(async () => {
  installed = await launch(unpacked);
  server = createServer(({ url = '' }, response) => {
    const page = pages.get(url);
    if (!page) return response.writeHead(404).end();
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
});

after(async () => {
  await installed?.context.close();
  server?.closeAllConnections();
  server?.close();
});

/** The script of the extension that answers the button. */
export const background = () => installed.background();

/**
 * Serves a page and opens it.
 * @param {string} html
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @param {{headers?: Record<string, string>}} [options]
 */
export async function visit(html, use, { headers = {} } = {}) {
  const path = `/${pages.size}`;
  pages.set(path, { html, headers });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const page = await installed.context.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await use(page);
  } finally {
    await page.close();
  }
}

/**
 * Presses the extension's button in the tab of a page, and waits until it has begun there or has ended.
 * @param {import('playwright-core').Page} page
 */
export async function press(page) {
  const isOn = () => page.evaluate(() => document.querySelector('sourcelight-frame') !== null);
  const wasOn = await isOn();
  await installed.trigger(page);
  await eventually(async () => (await isOn()) !== wasOn, 'the button to be answered');
}

/**
 * The words under each painted mark, as `kind: words`, in the order of the text.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export const marks = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const part of highlight) {
        // The browser paints nothing where the words are gone.
        if (!part.startContainer.isConnected || part.endOffset > part.endContainer.length) continue;
        const range = new Range();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        found.push({ name: name.replace('sourcelight-', ''), range });
      }
    }
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return found.map(({ name, range }) => `${name}: ${range}`);
  });

/** Milliseconds. */
const WAIT = 20_000;

/** Waits until a mark is there. @param {import('playwright-core').Page} page @param {string} mark as in `marks` */
export const isMarked = (page, mark) =>
  eventually(async () => (await marks(page)).some((found) => found.replace('-faint', '') === mark), `“${mark}” to be marked`, page);

/** Waits until a mark is gone. @param {import('playwright-core').Page} page @param {string} mark as in `marks` */
export const isNotMarked = (page, mark) =>
  eventually(async () => !(await marks(page)).some((found) => found.replace('-faint', '') === mark), `“${mark}” not to be marked`, page);

/** Waits until nothing of the extension is left. @param {import('playwright-core').Page} page */
export const isUnmarked = (page) =>
  eventually(
    () => page.evaluate(() => CSS.highlights.size === 0 && !document.querySelector('sourcelight-frame')),
    'every trace to be gone',
  );

/**
 * @param {() => Promise<boolean>} holds
 * @param {string} what
 * @param {import('playwright-core').Page} [page] whose bar tells more where it never holds
 */
export async function eventually(holds, what, page) {
  const end = Date.now() + WAIT;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`waited in vain for ${what}${page ? `; the bar says “${await shown(page, 'bar')}”` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * The page's markup; unless it is to be whole, without the one element that the extension adds.
 * @param {import('playwright-core').Page} page
 * @param {{whole?: boolean}} [options]
 */
export const markup = (page, { whole = false } = {}) =>
  page.evaluate((isWhole) => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    if (!isWhole) copy.querySelector('sourcelight-frame')?.remove();
    return copy.outerHTML;
  }, whole);

/**
 * What the extension shows on a page, which no script of the page can read.
 * @param {import('playwright-core').Page} page
 * @param {string} id `card` or `bar`
 * @returns {Promise<string>} the text; empty where it is hidden
 */
export const shown = (page, id) =>
  inside(page, id, async (found) => (found.attributes?.includes('hidden') ? '' : textOf(found).replace(/\s+/g, ' ').trim()));

/**
 * Clicks a button that the extension shows on a page.
 * @param {import('playwright-core').Page} page
 * @param {string} id `card` or `bar`
 * @param {string} label
 */
export async function clickShown(page, id, label) {
  const [x, y] = await inside(page, id, async (found, session) => {
    const button = all(found).find((node) => node.nodeName === 'BUTTON' && textOf(node) === label);
    assert.ok(button, `there is no button “${label}”`);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [left, top, , , right, bottom] = model.content;
    return [(left + right) / 2, (top + bottom) / 2];
  });
  await page.mouse.click(x, y);
}

/**
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {string} id
 * @param {(found: Node_, session: import('playwright-core').CDPSession) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function inside(page, id, use) {
  const session = await installed.context.newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = all(root).find(({ attributes = [] }) => attributes.some((value, at) => at % 2 === 1 && attributes[at - 1] === 'id' && value === id));
    return await use(found ?? { backendNodeId: 0, nodeName: '', nodeValue: '' }, session);
  } finally {
    await session.detach();
  }
}

/** @typedef {{backendNodeId: number, nodeName: string, attributes?: string[], nodeValue: string, children?: Node_[], shadowRoots?: Node_[]}} Node_ */

/** A node and everything in it, shadow trees too. @param {Node_} node @returns {Node_[]} */
const all = (node) => [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all)];

/** @param {Node_} node @returns {string} */
const textOf = ({ nodeValue, children = [] }) => (children.length > 0 ? children.map(textOf).join(' ') : nodeValue);

/** Clicks into the middle of the first mark of a kind. @param {import('playwright-core').Page} page @param {string} kind */
export async function clickMark(page, kind) {
  const [x, y] = await page.evaluate((name) => {
    const [part] = CSS.highlights.get(`sourcelight-${name}`);
    const range = new Range();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, kind);
  await page.mouse.click(x, y);
}

/**
 * Opens the side panel's page in a tab of its own; it shows the page in front.
 * @param {import('playwright-core').Page} front
 * @param {(panel: import('playwright-core').Page) => Promise<void>} use
 */
export async function withPanel(front, use) {
  const panel = await installed.context.newPage();
  try {
    await front.bringToFront();
    await panel.goto(new URL('panel.html', (await background()).url()).href);
    await use(panel);
  } finally {
    await panel.close();
  }
}
