// Where words of the article are on the screen.

/**
 * The boxes of the nth occurrence of some words of the article, in the viewport.
 * @param {import('playwright-core').Page} page
 * @param {string} words all in one text node
 * @param {number} [nth] from 0
 * @returns {Promise<{x: number, y: number, width: number, height: number}[]>}
 */
export const boxesOfWords = (page, words, nth = 0) =>
  page.evaluate(
    ([wanted, count]) => {
      const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
      let left = Number(count);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
        }
      }
      throw new Error(`The article does not say “${wanted}”.`);
    },
    [words, nth],
  );

/**
 * Clicks into the middle of some words of the article.
 * @param {import('playwright-core').Page} page
 * @param {string} words
 * @param {number} [nth]
 */
export async function clickWords(page, words, nth) {
  const [box] = await boxesOfWords(page, words, nth);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * Selects the first occurrence of some words of the article, as a mouse that is drawn over them would.
 * @param {import('playwright-core').Page} page
 * @param {string} words all in one text node
 */
export async function selectWords(page, words) {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`The article does not say “${wanted}”.`);
  }, words);
}

/**
 * The words that are lit up, in order.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export const litUp = (page) =>
  page.evaluate(() =>
    Array.from(CSS.highlights.get('sourcelight-focus') ?? [], (part) => {
      const range = new Range();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    }),
  );

/**
 * Loads a sample and waits until what was found is shown.
 * @param {import('playwright-core').Page} page
 * @param {number} number
 */
export async function loadSample(page, number) {
  await page.click(`#sample-${number}`);
  await page.waitForSelector('#column:not([hidden])');
  await page.waitForSelector('body[data-state="ready"]');
}
