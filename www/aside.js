// What stands beside the article: the column, the card and the keys, all of them over the reader.

import { Card } from './card.js';
import { Column } from './column.js';
import { byId } from './dom.js';
import { Keys } from './keys.js';

/**
 * @param {import('./reader.js').Reader} reader
 * @param {import('./card.js').AddressOf} addressOf
 * @param {import('./card.js').OnWrong} onWrong
 * @param {ReturnType<typeof import('./part.js').partLoader>} part
 */
export function startAside(reader, addressOf, onWrong, part) {
  const card = new Card(byId('card'), reader, (list, index) => column.reveal(list, index), addressOf, onWrong);
  const column = new Column(byId('column'), reader, () => keys.showHelp(), part);
  const keys = new Keys(/** @type {HTMLDialogElement} */ (byId('help')), reader, card, column, part);
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(/** @type {Element} */ (target).closest('#card, #article, #marker'))) reader.select(null);
  });
}
