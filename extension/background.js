// Answers the button and the shortcut, and analyses texts: beside the pages, under the extension's own security
// policy, so that no site's policy matters.

import init, { analyze } from '../www/pkg/sourcelight.js';

/** Begun when the browser wakes this script, which is when the button is clicked. */
const ready = init();
// Whoever asks is told.
ready.catch(() => {});

chrome.action.onClicked.addListener(async ({ id }) => {
  if (id === undefined) return;
  try {
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['content.js'] });
  } catch {
    // The browser's own pages are closed to extensions.
    await chrome.action.setBadgeText({ tabId: id, text: '–' });
  }
});

/** @type {Record<string, (message: any, tabId: number) => unknown>} */
const answers = {
  async analyze({ text, options }) {
    await ready;
    return analyze(text, options);
  },
  /**
   * The colours of the marks, for a light page or a dark one; `null` takes them out. They come as the page's own: of
   * a reader's styles (`origin: 'USER'`) Chromium paints no ground under a highlight.
   */
  async style({ scheme }, tabId) {
    const sheet = (/** @type {string} */ name) => ({ target: { tabId }, files: [`marks-${name}.css`] });
    for (const other of ['light', 'dark'].filter((name) => name !== scheme)) await chrome.scripting.removeCSS(sheet(other));
    if (scheme) await chrome.scripting.insertCSS(sheet(scheme));
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
