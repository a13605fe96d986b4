// Texts that come in, and the marks that they get.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countPainted, paste, readMarks, withPage } from './support.mjs';

const STATEMENT = 'Critics suggested on Monday that Anna Berg would leave.';

for (const id of ['sample-1', 'sample-2']) {
  test(`every mark of ${id} lies on its words`, () =>
    withPage(async (page) => {
      await page.click(`#${id}`);
      const { painted, expected } = await readMarks(page);
      assert.ok(painted.length > 20);
      assert.deepEqual(painted, expected);
    }));
}

for (const [name, prefix] of Object.entries({
  emoji: 'Look 👩‍👩‍👧‍👦🎻! ',
  'combining marks': 'Ame\u0301lie e\u0301tait la\u0300. ',
  'right-to-left text': 'שלום עולם. ',
  'an unpaired surrogate': 'Broken \ud83d here. ',
})) {
  test(`marks are not shifted by ${name} before them`, () =>
    withPage(async (page) => {
      await paste(page, { 'text/plain': `${prefix}${STATEMENT}\n${prefix}“It is so,” said Anna Berg.` });
      const { painted, expected } = await readMarks(page);
      assert.ok(painted.includes('cue-hedged: suggested'), painted.join('\n'));
      assert.deepEqual(painted, expected);
    }));
}

test('plain text becomes a headline and paragraphs', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': `Berg may go\r\n\r\n${STATEMENT}\nShe said no.` });
    assert.equal(
      await page.locator('#article').innerHTML(),
      `<h1>Berg may go</h1><p>${STATEMENT}</p><p>She said no.</p>`,
    );
  }));

test('rich text keeps its structure and loses its styles', () =>
  withPage(async (page) => {
    const html = `
      <html><body><h2 style="color: red">A <em>small</em>
        heading</h2><div>Loose <b style='font-weight: 700'>words</b><p style="color: red">One<br>two</p></div>
      <ul><li>First</li><li><p>Second</p><ul><li>Third</li></ul></li></ul>
      <blockquote><p>Old</p><p>words</p></blockquote><p hidden>unseen</p><p style="display: none">unseen</p><p> </p>
      <svg><text>drawn</text></svg><h5>Low</h5>tail</body></html>`;
    await paste(page, { 'text/html': html, 'text/plain': 'not this' });
    assert.equal(
      await page.locator('#article').innerHTML(),
      '<h2>A small heading</h2><p>Loose words</p><p>One<br>two</p>' +
        '<ul><li>First</li><li>Second</li><li>Third</li></ul>' +
        '<blockquote><p>Old</p><p>words</p></blockquote><h3>Low</h3><p>tail</p>',
    );
  }));

test('nothing in rich text runs', () =>
  withPage(
    async (page) => {
      const html =
        '<style>p { display: none }</style><script>window.hasRun = true</script>' +
        '<img src="x" onerror="window.hasRun = true"><p onclick="window.hasRun = true">Plain &lt;b&gt; words</p>';
      await paste(page, { 'text/html': html });
      assert.equal(await page.locator('#article').innerHTML(), '<p>Plain &lt;b&gt; words</p>');
      await page.click('#article p');
      assert.equal(await page.evaluate(() => 'hasRun' in window), false);
    },
    { expected: /Content Security Policy/ },
  ));

test('a paste is taken whether the article can be edited or not', () =>
  withPage(async (page) => {
    for (const isEditable of ['true', 'false']) {
      await page.locator('#article').evaluate((article, value) => article.setAttribute('contenteditable', value), isEditable);
      await paste(page, { 'text/plain': `${STATEMENT} (${isEditable})` });
      assert.match(await page.locator('#article').innerText(), new RegExp(`\\(${isEditable}\\)`));
      assert.equal(await countPainted(page, 'content-hedged'), 1);
    }
  }));

test('a paste while the module still loads is marked when it has', () =>
  withPage(
    async (page) => {
      // The page's own script has run once the legend is there.
      await page.waitForSelector('#legend li');
      await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.setData('text/plain', 'Critics suggested that it was so.');
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
        document.querySelector('#article').dispatchEvent(event);
        window.release();
      });
      await page.waitForSelector('body[data-state="ready"]');
      assert.equal(await countPainted(page, 'content-hedged'), 1);
    },
    {
      state: 'loading',
      prepare: async (page) => {
        /** @type {() => void} */
        let release = () => {};
        const isReleased = new Promise((resolve) => (release = () => resolve(undefined)));
        await page.exposeFunction('release', release);
        await page.route('**/*.wasm', async (route) => {
          await isReleased;
          await route.continue();
        });
      },
    },
  ));

