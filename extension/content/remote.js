// The engine as a page has it: in the background script. Of a text that differs from the last one in a stretch, only that
// stretch goes there, and only what it changes comes back.

import { applyChange } from '../../www/apply.js';
import { difference } from '../../www/shift.js';
import { ask } from './ask.js';

/** @typedef {import('../../www/pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../../www/pkg/sourcelight.js').Options} Options */

export class Remote {
  /** What was analysed last. @type {{text: string, options: Options, analysis: Analysis} | undefined} */
  #last;

  /**
   * The next text may come once this one is done, or has failed.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Analysis>}
   */
  async analyze(text, options) {
    const last = this.#last;
    this.#last = undefined;
    const isEdit = last !== undefined && last.options.anyLanguage === options.anyLanguage;
    // The script has forgotten the text where the browser has ended it meanwhile, or another tab has asked.
    const change = isEdit ? await ask('edit', difference(last.text, text)) : null;
    const analysis = last && change ? applyChange(last.analysis, change) : await ask('analyze', { text, options });
    this.#last = { text, options, analysis };
    return analysis;
  }

  /** Another text has come. */
  forget() {
    this.#last = undefined;
  }
}
