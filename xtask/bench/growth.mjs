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
    const runs = [];
    for (let round = 0; round < (text.length > 2e6 ? 1 : 5); round += 1) runs.push(await answers(program, [text], 1));
    const best = runs.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
    rows.push({
      name,
      bytes: Buffer.byteLength(text),
      milliseconds: best.milliseconds - empty.milliseconds,
      memory: best.memory - empty.memory,
    });
  }
  return rows;
}
