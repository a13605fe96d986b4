// The column beside the article: four views of what was found, as tabs, and a field that finds a
// source or a name. In a narrow window it is a sheet that comes up from below.

import { Choice, keyOfEntity, keyOfVoice } from './choice.js';
import { make } from './dom.js';
import { Ledger } from './ledger.js';
import { Names } from './views/names.js';
import { Sources } from './views/sources.js';
import { isLong } from './visible.js';
import { voiceOf } from './voices.js';
import * as words from './words.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {keyof typeof words.column.views} ViewId */
/** @typedef {{show: (analysis: import('./pkg/sourcelight.js').Analysis) => void, complete?: () => void}} View */
/** @typedef {{tab: HTMLButtonElement, panel: HTMLElement, view?: View, isStale: boolean, isComing: boolean}} Page */

/** Milliseconds without another analysis after which the views of a long article are made again. */
const PAUSE = 400;

/** Where the window is too narrow for a column; the style sheet has the same number. */
const NARROW = matchMedia('(max-width: 60rem)');

const IDS = /** @type {ViewId[]} */ (Object.keys(words.column.views));

export class Column {
  #root;
  #reader;
  #choice;
  #part;
  /** Gives the views that are loaded when they are seen first. @type {Partial<Record<ViewId, () => Promise<View>>>} */
  #later;
  /** @type {Record<ViewId, Page>} */
  #pages;
  /** @type {ViewId} */
  #current = 'sources';
  #timer = 0;
  #search = make('input', { type: 'search', id: 'search', placeholder: words.column.search, 'aria-label': words.column.search });
  #noMatch = make('p', { class: 'hint', hidden: '' }, words.column.noMatch);
  #toggle = make('button', { type: 'button', class: 'toggle', 'aria-controls': 'views' });
  #only = make('p', { class: 'only', hidden: '' });

