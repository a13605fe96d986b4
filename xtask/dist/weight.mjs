// What a first visit loads, part by part, against what each part may weigh; and what may come on demand.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Kilobytes by brotli. Raise one with care: the whole must stay below a megabyte. */
const BUDGETS = {
  HTML: 3,
  CSS: 6,
  JavaScript: 30,
  WebAssembly: 960,
  other: 2,
  'HTML, CSS, JavaScript': 35,
  'the whole first visit': 995,
  'on demand': 60,
  'sharper reading': 6000,
};

/** @typedef {keyof typeof BUDGETS} Part */

/** The files of each part that a first visit loads. @type {Record<Exclude<Part, 'on demand'>, RegExp>} */
const PARTS = {
  HTML: /^index\.html$/,
  CSS: /\.css$/,
  JavaScript: /\.js$/,
  WebAssembly: /\.wasm$/,
  other: /\.(svg|webmanifest)$/,
  'HTML, CSS, JavaScript': /^index\.html$|\.(css|js)$/,
  'sharper reading': /\.sharp$/,
  'the whole first visit': /^index\.html$|\.(css|js|wasm|svg|webmanifest)$/,
};

/** @param {string} path */
export const isCompressible = (path) => /\.(html|css|js|wasm|svg|webmanifest)$/.test(path);

/** @param {Uint8Array} contents */
export function compressed(contents) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  };
  return { brotli: brotliCompressSync(contents, { params }), gzip: gzipSync(contents, { level: 9 }) };
}

/**
 * Prints the table.
 * @param {Map<string, Uint8Array>} files
 * @param {Set<string>} optional the paths of those that are loaded on demand
 * @returns {boolean} whether every part is within its budget
 */
export function report(files, optional) {
  const parts = /** @type {Part[]} */ (Object.keys(BUDGETS));
  const weights = parts.map((part) => ({ part, raw: 0, gzip: 0, brotli: 0 }));
  for (const [path, contents] of files) {
    const isOptional = optional.has(path);
    const theirs = weights.filter(({ part }) => (part === 'on demand' ? isOptional : !isOptional && PARTS[part].test(path)));
    if (theirs.length === 0) continue;
    const { brotli, gzip } = isCompressible(path) ? compressed(contents) : { brotli: contents, gzip: contents };
    for (const weight of theirs) {
      weight.raw += contents.length;
      weight.gzip += gzip.length;
      weight.brotli += brotli.length;
    }
  }
  console.log(row('kB', ['raw', 'gzip', 'brotli', 'at most']));
  let isWithin = true;
  for (const { part, raw, gzip, brotli } of weights) {
    const budget = BUDGETS[part];
    const isTooMuch = brotli > budget * 1000;
    isWithin &&= !isTooMuch;
    const kilobytes = [raw, gzip, brotli].map((bytes) => (bytes / 1000).toFixed(1));
    console.log(row(part, [...kilobytes, String(budget)]) + (isTooMuch ? '  too much' : ''));
  }
  return isWithin;
}

/** @param {string} head @param {string[]} cells */
const row = (head, cells) => head.padEnd(22) + cells.map((cell) => cell.padStart(9)).join('');
