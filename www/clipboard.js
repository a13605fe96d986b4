// The Paste button: asks the browser for the clipboard, where it gives it out.

import { byId } from './dom.js';

const TYPES = ['text/html', 'text/plain'];

/**
 * @param {(data: {getData(type: string): string}) => void} onPaste
 * @param {() => void} onRefused where the reader or the browser says no
 */
export function offerPaste(onPaste, onRefused) {
  const button = byId('paste');
  button.hidden = !navigator.clipboard?.read;
  button.addEventListener('click', async () => {
    try {
      onPaste(await read());
    } catch {
      onRefused();
    }
  });
}

async function read() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const item of await navigator.clipboard.read()) {
    for (const type of TYPES.filter((type) => item.types.includes(type))) {
      texts.set(type, await (await item.getType(type)).text());
    }
  }
  return { getData: (/** @type {string} */ type) => texts.get(type) ?? '' };
}