  /**
   * @param {HTMLElement} root
   * @param {Reader} reader
   * @param {() => void} onHelp
   * @param {ReturnType<typeof import('./part.js').partLoader>} part loads the views that are not seen at first
   */
  constructor(root, reader, onHelp, part) {
    this.#root = root;
    this.#reader = reader;
    this.#choice = new Choice(reader, (chosen) => this.#showChoice(chosen?.label));
    this.#part = part;
    this.#pages = { sources: page('sources'), profile: page('profile'), names: page('names'), check: page('check') };
    const { sources, profile, names, check } = this.#pages;
    sources.view = new Sources(sources.panel, reader, this.#choice);
    names.view = new Names(names.panel, reader, this.#choice);
    const ledger = new Ledger();
    this.#later = {
      profile: async () => new (await import('./parts/profile.js')).Profile(profile.panel, reader, this.#choice),
      check: async () => new (await import('./parts/check.js')).Check(check.panel, reader, this.#choice, ledger),
    };
    this.#build(onHelp);
    this.#turnTo(this.#current);
    this.#open(false);
    reader.subscribe((change) => {
      if (change === 'article' || change === 'analysis') this.#soonRenew();
      else if (change === 'place' && NARROW.matches) this.#open(false);
    });
    this.#renew();
  }

  /** Shows the view at a place from 1 on, and opens the sheet for it. @param {number} place */
  show(place) {
    const id = IDS[place - 1];
    this.#turnTo(id);
    this.#open(true);
    this.#pages[id].tab.focus();
  }

  /**
   * Leads from a mark in the article to its source or name in the list.
   * @param {'attributions' | 'entities'} list
   * @param {number} index
   */
  reveal(list, index) {
    const { analysis } = this.#reader.state;
    if (!analysis) return;
    const key =
      list === 'entities'
        ? keyOfEntity(analysis.entities[index].entity)
        : keyOfVoice(voiceOf(analysis, index)?.name ?? words.sources.none);
    this.#search.value = '';
    this.#find();
    this.#turnTo(list === 'entities' ? 'names' : 'sources');
    this.#open(true);
    /** @type {HTMLElement | null} */
    const button = this.#root.querySelector(`[data-choice="${CSS.escape(key)}"]`);
    if (button?.ariaExpanded === 'false') button.click();
    button?.focus();
  }

  /** Puts the caret into the search field. */
  search() {
    this.#open(true);
    this.#search.focus();
    this.#search.select();
  }

  /** Marks everything again. */
  markAll() {
    this.#choice.clear();
  }

  /** @param {() => void} onHelp */
  #build(onHelp) {
    const pages = Object.values(this.#pages);
    const tabs = make('div', { role: 'tablist', 'aria-label': words.column.title }, ...pages.map(({ tab }) => tab));
    const help = make('button', { type: 'button', class: 'help', 'aria-label': words.column.help, title: words.column.help }, '?');
    this.#root.append(
      make('h2', { id: 'column-title', class: 'unseen' }, words.column.title),
      make('div', { class: 'bar-of-tabs' }, tabs, this.#toggle),
      this.#only,
      make(
        'div',
        { id: 'views' },
        make('div', { class: 'find' }, this.#search, help),
        this.#noMatch,
        ...pages.map(({ panel }) => panel),
      ),
    );
    IDS.forEach((id) => {
      this.#pages[id].tab.addEventListener('click', () => {
        this.#turnTo(id);
        this.#open(true);
      });
    });
    tabs.addEventListener('keydown', (event) => this.#byArrow(event));
    help.addEventListener('click', onHelp);
    this.#toggle.addEventListener('click', () => this.#open(this.#root.dataset.open !== 'true'));
    this.#search.addEventListener('input', () => this.#find());
  }

  /** @param {KeyboardEvent} event */
  #byArrow(event) {
    const at = IDS.indexOf(this.#current);
    const last = IDS.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.show(next + 1);
  }

  /** @param {ViewId} id */
  #turnTo(id) {
    this.#current = id;
    for (const other of IDS) {
      const { tab, panel } = this.#pages[other];
      tab.ariaSelected = String(other === id);
      tab.tabIndex = other === id ? 0 : -1;
      panel.hidden = other !== id;
    }
    this.#fill(id);
  }

  /** Renews at once, or where that takes long, in a task of its own: the first time soon, then at a pause. */
  #soonRenew() {
    clearTimeout(this.#timer);
    const { analysis } = this.#reader.state;
    if (analysis && isLong(analysis)) this.#timer = setTimeout(() => this.#renew(), this.#root.hidden ? 0 : PAUSE);
    else this.#renew();
  }

  /** There is something else to show, or nothing. */
  #renew() {
    const { analysis } = this.#reader.state;
    this.#root.hidden = analysis === null || analysis.notice !== null || analysis.sentences.length === 0;
    for (const id of IDS) this.#pages[id].isStale = true;
    if (!this.#root.hidden) this.#fill(this.#current);
  }

  /** A view is made when it is seen, so that typing stays fast. @param {ViewId} id */
  #fill(id) {
    const { analysis } = this.#reader.state;
    const shown = this.#pages[id];
    if (!analysis || !shown.isStale) return;
    if (!shown.view) {
      this.#load(id);
      return;
    }
    shown.view.show(analysis);
    shown.isStale = false;
    if (this.#search.value) this.#find();
  }

  /** @param {ViewId} id */
  async #load(id) {
    const shown = this.#pages[id];
    const load = this.#later[id];
    if (!load || shown.isComing) return;
    shown.isComing = true;
    shown.view = await this.#part(load);
    shown.isComing = false;
    if (shown.view) this.#fill(id);
  }

  /** Leaves what has the words of the search field in its name, and turns to where there is some. */
  #find() {
    const query = fold(this.#search.value);
    const searched = /** @type {ViewId[]} */ (['sources', 'names']);
    searched.forEach((id) => this.#fill(id));
    this.#pages.sources.view?.complete?.();
    for (const item of this.#root.querySelectorAll('[data-find]')) {
      item.toggleAttribute('hidden', !fold(item.getAttribute('data-find') ?? '').includes(query));
    }
    const hasMatch = (/** @type {ViewId} */ id) => this.#pages[id].panel.querySelector('[data-find]:not([hidden])') !== null;
    const found = query === '' || hasMatch(this.#current) ? this.#current : searched.find(hasMatch);
    this.#noMatch.hidden = found !== undefined;
    if (found && found !== this.#current) this.#turnTo(found);
  }

  /** Says what alone is marked, with the way back. @param {string} [label] */
  #showChoice(label) {
    this.#only.hidden = label === undefined;
    this.#only.replaceChildren();
    if (label === undefined) return;
    const all = make('button', { type: 'button' }, words.column.all);
    all.addEventListener('click', () => {
      this.markAll();
      this.#pages[this.#current].tab.focus();
    });
    this.#only.append(words.column.only(label), ' ', all);
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#root.dataset.open = String(isOpen);
    this.#toggle.ariaExpanded = String(isOpen);
    this.#toggle.textContent = isOpen ? '▾' : '▴';
    this.#toggle.ariaLabel = isOpen ? words.column.close : words.column.open;
  }
}

/** A tab with its panel. @param {ViewId} id @returns {Page} */
function page(id) {
  const tab = make('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `view-${id}` }, words.column.views[id]);
  const panel = make('section', { role: 'tabpanel', id: `view-${id}`, 'aria-labelledby': `tab-${id}`, tabindex: '0' });
  return { tab, panel, isStale: true, isComing: false };
}

/** Letters without case and accents. @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
