// What a reader waits for on the built page: that it is ready, with nothing in the browser's cache; the marks of pasted
// articles; and the answers to keys and clicks.

/** Milliseconds before the first paste, and between two: a reader is no faster. */
const APART = 1000;

/** What is done with a marked article: one after the other, each with time to be answered. */
const KEYS = ['j', 'j', 'Enter', 'Escape', 'n', '2', '3', '4', '1', 'k'];
const AFTER_KEY = 200;

/**
 * @typedef {object} Visit milliseconds
 * @property {number} ready
 * @property {Pasted[]} pastes
 * @property {number} answer the longest time from a key or click to the frame that shows what came of it
 * @property {number} shift how much of the page has moved by itself, as browsers count it
 */
/** @typedef {{marked: number, shown: number}} Pasted from the paste to its marks, and to the next frame */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string[]} texts to be pasted, one after the other
 * @returns {Promise<Visit>}
 */
export function visit(browser, address, texts) {
  return onPage(browser, address, async (page) => {
    const ready = await page.evaluate(() => /** @type {any} */ (window).ready);
    const pastes = [];
    for (const text of texts) pastes.push(await paste(page, text));
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await page.waitForTimeout(AFTER_KEY);
    }
    await page.locator('.voices button:visible').first().click();
    await page.waitForTimeout(APART);
    const { answer, shift } = await page.evaluate(() => /** @type {any} */ (window).seen);
    return { ready, pastes, answer, shift };
  });
}

/**
 * The same with the sharper reading, once its weights are there.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string[]} texts
 * @returns {Promise<Pasted[]>}
 */
export function sharper(browser, address, texts) {
  return onPage(browser, address, async (page) => {
    await page.click('#display-button');
    await page.getByLabel('Sharper reading').check();
    await page.locator('#notice').getByText('is here').waitFor();
    await page.keyboard.press('Escape');
    const pastes = [];
    for (const text of texts) pastes.push(await paste(page, text));
    return pastes;
  });
}

/**
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<T>} measure
 */
async function onPage(browser, address, measure) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForSelector('body[data-state="ready"]');
  const measured = await measure(page);
  await context.close();
  return measured;
}

/** @param {import('playwright-core').Page} page @param {string} text @returns {Promise<Pasted>} */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.waitForTimeout(APART);
  const pasted = page.evaluate(nextMarks);
  await page.keyboard.press('ControlOrMeta+V');
  return pasted;
}

/** In the page, before its own scripts: notes when it is ready, what moves and how long answers take. */
function watch() {
  const seen = Object.assign(window, { seen: { answer: 0, shift: 0 } }).seen;
  new MutationObserver((_, observer) => {
    if (document.body?.dataset.state !== 'ready') return;
    Object.assign(window, { ready: performance.now() });
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (entry.interactionId) seen.answer = Math.max(seen.answer, entry.duration);
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

/** In the page: the time from the next paste to all of its marks. @returns {Promise<Pasted>} */
function nextMarks() {
  return new Promise((resolve, reject) => {
    window.addEventListener(
      'paste',
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          if (document.body.dataset.state !== 'ready') return;
          observer.disconnect();
          const marked = performance.now() - timeStamp;
          if (CSS.highlights.size === 0) reject(new Error('nothing is marked'));
          requestAnimationFrame(() => setTimeout(() => resolve({ marked, shown: performance.now() - timeStamp })));
        });
        observer.observe(document.body, { attributeFilter: ['data-state'] });
      },
      { capture: true, once: true },
    );
  });
}
