// Every word that the page's own modules and the element show. Those of the optional parts are in parts/words.js, what
// stands still is in index.html and guide/index.html, what the extension adds in extension/words.js; the core has the
// reasons why a statement is hedged (src/hedge/explain.rs) and the words of what is saved (src/export/).

/** @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** Groups of names, as headings. @type {Record<import('./groups.js').GroupId, string>} */
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

/** @type {Record<import('./pkg/sourcelight.js').Attribution['traceable'], string>} */
export const traceable = {
  yes: 'Traceable',
  partly: 'Affiliation only',
  no: 'Untraceable',
};

/** @type {Record<import('./pkg/sourcelight.js').Quote['kind'], string>} */
export const quoteKinds = {
  quotation: 'Quotation',
  fragment: 'Quoted words',
  scare: 'Words at a distance',
  title: 'Title of a work',
};

export const article = {
  reading: 'Article',
  writing: 'Article, being edited',
  pasteByKey: 'This browser keeps its clipboard to itself. Click into the page and press Ctrl+V (on a Mac ⌘V).',
};

/** @type {Record<import('./save.js').Format, string>} */
export const formats = {
  html: 'Web page',
  markdown: 'Markdown',
  csv: 'Table (CSV)',
  json: 'JSON',
  'web-annotation': 'Web annotations',
};

export const taking = {
  copy: 'Copy with marks',
  print: 'Print',
};

export const copying = {
  done: 'Copied',
  failed: 'The browser does not allow copying here',
  tooLong: 'The article is too long for a link, which holds some 4,000 words. Save it as a file instead.',
};

export const link = {
  copy: 'Copy a link that carries the article',
  hint: 'The text travels in the link itself; no server sees it. A link holds some 4,000 words.',
};

export const toolbar = {
  edit: 'Edit',
  read: 'Done',
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

export const sharp = {
  label: 'Sharper reading (6 MB, once)',
  hint: 'A second model finds more of who says what. It is fetched once, stays in this browser, and sends nothing anywhere.',
};
export const keep = {
  label: 'Keep the last text on this device',
  hint: 'In this browser alone, and only until you switch it off: then it is forgotten at once.',
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

/** Of the hosted page (xtask/dist/offline.js). */
export const update = {
  ready: 'A newer Sourcelight is ready.',
  reload: 'Reload',
};

export const failures = {
  load: 'Sourcelight did not load, or arrived damaged. Your text is kept. Check the connection, and try again.',
  unable: 'This browser can’t run Sourcelight: it is too old, or WebAssembly is off or forbidden. Your text is kept.',
  analyze: 'Something went wrong while the text was read. Your text is kept.',
  late: 'Reading this text took far too long. Your text is kept.',
  part: 'This part of Sourcelight did not load. Your text is kept. Check the connection, and try again.',
  again: 'Try again',
};

// The column and the card

/** @typedef {import('./pkg/sourcelight.js').Attribution} Attribution */

export const column = {
  title: 'What was found',
  views: { sources: 'Sources', profile: 'Profile', names: 'Names', check: 'Check' },
  search: 'Find a source or name',
  /** @param {string} what */
  only: (what) => `Marked now: only ${what}.`,
  all: 'Mark all',
  open: 'Show what was found',
  close: 'Show the article',
  help: 'Keyboard shortcuts',
  noMatch: 'Nothing here has this in its name.',
};

/** What a card is about. */
export const card = {
  close: 'Close',
  nobody: 'Nobody is named',
  hedge: 'Hedge',
  /** @param {string} source @param {string} speaker */
  standsFor: (source, speaker) => `“${source}” stands for ${speaker}.`,
  /** @param {string} cue @param {Attribution['stance']} stance */
  cue: (cue, stance) => `With “${cue}” ${cueMeanings[stance]}.`,
  /** @param {string} words */
  anonymity: (words) => `The text says why no name is given: “${words}”.`,
  /** @param {string} speaker */
  through: (speaker) => `Passed on by ${speaker}, so it is not first-hand.`,
  /** @param {string} speaker */
  showThrough: (speaker) => `What ${speaker} says`,
  /** @param {number} count */
  before: (count) => (count === 1 ? 'Mentioned once before' : `Mentioned ${count} times before`),
  /** @param {number} count */
  mentions: (count) => counted(count, 'mention', 'mentions'),
  /** @param {string} speaker */
  wordsOf: (speaker) => `Words of ${speaker}.`,
  showStatement: 'Who says it',
  unknown: 'No speaker was found for these words.',
  unclosed: 'The closing quotation mark is missing.',
  /** @param {string} words @param {string} meaning */
  hedged: (words, meaning) => `“${words}” leaves room for doubt. ${meaning}`,
  ownHedge: 'It is the writer’s own.',
  /** @param {string} speaker */
  hedgeOf: (speaker) => `It stands in what is attributed to ${speaker}.`,
  hedgeOfNobody: 'It stands in a statement that nobody is named for.',
  also: 'Also marked here',
  /** @param {number} at @param {number} of */
  place: (at, of) => `${at} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  /** What the steps go along. @type {Record<import('./reader.js').Mark['list'], string>} */
  along: { attributions: 'Statements of this source', entities: 'Mentions', quotes: 'Quotes', hedges: 'Hedges' },
  inList: 'Show in list',
  wrong: 'Wrong?',
  corrected: 'Corrected',
  copy: 'Copy',
  copyLink: 'Copy link to here',
};

/** What a cue commits to, after “With …”. @type {Record<Attribution['stance'], string>} */
const cueMeanings = {
  neutral: 'the writer reports it without judging',
  hedged: 'it is put as a view or a guess',
  doubtful: 'the writer keeps a distance from it',
  assertive: 'it is presented as certain',
  negative: 'it is rejected',
  intention: 'it is put as a wish, promise or demand',
};

/** How a source can be traced, and why. @type {Record<Attribution['source_type'], Record<Attribution['traceable'], string>>} */
export const sourceFacts = /* @__PURE__ */ (() => {
  /** @param {string} yes @param {string} partly @param {string} no */
  const facts = (yes, partly, no) => ({ yes, partly, no });
  const somebody = facts(
    'The source is named, so a reader can tell who it is.',
    'The source has no name here, but a post or an affiliation: a reader can tell where it comes from, not from whom.',
    'A reader can’t tell who the source is.',
  );
  return {
    person: somebody,
    official: {
      ...somebody,
      yes: 'The source has no name here, but a post that only one person holds: a reader can tell who it is.',
    },
    group: somebody,
    pronoun: somebody,
    organization: facts(
      'The source is a named organisation; no person in it is named.',
      'The source is an organisation that is known only by its kind.',
      'A reader can’t tell which organisation it is.',
    ),
    document: facts(
      'The source is a text or record that a reader could look up.',
      'The source is a text or record that is only described.',
      'A reader can’t tell which text or record it is.',
    ),
    none: facts('', '', 'The text does not say who says or thinks so.'),
  };
})();

export const sources = {
  none: 'No source named',
  empty: 'Nobody is cited in this text.',
  hedged: 'hedged',
  /** @param {{all: number, yes: number, partly: number, no: number}} count */
  summary: ({ all, yes, partly, no }) =>
    `${counted(all, 'source', 'sources')}: ${yes} traceable, ${partly} known by affiliation only, ${no} untraceable.`,
  /** @param {number} statements @param {number} words */
  amount: (statements, words) => `${counted(statements, 'statement', 'statements')}, ${counted(words, 'word', 'words')}`,
};

export const mentions = {
  empty: 'No names were found in this text.',
  previous: 'Previous mention',
  next: 'Next mention',
};
