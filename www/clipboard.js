// The clipboard: the Paste button, and buttons that copy.

import { byId, make } from './dom.js';
import * as words from './words.js';

const TYPES = ['text/html', 'text/plain'];

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

/**
 * A button that copies a text.
 * @param {string} label
 * @param {() => string | Promise<string | undefined>} text `undefined` where there is too much of it
 * @param {HTMLElement} told where it says how it went
 */
export function copyButton(label, text, told) {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', async () => {
    const copied = Promise.resolve(text());
    try {
      await write(copied);
      told.textContent = words.copying.done;
    } catch {
      const isTooLong = (await copied.catch(() => '')) === undefined;
      told.textContent = isTooLong ? words.copying.tooLong : words.copying.failed;
    }
  });
  return button;
}

/** Safari lets a click write only what it is promised at once. @param {Promise<string | undefined>} text */
async function write(text) {
  const type = 'text/plain';
  const blob = text.then((known) => (known === undefined ? Promise.reject(new RangeError()) : new Blob([known], { type })));
  // Without a clipboard nobody waits for it.
  blob.catch(() => {});
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}
