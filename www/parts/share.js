// Articles in addresses: opens the one that the page's address carries, and makes such addresses, of the whole
// article or of one of its marks.

import { linkTo, readLink } from './link.js';
import { solid, spanOf } from './solid.js';
import { visit } from '../tour.js';
import * as words from './words.js';

/** @typedef {import('../article.js').Article} Article */
/** @typedef {import('../notice.js').Notice} Notice */
/** @typedef {import('../reader.js').Mark} Mark */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */

/** The lists of marks; of marks on the very same words, the first one is gone to. */
const LISTS = /** @type {const} */ (['attributions', 'quotes', 'hedges', 'entities']);

/**
 * The address of the page that carries the article, and leads to a mark of it; `undefined` where it would be too long.
 * @param {Article} article
 * @param {Reader} reader
 * @param {Mark} [mark]
 */
export function addressOf(article, reader, mark) {
  const { text } = reader.state;
  const place = mark && /** @type {Span} */ (extent(reader.spansOf(mark)).map((at) => solid(text.slice(0, at))));
  return linkTo({ html: article.html, place }, location.href);
}

/**
 * Opens the article that the page's address carries, if it carries one. `undo` brings back what was there.
 * @param {Article} article
 * @param {Reader} reader
 * @param {Notice} notice
 */
export async function openAddress(article, reader, notice) {
  const { hash } = location;
  const shared = await readLink(hash).catch(() => null);
  if (shared === undefined) return;
  const { isEmpty, html } = article;
  const isThere = html === shared?.html;
  if (!shared || !(isThere || article.open(shared.html))) {
    notice.show(words.link.damaged, { role: 'alert' });
    return;
  }
  if (!isEmpty && !isThere) notice.show(words.link.replaced, { action: words.link.back, onAction: () => article.undo() });
  stayUntilChanged(hash, article, reader);
  if (shared.place) goWhenMarked(shared.place, article, reader);
}

/**
 * The address goes when it no longer says what the article does: a reload would bring the old one back.
 * @param {string} hash
 * @param {Article} article
 * @param {Reader} reader
 */
function stayUntilChanged(hash, article, reader) {
  const { html } = article;
  const end = reader.subscribe((change) => {
    if ((change !== 'article' && change !== 'edit') || article.html === html) return;
    end();
    if (location.hash === hash) history.replaceState(null, '', location.href.replace(/#.*$/s, ''));
  });
}

/**
 * Goes to a place once the article's marks are there, unless it is another article by then.
 * @param {Span} place
 * @param {Article} article
 * @param {Reader} reader
 */
function goWhenMarked(place, article, reader) {
  if (reader.state.analysis) return go(place, article, reader);
  const { html } = article;
  const end = reader.subscribe((change) => {
    if (change !== 'analysis') return;
    end();
    if (article.html === html) go(place, article, reader);
  });
}

/** @param {Span} place @param {Article} article @param {Reader} reader */
function go(place, article, reader) {
  const span = spanOf(place, reader.state.text);
  if (!span) return;
  const mark = markAt(span, reader);
  if (mark) visit(reader, mark, { opener: article.root });
  else reader.goTo([span]);
}

/** The mark that has most in common with a span. @param {Span} span @param {Reader} reader @returns {Mark | undefined} */
function markAt([from, to], reader) {
  const { analysis } = reader.state;
  /** @type {Mark | undefined} */
  let best;
  let most = 0;
  for (const list of LISTS) {
    for (const index of analysis?.[list].keys() ?? []) {
      const [start, end] = extent(reader.spansOf({ list, index }));
      const share = (Math.min(end, to) - Math.max(start, from)) / (Math.max(end, to) - Math.min(start, from));
      if (share > most) [most, best] = [share, { list, index }];
    }
  }
  return best;
}

/** From the start of the first span to the end of the last. @param {Span[]} spans @returns {Span} */
const extent = (spans) => [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
