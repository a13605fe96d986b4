// Sourcelight's page: connects the article, its marks and its settings with what stands beside them.

import init from './pkg/sourcelight.js';
import { Analyst } from './analyst.js';
import { Article } from './article.js';
import { Legend } from './legend.js';
import { Marks } from './marks.js';
import { Notice } from './notice.js';
import { Pointer } from './pointer.js';
import { Reader } from './reader.js';
import { SURENESS, Settings } from './settings.js';
import { Visible } from './visible.js';
import { startAside } from './aside.js';
import { offerPaste } from './clipboard.js';
import { offerCorrecting } from './correcting.js';
import { fillDisplay } from './display.js';
import { byId } from './dom.js';
import { Engine } from './engine.js';
import { compileModule } from './lib/module.js';
import { offerOpening } from './open.js';
import { partLoader } from './part.js';
import { openWorker } from './policy.js';
import { offerLink, offerSaving, offerTaking } from './save.js';
import { forget } from './storage.js';
import { Toolbar } from './toolbar.js';
import * as words from './words.js';

const root = byId('article');
const notice = new Notice(byId('notice'));
const part = partLoader(notice);

/** Whether the engine could not be started. */
let hasFailed = false;

const settings = new Settings((name) => {
  if (name === 'kinds' || name === 'sureness') reader.setFilter({ kinds: kinds() });
  if (name === 'keep') keep();
  if (name === 'sharp') sharpen();
});
const kinds = () => new Set(settings.values.kinds);
const leastConfidence = () => SURENESS[settings.values.sureness];

const reader = new Reader(kinds());
const marks = new Marks(root, reader, leastConfidence);
const analyst = new Analyst(reader, marks, onState);
const article = new Article(root, reader, (change) => {
  toolbar.show();
  // Why nothing can be read holds of any text.
  if (!hasFailed) notice.hide();
  if (change === 'replaced') analyst.replaced();
  else analyst.edited();
});
const blocks = () => part(async () => (await import('./parts/long.js')).blocksOf(root, reader, marks));
marks.ofLong = () => (article.isLong ? article.settled.then(blocks) : undefined);
const toolbar = new Toolbar(reader, article);
const legend = new Legend([byId('legend'), byId('name-kinds')], (on) => settings.set('kinds', on));
new Pointer(root, reader, marks).followCaret();
const showSettings = fillDisplay(byId('settings'), settings);
legend.switch(kinds());
startAside(reader, addressOf, offerCorrecting(root, reader, marks, part), part);
const saveButton = /** @type {HTMLButtonElement} */ (byId('save-button'));
offerSaving(byId('formats'), saveButton, reader);
offerTaking(byId('taking'), saveButton, richCopy, print);
offerLink(byId('link'), addressOf);
window.addEventListener('hashchange', openAddress);

reader.subscribe((change, state) => {
  if (change !== 'filter' && change !== 'analysis') return;
  legend.switch(state.filter.kinds);
  if (state.analysis) legend.show(sureOnes(state.analysis));
  if (state.analysis && change === 'analysis') report(state.analysis);
});

const taking = () => part(() => import('./parts/take.js'));

async function richCopy() {
  const take = await taking();
  if (!take) throw new Error(words.failures.part);
  return take.richCopy(root, reader);
}

async function print() {
  const take = await taking();
  if (take) await take.print(root, reader);
}

const sharing = () => part(() => import('./parts/share.js'));

/** The page's address with the article in it, and a mark to go to. @param {import('./reader.js').Mark} [mark] */
async function addressOf(mark) {
  const share = await sharing();
  if (!share) throw new Error(words.failures.part);
  return share.addressOf(article, reader, mark);
}

/** Opens the article that the page's address carries. */
async function openAddress() {
  if (location.hash !== '') await (await sharing())?.openAddress(article, reader, notice);
}

/** @type {import('./parts/keep.js').Keeper | undefined} */
let keeper;

/** Keeps the article on this device if the reader has switched that on; otherwise nothing of it stays there. */
async function keep() {
  showSettings();
  if (!settings.values.keep) return forget('article');
  const found = await part(() => import('./parts/keep.js'));
  if (found) keeper ??= new found.Keeper(article, reader, settings, notice);
  keeper?.start();
}

/** @type {import('./parts/sharp.js').Sharpener | undefined} */
let sharpener;

/** Has the sharper reading read along if the reader has switched that on. */
async function sharpen() {
  showSettings();
  if (!settings.values.sharp) return sharpener?.stop();
  const found = await part(() => import('./parts/sharp.js'));
  if (found) sharpener ??= new found.Sharpener(analyst, settings, notice);
  return sharpener?.start();
}

/** @param {import('./pkg/sourcelight.js').Analysis} analysis */
function sureOnes(analysis) {
  return new Visible(analysis, null, leastConfidence()).analysis();
}

/** @param {'busy' | 'ready' | 'error'} state @param {unknown} [error] */
function onState(state, error) {
  document.body.dataset.state = state;
  if (state !== 'error') return;
  console.error(error);
  const isLate = error instanceof DOMException && error.name === 'TimeoutError';
  notice.show(isLate ? words.failures.late : words.failures.analyze, { role: 'alert', action: words.failures.again, onAction: () => analyst.run() });
}

/** @param {import('./pkg/sourcelight.js').Analysis} analysis */
function report(analysis) {
  toolbar.say(analysis.notice || article.isEmpty ? '' : words.status.found(analysis));
  if (!analysis.notice) return;
  const anyway = { action: words.markAnyway, onAction: () => analyst.runAnyway() };
  notice.show(words.notices[analysis.notice], analysis.notice === 'too_long' ? {} : anyway);
}

byId('compare').addEventListener('click', async () => (await part(() => import('./parts/compare.js')))?.openComparison(reader, analyst));
for (const number of [1, 2, 3]) {
  byId(`sample-${number}`).addEventListener('click', async () => {
    const found = await part(() => import('./parts/samples.js'));
    if (found) article.replace(found.blocksOf(found.samples[number - 1]));
  });
}
const takesSource = offerOpening(article, notice, part);
offerPaste(
  (data) => takesSource(data) || article.take(data),
  () => notice.show(words.article.pasteByKey),
);

/** @param {RequestCache} [cache] */
async function start(cache) {
  hasFailed = false;
  document.body.dataset.state = 'loading';
  notice.hide();
  try {
    const module = compileModule(undefined, cache);
    const engine = new Engine(module, openWorker);
    // A text may come before the worker is ready, and waits for it.
    engine.start().catch(() => {});
    await init({ module_or_path: await module });
    await opened;
    await analyst.start(engine);
    marks.rehearse(await engine.start());
  } catch (error) {
    console.error(error);
    hasFailed = true;
    document.body.dataset.state = 'error';
    const isAbsent = error instanceof TypeError || error instanceof DOMException;
    if (!isAbsent) return notice.show(words.failures.unable, { role: 'alert' });
    // What was damaged may be in the browser's cache.
    notice.show(words.failures.load, { role: 'alert', action: words.failures.again, onAction: () => start('reload') });
  }
}

const opened = keep().then(openAddress);
// Not awaited: optional parts wait for this module.
start();
sharpen();
