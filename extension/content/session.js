// A page that is marked, from the click that begins it to the click that ends it.

import { Analyst } from '../../www/analyst.js';
import { Card } from '../../www/card.js';
import { Marks } from '../../www/marks.js';
import { Band } from '../../www/parts/band.js';
import { Pointer } from '../../www/pointer.js';
import { Reader } from '../../www/reader.js';
import { SURENESS } from '../../www/settings.js';
import { shiftAnalysis } from '../../www/shift.js';
import { markAnyway, notices } from '../../www/words.js';
import { choices, keepOff } from '../store.js';
import * as words from '../words.js';
import { ask } from './ask.js';
import { Bar } from './bar.js';
import style from './frame.css';
import { Frame } from './frame.js';
import { Page } from './page.js';
import { PanelLink } from './panel-link.js';
import { Remote } from './remote.js';
import { schemeOf } from './scheme.js';
import { Watch } from './watch.js';

/** @typedef {import('../../www/pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../../www/pkg/sourcelight.js').Options} Options */

/** Letters of a text that is read in two steps, so that what is in the window is marked first. */
const LONG = 8000;

/** Under these names marks are painted. */
const NAMES = Array.from(style.matchAll(/::highlight\(([\w-]+)\)/g), ([, name]) => name);

/** Milliseconds that the page is searched without a word: most articles have their marks before one could be read. */
const LATE = 200;

/** Doubtful marks are left out, as on Sourcelight's own page at first. */
const SURE = SURENESS[1];

export class Session {
  #end = new AbortController();
  // Asking for the selection lays the page out, if something has just been added to it.
  #page = new Page();
  /** Made when they are needed: until then the browser's time goes to the marks. @type {Frame | undefined} */
  #frame;
  /** @type {Bar | undefined} */
  #bar;
  #late = 0;
  #remote = new Remote();
  #site = location.hostname;
  #onStop;
  /** @type {Reader | undefined} */
  #reader;
  /** @type {Marks | undefined} */
  #marks;
  /** @type {Analyst | undefined} */
  #analyst;
  /** @type {'light' | 'dark' | undefined} */
  #scheme;

  /** @param {() => void} onStop */
  constructor(onStop) {
    this.#onStop = onStop;
  }

  async start() {
    if (this.#end.signal.aborted) return undefined;
    this.#late = setTimeout(() => this.#say(words.bar.busy), LATE);
    const [{ kinds, off }] = await Promise.all([choices(), this.#page.search()]);
    clearTimeout(this.#late);
    if (this.#end.signal.aborted) return undefined;
    if (!off.includes(this.#site)) return this.#mark(kinds);
    this.#page.endSearch();
    const onAction = async () => {
      await keepOff(this.#site, false);
      this.#mark(kinds);
    };
    this.#say(words.bar.off(this.#site), { action: words.bar.on, onAction });
    return undefined;
  }

  /** Takes out whatever was put into the page. */
  stop() {
    this.#end.abort();
    clearTimeout(this.#late);
    this.#page.endSearch();
    this.#reader?.setClean(true);
    // By their names: Firefox lets no script of an extension go through the page's own list.
    for (const name of NAMES) CSS.highlights.delete(name);
    this.#frame?.remove();
    if (this.#scheme) ask('style', { scheme: null }).catch(() => {});
    this.#onStop();
  }

  /** @param {import('../store.js').GroupId[]} kinds */
  #mark(kinds) {
    const { signal } = this.#end;
    this.#page.find();
    const reader = new Reader(new Set(kinds));
    reader.setMode('reading');
    this.#reader = reader;
    this.#marks = new Marks(document.documentElement, reader, () => SURE, this.#page);
    this.#marks.band = new Band(reader, () => this.#marks?.paint(), signal);
    this.#analyst = new Analyst(reader, this.#marks, (state, error) => this.#tell(state, error));
    this.#fit();
    const engine = { analyze: (/** @type {string} */ text, /** @type {Options} */ options) => this.#analyze(text, options), forget: () => this.#remote.forget() };
    // Without a text it waits until there is one. While the engine reads, the page gets ready for what follows.
    this.#analyst.start(/** @type {import('../../www/engine.js').Engine} */ (/** @type {unknown} */ (engine)));
    new Pointer(document.documentElement, reader, this.#marks, signal);
    const link = new PanelLink(reader, this.#site, signal);
    if (!this.#bar) this.#say(words.bar.busy);
    const frame = this.#shown();
    new Card(frame.card, reader, (list, index) => link.reveal(list, index), undefined, undefined, signal);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && reader.select(null), { signal });
    new Watch(this.#page, frame, (changes) => this.#follow(changes), signal);
  }

  /** @param {string} text @param {Options} options @returns {Promise<Analysis>} */
  async #analyze(text, options) {
    const [start, end] = this.#page.stretchInView;
    if (this.#reader?.state.analysis === null && text.length > LONG && end - start < text.length) {
      this.#remote.forget();
      const part = text.slice(start, end);
      const analysis = await ask('analyze', { text: part, options });
      if (!analysis.notice) this.#marks?.show(shiftAnalysis(analysis, part, ' '.repeat(start) + part), text);
    }
    return this.#remote.analyze(text, options);
  }

  /** @param {Set<import('./watch.js').Change>} changes */
  #follow(changes) {
    const before = this.#reader?.state.text;
    if (changes.has('elsewhere')) this.#page.find();
    this.#page.expire();
    const now = this.#page.read();
    if (now !== before) {
      this.#marks?.follow();
      this.#analyst?.run();
    } else if (changes.has('text') || changes.has('elsewhere')) {
      this.#marks?.showAgain();
    }
    this.#fit();
  }

  /** Takes the colours that go with the page. */
  #fit() {
    const scheme = schemeOf(this.#page.sample);
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    if (this.#frame) this.#frame.scheme = scheme;
    ask('style', { scheme }).catch(() => {});
  }

  /** @param {'busy' | 'ready' | 'error'} state @param {unknown} [error] */
  #tell(state, error) {
    const analysis = this.#reader?.state.analysis;
    if (state === 'error') {
      console.error(error);
      this.#say(words.bar.failed, { action: words.bar.again, onAction: () => this.#analyst?.run() });
    } else if (state === 'busy') {
      if (!analysis && this.#bar) this.#say(words.bar.busy);
    } else if (this.#reader?.state.text === '') {
      this.#say(words.bar.none);
    } else if (analysis?.notice) {
      const anyway = { action: markAnyway, onAction: () => this.#analyst?.runAnyway() };
      this.#say(notices[analysis.notice], analysis.notice === 'too_long' ? {} : anyway);
    } else if (analysis) {
      this.#say(words.bar.found(analysis), { action: words.bar.panel, onAction: () => this.#openPanel() });
    }
  }

  /** @param {Parameters<Bar['say']>} what */
  #say(...what) {
    this.#bar ??= new Bar(this.#shown().bar, () => this.stop());
    this.#bar.say(...what);
  }

  #shown() {
    if (!this.#frame) {
      this.#frame = new Frame();
      if (this.#scheme) this.#frame.scheme = this.#scheme;
    }
    return this.#frame;
  }

  #openPanel() {
    ask('panel').catch(() => this.#say(words.bar.panelByHand));
  }
}
