// Measures what a reader waits for in Chromium: on the page as it is hosted, with the sharper reading, and on any page with
// the extension. `cargo xtask bench --reader` builds everything first and calls this:
// `node xtask/bench/reader.mjs --site FOLDER --extension ZIP [--rounds N]`.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { samples } from '../../www/parts/samples.js';
import { STRUCTURES } from '../../tests/extension/pages.mjs';
import { withExtension } from './clicks.mjs';
import { serve } from './server.mjs';
import { grid, median, number, spread } from './table.mjs';
import { words } from './texts.mjs';
import { sharper, visit } from './visits.mjs';

/** Words of an article that is pasted. */
const LENGTH = 1000;

const root = new URL('../../', import.meta.url).pathname;
const { values } = parseArgs({ options: { site: { type: 'string', default: 'dist' }, extension: { type: 'string', default: '' }, rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const texts = [0, 1, 2].map(article);
const long = STRUCTURES['a very long page'];

/** The samples one after the other, each time beginning with another one, up to the length. @param {number} first */
function article(first) {
  const paragraphs = [...samples.slice(first), ...samples.slice(0, first)].flat().map(([, ...parts]) => parts.join('\n'));
  let length = 0;
  return paragraphs.filter((text) => length < LENGTH && (length += words(text))).join('\n\n');
}

/** @type {import('./visits.mjs').Visit[]} */
const visits = [];
/** @type {import('./visits.mjs').Pasted[]} */
const sharp = [];
/** @type {import('./clicks.mjs').Click[]} */
const clicks = [];

const { address, close } = await serve((path) => readFile(join(values.site, path)));
for (let round = 0; round < rounds; round += 1) {
  console.log(`Round ${round + 1} of ${rounds}`);
  // Each time another browser: one that has compiled the module once does not tell what a first visit takes.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  visits.push(await visit(browser, address, texts));
  sharp.push(...(await sharper(browser, address, texts)).slice(1));
  await browser.close();
}
close();
await withExtension(values.extension, long, async (measure) => {
  // The first click ever wakes and compiles what later ones find.
  await measure();
  for (let round = 0; round < rounds; round += 1) clicks.push(await measure());
});

const row = (/** @type {string} */ name, /** @type {number[]} */ measured) => [name, number(median(measured)), spread(measured)];
const HEAD = ['ms', 'median', 'least–most'];
const date = new Date().toISOString().slice(0, 10);
const text = `# What a reader waits for, measured on ${date}

${cpus()[0].model}, ${cpus().length} cores, Chromium without a graphics processor, from this machine and uncompressed. ${rounds} rounds.
\`cargo xtask bench --reader\` makes this table.

## The hosted page, with nothing in the browser's cache

Articles of ${texts.map(words).join(', ')} words, of our own samples, pasted by the keyboard a second apart.

${grid(HEAD, [
  row('from the visit until the page is ready', visits.map(({ ready }) => ready)),
  row('from the first paste to its marks', visits.map(({ pastes }) => pastes[0].marked)),
  row('from the second', visits.map(({ pastes }) => pastes[1].marked)),
  row('from the third', visits.map(({ pastes }) => pastes[2].marked)),
  row('from the first paste to the frame after its marks', visits.map(({ pastes }) => pastes[0].shown)),
  row('from the third', visits.map(({ pastes }) => pastes[2].shown)),
  row('the slowest answer to a key or click, to the frame', visits.map(({ answer }) => answer)),
])}

Layout shift: ${Math.max(...visits.map(({ shift }) => shift)).toFixed(3)} at the most.

## The sharper reading

${grid(HEAD, [row('from a later paste to its refined marks', sharp.map(({ marked }) => marked))])}

## The extension, on a page of ${words(long.replace(/<[^>]*>/g, ' '))} words

${grid(HEAD, [
  row('from the click to the frame with the first marks', clicks.map(({ first }) => first)),
  row('the longest frame', clicks.map(({ frame }) => frame)),
  row('from a changed paragraph to its marks', clicks.map(({ changed }) => changed)),
])}
`;
const folder = join(root, 'benchmarks');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, `${date}-reader.md`), text);
console.log(`\n${text}\nWrote benchmarks/${date}-reader.md`);
