// Keeps the side panel and the page at one: what is known of the page goes there, what is chosen there comes here.

import { inView } from '../../www/parts/inview.js';
import { paragraphs } from '../../www/parts/lanes.js';
import { ask } from './ask.js';

/** @typedef {import('../../www/reader.js').Reader} Reader */
/** @typedef {import('../../www/reader.js').Mark} Mark */
/** @typedef {import('../../www/pkg/sourcelight.js').Span} Span */
/** @typedef {import('../../www/groups.js').GroupId} GroupId */

/**
 * What the page tells the panel; whatever is left out stays as it was.
 * @typedef {object} News
 * @property {string} [site]
 * @property {{text: string, analysis: import('../../www/pkg/sourcelight.js').Analysis | null, isEdit: boolean}} [article]
 * @property {Span} [view] the stretch of the text in the window
 * @property {{list: 'attributions' | 'entities', index: number}} [reveal] to be shown in its list
 */
/**
 * What the panel asks of the page.
 * @typedef {object} Wish
 * @property {Mark | null} [select]
 * @property {Span[]} [goTo]
 * @property {{kinds: GroupId[], attributions: number[] | null, entities: number[] | null}} [filter]
 */

export class PanelLink {
  #reader;
  #site;
  /** @type {chrome.runtime.Port | undefined} */
  #port;
  /** What the panel is to show once it is open. @type {News['reveal']} */
  #revealed;
  #frame = 0;

  /** @param {Reader} reader @param {string} site @param {AbortSignal} signal ends it */
  constructor(reader, site, signal) {
    this.#reader = reader;
    this.#site = site;
    const connect = (/** @type {chrome.runtime.Port} */ port) => this.#connect(port);
    chrome.runtime.onConnect.addListener(connect);
    signal.addEventListener('abort', () => {
      chrome.runtime.onConnect.removeListener(connect);
      cancelAnimationFrame(this.#frame);
      this.#port?.disconnect();
    });
    const moved = () => {
      if (this.#port) this.#frame ||= requestAnimationFrame(() => this.#tellView());
    };
    document.addEventListener('scroll', moved, { capture: true, passive: true, signal });
    window.addEventListener('resize', moved, { signal });
    reader.subscribe((change) => {
      if (change === 'article' || change === 'analysis' || change === 'edit') this.#tellArticle(change === 'edit');
    });
    // A panel that is open already learns that there is a page to show.
    chrome.runtime.sendMessage({ ready: true }).catch(() => {});
  }

  /** @param {'attributions' | 'entities'} list @param {number} index */
  async reveal(list, index) {
    if (this.#port) return this.#post({ reveal: { list, index } });
    this.#revealed = { list, index };
    return ask('panel').catch(() => {});
  }

  /** @param {chrome.runtime.Port} port */
  #connect(port) {
    this.#port = port;
    port.onMessage.addListener((wish) => this.#grant(wish));
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#port = undefined;
    });
    this.#post({ site: this.#site });
    this.#tellArticle(false);
    this.#tellView();
    if (this.#revealed) this.#post({ reveal: this.#revealed });
    this.#revealed = undefined;
  }

  /** @param {Wish} wish */
  #grant({ select, goTo, filter }) {
    if (filter) this.#reader.setFilter({ ...filter, kinds: new Set(filter.kinds) });
    if (goTo) this.#reader.goTo(goTo);
    if (select !== undefined) this.#reader.select(select);
  }

  /** @param {boolean} isEdit */
  #tellArticle(isEdit) {
    const { text, analysis } = this.#reader.state;
    this.#post({ article: { text, analysis, isEdit } });
  }

  #tellView() {
    this.#frame = 0;
    const { text, analysis } = this.#reader.state;
    const view = analysis ? inView(paragraphs(text), this.#reader) : undefined;
    if (view) this.#post({ view });
  }

  /** @param {News} news */
  #post(news) {
    this.#port?.postMessage(news);
  }
}
