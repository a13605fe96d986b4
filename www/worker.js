// Analyses texts beside the page, so that neither typing nor scrolling waits for it, and so that the
// page outlives whatever goes wrong in it.

import init, { Document, useSharp } from './pkg/sourcelight.js';
import { REHEARSAL, rehearse } from './rehearsal.js';

/** After so many milliseconds of it, more gains a 1,000-word article next to nothing. */
const REHEARSING = 200;

/** So many items of a list go to the page at a time: while it takes in tens of thousands, it does nothing else. */
const SOME = 1000;

/** @type {Promise<unknown>} */
let ready;
/** The text that was analysed last. @type {Document | undefined} */
let document;

/** Whether a reader's text has come. */
let isWanted = false;

/** Browsers optimise code that has run for a while: it does so while no text waits. */
async function rehearseOften() {
  for (let spent = 0; spent < REHEARSING && !isWanted; ) {
    const started = performance.now();
    rehearse();
    spent += performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Sends the fronts of long lists ahead. @param {import('./pkg/sourcelight.js').Analysis} analysis */
function answer(analysis) {
  for (const [list, items] of Object.entries(analysis)) {
    while (items?.length > SOME) postMessage({ list, items: items.splice(0, SOME) });
  }
  postMessage({ analysis });
}

addEventListener('message', async ({ data: { module, text, options, edit, weights } }) => {
  try {
    ready ??= init({ module_or_path: module });
    await ready;
    isWanted = module === undefined;
    if (!isWanted) {
      postMessage({ text: REHEARSAL, analysis: rehearse() });
      rehearseOften();
    } else if (weights) {
      useSharp(new Uint8Array(weights));
      postMessage({});
    } else if (document && edit) {
      postMessage({ change: document.edit(edit.start, edit.end, edit.text) });
    } else {
      document?.free();
      document = new Document(text, options);
      answer(document.analysis());
    }
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
