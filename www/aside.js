// What stands beside the article: the list of sources and the card.

import { Card } from './card.js';
import { Sources } from './sources.js';
import { byId } from './dom.js';

/** @param {import('./reader.js').Reader} reader */
export function startAside(reader) {
  const marks = {
    get analysis() {
      return reader.state.analysis ?? undefined;
    },
    /** @param {[number, number]} span */
    words: (span) => reader.words(span),
    /** @param {[number, number]} span */
    range: (span) => reader.rangeOf(span),
    /** @param {import('./reader.js').Mark} mark */
    spans: (mark) => reader.spansOf(mark),
  };
  const card = new Card(byId('card'), marks, () => reader.select(null));
  const sources = new Sources(byId('sources'), (index, opener) => {
    const mark = /** @type {import('./reader.js').Mark} */ ({ list: 'attributions', index });
    reader.goTo(reader.spansOf(mark));
    reader.select(mark, { opener });
  });
  reader.subscribe((change, { analysis, selected, text }) => {
    if (change === 'selected') {
      card.close();
      if (selected) card.open([selected.mark, ...(selected.others ?? [])], selected.opener);
    } else if (change === 'analysis' && analysis) {
      byId('found').hidden = text === '' || analysis.notice !== null;
      sources.show(analysis, (span) => reader.words(span));
    }
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const element = /** @type {Element} */ (target);
    if (!element.closest('#card, #article')) reader.select(null);
  });
}
