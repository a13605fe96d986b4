// Loads optional parts of the page, which lie in parts/, and says so where one does not come.

import * as words from './words.js';

/**
 * @param {Pick<import('./notice.js').Notice, 'show'>} notice
 * @returns {<T>(load: () => Promise<T>) => Promise<T | undefined>} what gives a part, as in
 *   `await part(() => import('./parts/files.js'))`, and `undefined` where it does not load
 */
export const partLoader = (notice) => async (load) => {
  try {
    return await load();
  } catch (error) {
    console.error(error);
    notice.show(words.failures.part, { role: 'alert' });
    return undefined;
  }
};
