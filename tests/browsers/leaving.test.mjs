// Nothing leaves the page, in Firefox and in WebKit.

import { test } from 'node:test';
import { inFirefox, inWebKit } from './support.mjs';
import { tellsNobody } from './leaving.mjs';

/** @param {import('selenium-webdriver').WebDriver} browser */
async function walk(browser) {
  await browser.manage().setTimeouts({ script: 60_000 });
  await tellsNobody({
    open: (address) => browser.get(address),
    reload: () => browser.navigate().refresh(),
    run: async (script) => {
      const answer = await browser.executeAsyncScript(
        `const done = arguments[0]; (async () => { ${script} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      );
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    },
  });
}

test('in Firefox', () => inFirefox(walk));
test('in WebKit', () => inWebKit(walk));
