// The measurements as a Markdown document.

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {number[]} values */
export const spread = (values) => `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`;

export const number = (/** @type {number} */ value) => (value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value < 10 ? 2 : 1));

/** @param {string[]} head @param {string[][]} rows */
export const grid = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Whether a system that works on one thread had to wait for a processor. @param {Record<string, any[]>} results */
const isBusy = (results) => results['command line'].some(({ milliseconds, cpu }) => cpu > 0 && cpu < milliseconds * 0.8);

/** What each one finds, as a ratio of speed says nothing without it. @type {Record<string, string>} */
const FINDS = {
  'command line': 'everything',
  'command line, 2 jobs': 'everything',
  'WebAssembly in Node.js': 'everything',
  'WebAssembly in a worker of Chromium': 'everything',
  'wink-nlp in Node.js': 'tokens, sentences, dates, amounts; no names, quotes, attributions',
  'compromise in Node.js': 'people, places, organisations, quotations; no attributions',
};

/** @param {{about: any, results: Record<string, any[]>, stages: any, bytes: number, words: number, weights: any[], growth: any[]}} measured */
export function table({ about, results, stages, bytes, words, weights, growth }) {
  const speed = Object.keys(FINDS).map((name) => {
    const times = results[name].map((result) => result.milliseconds);
    const [cpu, first, memory] = ['cpu', 'firstAnswer', 'memory'].map((key) => results[name].map((result) => result[key] ?? 0));
    const time = median(times);
    return [
      name,
      number(words / (time / 1000)),
      number(bytes / 1e6 / (time / 1000)),
      spread(times),
      median(cpu) ? number(median(cpu)) : '–',
      number(median(first)),
      median(memory) ? number(median(memory) / 1e6) : '–',
      FINDS[name],
    ];
  });
  const rate = (/** @type {string} */ name) => words / median(results[name].map((result) => result.milliseconds));
  const ours = rate('WebAssembly in Node.js');
  const ratios = [
    ['wink-nlp in Node.js', rate('wink-nlp in Node.js')],
    ['compromise in Node.js', rate('compromise in Node.js')],
  ].map(([name, theirs]) => [String(name), number(ours / Number(theirs))]);
  const jobs = rate('command line, 2 jobs') / rate('command line');
  const total = Object.values(stages.stages).reduce((/** @type {number} */ sum, /** @type {any} */ time) => sum + time, 0);
  const stageRows = Object.entries(stages.stages).map(([name, time]) => [
    name,
    number(Number(time) / (stages.bytes / 1e6)),
    `${Math.round((100 * Number(time)) / total)} %`,
  ]);
  const paint = results.paint;
  const paintRows = [
    ['Sourcelight (highlights)', String(median(paint.map((it) => it.marks))), number(median(paint.map((it) => it.ours.script))), number(median(paint.map((it) => it.ours.frame)))],
    ['mark.js (elements)', String(median(paint.map((it) => it.theirMarks))), number(median(paint.map((it) => it.theirs.script))), number(median(paint.map((it) => it.theirs.frame)))],
  ];
  const long = results.long;
  const longRows = [
    ['until all of it is marked, ms', number(median(long.map((it) => it.marked))), spread(long.map((it) => it.marked))],
    ['tasks over 50 ms', String(median(long.map((it) => it.tasks.length))), spread(long.map((it) => it.tasks.length))],
    ['the longest of them, ms', number(median(long.map((it) => Math.max(0, ...it.tasks)))), spread(long.map((it) => Math.max(0, ...it.tasks)))],
    ['from a key to its marks, ms', number(median(long.flatMap((it) => it.keys))), spread(long.flatMap((it) => it.keys))],
  ];
  const weightRows = weights.map(({ name, raw, gzip, brotli }) => [name, ...[raw, gzip, brotli].map((size) => number(size / 1000))]);
  const growthRows = growth.map(({ name, bytes, milliseconds, memory }) => [
    name,
    number(milliseconds),
    number((milliseconds / bytes) * 1e6),
    number(memory / 1e6),
    number(memory / bytes),
  ]);
  return `# Measured on ${about.date}

${about.machine}; Node.js ${about.node}; ${about.versions}. Texts: ${about.texts}: ${about.size}. ${about.rounds} rounds,
the systems in turn in each; medians. Each system first had to find what it should in a short text. \`cargo xtask bench\`
makes this table.

## Speed

${grid(['', 'words/s', 'MB/s', 'ms for all, least–most', 'of it on a processor', 'first answer, ms', 'memory, MB', 'finds'], speed)}

WebAssembly on one core reads this many times the words per second of:

${grid(['', 'times'], ratios)}
${isBusy(results) ? '\n**The machine was busy with other work: only figures within one table may be compared.**\n' : ''}
Two jobs on the command line do ${number(jobs)} times the work of one.

## Stages, native

${grid(['', 'ms per MB', 'share'], stageRows)}

After a key typed into a text of ${number(stages.bytes / 1e6)} MB the analysis is right again in ${number(stages.keystroke.median)} ms (median), ${number(stages.keystroke.longest)} ms at the
longest.

## Growth, native: processor time and memory beyond what an empty text takes

${grid(['', 'ms', 'ns per byte', 'MB', 'bytes per byte'], growthRows)}

## One article in Chromium

${grid(['', 'marks', 'script, ms', 'to the next frame, ms'], paintRows)}

The page is ready ${number(median(results.start.map((it) => it.ready)))} ms after the visit begins (from this machine, uncompressed).

## A text of up to 1 MB in Chromium

${grid(['', 'median', 'least–most'], longRows)}

## Download, kB

${grid(['', 'raw', 'gzip', 'brotli'], weightRows)}
`;
}
