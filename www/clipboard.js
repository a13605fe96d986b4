// The clipboard: the Paste button, and buttons that copy.

import { byId, make } from './dom.js';
import * as words from './words.js';

/** Rich text, and what stands for it. */
export const TYPES = ['text/html', 'text/plain'];

/**
 * The Paste button asks the browser for the clipboard, where it gives it out.
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

/** A text for the clipboard, or texts by type. @typedef {string | Record<string, string>} Copy */

/**
 * A button that copies a text.
 * @param {string} label
 * @param {() => Copy | Promise<Copy | undefined>} text `undefined` where there is too much of it
 * @param {HTMLElement} told where it says how it went
 * @param {string[]} [types] of the texts
 */
export function copyButton(label, text, told, types = ['text/plain']) {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', async () => {
    const copied = Promise.resolve(text());
    try {
      await write(copied, types);
      told.textContent = words.copying.done;
    } catch {
      const isTooLong = (await copied.catch(() => '')) === undefined;
      told.textContent = isTooLong ? words.copying.tooLong : words.copying.failed;
    }
  });
  return button;
}

/** Safari lets a click write only what it is promised at once. @param {Promise<Copy | undefined>} copied @param {string[]} types */
async function write(copied, types) {
  const blobs = types.map((type) => {
    const blob = copied.then((known) => {
      if (known === undefined) throw new RangeError();
      return new Blob([typeof known === 'string' ? known : known[type]], { type });
    });
    // Without a clipboard nobody waits for it.
    blob.catch(() => {});
    return [type, blob];
  });
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
