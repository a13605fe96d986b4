// What is shown and how: the legend, the slider, the master switch, palettes, themes, and that they last.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSample } from './pointing.mjs';
import { countPainted, paste, showAllMarks, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

/** @param {import('playwright-core').Page} page @param {string} name */
const box = (page, name) => page.locator(`input[name="${name}"]`);

test('attributions and hedges are marked at first, names on demand', () =>
  withPage(async (page) => {
    await loadSample(page, 1);
    for (const kind of ['source', 'cue', 'content', 'content-hedged', 'hedge']) assert.ok((await countPainted(page, kind)) > 0, kind);
    for (const kind of ['person', 'place', 'date', 'money']) assert.equal(await countPainted(page, kind), 0, kind);
    await box(page, 'names').check();
    for (const kind of ['person', 'place', 'date', 'money']) assert.ok((await countPainted(page, kind)) > 0, kind);
    await page.click('#display-button');
    await box(page, 'people').uncheck();
    assert.equal(await countPainted(page, 'person'), 0);
    assert.ok((await countPainted(page, 'place')) > 0);
    assert.equal(await box(page, 'names').evaluate((input) => input.indeterminate), true);
  }));

test('the legend counts and the status line says what was found', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': 'Critics suggested that it was so. “It is,” said Anna Berg.' });
    const counts = await page.locator('#legend li').evaluateAll((items) => items.map((item) => item.textContent));
    assert.deepEqual(counts, ['Attributions 1', 'Hedged attributions 1', 'Quotes 1', 'Hedges 1', 'Names 1']);
    assert.equal(await page.locator('#status').innerText(), '2 attributions, 1 of them hedged, 1 quote, 1 name.');
  }));

test('hidden marks stay hidden in the next text and open no card', () =>
  withPage(async (page) => {
    for (const input of await page.locator('#legend input').all()) await input.uncheck();
    await paste(page, { 'text/plain': STATEMENT });
    assert.equal(await countPainted(page, 'content-hedged'), 0);
    const { x, y } = await page.locator('#article p').boundingBox();
    await page.mouse.click(x + 20, y + 15);
    assert.equal(await page.locator('#card').isVisible(), false);
  }));

test('the slider goes from few, sure marks to all of them', () =>
  withPage(async (page) => {
    await loadSample(page, 3);
    await showAllMarks(page);
    await page.click('#display-button');
    const slider = page.locator('#sureness');
    const counts = [];
    for (let step = 0; step < 5; step += 1) {
      const kinds = ['source', 'source-faint', 'hedge', 'person', 'organization', 'place'];
      const painted = await Promise.all(kinds.map((kind) => countPainted(page, kind)));
      counts.push(painted.reduce((sum, count) => sum + count));
      await slider.press('ArrowLeft');
    }
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    assert.ok(counts[4] < counts[1] && counts[4] > 0, counts.join());
    assert.match(await slider.getAttribute('aria-valuetext'), /surest/);
  }));

test('the master switch shows the clean text and the marks again', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': STATEMENT });
    await page.click('#marks');
    assert.equal(await countPainted(page, 'content-hedged'), 0);
    assert.equal(await page.locator('#marks').getAttribute('aria-pressed'), 'false');
    await page.click('#marks');
    assert.equal(await countPainted(page, 'content-hedged'), 1);
  }));

test('settings last, and so does the page where nothing may be stored', async () => {
  await withPage(async (page) => {
    await box(page, 'hedges').uncheck();
    await page.click('#display-button');
    for (const [name, value] of [['palette', 'green'], ['size', 'large'], ['theme', 'dark']]) {
      await page.selectOption(`#setting-${name}`, value);
    }
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    assert.equal(await box(page, 'hedges').isChecked(), false);
    assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), { palette: 'green', size: 'large', theme: 'dark' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(18, 20, 23)');
    await page.evaluate(() => localStorage.setItem('sourcelight:settings', '{"kinds": 7, "size": ["x"], "sureness": 99}'));
    await page.reload();
    await page.waitForSelector('body[data-state="ready"]');
    assert.equal(await box(page, 'hedges').isChecked(), true);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.size), 'medium');
  });
  await withPage(
    async (page) => {
      await box(page, 'hedges').uncheck();
      await paste(page, { 'text/plain': STATEMENT });
      assert.equal(await countPainted(page, 'content-hedged'), 1);
    },
    {
      prepare: (page) =>
        page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })),
    },
  );
});

