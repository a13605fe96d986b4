// What a card offers where its mark is wrong: dismiss it, change what it is, choose other words.

import { make } from '../../dom.js';
import { button } from './button.js';
import * as words from '../words.js';

/** @typedef {import('../../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../../pkg/sourcelight.js').Statement} Statement */
/** @typedef {import('../../reader.js').Mark} Mark */
/** @typedef {import('../../reader.js').Reader} Reader */
/** @typedef {import('../corrections.js').Corrector} Corrector */
/** @typedef {import('./marker.js').Draft} Draft */

/**
 * @param {HTMLElement} place
 * @param {Mark} mark
 * @param {Reader} reader
 * @param {Corrector} corrector
 * @param {(draft: Draft) => void} onDraft other words are to be chosen for a statement
 */
export function fillForm(place, { list, index }, reader, corrector, onDraft) {
  const analysis = /** @type {Analysis} */ (reader.state.analysis);
  if (list === 'attributions') fillStatement(place, analysis.attributions[index], corrector.statement(index), corrector, onDraft);
  else if (list === 'entities' || list === 'hedges') fillKind(place, list, analysis[list][index], corrector);
}

/**
 * @param {HTMLElement} place
 * @param {'entities' | 'hedges'} list
 * @param {{start: number, end: number, kind: string}} mark
 * @param {Corrector} corrector
 */
function fillKind(place, list, { start, end, kind }, corrector) {
  const [sort, label, kinds, dismissal] =
    list === 'entities'
      ? /** @type {const} */ (['entity', words.corrections.kind, words.corrections.entities, words.corrections.noName])
      : /** @type {const} */ (['hedge', words.corrections.hedgeKind, words.corrections.hedges, words.corrections.noHedge]);
  const at = corrector.anchor([start, end]);
  const set = (/** @type {string | null} */ value) =>
    corrector.set({ at, set: /** @type {import('../../pkg/sourcelight.js').Correction['set']} */ ({ [sort]: value }) });
  const [box, field] = choice(label, kinds, kind);
  const form = make('form', {}, field, row(make('button', {}, words.corrections.change), button(dismissal, () => set(null))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    set(box.value);
  });
  place.append(form);
}

/**
 * @param {HTMLElement} place
 * @param {Analysis['attributions'][number]} found
 * @param {ReturnType<Corrector['statement']>} known
 * @param {Corrector} corrector
 * @param {(draft: Draft) => void} onDraft
 */
function fillStatement(place, found, { at, statement }, corrector, onDraft) {
  const set = (/** @type {Statement | null} */ value) => corrector.set({ at, set: { attribution: value } });
  const [type, typeField] = choice(words.corrections.sourceType, words.corrections.sourceTypes, found.source_type);
  const [trace, traceField] = choice(words.corrections.traceable, words.corrections.traceables, found.traceable);
  const [stance, stanceField] = choice(words.corrections.stance, words.corrections.stances, found.stance);
  const speaker = make('input', { type: 'text', autocomplete: 'off' });
  speaker.value = found.speaker ?? '';
  const change = make('button', {}, words.corrections.change);
  const other = button(words.corrections.otherWords, () => onDraft({ at, statement }));
  // Without a source nothing is left of what was said of it.
  const { source_type: _type, traceable: _trace, speaker: _speaker, ...rest } = statement;
  const sourceless = button(words.corrections.noSource, () => set({ ...rest, source: null }));
  const form = make(
    'form',
    {},
    typeField,
    traceField,
    stanceField,
    field(words.corrections.speaker, speaker),
    row(change, other, ...(statement.source ? [sourceless] : []), button(words.corrections.noStatement, () => set(null))),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    /** @type {Statement} */
    const changed = { ...statement };
    // What the reader leaves as it is stays for the engine to judge.
    if (type.value !== found.source_type) changed.source_type = /** @type {Statement['source_type']} */ (type.value);
    if (trace.value !== found.traceable) changed.traceable = /** @type {Statement['traceable']} */ (trace.value);
    if (stance.value !== found.stance) changed.stance = /** @type {Statement['stance']} */ (stance.value);
    if (speaker.value.trim() !== (found.speaker ?? '')) changed.speaker = speaker.value.trim();
    set(changed);
  });
  place.append(form);
}

/**
 * @param {string} label
 * @param {Record<string, string>} choices
 * @param {string} value
 * @returns {[HTMLSelectElement, HTMLElement]}
 */
function choice(label, choices, value) {
  const box = make('select', {}, ...Object.entries(choices).map(([key, text]) => make('option', { value: key }, text)));
  box.value = value;
  return [box, field(label, box)];
}

/** @param {string} label @param {HTMLElement} control */
const field = (label, control) => make('label', {}, make('span', {}, label), control);

/** @param {...HTMLElement} buttons */
const row = (...buttons) => make('div', { class: 'actions' }, ...buttons);
