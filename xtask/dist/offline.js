// Keeps the page at hand for use without a network, and says when a newer one is ready. Only the
// hosted page has it; while one works on the page nothing is kept.

import { update } from '../../www/words.js';

const ADDRESS = new URL('service-worker.js', document.baseURI).href;

/** @typedef {{createScriptURL(url: string): string}} Rules */
const { trustedTypes } =
  /** @type {{trustedTypes?: {createPolicy(name: string, rules: Rules): Rules}}} */ (globalThis);

/** @type {Rules} */
const rules = {
  createScriptURL(url) {
    if (url === ADDRESS) return url;
    throw new TypeError(`${url} is not the service worker.`);
  },
};
const policy = trustedTypes?.createPolicy('sourcelight-offline', rules) ?? rules;

if ('serviceWorker' in navigator && isSecureContext) {
  addEventListener('load', () => {
    // Where it can't be kept (private windows, a full disk) the page works all the same.
    register().catch((error) => console.info('Sourcelight is not kept for offline use:', error));
  });
}

async function register() {
  const registration = await navigator.serviceWorker.register(policy.createScriptURL(ADDRESS));
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // The first one replaces nothing.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
}

/** Lets the reader choose when: the text in the page would be gone. @param {ServiceWorker} worker */
function offer(worker) {
  const bar = document.createElement('p');
  bar.setAttribute('role', 'status');
  bar.className = 'update';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = update.reload;
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage('take over');
  });
  bar.append(`${update.ready} `, button);
  document.body.prepend(bar);
}
