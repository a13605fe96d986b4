// Measures Sourcelight against what one would take instead, in one run on one machine: A B A B, medians.
// `cargo xtask bench` builds everything first and calls this:
// `node xtask/bench/main.mjs --program … --wasm … [--texts FOLDER] [--rounds N] [--megabytes N]`.

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withBrowser } from './browser.mjs';
import { growth } from './growth.mjs';
import { native } from './native.mjs';
import { table } from './table.mjs';
import { CHECK, articles as articlesOf, words as wordsIn } from './texts.mjs';
import { weights } from './weights.mjs';

const root = new URL('../../', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    program: { type: 'string', default: '' },
    wasm: { type: 'string', default: '' },
    texts: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    megabytes: { type: 'string', default: '1' },
  },
});
const rounds = Number(values.rounds);
const articles = articlesOf(values.texts, Number(values.megabytes) * 1e6);
const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const words = articles.reduce((sum, text) => sum + wordsIn(text), 0);

/** Slow systems read a part, so that a run ends. @type {Record<string, number>} */
const SHARE = { compromise: 0.1 };

/** @type {Record<string, any[]>} */
const results = {};
/** @param {string} name @param {any} result */
const keep = (name, result) => (results[name] ??= []).push(result);

/** @param {string} system */
function inNode(system) {
  const count = Math.max(1, Math.ceil(articles.length * (SHARE[system] ?? 1)));
  const part = articles.slice(0, count);
  const output = execFileSync(process.execPath, [join(root, 'xtask/bench/one.mjs'), system], {
    input: JSON.stringify({ check: CHECK, articles: part }),
    env: { ...process.env, SOURCELIGHT_WASM: values.wasm },
    maxBuffer: 1 << 28,
  });
  const share = part.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / bytes;
  const measured = JSON.parse(String(output));
  return { ...measured, milliseconds: measured.milliseconds / share, cpu: measured.cpu / share };
}

const markJs = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');
await withBrowser({ www: join(root, 'www'), wasm: values.wasm, markJs, check: CHECK, articles }, async (browser) => {
  for (let round = 0; round < rounds; round += 1) {
    console.log(`Round ${round + 1} of ${rounds}`);
    keep('command line', await native(values.program, CHECK, articles, 1));
    keep('command line, 2 jobs', await native(values.program, CHECK, articles, 2));
    keep('WebAssembly in Node.js', inNode('sourcelight'));
    keep('wink-nlp in Node.js', inNode('wink-nlp'));
    keep('compromise in Node.js', inNode('compromise'));
    keep('WebAssembly in a worker of Chromium', await browser.worker());
    keep('paint', await browser.paint());
    keep('start', await browser.start());
    keep('long', await browser.long());
  }
});
const stages = JSON.parse(String(execFileSync(values.program, ['stages'], { input: articles.join('\n\n').slice(0, 1_000_000) })));

const require = createRequire(import.meta.url);
const version = (/** @type {string} */ name) => require(join(root, 'node_modules', name, 'package.json')).version;
const about = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0].model}, ${cpus().length} cores`,
  node: process.version,
  texts: values.texts ? `the .txt files of a folder` : 'our own samples, repeated',
  size: `${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB, ${words} words`,
  rounds,
  versions: ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'mark.js'].map((name) => `${name} ${version(name)}`).join(', '),
};
console.log('Growth');
const text = table({ about, results, stages, bytes, words, weights: await weights(root, values.wasm), growth: await growth(values.program, articles) });
const folder = join(root, 'benchmarks');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, `${about.date}.md`), text);
console.log(`\n${text}\nWrote benchmarks/${about.date}.md`);
