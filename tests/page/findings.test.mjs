// What the desk's list finds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlyPeople, orphans, singleSourced } from '../../www/parts/findings.js';
import { countWords } from '../../www/voices.js';

/** An attribution whose source stands at these words of the text. */
const attribution = (text, source, speaker, more = {}) => {
  const start = text.indexOf(source);
  return { source: [[start, start + source.length]], cue: [], content: [[0, 1]], speaker, within: null, traceable: 'yes', ...more };
};

const person = (text, words, name, from = 0) => {
  const start = text.indexOf(words, from);
  return { kind: 'person', name, start, end: start + words.length };
};

for (const [name, text, source, mentions, expected] of [
  ['cited by a short name first', 'Berg said no. Anna Berg is mayor.', 'Berg', ['Berg', 'Anna Berg'], ['Anna Berg']],
  ['cited by a pronoun first', '“No,” she said. Anna Berg is mayor.', 'she', ['Anna Berg'], ['Anna Berg']],
  ['cited in full', 'Anna Berg said no. Berg left.', 'Anna Berg', ['Anna Berg'], []],
  ['mentioned before', 'Anna Berg came. Berg said no.', 'Berg said'.slice(0, 4), ['Anna Berg'], []],
  ['short in the heading only', 'Berg says no\nAnna Berg said no.', 'Berg', ['Berg', 'Anna Berg'], []],
  ['with one name only', 'Aristotle said no.', 'Aristotle', ['Aristotle'], []],
]) {
  test(`people ${name}`, () => {
    const entities = mentions.map((words) => person(text, words, mentions.at(-1)));
    const analysis = { attributions: [attribution(text, source, mentions.at(-1))], entities };
    assert.deepEqual(earlyPeople(analysis, text).map((found) => found.name), expected);
  });
}

test('quotes without a speaker are speech, not titles or words at a distance', () => {
  const quotes = [
    { kind: 'quotation', attribution: null },
    { kind: 'quotation', attribution: 0 },
    { kind: 'fragment', attribution: null },
    { kind: 'scare', attribution: null },
    { kind: 'title', attribution: null },
  ];
  assert.deepEqual(orphans({ quotes }).map(({ index }) => index), [0, 2]);
});

for (const [name, voices, lengths, expected] of [
  ['two statements in a row', { critics: [0, 1], berg: [2] }, [9, 9, 9], [[0, 1]]],
  ['interrupted by somebody else', { critics: [0, 2], berg: [1] }, [9, 9, 9], []],
  ['one long statement', { critics: [0], berg: [1] }, [60, 9], [[0]]],
  ['one short statement', { critics: [0], berg: [1] }, [9, 9], []],
  ['somebody traceable', { berg: [0, 1] }, [9, 99], []],
]) {
  test(`a stretch on one source: ${name}`, () => {
    const all = Object.entries(voices).map(([voice, attributions]) => ({
      name: voice,
      traceable: voice === 'critics' ? 'no' : 'yes',
      attributions,
    }));
    const analysis = { attributions: lengths.map(() => ({ within: null })) };
    const found = singleSourced(analysis, all, (index) => lengths[index]);
    assert.deepEqual(found.map((run) => run.attributions), expected);
  });
}

test('a statement in pieces has the words of its pieces', () => {
  const text = '“The boat,” they said, “will leak.”';
  const words = (/** @type {[number, number]} */ [start, end]) => text.slice(start, end);
  assert.equal(countWords([[0, 11], [23, 35]], { words }), 4);
});
