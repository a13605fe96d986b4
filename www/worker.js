// Analyses texts beside the page, so that neither typing nor scrolling waits for it, and so that the
// page outlives whatever goes wrong in it.

import init, { analyze } from './pkg/sourcelight.js';

/** Whatever is set up by the first analysis is set up by this one. */
const FIRST = 'Critics say that Anna Berg will leave.';

/** @type {Promise<unknown>} */
let ready;

addEventListener('message', async ({ data: { module, text, options } }) => {
  try {
    ready ??= init({ module_or_path: module });
    await ready;
    postMessage({ analysis: analyze(text ?? FIRST, options) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
