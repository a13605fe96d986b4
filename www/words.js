// Every word that the page's modules show, so that a translation is one file.
// The standing text is in index.html.

/** @typedef {import('./groups.js').GroupId} GroupId */

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** The switches of the legend. @type {Record<GroupId, string>} */
export const groups = {
  attributions: 'Attributions',
  hedged: 'Hedged attributions',
  quotes: 'Quotes',
  hedges: 'Hedges',
  people: 'People',
  organizations: 'Organisations',
  places: 'Places',
  peoples: 'Groups',
  dates: 'Dates and times',
  numbers: 'Numbers',
  others: 'Other names',
};

/** What a switch of the legend is about. @type {Record<GroupId, string>} */
export const groupHints = {
  attributions: 'What somebody said, with a source that can be asked',
  hedged: 'What somebody said, but the source can’t be traced or the wording is cautious',
  quotes: 'Words in quotation marks',
  hedges: 'Words that weaken a statement: may, likely, reportedly',
  people: 'Named people',
  organizations: 'Companies, parties, agencies, outlets',
  places: 'Countries, cities, regions',
  peoples: 'Nationalities, religions, parties',
  dates: 'Days, months, years, times of day',
  numbers: 'Money, percentages, quantities',
  others: 'Events, products, laws, titles of works',
};

/** @type {Record<import('./pkg/sourcelight.js').EntityKind, string>} */
export const entityKinds = {
  person: 'Person',
  organization: 'Organisation',
  place: 'Place',
  group: 'Group of people',
  date: 'Date',
  time: 'Time of day',
  money: 'Amount of money',
  percent: 'Percentage',
  quantity: 'Quantity',
  event: 'Event',
  product: 'Product',
  law: 'Law or case',
  work: 'Title of a work',
};

/** @type {Record<import('./pkg/sourcelight.js').Hedge['kind'], string>} */
export const hedgeKinds = {
  modal: 'It says that something is possible, not that it is so.',
  belief: 'It gives somebody’s belief, not a fact.',
  evidential: 'It passes on hearsay.',
  conditional: 'It holds only under a condition.',
  quantity: 'It leaves open how many.',
  source: 'It leaves open who.',
  passive: 'It leaves out who believes or says so.',
  approximation: 'It softens the word that it stands with.',
};

/** @type {Record<import('./pkg/sourcelight.js').Attribution['source_type'], string>} */
export const sourceTypes = {
  person: 'a named person',
  organization: 'a named organisation',
  official: 'somebody unnamed, known by post or affiliation',
  group: 'unnamed people of some kind',
  document: 'a text, a data set or a broadcast',
  pronoun: 'somebody mentioned before',
  none: 'nobody is named',
};

/** @type {Record<import('./pkg/sourcelight.js').Attribution['traceable'], string>} */
export const traceable = {
  yes: 'Named',
  partly: 'Only an affiliation',
  no: 'Can’t be traced',
};

/** @type {Record<import('./pkg/sourcelight.js').Attribution['stance'], string>} */
export const stances = {
  neutral: 'reports it without judging',
  hedged: 'less than certain',
  doubtful: 'the writer keeps a distance',
  assertive: 'presents it as certain',
  negative: 'rejects it',
  intention: 'a wish, promise or demand',
};

/** @type {Record<import('./pkg/sourcelight.js').Attribution['form'], string>} */
export const forms = {
  direct: 'in the source’s own words',
  indirect: 'in the writer’s words',
  mixed: 'partly in the source’s own words',
};

/** @type {Record<import('./pkg/sourcelight.js').Quote['kind'], string>} */
export const quoteKinds = {
  quotation: 'Quotation',
  fragment: 'Quoted words',
  scare: 'Words at a distance',
  title: 'Title of a work',
};

export const card = {
  close: 'Close',
  attribution: 'Attribution',
  hedgedAttribution: 'Hedged attribution',
  hedge: 'Hedge',
  source: 'Source',
  speaker: 'Speaker',
  cue: 'Cue',
  content: 'Content',
  name: 'Name',
  words: 'Words',
  whose: 'Whose words',
  unknown: 'The article does not say.',
  unclosed: 'The closing quotation mark is missing.',
  why: 'Why it counts as hedged',
  within: 'It is part of what somebody else says.',
  also: 'Also marked here',
  /** @param {number} count */
  mentions: (count) => counted(count, 'mention in this article', 'mentions in this article'),
};

export const sources = {
  none: 'No source named',
  empty: 'Nobody is cited in this text.',
  hedged: 'hedged',
  /** @param {number} count */
  said: (count) => counted(count, 'statement', 'statements'),
};

export const article = {
  reading: 'Article',
  writing: 'Article, being edited',
  pasteByKey: 'This browser keeps its clipboard to itself. Click into the page and press Ctrl+V (on a Mac ⌘V).',
};

export const toolbar = {
  edit: 'Edit',
  read: 'Done',
};

/** The switch for all names, dates and numbers together. */
export const names = {
  label: 'Names',
  hint: 'People, organisations, places, dates, numbers: choose which under Display',
};

export const sureness = {
  label: 'Which marks are shown',
  fewer: 'Fewer, surer',
  more: 'More',
  /** From all marks to few. */
  steps: [
    'All, doubtful names too',
    'All that are likelier right than wrong',
    'Without the most doubtful',
    'Only sure ones',
    'Only the surest',
  ],
};

export const palettes = {
  label: 'Colours',
  choices: { blue: 'Blue and amber', green: 'Green and purple' },
};

export const sizes = {
  label: 'Text size',
  choices: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Very large' },
};

export const themes = {
  label: 'Theme',
  choices: { system: 'As the system', light: 'Light', dark: 'Dark' },
};

export const status = {
  /** @param {import('./pkg/sourcelight.js').Analysis} found */
  found: ({ attributions, quotes, entities }) =>
    `${counted(attributions.length, 'attribution', 'attributions')}, ` +
    `${attributions.filter(({ hedged }) => hedged).length} of them hedged, ` +
    `${counted(quotes.length, 'quote', 'quotes')}, ${counted(entities.length, 'name', 'names')}.`,
};

/** Why nothing was marked. @type {Record<NonNullable<import('./pkg/sourcelight.js').Analysis['notice']>, string>} */
export const notices = {
  not_english: 'This does not look like English. Sourcelight reads English only, so nothing was marked.',
  not_prose: 'This looks like a list, a table or code rather than an article, so nothing was marked.',
  too_long: 'This text is too long to be marked at once. Paste a part of it.',
};

export const markAnyway = 'Mark it anyway';

export const failures = {
  load:
    'Sourcelight could not start: its WebAssembly module did not load. Your text is kept. ' +
    'If trying again does not help, try a current browser.',
  analyze: 'Something went wrong while the text was read. Your text is kept.',
  again: 'Try again',
};
