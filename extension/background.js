// Answers the button and the shortcut, and analyses texts: beside the pages, under the extension's own security
// policy, so that no site's policy matters.

import init, { Document } from '../www/pkg/sourcelight.js';
import { rehearse } from '../www/rehearsal.js';

/** Begun when the browser wakes this script, which is when the button is clicked; the page is searched meanwhile. */
const ready = init().then(rehearse);
// Whoever asks is told.
ready.catch(() => {});

/**
 * Milliseconds before the next try. A click opens a tab to the extension, but Chromium tells the tab's process beside
 * everything else, and while it is busy it still refuses the script.
 */
const PAUSES = [10, 20, 40, 80, 160, 320, 640];

/** The tabs that wait for the next try. @type {Set<number>} */
const waiting = new Set();

chrome.action.onClicked.addListener(async ({ id }) => {
  // Whoever clicks again while nothing is to be seen yet does not mean to take it back.
  if (id === undefined || waiting.has(id)) return;
  if (!(await isRun(id))) await chrome.action.setBadgeText({ tabId: id, text: '–' });
});

/** Runs the script in a tab; the browser's own pages never let it in. @param {number} tabId */
async function isRun(tabId) {
  for (const pause of PAUSES) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
      return true;
    } catch {
      waiting.add(tabId);
      await new Promise((resolve) => setTimeout(resolve, pause));
      waiting.delete(tabId);
    }
  }
  return false;
}

/** The text that was analysed last, and the tab that it stands in. @type {{tabId: number, document: Document} | undefined} */
let last;

/** @type {Record<string, (message: any, tabId: number) => unknown>} */
const answers = {
  async analyze({ text, options }, tabId) {
    await ready;
    last?.document.free();
    last = undefined;
    const document = new Document(text, options);
    last = { tabId, document };
    return document.analysis();
  },
  /** What an edit changes; `null` where the text is not known. */
  edit({ start, end, text }, tabId) {
    return last?.tabId === tabId ? last.document.edit(start, end, text) : null;
  },
  /**
   * The colours of the marks, for a light page or a dark one; `null` takes them out. They come as the page's own: of
   * a reader's styles (`origin: 'USER'`) Chromium paints no ground under a highlight.
   */
  async style({ scheme }, tabId) {
    const sheet = (/** @type {string} */ name) => ({ target: { tabId }, files: [`marks-${name}.css`] });
    if (scheme) await chrome.scripting.insertCSS(sheet(scheme));
    for (const other of ['light', 'dark'].filter((name) => name !== scheme)) await chrome.scripting.removeCSS(sheet(other));
  },
  panel: (_, tabId) => chrome.sidePanel.open({ tabId }),
};

chrome.runtime.onMessage.addListener((message, { tab }, respond) => {
  const answer = answers[message.ask];
  if (!answer || tab?.id === undefined) return false;
  const { id } = tab;
  new Promise((resolve) => resolve(answer(message, id))).then(
    (result) => respond({ result }),
    (error) => respond({ error: String(error) }),
  );
  return true;
});
