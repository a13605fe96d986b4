// <sourcelight-article> in pages without a bundler, under a strict security policy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE, page, painted, withPage } from './support.mjs';

const DEFINE = "import './node_modules/sourcelight/lib/define.js';";
const READY = "addEventListener('sourcelight-marked', () => (document.body.dataset.ready = ''));";
const article = (/** @type {string} */ text, attributes = '') =>
  `<sourcelight-article ${attributes}><article><p>${text}</p></article></sourcelight-article>`;

/** Changes the page and waits until the element has read it again. @param {import('playwright-core').Page} page @param {string} change */
const afterChange = (page, change) =>
  page.evaluate(async (source) => {
    const marked = new Promise((resolve) => addEventListener('sourcelight-marked', resolve, { once: true }));
    new Function(source)();
    await marked;
  }, change);

test('marks what stands in it, explains a mark, and tells of both', () =>
  withPage(
    page(article(ARTICLE), `${DEFINE} ${READY} window.told = []; addEventListener('sourcelight-select', ({ detail }) => told.push(detail.mark.list));`),
    async (page) => {
      assert.ok((await painted(page, 'source')).includes('Experts'));
      const found = await page.evaluate(() => {
        const element = document.querySelector('sourcelight-article');
        return [element.analysis.attributions.length, element.text];
      });
      assert.ok(found[0] >= 4);
      assert.equal(found[1], ARTICLE);
      await clickOn(page, 'Experts');
      const card = page.locator('sourcelight-article [part="card"]');
      assert.match(await card.innerText(), /Experts[^]*Untraceable[^]*no one who could be asked/);
      assert.deepEqual(await page.evaluate(() => window.told), ['attributions']);
      await page.keyboard.press('Escape');
      assert.equal(await card.isVisible(), false);
    },
  ));

