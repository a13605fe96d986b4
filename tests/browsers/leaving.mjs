// What a page may not do, in any browser: tell anybody anything. The page is served by a server that writes down what
// it is asked, and pasted texts point to another one, which nobody may ask.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

/** @typedef {(script: string, ...values: unknown[]) => Promise<any>} Run runs the body of an async function in the page */

/** @param {import('node:http').RequestListener} answer */
async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, close };
}

/** A page that tells of what its policy stops. */
const WATCH = `<script>window.stopped = []; document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.blockedURI))</script>`;

/** Waits for something in the page. */
const UNTIL = `const until = async (holds) => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 600) throw new Error('waited in vain for ' + holds);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const find = (css) => document.querySelector(css);
const isReady = () => document.body.dataset.state === 'ready' && find('.voice');`;

/** Pastes, looks at marks, saves in every format, prints, and switches keeping on. */
const WORK = `${UNTIL}
  await until(() => document.body.dataset.state === 'ready');
  const html = '<link rel="stylesheet" href="' + elsewhere + 'x.css"><p>Critics suggested that <a href="' + elsewhere + '">Anna Berg</a> would leave.</p>' +
    '<img src="' + elsewhere + 'x.png"><iframe src="' + elsewhere + '"></iframe><p style="background: url(' + elsewhere + 'y.png)">She said no.</p>';
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/html', html);
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  await until(isReady);
  find('.voice h3 button').click();
  const saved = [];
  URL.createObjectURL = (blob) => (saved.push(blob.size), 'blob:none');
  HTMLAnchorElement.prototype.click = () => {};
  window.print = () => saved.push('paper');
  const buttons = [...document.querySelectorAll('#formats button'), ...document.querySelectorAll('#taking button')];
  for (const button of buttons.filter(({ textContent }) => !/Copy/.test(textContent))) {
    const count = saved.length;
    button.click();
    await until(() => saved.length > count);
  }
  find('#setting-keep').click();
  await until(() => localStorage.getItem('sourcelight:article')?.includes('Berg'));
  return saved.length;`;

/** After a reload: the text is back, and is forgotten. */
const FORGET = `${UNTIL}
  await until(isReady);
  const kept = Object.keys(localStorage).sort();
  [...document.querySelectorAll('#notice button')].find(({ textContent }) => textContent === 'Forget it').click();
  const databases = (await indexedDB.databases?.()) ?? [];
  const caches = globalThis.caches ? await globalThis.caches.keys() : [];
  return { kept, left: { ...localStorage }, others: sessionStorage.length + databases.length + caches.length, cookie: document.cookie, stopped };`;

/**
 * @param {{open: (address: string) => Promise<unknown>, reload: () => Promise<unknown>, run: Run}} browser
 */
export async function tellsNobody({ open, reload, run }) {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const strange = [];
  const elsewhere = await listen(({ url }, response) => {
    strange.push(`another server: ${url}`);
    response.end();
  });
  const page = await listen(async ({ method, url = '', headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.push(url);
    const isOwn = existsSync(new URL(`../../www${pathname}`, import.meta.url));
    // Browsers look for it on their own.
    if (pathname !== '/favicon.ico' && (!isOwn || url !== pathname || method !== 'GET' || headers.cookie)) {
      strange.push(`${method} ${url} ${headers.cookie ?? ''}`);
    }
    const answer = await fetch(new URL(pathname, process.env.SOURCELIGHT_URL));
    const type = answer.headers.get('Content-Type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'Content-Type': type });
    // The policy stands in the page; what watches it comes before.
    response.end(pathname === '/' ? String(body).replace('<head>', `<head>${WATCH}`) : body);
  });
  try {
    await open(page.address);
    assert.equal(await run(`const elsewhere = ${JSON.stringify(elsewhere.address)}; ${WORK}`), 6);
    await reload();
    const { kept, left, others, cookie, stopped } = await run(FORGET);
    assert.deepEqual(kept, ['sourcelight:article', 'sourcelight:settings']);
    assert.deepEqual(Object.keys(left), ['sourcelight:settings']);
    assert.deepEqual(Object.keys(JSON.parse(left['sourcelight:settings'])).sort(), ['keep', 'kinds', 'palette', 'sharp', 'size', 'sureness', 'theme']);
    assert.equal(others, 0, 'something is stored that no setting promises');
    assert.equal(cookie, '');
    assert.deepEqual(stopped, [], 'the policy had to stop something');
    assert.deepEqual(strange, []);
    assert.ok(asked.includes('/pkg/sourcelight_bg.wasm'), 'the server that writes down was not asked for the page');
  } finally {
    page.close();
    elsewhere.close();
  }
}
