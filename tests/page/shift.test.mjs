// Marks that follow an edit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shiftAnalysis } from '../../www/shift.js';

/** The words that marks cover after an edit. */
function followed(before, after, ...marked) {
  const entities = marked.map((words) => ({ start: before.indexOf(words), end: before.indexOf(words) + words.length }));
  const empty = { notice: null, sentences: [], quotes: [], attributions: [], hedges: [] };
  return shiftAnalysis({ ...empty, entities }, before, after).entities.map(({ start, end }) => after.slice(start, end));
}

for (const [name, before, after, marked, expected] of [
  ['before the marks', 'Ann met Bob.', 'So Ann met Bob.', ['Ann', 'Bob'], ['Ann', 'Bob']],
  ['between the marks', 'Ann met Bob.', 'Ann has met Bob.', ['Ann', 'Bob'], ['Ann', 'Bob']],
  ['inside a mark', 'Ann met Bob.', 'Ann met Boob.', ['Ann', 'Bob'], ['Ann', 'Boob']],
  ['right after a mark', 'Ann met', 'Ann, met', ['Ann'], ['Ann']],
  ['over a mark', 'Ann met Bob.', 'Ann met.', ['Ann', 'Bob'], ['Ann']],
  ['that takes everything', 'Ann met Bob.', '', ['Ann', 'Bob'], []],
]) {
  test(`marks follow an edit ${name}`, () => assert.deepEqual(followed(before, after, ...marked), expected));
}

test('attributions keep their place, for the quotes that refer to them', () => {
  const attribution = { content: [[0, 3]], source: [[4, 7]], cue: [], anonymity: [], reasons: [{ start: 4, end: 7 }], hedged: true };
  const analysis = { notice: null, sentences: [[0, 8]], entities: [], quotes: [], hedges: [], attributions: [attribution] };
  const shifted = shiftAnalysis(analysis, 'abc def.', ' def.');
  assert.deepEqual(shifted.attributions, [
    { content: [], source: [[1, 4]], cue: [], anonymity: [], reasons: [{ start: 1, end: 4 }], hedged: true },
  ]);
});
