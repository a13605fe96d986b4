// Who is heard: the voices of the profile, and what nobody is named for.

import * as words from './words.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Voice} Voice */
/** @typedef {Pick<import('./reader.js').Reader, 'words'>} Reader */

/**
 * The voices, those with most words first; last, as if it were one, what is said without a source.
 * @param {Analysis} analysis
 * @param {Reader} reader
 * @returns {Voice[]}
 */
export function allVoices({ attributions, profile }, reader) {
  const heard = new Set(profile.voices.flatMap((voice) => voice.attributions));
  const rest = [...attributions.keys()].filter((index) => !heard.has(index));
  if (rest.length === 0) return profile.voices;
  /** @type {Voice} */
  const nobody = {
    name: words.sources.none,
    named: false,
    traceable: 'no',
    source_type: 'none',
    attributions: rest,
    words: countWords(rest.flatMap((index) => attributions[index].content), reader),
  };
  return [...profile.voices, nobody];
}

/**
 * The voice that an attribution belongs to; `undefined` where no source is named.
 * @param {Analysis} analysis
 * @param {number} index
 */
export const voiceOf = ({ profile }, index) => profile.voices.find(({ attributions }) => attributions.includes(index));

/**
 * The statements of the voice that an attribution belongs to, in order.
 * @param {Analysis} analysis
 * @param {number} index
 */
export function statementsWith(analysis, index) {
  const { attributions, profile } = analysis;
  const voice = voiceOf(analysis, index);
  if (voice) return voice.attributions;
  const heard = new Set(profile.voices.flatMap((other) => other.attributions));
  return [...attributions.keys()].filter((other) => !heard.has(other));
}

/**
 * Who says it, in the words of the text where there is no name; empty where nobody is named.
 * @param {Analysis['attributions'][number]} attribution
 * @param {Reader} reader
 */
export function speakerOf({ speaker, source }, reader) {
  return speaker ?? textOf(source, reader);
}

/**
 * The same inside a sentence: a word that begins the article's sentence and no name gets a small letter.
 * @param {Analysis['attributions'][number]} attribution
 * @param {Analysis} analysis
 * @param {Reader} reader
 */
export function speakerInSentence(attribution, { entities }, reader) {
  const name = speakerOf(attribution, reader);
  const isName = attribution.speaker !== null || entities.some(({ start }) => start === attribution.source[0]?.[0]);
  return isName || !/^\p{Lu}(\p{Ll}|\s)/u.test(name) ? name : name[0].toLowerCase() + name.slice(1);
}

/** Stretches of the text as one line. @param {import('./pkg/sourcelight.js').Span[]} spans @param {Reader} reader */
export const textOf = (spans, reader) => spans.map((span) => reader.words(span)).join(' … ');

/** How many words stand in stretches of the text. @param {import('./pkg/sourcelight.js').Span[]} spans @param {Reader} reader */
export const countWords = (spans, reader) => spans.reduce((sum, span) => sum + reader.words(span).split(' ').length, 0);
