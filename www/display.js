// The panel of settings: how many marks, in which colours, how large, in which theme; whether the text is kept, and whether
// the sharper reading reads along.

import { make } from './dom.js';
import { CHOICES, SURENESS } from './settings.js';
import * as words from './words.js';

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @param {HTMLElement} root
 * @param {Settings} settings
 * @returns {() => void} shows settings that were changed elsewhere
 */
export function fillDisplay(root, settings) {
  const boxes = /** @type {const} */ (['sharp', 'keep']).map((name) => ({ name, ...box(name, settings) }));
  root.append(
    slider(settings),
    select('palette', words.palettes, settings),
    select('size', words.sizes, settings),
    select('theme', words.themes, settings),
    ...boxes.flatMap(({ parts }) => parts),
  );
  const show = () => boxes.forEach(({ name, input }) => (input.checked = settings.values[name]));
  show();
  return show;
}

/** Something to switch on or off, with what that means. @param {'keep' | 'sharp'} name @param {Settings} settings */
function box(name, settings) {
  const { label, hint } = words[name];
  const input = make('input', { type: 'checkbox', id: `setting-${name}`, 'aria-describedby': `${name}-hint` });
  input.addEventListener('change', () => settings.set(name, input.checked));
  const line = make('div', { class: 'setting' }, make('label', { for: input.id }, label), input);
  return { input, parts: [line, make('p', { class: 'hint', id: `${name}-hint` }, hint)] };
}

/** @param {Settings} settings */
function slider(settings) {
  const last = SURENESS.length - 1;
  const input = make('input', { type: 'range', id: 'sureness', min: '0', max: String(last), 'aria-describedby': 'sureness-ends' });
  /** The slider's right end is more marks, the list's end fewer. @param {number} value */
  const mirrored = (value) => last - value;
  const show = () => {
    input.value = String(mirrored(settings.values.sureness));
    input.ariaValueText = words.sureness.steps[settings.values.sureness];
  };
  input.addEventListener('input', () => {
    settings.set('sureness', mirrored(Number(input.value)));
    show();
  });
  show();
  const ends = make('span', { class: 'ends', id: 'sureness-ends' }, make('span', {}, words.sureness.fewer), make('span', {}, words.sureness.more));
  return make('div', { class: 'setting wide' }, make('label', { for: 'sureness' }, words.sureness.label), input, ends);
}

/**
 * @template {keyof typeof CHOICES} Name
 * @param {Name} name
 * @param {{label: string, choices: Record<string, string>}} text
 * @param {Settings} settings
 */
function select(name, { label, choices }, settings) {
  const options = Object.entries(choices).map(([value, text]) => make('option', { value }, text));
  const box = make('select', { id: `setting-${name}` }, ...options);
  box.value = settings.values[name];
  box.addEventListener('change', () => {
    const choice = CHOICES[name].find((value) => value === box.value);
    if (choice) settings.set(name, /** @type {import('./settings.js').Values[Name]} */ (choice));
  });
  return make('div', { class: 'setting' }, make('label', { for: `setting-${name}` }, label), box);
}
