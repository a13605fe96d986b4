// What there is to say about a mark, in plain sentences.

import { series, isSame } from './tour.js';
import { speakerInSentence, textOf } from './voices.js';
import * as words from './words.js';

/** @typedef {import('./pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('./pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('./pkg/sourcelight.js').Span} Span */
/** @typedef {import('./reader.js').Mark} Mark */
/** @typedef {Pick<import('./reader.js').Reader, 'words'>} Reader */
/**
 * - `jumps`: where more is told: the words of a button and the mark that it leads to.
 * - `mentions`: other places of the text, under a heading.
 * - `copy`: the words for the clipboard.
 * @typedef {object} Explanation
 * @property {string} title
 * @property {Attribution['traceable']} [traceable]
 * @property {string[]} sentences
 * @property {[string, Mark][]} jumps
 * @property {{heading: string, spans: Span[]}} [mentions]
 * @property {string} copy
 */

/**
 * @param {Mark} mark
 * @param {Analysis} analysis
 * @param {Reader} reader
 * @returns {Explanation}
 */
export function explain({ list, index }, analysis, reader) {
  switch (list) {
    case 'attributions':
      return explainAttribution(analysis.attributions[index], analysis, reader);
    case 'entities':
      return explainEntity(analysis.entities[index], analysis);
    case 'quotes':
      return explainQuote(analysis.quotes[index], analysis, reader);
    case 'hedges':
      return explainHedge(analysis.hedges[index], analysis, reader);
  }
}

/**
 * Which of its series a mark is, from 1, and of how many.
 * @param {Mark} mark
 * @param {Analysis} analysis
 */
export function placeInSeries(mark, analysis) {
  const all = series(analysis, mark);
  return { at: all.findIndex((other) => isSame(other, mark)) + 1, of: all.length };
}

/** @param {Attribution} attribution @param {Analysis} analysis @param {Reader} reader @returns {Explanation} */
function explainAttribution(attribution, analysis, reader) {
  const { speaker, traceable, source_type, stance, anonymity, through } = attribution;
  const [source, cue, content] = [attribution.source, attribution.cue, attribution.content].map((spans) =>
    textOf(spans, reader),
  );
  const name = speaker ?? source;
  /** @param {...string} codes */
  const reasons = (...codes) => attribution.reasons.filter(({ code }) => codes.includes(code)).map(({ text }) => text);
  /** What the engine says, or else the plain sentence. @param {string[]} found @param {string} sentence */
  const either = (found, sentence) => (found.length > 0 ? found : [sentence]);
  const relay = through === null ? '' : speakerInSentence(analysis.attributions[through], analysis, reader);

  const sentences = [
    ...(speaker && source && !sameWords(source, speaker) ? [words.card.standsFor(source, speaker)] : []),
    ...either(reasons('unnamed_source', 'no_source'), words.sourceFacts[source_type][traceable]),
    ...anonymity.map((span) => words.card.anonymity(reader.words(span))),
    ...either(reasons('hedged_cue', 'doubtful_cue'), cue && words.card.cue(cue, stance)),
    ...reasons('hedged_content'),
    ...(relay ? [words.card.through(relay)] : []),
  ];
  const earlier = mentionsBefore(attribution, analysis);
  return {
    title: name || words.card.nobody,
    traceable,
    sentences: sentences.filter(Boolean),
    jumps: relay && through !== null ? [[words.card.showThrough(relay), { list: 'attributions', index: through }]] : [],
    mentions: earlier.length > 0 ? { heading: words.card.before(earlier.length), spans: earlier } : undefined,
    copy: `${content}\n— ${[name || words.card.nobody, cue && `“${cue}”`].filter(Boolean).join(', ')}`,
  };
}

/** @param {string} source @param {string} speaker */
const sameWords = (source, speaker) => source.toLowerCase().includes(speaker.toLowerCase());

/**
 * Where the speaker is mentioned before the attribution's own source.
 * @param {Attribution} attribution
 * @param {Analysis} analysis
 * @returns {Span[]}
 */
function mentionsBefore({ speaker, source, cue }, { entities }) {
  const known = speaker === null ? undefined : entities.find(({ name }) => name === speaker);
  const [from = 0] = source[0] ?? cue[0] ?? [];
  return known ? entities.filter(({ entity, start }) => entity === known.entity && start < from).map(spanOf) : [];
}

/** @param {Analysis['entities'][number]} entity @param {Analysis} analysis @returns {Explanation} */
function explainEntity(entity, analysis) {
  const spans = analysis.entities.filter((other) => other.entity === entity.entity).map(spanOf);
  return {
    title: entity.name,
    sentences: [words.entityKinds[entity.kind] + '.'],
    jumps: [],
    mentions: { heading: words.card.mentions(spans.length), spans },
    copy: entity.name,
  };
}

/** @param {Analysis['quotes'][number]} quote @param {Analysis} analysis @param {Reader} reader @returns {Explanation} */
function explainQuote(quote, analysis, reader) {
  const attribution = quote.attribution === null ? undefined : analysis.attributions[quote.attribution];
  const speaker = attribution ? speakerInSentence(attribution, analysis, reader) : '';
  const isSpeech = quote.kind === 'quotation' || quote.kind === 'fragment';
  const text = reader.words(spanOf(quote));
  return {
    title: words.quoteKinds[quote.kind],
    sentences: [
      ...(speaker ? [words.card.wordsOf(speaker)] : isSpeech ? [words.card.unknown] : []),
      ...(quote.closed ? [] : [words.card.unclosed]),
    ],
    jumps: quote.attribution === null ? [] : [[words.card.showStatement, { list: 'attributions', index: quote.attribution }]],
    copy: speaker ? `${text}\n— ${speaker}` : text,
  };
}

/** @param {Analysis['hedges'][number]} hedge @param {Analysis} analysis @param {Reader} reader @returns {Explanation} */
function explainHedge(hedge, analysis, reader) {
  const index = statementAround(analysis, hedge.start);
  const speaker = index < 0 ? '' : speakerInSentence(analysis.attributions[index], analysis, reader);
  const text = reader.words(spanOf(hedge));
  return {
    title: words.card.hedge,
    sentences: [
      words.card.hedged(text, words.hedgeKinds[hedge.kind]),
      index < 0 ? words.card.ownHedge : speaker ? words.card.hedgeOf(speaker) : words.card.hedgeOfNobody,
    ],
    jumps: index < 0 ? [] : [[words.card.showStatement, { list: 'attributions', index }]],
    copy: text,
  };
}

/** The innermost attribution around an offset, by index, or -1. @param {Analysis} analysis @param {number} at */
const statementAround = ({ attributions }, at) =>
  attributions.findLastIndex(({ content, cue }) => [...content, ...cue].some(([start, end]) => start <= at && at < end));

/** @param {{start: number, end: number}} mark @returns {Span} */
const spanOf = ({ start, end }) => [start, end];
