// What the page remembers in this browser. Storing may be forbidden, full or emptied at any time:
// then the page forgets, and works all the same.

const PREFIX = 'sourcelight:';

/** @param {string} name @returns {unknown} what was stored under the name; `undefined` where nothing is */
export function recall(name) {
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return stored === null ? undefined : JSON.parse(stored);
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {unknown} value @returns {boolean} whether it could be stored */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing could be stored either.
  }
}
