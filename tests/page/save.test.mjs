// Saving the marked article, and opening each file again.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { paste, withPage } from './support.mjs';

const ARTICLE = 'The pier is closed\nCritics suggested that Anna Berg would leave.';

/** What must be in each file. @type {Record<string, [string, (saved: string) => void]>} */
const FILES = {
  'Web page': ['html', (saved) => assert.match(saved, /<mark[^>]*>[^]*Anna Berg/)],
  Markdown: ['md', (saved) => assert.match(saved, /The pier is closed[^]*Critics/)],
  'Table (CSV)': ['csv', (saved) => assert.ok(saved.split('\n').some((row) => row.includes('Critics') && row.includes('suggested')))],
  JSON: ['json', (saved) => assert.ok(JSON.stringify(JSON.parse(saved)).includes('hedged'))],
  'Web annotations': ['jsonld', (saved) => assert.ok(JSON.stringify(JSON.parse(saved)).includes('TextQuoteSelector'))],
};

test('the article is saved in every format', () =>
  withPage(async (page) => {
    const opener = page.locator('#save-button');
    assert.equal(await opener.isDisabled(), true);
    await paste(page, { 'text/plain': ARTICLE });
    await opener.click();
    for (const [label, [ending, check]] of Object.entries(FILES)) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click()]);
      assert.equal(download.suggestedFilename(), `The-pier-is-closed.${ending}`);
      check(await readFile(await download.path(), 'utf8'));
    }
  }));