test('the clipboard is pasted by the keyboard, at the caret in a text', () =>
  withPage(
    async (page) => {
      const put = (text) => page.evaluate((value) => navigator.clipboard.writeText(value), text);
      await page.click('#article');
      await put('Rain fell.');
      await page.keyboard.press('Control+V');
      await page.keyboard.press('Control+End');
      await put(` ${STATEMENT}`);
      await page.keyboard.press('Control+V');
      await page.waitForSelector('body[data-state="ready"]');
      await page.waitForFunction(() => CSS.highlights.get('sourcelight-cue-hedged')?.size === 1);
      assert.equal((await page.locator('#article').innerText()).replace('\u00a0', ' '), `Rain fell. ${STATEMENT}`);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('typing marks the text again and keeps the caret', () =>
  withPage(async (page) => {
    await paste(page, { 'text/plain': STATEMENT });
    await page.click('#article');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Today. ');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' “It is so,” said');
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-quote')?.size === 1);
    await page.keyboard.type(' Anna Berg.');
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-person')?.size === 2);
    await page.waitForSelector('body[data-state="ready"]');
    assert.equal(
      (await page.locator('#article').innerText()).replaceAll('\u00a0', ' '),
      `Today. ${STATEMENT} “It is so,” said Anna Berg.`,
    );
    const { painted, expected } = await readMarks(page);
    assert.deepEqual(painted, expected);
  }));

test('a text typed into the empty page has paragraphs and marks', () =>
  withPage(async (page) => {
    await page.click('#article');
    await page.keyboard.type('Rain fell.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(STATEMENT);
    await page.waitForFunction(() => CSS.highlights.get('sourcelight-content-hedged')?.size === 1);
    assert.equal(await page.locator('#article').innerHTML(), `<p>Rain fell.</p><p>${STATEMENT}</p>`);
    assert.equal(await page.locator('#invitation').isVisible(), false);
  }));

test('a replaced text comes back', () =>
  withPage(async (page) => {
    const text = () => page.locator('#article').innerText();
    await paste(page, { 'text/plain': STATEMENT });
    assert.equal(await page.locator('#undo').isVisible(), false);
    await page.click('#sample-1');
    await page.click('#clear');
    assert.equal(await text(), '');
    await page.click('#undo');
    assert.match(await text(), /ferry/);
    await page.click('#undo');
    assert.equal(await text(), STATEMENT);
    assert.equal(await countPainted(page, 'content-hedged'), 1);
    await page.click('#redo');
    assert.match(await text(), /ferry/);
  }));

test('a text in another language gets a notice, and marks on demand', () =>
  withPage(async (page) => {
    const german =
      'Die Regierung will das Gesetz noch in diesem Jahr ändern, sagte die Ministerin am Montag in Berlin. ' +
      'Kritiker warnen, dass die Zeit dafür nicht mehr reicht. Der Bundestag muss noch zustimmen.';
    await paste(page, { 'text/plain': german });
    assert.match(await page.locator('#notice').innerText(), /English/);
    assert.equal(await countPainted(page, 'place'), 0);
    await page.click('#notice button');
    assert.equal(await page.locator('#notice').isVisible(), false);
    assert.ok((await countPainted(page, 'place')) > 0);
  }));

test('without the Highlight API the marks are elements, and typing keeps the caret', () =>
  withPage(
    async (page) => {
      await paste(page, { 'text/plain': STATEMENT });
      assert.equal(await page.locator('#article mark.sourcelight-cue-hedged').innerText(), 'suggested');
      await page.click('#article');
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' “It is');
      await page.waitForSelector('#article mark.sourcelight-quote');
      await page.keyboard.type(' so,” she said.');
      await page.waitForSelector('body[data-state="ready"]');
      assert.equal(
        (await page.locator('#article').innerText()).replaceAll('\u00a0', ' '),
        `${STATEMENT} “It is so,” she said.`,
      );
    },
    {
      prepare: (page) =>
        page.addInitScript(() => {
          delete CSS.highlights;
          delete window.Highlight;
        }),
    },
  ));
