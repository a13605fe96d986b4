// Marks leave no trace: pages of many kinds are marked and cleared, with the Highlight API and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './support.mjs';
import { structures } from './structures.mjs';

/** An empty page beside the module, without the policy of ours: as somebody else's. */
const BLANK = 'somebody-elses.html';

/**
 * Marks a structure and clears it; what is left, what there was, and how often the page was changed on the way.
 * @param {import('playwright-core').Page} page
 * @param {typeof structures[string]} structure
 */
const leaves = (page, structure) =>
  page.evaluate(async ({ html, prepare = '', disturb = '' }) => {
    const { highlight } = await window.loaded;
    /** Every node below, as it is: text nodes one by one, shadow trees and frames too. */
    const written = (node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeType}${JSON.stringify(node.nodeValue)}`;
      const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${JSON.stringify(value)}`);
      const inner = [node.shadowRoot, node.content, node.contentDocument?.body].filter(Boolean).flatMap(({ childNodes }) => [...childNodes]);
      const state = 'value' in node ? [String(node.value)] : [];
      return `<${[node.localName, ...attributes, ...state].join(' ')}>${[...inner, ...node.childNodes].map(written).join('|')}</>`;
    };
    const build = () => {
      const place = document.createElement('main');
      place.innerHTML = html;
      document.body.append(place);
      return { place, root: new Function('root', prepare)(place) ?? place };
    };
    const elements = (place) => [...place.querySelectorAll('*')];

    const { place, root } = build();
    const twin = build();
    const [before, those] = [written(place), elements(place)];
    // Each document has highlights of its own.
    const painted = () => Array.from(root.ownerDocument.defaultView.CSS.highlights?.values() ?? []).reduce((sum, { size }) => sum + size, 0);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    const marks = highlight(root, { anyLanguage: true });
    const found = marks.analysis.attributions.length + marks.analysis.quotes.length;
    const marked = root.querySelectorAll('mark.sourcelight').length + painted();
    marks.focus([[0, 7]]);
    changes += observer.takeRecords().length;
    new Function('root', disturb)(root);
    new Function('root', disturb)(twin.root);
    observer.takeRecords();
    marks.clear();
    changes += observer.takeRecords().length;
    const left = {
      found,
      marked,
      before,
      after: written(place),
      expected: written(twin.place),
      isSame: disturb !== '' || elements(place).every((element, index) => element === those[index]),
      changes,
      painted: painted(),
    };
    marks.free();
    place.remove();
    twin.place.remove();
    return left;
  }, structure);

for (const [how, isOld] of /** @type {[string, boolean][]} */ ([['highlights', false], ['elements', true]])) {
  test(`${Object.keys(structures).length} kinds of pages are what they were when marks by ${how} are cleared`, () =>
    withPage(async (first) => {
      const page = await first.context().newPage();
      await page.route(`**/${BLANK}`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }));
      if (isOld) await page.addInitScript(() => (delete CSS.highlights, delete window.Highlight));
      await page.goto(first.url() + BLANK);
      await page.evaluate(() => {
        window.loaded = import('./pkg/sourcelight.js').then(async (module) => (await module.default(), module));
      });
      for (const [name, structure] of Object.entries(structures)) {
        const { found, marked, before, after, expected, isSame, changes, painted } = await leaves(page, structure);
        assert.ok(found > 0 && marked > 0, `${name}: nothing is marked`);
        assert.equal(after, expected, name);
        if (!structure.disturb) assert.equal(after, before, name);
        assert.ok(isSame, `${name}: an element is another one`);
        assert.equal(painted, 0, `${name}: something stays painted`);
        if (!isOld) assert.equal(changes, 0, `${name}: highlights must not touch the page`);
      }
    }));
}
