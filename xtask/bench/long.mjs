// A text a hundred times an article's length on the page: what the page stops for while it is put in, read and
// marked, and how soon after a key the marks are right again.

/** How many keys are typed, and how many milliseconds lie between two. */
const KEYS = 20;
const APART = 1000;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @returns {Promise<{marked: number, tasks: number[], keys: number[]}>} milliseconds
 */
export async function longText(page, text) {
  await page.waitForSelector('body[data-state="ready"]');
  // To hand the text to the page is a long task of its own, and none of the page's.
  await page.evaluate((text) => Object.assign(window, { text }), text);
  const pasted = await page.evaluate(paste);
  await page.keyboard.press('e');
  await page.evaluate(listen);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.type('e');
    await page.waitForTimeout(APART);
    await page.waitForSelector('body[data-state="ready"]');
  }
  const keys = await page.evaluate(() => /** @type {any} */ (window).times);
  if (keys.length !== KEYS) throw new Error(`${KEYS} keys were typed and ${keys.length} were answered`);
  return { ...pasted, keys };
}

/** In the page: pastes the text, and waits until all of it is marked. */
async function paste() {
  /** @type {number[]} */
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', /** @type {any} */ (window).text);
  const begin = performance.now();
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  while (document.body.dataset.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 10));
  const marked = performance.now() - begin;
  // The column is made a moment later.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return { marked, tasks };
}

/** In the page: puts the caret into the middle of the text, and takes the time from each key to its marks. */
function listen() {
  const article = /** @type {HTMLElement} */ (document.querySelector('#article'));
  const block = article.children[Math.floor(article.children.length / 2)];
  block.scrollIntoView({ block: 'center' });
  getSelection()?.collapse(block, 0);
  /** @type {number[]} */
  const times = [];
  Object.assign(window, { times });
  let begin = 0;
  addEventListener('keydown', () => (begin = performance.now()), true);
  new MutationObserver(() => {
    if (document.body.dataset.state === 'ready') times.push(performance.now() - begin);
  }).observe(document.body, { attributeFilter: ['data-state'] });
}