/** Clicks on a word of the article. @param {import('playwright-core').Page} page @param {string} word */
async function clickOn(page, word) {
  const box = await page.evaluate((word) => {
    const walker = document.createTreeWalker(document.querySelector('sourcelight-article'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + word.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`no ${word}`);
  }, word);
  await page.mouse.click(box.x, box.y);
}

test('a prevented selection shows no card, and a link stays a link', () =>
  withPage(
    page(article(`${ARTICLE} <a href="#there">Experts again</a>`), `${DEFINE} ${READY} addEventListener('sourcelight-select', (event) => event.preventDefault());`),
    async (page) => {
      await clickOn(page, 'Experts have');
      assert.equal(await page.locator('[part="card"]').isVisible(), false);
      await page.locator('a').click();
      assert.match(page.url(), /#there$/);
    },
  ));

test('follows changes of the article and of its attributes', () =>
  withPage(page(article(ARTICLE), `${DEFINE} ${READY}`), async (page) => {
    await afterChange(page, "document.querySelector('p').append(' Anna Nowak said that the harbour would close.')");
    assert.ok((await painted(page, 'source')).includes('Anna Nowak'));
    await afterChange(page, "document.querySelector('p').firstChild.data = document.querySelector('p').firstChild.data.replace('Experts have', 'Critics have')");
    assert.ok((await painted(page, 'source')).includes('Critics'));
    await afterChange(page, "document.querySelector('sourcelight-article').setAttribute('kinds', 'person')");
    assert.deepEqual(await painted(page, 'source'), []);
    assert.ok((await painted(page, 'person')).length > 0);
    await afterChange(page, "document.querySelector('article').replaceChildren()");
    assert.deepEqual(await painted(page, 'person'), []);
  }));

test('the element goes by any names, each of which may be given again', () =>
  withPage(
    page(
      article(ARTICLE).replaceAll('sourcelight-article', 'my-article'),
      `${DEFINE} ${READY} import { defineElement } from './node_modules/sourcelight/lib/element.js';
      for (const name of [undefined, 'my-article', 'your-article', 'my-article']) defineElement(name);`,
    ),
    async (page) => {
      assert.ok((await painted(page, 'source')).includes('Experts'));
      const names = await page.evaluate(async () => {
        const { SourcelightArticle } = await import('./node_modules/sourcelight/lib/element.js');
        return ['sourcelight-article', 'my-article', 'your-article'].filter((name) => document.createElement(name) instanceof SourcelightArticle);
      });
      assert.equal(names.length, 3);
    },
  ));

test('nodes that a framework replaces keep their marks', () =>
  withPage(page(article(ARTICLE), `${DEFINE} ${READY}`), async (page) => {
    const before = await painted(page, 'source');
    await page.evaluate(() => {
      const root = document.querySelector('article');
      root.innerHTML = root.innerHTML;
    });
    assert.deepEqual(await painted(page, 'source'), before);
  }));

test('leaves nothing behind when it is removed, and marks again when it comes back', () =>
  withPage(page(article(ARTICLE), `${DEFINE} ${READY}`), async (page) => {
    const left = await page.evaluate(() => {
      const element = document.querySelector('sourcelight-article');
      const before = element.innerHTML;
      element.remove();
      window.element = element;
      const ranges = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
      return [ranges, document.adoptedStyleSheets.length, element.innerHTML === before, element.analysis];
    });
    assert.deepEqual(left, [0, 0, true, null]);
    await afterChange(page, 'document.body.append(window.element)');
    assert.ok((await painted(page, 'source')).includes('Experts'));
  }));

test('two on one page, and one in a shadow tree, are themed apart', () =>
  withPage(
    {
      ...page(
        `<link rel="stylesheet" href="theme.css">${article(ARTICLE, 'id="one"')}${article('Anna Nowak said that the bridge would hold.', 'id="two"')}<div id="host"></div>`,
        `${DEFINE}
        const tree = document.querySelector('#host').attachShadow({ mode: 'open' });
        tree.innerHTML = ${JSON.stringify(article('Peter Lind claimed that the well was dry.', 'id="three"'))};
        let count = 0;
        addEventListener('sourcelight-marked', () => { if (++count === 3) document.body.dataset.ready = ''; });`,
      ),
      'theme.css': '#two { --sourcelight-card-background: rgb(1, 2, 3); } #two::part(card) { border-radius: 3px; }',
    },
    async (page) => {
      const sources = await painted(page, 'source');
      for (const source of ['Experts', 'Anna Nowak', 'Peter Lind']) assert.ok(sources.includes(source), source);
      const looks = await page.evaluate(() => {
        const sheets = document.querySelector('#host').shadowRoot.adoptedStyleSheets.length;
        const card = getComputedStyle(document.querySelector('#two').shadowRoot.querySelector('[part="card"]'));
        document.querySelector('#one').remove();
        return [sheets, document.adoptedStyleSheets.length, card.backgroundColor, card.borderRadius];
      });
      assert.deepEqual(looks, [1, 1, 'rgb(1, 2, 3)', '3px']);
      assert.ok(!(await painted(page, 'source')).includes('Experts'));
      assert.ok((await painted(page, 'source')).includes('Peter Lind'));
    },
  ));

test('the list of statements leads to each with the keyboard', () =>
  withPage(page(article(ARTICLE, 'summary'), `${DEFINE} ${READY}`), async (page) => {
    await page.locator('[part="summary"] summary').press('Enter');
    const focused = () => page.evaluate(() => document.querySelector('sourcelight-article').shadowRoot.activeElement?.textContent);
    for (const statement of ['it leaks', 'float']) {
      await page.locator('[part="statement"]', { hasText: statement }).press('Enter');
      assert.equal(await focused(), await page.locator('[part="title"]').innerText());
      await page.keyboard.press('Tab');
      assert.equal(await focused(), '×');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('[part="card"]').isVisible(), false);
      assert.match(await focused(), new RegExp(statement));
    }
    await clickOn(page, 'Experts');
    assert.equal(await focused(), undefined);
    await page.locator('[part="statement"]', { hasText: 'float' }).press('Enter');
    assert.equal(await focused(), await page.locator('[part="title"]').innerText());
  }));

test('where there are no highlights, <mark> elements come and go without a trace', () =>
  withPage(
    page(article(ARTICLE), `delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined }); ${READY} await import('./node_modules/sourcelight/lib/define.js');`),
    async (page) => {
      assert.ok((await page.locator('mark.sourcelight-source').allInnerTexts()).includes('Experts'));
      await afterChange(page, "document.querySelector('p').append(' Anna Nowak said so.')");
      await page.evaluate(() => {
        window.element = document.querySelector('sourcelight-article');
        window.element.remove();
      });
      assert.equal(await page.evaluate(() => window.element.innerHTML), `<article><p>${ARTICLE} Anna Nowak said so.</p></article>`);
    },
  ));

test('without the module the article stays as it is', () =>
  withPage(
    page(article(ARTICLE), `${DEFINE} addEventListener('sourcelight-error', (event) => { event.preventDefault(); document.body.dataset.ready = event.detail.error.message; });`),
    async (page) => {
      assert.match(String(await page.locator('body').getAttribute('data-ready')), /did not load: 404/);
      assert.equal(await page.locator('sourcelight-article').innerText(), ARTICLE);
      assert.equal(await page.locator('sourcelight-article').innerHTML(), `<article><p>${ARTICLE}</p></article>`);
    },
    { missing: /\.wasm$/, expected: /404/ },
  ));

test('without workers the page itself reads', () =>
  withPage(
    page(article(ARTICLE), `${DEFINE} ${READY}`),
    async (page) => assert.ok((await painted(page, 'source')).includes('Experts')),
    { missing: /worker\.js$/, expected: /404/ },
  ));

test('a wrong attribute says what is right', () =>
  withPage(
    page(article(ARTICLE, 'kinds="people"'), `${DEFINE} addEventListener('sourcelight-error', (event) => { event.preventDefault(); document.body.dataset.ready = event.detail.error.message; });`),
    async (page) => assert.match(String(await page.locator('body').getAttribute('data-ready')), /`people` is no kind; there are `attribution`/),
  ));
