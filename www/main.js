// Sourcelight's page: connects the article, its marks, the legend, the list of sources and the card.

import init from './pkg/sourcelight.js';
import { Article } from './article.js';
import { Card } from './card.js';
import { Legend } from './legend.js';
import { Marks } from './marks.js';
import { Sources } from './sources.js';
import { byId, make } from './dom.js';
import { samples } from './samples.js';
import * as words from './words.js';

/** Milliseconds without typing after which an edited text is analysed again. */
const TYPING_PAUSE = 150;

const root = byId('article');
const status = byId('status');
const noticeLine = byId('notice');
const undo = byId('undo');
const redo = byId('redo');

let isLoaded = false;
let isAnyLanguage = false;
let pause = 0;

const marks = new Marks(root);
const card = new Card(byId('card'), marks);
const legend = new Legend(byId('legend'), (off) => {
  card.close();
  marks.hide(off);
});
const sources = new Sources(byId('sources'), showStatement);
const article = new Article(root, onChange);

/** @param {'loading' | 'ready' | 'busy' | 'error'} state */
function setState(state) {
  document.body.dataset.state = state;
}

/** @param {'replaced' | 'edited'} change */
function onChange(change) {
  clearTimeout(pause);
  card.close();
  undo.hidden = !article.canUndo;
  redo.hidden = !article.canRedo;
  if (change === 'replaced') isAnyLanguage = false;
  if (!isLoaded) return;
  if (change === 'replaced') {
    analyze();
  } else {
    setState('busy');
    marks.follow();
    pause = setTimeout(analyze, TYPING_PAUSE);
  }
}

function analyze() {
  try {
    const analysis = marks.analyze({ anyLanguage: isAnyLanguage });
    legend.show(analysis);
    sources.show(analysis, (span) => marks.words(span));
    showNotice(analysis.notice);
    byId('found').hidden = article.isEmpty || analysis.notice !== null;
    say(article.isEmpty ? words.status.ready : summary(analysis));
    setState('ready');
  } catch (error) {
    fail(words.failures.analyze, error);
  }
}

/** @param {import('./pkg/sourcelight.js').Analysis} analysis */
function summary(analysis) {
  if (analysis.notice !== null) return '';
  return words.status.found({
    attributions: analysis.attributions.length,
    hedged: analysis.attributions.filter((attribution) => attribution.hedged).length,
    quotes: analysis.quotes.length,
    names: analysis.entities.length,
  });
}

/** Tells the reader, and a screen reader once: an unchanged line is not announced again. @param {string} text */
function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** @param {import('./pkg/sourcelight.js').Analysis['notice']} notice */
function showNotice(notice) {
  noticeLine.hidden = notice === null;
  noticeLine.replaceChildren();
  if (notice === null) return;
  noticeLine.append(make('p', {}, words.notices[notice]));
  if (notice === 'too_long') return;
  const anyway = make('button', { type: 'button' }, words.markAnyway);
  anyway.addEventListener('click', () => {
    isAnyLanguage = true;
    analyze();
    root.focus({ preventScroll: true });
  });
  noticeLine.append(anyway);
}

/** @param {string} sentence @param {unknown} error */
function fail(sentence, error) {
  console.error(error);
  setState('error');
  say('');
  noticeLine.hidden = false;
  noticeLine.replaceChildren(make('p', { role: 'alert' }, sentence));
}

/**
 * Scrolls to an attribution and explains it.
 * @param {number} index
 * @param {HTMLElement} opener
 */
function showStatement(index, opener) {
  /** @type {import('./marks.js').Mark} */
  const mark = { list: 'attributions', index };
  const [first] = marks.spans(mark);
  const box = first && marks.range(first)?.getBoundingClientRect();
  if (!box) return;
  window.scrollTo({ top: window.scrollY + box.top - window.innerHeight / 4 });
  card.open([mark], opener);
}

root.addEventListener('click', (event) => {
  const found = getSelection()?.isCollapsed === false ? [] : marks.at(event.clientX, event.clientY);
  card.close();
  card.open(found);
});

root.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  card.open(marks.atCaret(), root);
});

document.addEventListener('pointerdown', (event) => {
  const target = /** @type {Node} */ (event.target);
  if (!card.contains(target) && !root.contains(target)) card.close();
});

undo.addEventListener('click', () => article.undo());
redo.addEventListener('click', () => article.redo());
byId('clear').addEventListener('click', () => {
  article.replace([]);
  root.focus();
});
samples.forEach((sample, index) => {
  byId(`sample-${index + 1}`).addEventListener('click', () => {
    article.replace(sample.map(([tag, text]) => make(tag, {}, text)));
  });
});

say(words.status.loading);
try {
  await init();
  isLoaded = true;
  analyze();
} catch (error) {
  fail(words.failures.load, error);
}
