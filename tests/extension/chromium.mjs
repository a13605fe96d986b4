// Chromium with the unpacked extension, and a finger for its button.

import { chromium } from 'playwright-core';

/** Milliseconds until the extension must be installed, and between two looks whether it is. */
const WAIT = 20_000;
const LOOK = 20;

/**
 * @typedef {object} Installed
 * @property {import('playwright-core').BrowserContext} context
 * @property {() => Promise<import('playwright-core').Worker>} background the script of the extension that answers the button
 * @property {(page: import('playwright-core').Page) => Promise<number>} trigger presses the button in the tab of a page, and tells when, as `Date.now()` does
 */

/**
 * Starts Chromium, and waits until the extension is there: until then the browser tells nobody of a click.
 * @param {string} unpacked the extension's folder
 * @returns {Promise<Installed>}
 */
export async function launch(unpacked) {
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${unpacked}`,
      `--load-extension=${unpacked}`,
      // Lets the protocol press the extension's button.
      '--enable-unsafe-extension-debugging',
    ],
    viewport: { width: 1100, height: 700 },
  });
  const browser = await /** @type {import('playwright-core').Browser} */ (context.browser()).newBrowserCDPSession();
  const background = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  const worker = await background();
  const isInstalled = () => worker.evaluate(() => /** @type {any} */ (globalThis).serviceWorker.state === 'activated');
  for (const end = Date.now() + WAIT; !(await isInstalled()); ) {
    if (Date.now() > end) throw new Error('the browser does not install the extension');
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }

  const trigger = async (/** @type {import('playwright-core').Page} */ page) => {
    // The button acts on the tab in front.
    await page.bringToFront();
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`there is no tab with ${page.url()}`);
    const id = new URL((await background()).url()).host;
    const when = Date.now();
    // As new as the browser: playwright's types don't know it.
    await /** @type {any} */ (browser).send('Extensions.triggerAction', { id, targetId: tab.targetId });
    return when;
  };
  return { context, background, trigger };
}
