// What is read: our own samples, or the .txt files of a folder, repeated up to a size.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from '../../www/parts/samples.js';

/** An article in which every system has something to find. */
export const CHECK =
  'The ferry will sail on Monday, Ingrid Solheim told reporters in Oslo. “It cost $3 million,” she said. ' +
  'Experts have suggested that 40 percent of the valves leak.';

/**
 * @param {string | undefined} folder
 * @param {number} bytes
 * @returns {string[]} articles of at least as many bytes in all
 */
export function articles(folder, bytes) {
  const one = folder
    ? readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(join(folder, name), 'utf8'))
    : samples.map((blocks) => blocks.map(([, ...texts]) => texts.join('\n')).join('\n\n'));
  if (one.length === 0) throw new Error(`${folder} has no .txt files`);
  const all = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(all[all.length - 1])) all.push(one[all.length % one.length]);
  return all;
}

/** Words as people count them: runs without white space that hold a letter or digit. @param {string} text */
export const words = (text) => text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
