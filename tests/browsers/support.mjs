// Starts Firefox and WebKitGTK, which has Safari's engine, by plain WebDriver, and opens the page there. Nothing is
// fetched: the drivers are those of this machine.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Builder, By, Capabilities, until } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote/index.js';

const FIREFOX = { browserName: 'firefox', 'moz:firefoxOptions': { args: ['-headless'] } };

/** Milliseconds. */
export const WAIT = 30_000;

/** The boxes of all words that are painted as something. */
const BOXES = `
  const ranges = CSS.highlights ? [...CSS.highlights.get('sourcelight-' + arguments[0]) ?? []] : document.querySelectorAll('mark.sourcelight-' + arguments[0]);
  return ranges.map((part) => {
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { words: range.toString(), x, y, width, height };
  })`;

/**
 * @param {import('selenium-webdriver').WebDriver} browser
 * @param {string} kind
 * @returns {Promise<{words: string, x: number, y: number, width: number, height: number}[]>} in the window
 */
export const boxes = (browser, kind) => browser.executeScript(BOXES, kind);

/** @param {import('selenium-webdriver').WebDriver} browser */
export const isReady = (browser) => browser.wait(until.elementLocated(By.css('body[data-state="ready"]')), WAIT);

/** Opens the page in a window of 1100 by 600. @param {import('selenium-webdriver').WebDriver} browser */
export async function open(browser) {
  await browser.manage().window().setRect({ width: 1100, height: 600 });
  await browser.get(String(process.env.SOURCELIGHT_URL));
  await isReady(browser);
}

/**
 * Runs `use` in Firefox.
 * @param {(browser: import('selenium-webdriver').WebDriver) => Promise<void>} use
 * @param {string[]} [flags] of the driver
 */
export const inFirefox = (use, flags = []) => inBrowser('geckodriver', flags, FIREFOX, {}, use);

/** Runs `use` in WebKitGTK's small browser. @param {(browser: import('selenium-webdriver').WebDriver) => Promise<void>} use */
export async function inWebKit(use) {
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [number] = await once(display.stdout, 'data');
    const options = { binary: process.env.MINIBROWSER, args: ['--automation'] };
    const environment = {
      DISPLAY: `:${String(number).trim()}`,
      GDK_BACKEND: 'x11',
      // It knows no other page than ours, and its sandbox does not start as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    await inBrowser('WebKitWebDriver', [], { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }, environment, use);
  } finally {
    display.kill();
  }
}

/**
 * @param {string} driver
 * @param {string[]} flags
 * @param {object} capabilities
 * @param {Record<string, string>} environment
 * @param {(browser: import('selenium-webdriver').WebDriver) => Promise<void>} use
 */
async function inBrowser(driver, flags, capabilities, environment, use) {
  const service = new DriverService.Builder(driver)
    .setLoopback(true)
    .addArguments(...flags)
    .setEnvironment({ ...process.env, ...environment })
    .build();
  try {
    const address = await service.start(30_000);
    const browser = await new Builder().usingServer(address).withCapabilities(new Capabilities(capabilities)).build();
    try {
      await use(browser);
    } finally {
      await browser.quit();
    }
  } finally {
    await service.kill();
  }
}
