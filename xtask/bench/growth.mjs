// Whether time and memory grow with the text and no faster: articles from a kilobyte to ten megabytes, and
// texts that nobody writes but somebody pastes.

import { answers } from './native.mjs';

/** @param {string} unit @param {number} size */
const sized = (unit, size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** @param {string[]} articles @returns {[string, string][]} */
function cases(articles) {
  const all = `${articles.slice(0, 20).join('\n\n')}\n\n`;
  const line = 'The ferry was late, Ana Hale said.';
  return [
    ...[1e3, 1e4, 1e5, 1e6, 1e7].map((size) => /** @type {[string, string]} */ ([`articles, ${size / 1000} kB`, sized(all, size)])),
    ['one paragraph of 10 MB', sized(all.replace(/\s+/g, ' '), 1e7)],
    ['100,000 paragraphs', `${line}\n\n`.repeat(1e5)],
    ['100,000 straight quote marks', `${line} ${'"no '.repeat(1e5)}`],
    ['100,000 opening quote marks', `${line} ${'“no '.repeat(1e5)}`],
    ['one token of 1 MB', `${line} ${'a'.repeat(1e6)}`],
  ];
}

/**
 * @param {string} program
 * @param {string[]} articles
 * @returns {Promise<{name: string, bytes: number, milliseconds: number, memory: number}[]>}
 */
export async function growth(program, articles) {
  // What the program needs whatever the text: its weights and lists.
  const empty = await answers(program, [''], 1);
  const rows = [];
  for (const [name, text] of cases(articles)) {
    const bytes = Buffer.byteLength(text);
    // Processor time is counted in hundredths of a second: short texts are read often.
    const copies = Math.max(1, Math.round(2e6 / bytes));
    const { processor, memory } = await answers(program, Array(copies).fill(text), 1);
    rows.push({
      name,
      bytes,
      milliseconds: (processor - empty.processor) / copies,
      memory: memory - empty.memory,
    });
  }
  return rows;
}
