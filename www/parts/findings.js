// What an editor's desk would look at: plain observations on an analysis, not faults.

import { paragraphs } from './lanes.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Voice} Voice */
/** @typedef {import('../reader.js').Mark} Mark */

/** A single statement is a stretch from this number of words on; two in a row always are. */
const LONG_STATEMENT = 40;

/**
 * Quotations that no attribution was found for.
 * @param {Analysis} analysis
 * @returns {Mark[]}
 */
export function orphans({ quotes }) {
  return [...quotes.keys()]
    .filter((index) => quotes[index].attribution === null)
    .filter((index) => quotes[index].kind === 'quotation' || quotes[index].kind === 'fragment')
    .map((index) => ({ list: 'quotes', index }));
}

/**
 * The first statement of each person who is cited before the body of the text gives the full name.
 * @param {Analysis} analysis
 * @param {string} text
 * @returns {{name: string, mark: Mark}[]}
 */
export function earlyPeople({ attributions, entities }, text) {
  // Headings give short names by custom.
  const headings = paragraphs(text).filter(([start, end]) => !/[.!?…:;]["'”’)\]]*\s*$/u.test(text.slice(start, end)));
  const isInHeading = (/** @type {number} */ at) => headings.some(([start, end]) => start <= at && at < end);
  const people = entities.filter(({ kind, start }) => kind === 'person' && !isInHeading(start));
  /** @type {{name: string, mark: Mark}[]} */
  const found = [];
  attributions.forEach(({ speaker, source, cue, within }, index) => {
    const [from] = source[0] ?? cue[0] ?? [];
    const [, to = 0] = source.at(-1) ?? [];
    if (speaker === null || within !== null || from === undefined || isInHeading(from) || found.some(({ name }) => name === speaker)) return;
    const inFull = people.find(({ name, start, end }) => name === speaker && text.slice(start, end) === name);
    if (inFull && inFull.start >= to && !people.some((other) => other.name === speaker && other.start < from)) {
      found.push({ name: speaker, mark: { list: 'attributions', index } });
    }
  });
  return found;
}

/**
 * Statements in a row that rest on one voice which can't be traced, with nobody else heard between them.
 * @param {Analysis} analysis
 * @param {Voice[]} voices
 * @param {(attribution: number) => number} countWords
 * @returns {{name: string, words: number, attributions: number[]}[]}
 */
export function singleSourced({ attributions }, voices, countWords) {
  const outermost = [...attributions.keys()].filter((index) => attributions[index].within === null);
  /** @type {{voice: Voice | undefined, attributions: number[]}[]} */
  const runs = [];
  for (const index of outermost) {
    const voice = voices.find((other) => other.attributions.includes(index));
    const last = runs.at(-1);
    if (last && last.voice === voice) last.attributions.push(index);
    else runs.push({ voice, attributions: [index] });
  }
  return runs
    .filter(({ voice }) => voice?.traceable === 'no')
    .map((run) => ({
      name: run.voice?.name ?? '',
      words: run.attributions.reduce((sum, index) => sum + countWords(index), 0),
      attributions: run.attributions,
    }))
    .filter((run) => run.attributions.length > 1 || run.words >= LONG_STATEMENT);
}
