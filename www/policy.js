// The Trusted Types policy of the page, by the name that its security policy allows: the only way from a string to markup
// or to a script's address. The hosted page has another one, for its service worker alone (xtask/dist/offline.js).

/** @typedef {{createHTML(html: string): string, createScriptURL(url: string): string}} Rules */

const { trustedTypes } =
  /** @type {{trustedTypes?: {createPolicy(name: string, rules: Rules): Rules}}} */ (globalThis);

/** @type {Rules} */
const rules = {
  // Only for a document that is read and thrown away; see `parse` in blocks.js.
  createHTML: (html) => html,
  createScriptURL(url) {
    if (url === WORKER) return url;
    throw new TypeError(`${url} is no script of this page.`);
  },
};

const WORKER = new URL('worker.js', import.meta.url).href;

export const policy = trustedTypes?.createPolicy('sourcelight', rules) ?? rules;

/** Starts a worker that analyses texts. */
export const openWorker = () => new Worker(policy.createScriptURL(WORKER), { type: 'module' });
