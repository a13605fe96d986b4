// The sheet of all keys, with the switch for those who want no single ones. It shows keys that others take, too: the bar for
// selected words (correcting/marker.js) and the caret (pointer.js).

import { make } from '../dom.js';
import { help } from './words.js';

/**
 * @param {HTMLDialogElement} dialog
 * @param {import('../keys.js').Shortcut[]} shortcuts
 * @param {boolean} areOn whether single keys act
 * @param {(areOn: boolean) => void} onSwitch
 */
export function fillSheet(dialog, shortcuts, areOn, onSwitch) {
  const rows = [
    ...shortcuts.map(({ keys, name, release }) => row(keys, help.keys[name], release && help.held)),
    row(['m'], help.keys.bar),
    row(['Ctrl+Enter'], help.keys.caret),
    row(['Esc'], help.keys.back),
  ];
  const box = make('input', { type: 'checkbox' });
  box.checked = areOn;
  box.addEventListener('change', () => onSwitch(box.checked));
  const close = make('button', { type: 'button' }, help.close);
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    make('h2', { id: 'help-title', tabindex: '-1', autofocus: '' }, help.title),
    make('p', {}, help.intro),
    make('dl', {}, ...rows),
    make('label', {}, box, ` ${help.singleKeys}`),
    close,
  );
}

/** @param {string[]} keys @param {string} label @param {string} [manner] */
function row(keys, label, manner) {
  const names = keys.flatMap((key) => [make('kbd', {}, key), ' ']);
  return make('div', {}, make('dt', {}, ...names, manner ?? ''), make('dd', {}, label));
}