/** The grounds of marks, as they would be seen, on the sheet; and the ink. @param {import('playwright-core').Page} page */
const colours = (page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    const probe = document.body.appendChild(document.createElement('i'));
    /** @param {string[]} layers from the bottom up */
    const mixed = (...layers) => {
      for (const layer of layers) {
        const name = ['ink', 'sheet'].includes(layer) ? layer : `sourcelight-${layer}`;
        probe.style.color = `var(--${name})`;
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const grounds = {};
    for (const ground of ['content', 'content-faint', 'content-hedged', 'content-hedged-faint']) {
      grounds[ground] = mixed('sheet', ground, 'nested', 'quote');
    }
    const lines = {};
    for (const line of ['source', 'cue', 'hedge', 'person', 'organization', 'place', 'group', 'date', 'number', 'other']) {
      lines[line] = mixed(line);
    }
    const plain = { content: mixed('sheet', 'content'), hedged: mixed('sheet', 'content-hedged') };
    return { grounds, lines, plain, ink: mixed('ink'), sheet: mixed('sheet'), focus: [mixed('focus'), mixed('focus-ink')] };
  });

/** @param {number[]} colour sRGB, 0 to 255 @returns {number[]} linear, 0 to 1 */
const linear = (colour) => colour.map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));

/** @param {number[]} one @param {number[]} other */
function contrast(one, other) {
  const [low, high] = [one, other]
    .map((colour) => linear(colour).reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0.05))
    .toSorted((a, b) => a - b);
  return high / low;
}

/** How linear colours look to eyes without one kind of cone (Machado, Oliveira and Fernandes 2009). */
const EYES = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  'without red cones': [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  'without green cones': [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  'without blue cones': [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Distance in OKLab, times 100. @param {number[]} one @param {number[]} other @param {number[][]} eyes */
function distance(one, other, eyes) {
  const [a, b] = [one, other].map((colour) => {
    const [r, g, b] = eyes.map((row) => Math.max(row.reduce((sum, weight, index) => sum + weight * linear(colour)[index], 0), 0));
    const [l, m, s] = [
      Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
      Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
      Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
    ];
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  });
  return Math.hypot(...a.map((value, index) => value - b[index])) * 100;
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`both palettes can be read, and told apart by every eye (${colorScheme})`, () =>
    withPage(
      async (page) => {
        for (const palette of ['blue', 'green']) {
          await page.evaluate((name) => (document.documentElement.dataset.palette = name), palette);
          const { grounds, lines, plain, ink, sheet, focus } = await colours(page);
          for (const [name, ground] of Object.entries(grounds)) assert.ok(contrast(ground, ink) >= 4.5, `${palette} ${name}`);
          for (const [name, line] of Object.entries(lines)) assert.ok(contrast(line, sheet) >= 3, `${palette} ${name}`);
          assert.ok(contrast(focus[0], focus[1]) >= 4.5, palette);
          for (const [eyes, cones] of Object.entries(EYES)) {
            const apart = distance(plain.content, plain.hedged, cones);
            assert.ok(apart > 4, `${palette}, ${eyes}: ${apart}`);
          }
        }
      },
      { colorScheme },
    ));
}

test('in forced colours and on paper each kind keeps a line of its own', () =>
  withPage(
    async (page) => {
      const lines = () =>
        page.evaluate(() => {
          const mark = document.body.appendChild(document.createElement('mark'));
          const names = ['content', 'content-hedged', 'nested', 'source', 'cue', 'cue-hedged', 'hedge'];
          return names.map((name) => {
            mark.className = `sourcelight-${name}`;
            const { textDecorationLine: line, textDecorationStyle: shape, textDecorationThickness: width } = getComputedStyle(mark);
            return `${line} ${shape} ${width}`;
          });
        });
      const forced = await lines();
      assert.equal(new Set(forced).size, forced.length, forced.join());
      assert.ok(forced.every((line) => !line.startsWith('none')));
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#article')).forcedColorAdjust), 'none');
      await page.emulateMedia({ media: 'print', forcedColors: 'none' });
      const printed = await lines();
      assert.equal(new Set(printed).size, printed.length, printed.join());
      assert.ok(printed.every((line) => !line.startsWith('none')));
    },
    { forcedColors: 'active' },
  ));
