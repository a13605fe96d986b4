// A long article: it is put in, read and marked bit by bit, and whoever acts on it acts on all of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paste, readMarks, showAllMarks, withPage } from './support.mjs';

const LINE = 'Critics suggested on Monday that Anna Berg would leave. “It is so,” said Carl Dorn, a farmer.';
const LINES = Array.from({ length: 450 }, (_, index) => `${LINE} (${index})`);

/** Pastes, does something in the same task, and gives what that gives. @param {import('playwright-core').Page} page @param {() => unknown} act */
async function pasteAnd(page, act) {
  const seen = await page.evaluate(
    ([text, act]) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', text);
      const article = document.querySelector('#article');
      article.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
      const first = article.children.length;
      return [first, new Function(`return (${act})()`)(), article.children.length];
    },
    [LINES.join('\n'), String(act)],
  );
  await page.waitForSelector('body[data-state="ready"]');
  return seen;
}

for (const [name, act] of [
  ['a key', () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }))],
  ['a press', () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))],
  ['printing', () => window.dispatchEvent(new Event('beforeprint'))],
]) {
  test(`a long article comes bit by bit, and at once where there is ${name}`, () =>
    withPage(async (page) => {
      const [first, , then] = await pasteAnd(page, act);
      assert.ok(first < LINES.length, `${first} blocks`);
      assert.equal(then, LINES.length);
      assert.ok((await page.locator('#article').evaluate((article) => article.textContent)) === LINES.join(''));
    }));
}

test('a long article comes to its end by itself, and is marked as a short one', () =>
  withPage(async (page) => {
    await showAllMarks(page);
    await paste(page, { 'text/plain': LINES.slice(0, 150).join('\n') });
    assert.equal(await page.locator('#article > *').count(), 150);
    const { painted, expected } = await readMarks(page);
    assert.ok(expected.length > 500);
    assert.deepEqual(painted, expected);
  }));

for (const [name, options] of /** @type {[string, any][]} */ ([
  ['where marks are elements', { prepare: (page) => page.addInitScript(() => delete CSS.highlights) }],
  ['where the part that reads it in blocks does not come', { prepare: (page) => page.route('**/parts/long.js', (route) => route.abort()), expected: /long\.js|ERR_FAILED/ }],
])) {
  test(`all of a long article is marked ${name}`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': LINES.slice(0, 150).join('\n') });
      const sources = await page.evaluate(() =>
        CSS.highlights
          ? [...CSS.highlights.get('sourcelight-source')].map(({ startContainer }) => startContainer.data)
          : [...document.querySelectorAll('#article mark.sourcelight-source')].map((mark) => mark.closest('#article > *').textContent),
      );
      assert.ok(sources.at(-1)?.endsWith('(149)'), sources.at(-1));
      assert.equal(await page.locator('#article > *').count(), 150);
    }, options));
}

test('the sources of a long article come as a reader gets to them, and all of them are searched', () =>
  withPage(async (page) => {
    const names = Array.from({ length: 260 }, (_, index) => `${'ABCDEFGHIJKLM'[index % 13]}ara ${'BDFGHKLMNPRSTVWZ'[Math.floor(index / 13) % 16]}er${'aeiou'[index % 5]}${'dlmnrst'[index % 7]}son`);
    await paste(page, { 'text/plain': names.map((name) => `“It is so,” said ${name}, a farmer.`).join('\n') });
    const { length } = await page.evaluate(async () => {
      const { analyze, readText } = await import('./pkg/sourcelight.js');
      return analyze(readText(document.querySelector('#article'))).profile.voices;
    });
    assert.ok(length > 150, `${length} voices`);
    const voices = page.locator('.voice');
    await voices.last().waitFor();
    const some = await voices.count();
    assert.ok(some < length, `${some} of ${length}`);
    await voices.last().scrollIntoViewIfNeeded();
    await page.waitForFunction((some) => document.querySelectorAll('.voice').length > some, some);
    await page.fill('#search', names[length - 1]);
    assert.ok((await page.locator('.voice:visible').count()) > 0);
  }));

test('what is typed into a long article before it has been read stays, and is marked', () =>
  withPage(async (page) => {
    await pasteAnd(page, () => {
      document.querySelector('#mode').click();
      getSelection().collapse(document.querySelector('#article').firstChild.firstChild, 0);
      return document.execCommand('insertText', false, 'Ottilie Brandt told reporters that it rained. ');
    });
    await page.waitForFunction(() => [...(CSS.highlights.get('sourcelight-source') ?? [])].some(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset) === 'Ottilie Brandt'));
    const text = await page.locator('#article').evaluate((article) => article.textContent);
    assert.ok(text.replaceAll('\u00a0', ' ') === `Ottilie Brandt told reporters that it rained. ${LINES.join('')}`);
  }));

test('another article that comes while a long one is put in takes its place, and undo brings the long one back', () =>
  withPage(async (page) => {
    await pasteAnd(page, () => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', 'Rain fell, Olav Bru said.');
      document.querySelector('#article').dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    });
    const text = () => page.locator('#article').evaluate((article) => article.textContent);
    assert.equal(await text(), 'Rain fell, Olav Bru said.');
    assert.equal((await readMarks(page)).painted.length > 0, true);
    await page.click('#undo');
    await page.waitForSelector('body[data-state="ready"]');
    assert.ok((await text()) === LINES.join(''));
  }));

test('an article read block by block is the one read as a whole, whatever is done to it', () =>
  withPage(async (page) => {
    const html = '<h1>One</h1><p>Critics <em>said</em> so.</p><ul><li>Two</li><li>Three <br>four</li></ul><blockquote><p>Five</p><p>Six</p></blockquote>';
    await paste(page, { 'text/html': html });
    const mistake = await page.evaluate(async () => {
      const { Blocks } = await import('./parts/long.js');
      const { readText } = await import('./pkg/sourcelight.js');
      const root = document.querySelector('#article');
      const blocks = new Blocks(root);
      let seed = 11;
      /** @template T @param {T[]} list @returns {T} */
      const any = (list) => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return list[Math.floor((seed / 2147483648) * list.length)];
      };
      const made = ['<p>Seven</p>', '<p><br></p>', '<p> <br>Eight<br></p>', '<p>Nine<br><br><br></p>', '<p><em> </em></p>', ' ', '<ul><li>Ten</li><li>\n</li></ul>', '<h2>Eleven<br>twelve</h2>', '<br>', 'thirteen', '<p hidden>no</p>'];
      const element = (/** @type {string} */ html) => {
        const body = new DOMParser().parseFromString(html, 'text/html').body;
        return document.importNode(body.firstChild ?? document.createTextNode(' '), true);
      };
      const deeds = [
        () => root.insertBefore(element(any(made)), any([...root.childNodes, null])),
        () => root.childNodes.length > 4 && any([...root.childNodes]).remove(),
        () => root.append(any([...root.childNodes])),
        () => (any([...root.querySelectorAll('*')]).append(' more'), 0),
        () => any([...root.querySelectorAll('*')]).append(document.createElement('br')),
        () => any([...root.querySelectorAll('p')])?.normalize(),
      ];
      for (let step = 0; step < 400; step += 1) {
        any(deeds)();
        const [ours, whole] = [blocks.read(), readText(root)];
        if (ours !== whole) return { step, ours, whole, html: root.innerHTML };
      }
      return undefined;
    });
    assert.equal(mistake, undefined);
  }, { bypassCSP: true }));
