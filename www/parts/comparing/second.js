// Where the second article comes from: a field to paste it into, a file, a sample.

import { readText } from '../../pkg/sourcelight.js';
import { make } from '../../dom.js';
import * as words from '../words.js';

/**
 * @param {(text: string) => void} onText
 * @param {ReturnType<typeof import('../../part.js').partLoader>} part
 * @returns {HTMLFormElement}
 */
export function secondArticle(onText, part) {
  const field = make('textarea', { rows: '7', spellcheck: 'false' });
  const told = make('p', { role: 'status' });
  const form = make(
    'form',
    { class: 'second' },
    make('label', {}, words.comparison.paste, field),
    make('div', { class: 'actions' }, make('button', { class: 'main' }, words.comparison.compare), fileButton(), ...samples()),
    told,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onText(field.value);
  });

  /** The text of blocks, as the article's own would be read. @param {HTMLElement[]} blocks */
  function take(blocks) {
    const sheet = make('div', { class: 'unseen' }, ...blocks);
    form.append(sheet);
    field.value = readText(sheet);
    sheet.remove();
    onText(field.value);
  }

  function fileButton() {
    const input = make('input', { type: 'file', accept: '.txt,.md,.markdown,.html,.htm,.xhtml', hidden: '' });
    const button = make('button', { type: 'button' }, words.comparison.file);
    button.addEventListener('click', () => input.click());
    input.addEventListener('change', async () => {
      const found = await part(() => import('../files.js'));
      told.textContent = '';
      await found?.openFiles([...(input.files ?? [])], { replace: take }, { show: (sentence) => (told.textContent = sentence) });
      input.value = '';
    });
    return make('span', {}, button, input);
  }

  function samples() {
    const buttons = words.comparison.samples.map((name, index) => {
      const button = make('button', { type: 'button' }, name);
      button.addEventListener('click', async () => {
        const found = await part(() => import('../samples.js'));
        if (found) take(found.blocksOf(found.samples[index]));
      });
      return button;
    });
    return [make('span', {}, words.comparison.orSample), ...buttons];
  }

  return form;
}
