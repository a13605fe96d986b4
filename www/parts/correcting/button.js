// A button of the card's form and of the bar for selected words.

import { make } from '../../dom.js';

/** @param {string} label @param {() => void} onClick */
export function button(label, onClick) {
  const element = make('button', { type: 'button' }, label);
  element.addEventListener('click', onClick);
  return element;
}
