// The package's types, as `tsc --strict` sees them.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { run, write } from './support.mjs';

const GOOD = `
import init, { analyze, applyChange, Document, highlight, paint, profile, readText, type Analysis, type MarkKind, type Options } from 'sourcelight';
import { defineElement, SourcelightArticle } from 'sourcelight/element';
import 'sourcelight/define';

await init();
await init(new URL('https://example.org/sourcelight.wasm'));
const kinds: MarkKind[] = ['attribution', 'person'];
const options: Options = { kinds, leastConfidence: 0.5, maxLength: 10_000, anyLanguage: true };
const analysis: Analysis = analyze('text', options);
const hedged: boolean[] = analysis.attributions.map((it) => it.hedged);
const first: [number, number] | undefined = analysis.attributions[0]?.source[0];
const marks = highlight(document.body, options);
paint(document.body, analyze(readText(document.body))).clear();
marks.focus(first ? [first] : []);
const words: number = profile('text').words;
const draft = new Document('text', { anyLanguage: true });
const next: Analysis = applyChange(draft.analysis(), draft.edit(0, 4, draft.text));
defineElement();
const element: SourcelightArticle = document.createElement('sourcelight-article');
element.addEventListener('sourcelight-marked', (event) => console.log(event.detail.analysis.notice, hedged, words, next));
`;

/** @param {string} source @param {string} resolution @returns {Promise<string>} what the compiler says */
async function compiled(source, resolution) {
  const folder = await write({ 'main.ts': source });
  const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', module, '--moduleResolution', resolution, '--lib', 'esnext,dom,dom.iterable', '--types', ''];
  const tsc = resolve('node_modules/typescript/bin/tsc');
  return run(process.execPath, [tsc, ...options, 'main.ts'], { cwd: folder }).then(() => '', (error) => error.stdout);
}

for (const resolution of ['bundler', 'nodenext']) {
  test(`they fit, by ${resolution}`, async () => assert.equal(await compiled(GOOD, resolution), ''));
}

test('what is wrong is refused', async () => {
  const wrong = [
    "analyze(5);",
    "analyze('', { kinds: ['people'] });",
    "analyze('', { least: 1 });",
    "analyze('').attributions[0].stance === 'said';",
  ];
  const said = await compiled(`import { analyze } from 'sourcelight';\n${wrong.join('\n')}`, 'bundler');
  for (const line of wrong.keys()) assert.match(said, new RegExp(`main\\.ts\\(${line + 2},`));
});
