// The side panel (in Firefox the sidebar): the column of Sourcelight's page, for the page in the tab that is in front.

import { Column } from '../www/column.js';
import { byId, make } from '../www/dom.js';
import { GROUPS, countGroups } from '../www/groups.js';
import { Reader } from '../www/reader.js';
import * as pageWords from '../www/words.js';
import { choices, keepKinds, keepOff } from './store.js';
import * as words from './words.js';

/** @typedef {import('../www/groups.js').GroupId} GroupId */
/** @typedef {import('./content/panel-link.js').News} News */
/** @typedef {import('./content/panel-link.js').Wish} Wish */

class Panel {
  #reader;
  #column;
  /** @type {chrome.runtime.Port | undefined} */
  #port;
  /** Whether what changes now comes from the page, which knows of it. */
  #isHearing = false;
  /** @type {[number, number] | undefined} */
  #view;
  /** @type {Map<GroupId, {box: HTMLInputElement, count: HTMLElement}>} */
  #switches = new Map();

  /** @param {GroupId[]} kinds */
  constructor(kinds) {
    this.#reader = new Reader(new Set(kinds));
    this.#reader.setMode('reading');
    // As if this window showed the same stretch of the text.
    this.#reader.rangeOf = ([start, end]) => this.#rangeAt(start, end);
    this.#reader.subscribe((change, state) => this.#pass(change, state));
    this.#column = new Column(byId('column'), this.#reader, () => {}, (load) => load());
    byId('legend').append(...GROUPS.map((id) => this.#switch(id, kinds)));
    byId('empty').textContent = words.panel.empty;
  }

  /** Shows the page in a tab, or that nothing is marked there. @param {number} tab */
  turnTo(tab) {
    this.#port?.disconnect();
    this.#show(undefined);
    const port = chrome.tabs.connect(tab, { name: 'panel', frameId: 0 });
    this.#port = port;
    port.onMessage.addListener((news) => this.#hear(news));
    port.onDisconnect.addListener(() => {
      // Nobody may be there to take the call.
      void chrome.runtime.lastError;
      if (this.#port === port) this.#show((this.#port = undefined));
    });
  }

  /** @param {News} news */
  #hear({ site, article, view, reveal }) {
    this.#isHearing = true;
    if (site !== undefined) this.#show(site);
    if (article?.analysis) this.#reader.setAnalysis(article.text, article.analysis, article.isEdit ? 'edit' : 'analysis');
    else if (article) this.#reader.replaceText(article.text);
    if (article?.analysis) this.#count(article.analysis);
    if (view) {
      this.#view = view;
      document.dispatchEvent(new Event('scroll'));
    }
    if (reveal) this.#column.reveal(reveal.list, reveal.index);
    this.#isHearing = false;
  }

  /** @param {import('../www/reader.js').Change} change @param {Readonly<import('../www/reader.js').State>} state */
  #pass(change, { filter, focus, selected }) {
    if (this.#isHearing) return;
    if (change === 'filter') this.#ask({ filter: { ...filter, kinds: [...filter.kinds] } });
    if (change === 'place') this.#ask({ goTo: focus });
    if (change === 'selected') this.#ask({ select: selected?.mark ?? null });
  }

  /** @param {Wish} wish */
  #ask(wish) {
    this.#port?.postMessage(wish);
  }

  /** @param {string | undefined} site of the page that is shown, if one is */
  #show(site) {
    byId('empty').hidden = site !== undefined;
    byId('found').hidden = site === undefined;
    byId('site').hidden = !site;
    if (!site) return;
    const box = make('input', { type: 'checkbox', id: 'off' });
    box.addEventListener('change', () => keepOff(site, box.checked));
    byId('site').replaceChildren(make('label', {}, box, words.panel.off(site)));
  }

  /** @param {GroupId} id @param {GroupId[]} kinds */
  #switch(id, kinds) {
    const box = make('input', { type: 'checkbox', name: id });
    box.checked = kinds.includes(id);
    const count = make('span', { class: 'count' });
    box.addEventListener('change', () => {
      const on = GROUPS.filter((other) => this.#switches.get(other)?.box.checked);
      keepKinds(on);
      this.#reader.setFilter({ kinds: new Set(on) });
    });
    this.#switches.set(id, { box, count });
    return make('li', {}, make('label', {}, box, make('span', {}, pageWords.groups[id]), count));
  }

  /** @param {import('../www/pkg/sourcelight.js').Analysis} analysis */
  #count(analysis) {
    for (const [id, count] of countGroups(analysis)) {
      const found = this.#switches.get(id);
      if (found) found.count.textContent = String(count);
    }
  }

  /** @param {number} start @param {number} end @returns {Range | undefined} */
  #rangeAt(start, end) {
    if (!this.#view) return undefined;
    const [from, to] = this.#view;
    const at = (/** @type {number} */ offset) => ((offset - from) / Math.max(1, to - from)) * window.innerHeight;
    const box = new DOMRect(0, at(start), 1, at(end) - at(start));
    return /** @type {Range} */ ({ getBoundingClientRect: () => box });
  }
}

const { kinds } = await choices();
const panel = new Panel(kinds);

/** @type {number | undefined} */
let shown;
const window_ = await chrome.windows.getCurrent();

async function turnToFront() {
  const [tab] = await chrome.tabs.query({ active: true, windowId: window_.id });
  shown = tab?.id;
  if (shown !== undefined) panel.turnTo(shown);
}

chrome.tabs.onActivated.addListener(({ windowId }) => windowId === window_.id && turnToFront());
chrome.runtime.onMessage.addListener((message, { tab }) => {
  if (message.ready && tab?.id === shown && shown !== undefined) panel.turnTo(shown);
  return false;
});
turnToFront();
