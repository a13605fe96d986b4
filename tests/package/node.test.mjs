// The package in Node.js, and what it returns against the schema.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ARTICLE, inNode, project } from './support.mjs';

const START = "import { init, analyze, compare, correct, Document, exportAs, profile, select, version } from 'sourcelight';\nawait init();\n";
const print = (/** @type {string} */ expression) => inNode(`${START}const text = ${JSON.stringify(ARTICLE)};\nconsole.log(JSON.stringify(${expression}));`);

/** The schema that the package comes with; here no field may be unknown to it, so that none is forgotten. */
async function schema() {
  const path = join(await project(), 'node_modules/sourcelight/analysis.schema.json');
  const schema = JSON.parse(await readFile(path, 'utf8'));
  for (const [name, definition] of Object.entries(schema.$defs)) {
    // An analysis is a part of a record here.
    if (definition.type === 'object' && name !== 'analysis') definition.unevaluatedProperties = false;
  }
  return new Ajv2020({ strict: false, allErrors: true })
    .addSchema(schema, 'sourcelight')
    .addSchema({ $ref: 'sourcelight#/$defs/analysis', unevaluatedProperties: false }, 'analysis');
}

test('an import runs nothing, and says what is missing', async () => {
  const said = await inNode(`
    import { analyze } from 'sourcelight';
    import 'sourcelight/define';
    let said;
    try { analyze('x'); } catch (error) { said = error.message; }
    console.log(JSON.stringify(said));`);
  assert.equal(said, 'Sourcelight is not loaded yet: call `await init()` once before anything else.');
});

test('every analysis fits the schema', async () => {
  const ajv = await schema();
  const fits = ajv.getSchema('analysis');
  assert.ok(fits);
  const correction = "{ at: { start: 0, end: 0, text: 'Ingrid Solheim' }, set: { entity: 'organization' } }";
  const analyses = await print(`[
    ${JSON.stringify(['', ARTICLE, 'Ein Satz auf Deutsch, der nicht gemeint ist.', '👩🏽‍🚀 said: “\\udc00”.'])}.map((text) => analyze(text)),
    analyze(text, { kinds: ['attribution'], leastConfidence: 0.6 }), correct(text, analyze(text), [${correction}]),
  ].flat()`);
  for (const analysis of analyses) assert.ok(fits(analysis), JSON.stringify(fits.errors));
  const lists = ['entities', 'quotes', 'attributions', 'hedges'];
  for (const list of lists) assert.ok(analyses[1][list].length > 0, list);
  assert.equal(analyses.at(-1).corrections.length, 1);
  assert.ok(!fits({ ...analyses[1], entities: [{}] }));
});

test('an export as JSON fits the schema', async () => {
  const fits = (await schema()).getSchema('sourcelight');
  assert.ok(fits?.(await print("JSON.parse(exportAs(text, analyze(text), 'json', { id: 'a' }))")), JSON.stringify(fits?.errors));
});

test('an edited document has the analysis of its text', async () => {
  const [text, changed, whole, fresh] = await inNode(`
    import { init, analyze, applyChange, Document } from 'sourcelight';
    await init();
    const draft = new Document(${JSON.stringify(`👍🏽 ${ARTICLE}`)});
    const before = draft.analysis();
    const at = draft.text.indexOf('Experts');
    const change = draft.edit(at, at + 'Experts'.length, 'Anna Nowak and “others”');
    console.log(JSON.stringify([draft.text, applyChange(before, change), draft.analysis(), analyze(draft.text)]));`);
  assert.match(text, /^👍🏽 The ferry.*Anna Nowak and “others” have suggested/);
  assert.deepEqual(changed, fresh);
  assert.deepEqual(whole, fresh);
});

test('offsets count UTF-16 units', async () => {
  const [sliced] = await inNode(`${START}
    const text = '👍🏽 “prices” rose, said Anna Nowak.';
    console.log(JSON.stringify(analyze(text).quotes.map(({ start, end }) => text.slice(start, end))));`);
  assert.equal(sliced, '“prices”');
});

test('kinds, confidence and length are options', async () => {
  const [all, names, sure, short, again] = await print(`[
    analyze(text), analyze(text, { kinds: ['person'] }), analyze(text, { leastConfidence: 1 }),
    analyze(text, { maxLength: text.length - 1 }), select(text, analyze(text), { kinds: ['person'] })]`);
  const people = all.entities.filter(({ kind }) => kind === 'person');
  assert.ok(people.length > 0 && people.length < all.entities.length);
  assert.deepEqual([names.entities, names.attributions, names.quotes], [people, [], []]);
  assert.deepEqual(again, names);
  assert.ok(sure.attributions.every(({ confidence }) => confidence === 1));
  assert.equal(sure.profile.attributions, sure.attributions.length);
  assert.equal(short.notice, 'too_long');
});

test('a wrong option says what is right', async () => {
  const cases = {
    "analyze(text, { kind: ['person'] })": 'there is no option `kind`; there is `anyLanguage`, ',
    "analyze(text, { kinds: ['people'] })": '`people` is no kind; there are `attribution`, `quote`, `hedge`, `person`',
    "select(text, analyze(text), { kinds: 'person' })": 'the option `kinds` must be a list of kinds, not a string',
    'analyze(text, { leastConfidence: 2 })': 'the option `leastConfidence` must be a number from 0 to 1, not 2',
    "analyze(text, { maxLength: 'long' })": 'the option `maxLength` must be a number of UTF-16 units, not a string',
    "new Document(text).edit(5, 2, '')": 'the offsets 5 to 2 are no place in this text',
    'analyze(5)': 'the text must be a string, not a number',
  };
  const calls = Object.keys(cases).map((call) => `() => ${call}`);
  const said = await print(`[${calls}].map((call) => { try { call(); } catch (error) { return error.message; } })`);
  for (const [index, expected] of Object.values(cases).entries()) assert.equal(said[index].slice(0, expected.length), expected);
});

test('profiles, comparisons, exports and the version', async () => {
  const [counts, both, csv, number] = await print(
    "[profile(text), compare(analyze(text), analyze(text)), exportAs(text, analyze(text), 'csv'), version()]",
  );
  assert.ok(counts.attributions >= 4 && counts.hedged >= 1 && counts.voices.length >= 3);
  assert.equal(both.voices.length, counts.voices.length);
  assert.match(csv, /Solheim/);
  const { version } = JSON.parse(await readFile(join(await project(), 'node_modules/sourcelight/package.json'), 'utf8'));
  assert.equal(number, version);
  assert.match(version, /^\d+\.\d+\.\d+$/);
});
