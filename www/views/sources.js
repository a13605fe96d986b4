// The view of sources: who is heard, how much, how well one could trace them, and what each said.

import { keyOfVoice } from '../choice.js';
import { make } from '../dom.js';
import { visit } from '../tour.js';
import { allVoices, textOf } from '../voices.js';
import * as words from '../words.js';
import { bar, excerpt } from './parts.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Voice} Voice */
/** @typedef {import('../reader.js').Reader} Reader */
/** @typedef {import('../choice.js').Choice} Choice */

/** So many voices are made in one go. */
const SOME = 100;

export class Sources {
  #root;
  #reader;
  #choice;
  /** What each voice says, until it is unfolded first; by the id of its list. @type {Map<string, () => HTMLElement[]>} */
  #folded = new Map();
  #list = make('ul', { class: 'voices' });
  /** Makes the voices that are still to come. @type {(() => HTMLElement)[]} */
  #rest = [];
  /** Sees when a reader comes to the end of those that are there. */
  #end = new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && this.complete(SOME));

  /** @param {HTMLElement} root @param {Reader} reader @param {Choice} choice */
  constructor(root, reader, choice) {
    this.#root = root;
    this.#reader = reader;
    this.#choice = choice;
    reader.subscribe((change) => change === 'filter' && this.#unfold());
  }

  /** @param {Analysis} analysis */
  show(analysis) {
    const voices = allVoices(analysis, this.#reader);
    this.#folded.clear();
    this.#list.replaceChildren();
    this.#rest = [];
    if (voices.length === 0) {
      this.#root.replaceChildren(make('p', { class: 'hint' }, words.sources.empty));
      return;
    }
    const most = Math.max(1, ...voices.map((voice) => voice.words));
    this.#root.replaceChildren(make('p', { class: 'hint' }, summary(analysis.profile.voices)), this.#list);
    this.#rest = voices.map((voice, index) => () => this.#voice(voice, index, most, analysis));
    this.complete(SOME);
  }

  /** Makes so many of the voices that are still to come, the others once a reader comes to them. @param {number} [count] */
  complete(count = this.#rest.length) {
    this.#end.disconnect();
    this.#list.append(...this.#rest.splice(0, count).map((voice) => voice()));
    this.#unfold();
    const last = this.#list.lastElementChild;
    if (last && this.#rest.length > 0) this.#end.observe(last);
  }

  /** Long articles have thousands of statements: a voice's are made once they are seen. */
  #unfold() {
    for (const button of this.#root.querySelectorAll("[aria-expanded='true']")) {
      const id = button.getAttribute('aria-controls') ?? '';
      document.getElementById(id)?.append(...(this.#folded.get(id)?.() ?? []));
      this.#folded.delete(id);
    }
  }

  /** @param {Voice} voice @param {number} index @param {number} most @param {Analysis} analysis */
  #voice(voice, index, most, { attributions }) {
    const id = `said-${index}`;
    const button = make('button', { type: 'button', 'aria-controls': id }, make('span', {}, voice.name));
    this.#choice.bind(button, 'aria-expanded', {
      key: keyOfVoice(voice.name),
      label: voice.name,
      attributions: voice.attributions,
    });
    this.#folded.set(id, () => voice.attributions.map((at) => this.#statement(attributions[at], at)));
    return make(
      'li',
      { class: 'voice', 'data-find': voice.name },
      make('h3', {}, button),
      bar(voice.words / most, voice.traceable),
      make(
        'p',
        { class: 'facts' },
        make('span', { class: `badge ${voice.traceable}` }, words.traceable[voice.traceable]),
        ` ${words.sources.amount(voice.attributions.length, voice.words)}`,
      ),
      make('ol', { id, class: 'said' }),
    );
  }

  /** @param {Analysis['attributions'][number]} attribution @param {number} index */
  #statement({ cue, content, hedged }, index) {
    const button = make(
      'button',
      { type: 'button', class: hedged ? 'statement hedged' : 'statement' },
      make('i', {}, textOf(cue, this.#reader)),
      ` ${excerpt(textOf(content, this.#reader))}`,
    );
    if (hedged) button.append(' ', make('span', { class: 'tag' }, words.sources.hedged));
    button.addEventListener('click', () => visit(this.#reader, { list: 'attributions', index }, { opener: button }));
    return make('li', {}, button);
  }
}

/** @param {Voice[]} voices */
function summary(voices) {
  /** @param {Voice['traceable']} how */
  const count = (how) => voices.filter((voice) => voice.traceable === how).length;
  return words.sources.summary({ all: voices.length, yes: count('yes'), partly: count('partly'), no: count('no') });
}
