// Every word that the optional parts show. Those of the page itself are in ../words.js.

import { counted, sources } from '../words.js';

export const keep = {
  restored: 'This is the text of your last visit, kept on this device.',
  forget: 'Forget it',
  forgotten: 'The text is forgotten on this device, and no text is kept any more. This page shows it until you leave.',
  failed:
    'The text can’t be kept on this device: the browser’s storage is full, or closed to this page. ' +
    'Nothing is lost on the page; it is not kept, and was switched off under Display.',
};

export const sharp = {
  /** @param {number} percent */
  progress: (percent) => `The sharper reading is on its way: ${percent} % of 6 MB.`,
  stop: 'Stop',
  ready: 'The sharper reading is here. It reads along from now on, without a network too.',
  again: 'Try again',
  failed: 'The sharper reading did not arrive: check the connection. The instant marks go on as before.',
  broken: 'The sharper reading can’t run here: this browser may lack the memory for it. The instant marks go on as before.',
};

export const link = {
  damaged: 'This link is damaged: a part of it was lost or changed on the way. Ask for it again, or paste the article.',
  replaced: 'This is the article from the link.',
  back: 'Back to the one before',
};

export const files = {
  /** @param {string} name */
  empty: (name) => `“${name}” is empty, so the article stays as it is.`,
  /** @param {string} name @param {number} megabytes */
  large: (name, megabytes) => `“${name}” is larger than ${megabytes} MB. Copy the article out of it and paste it here.`,
  /** @param {string} name @param {string} [what] */
  binary: (name, what) =>
    `“${name}” is ${what ?? 'no text file'}. Sourcelight opens .txt, .md and .html files: copy the article out of it and paste it here.`,
  /** @param {string} name */
  unreadable: (name) => `“${name}” can’t be read: it may be a folder, or have been moved. The article stays as it is.`,
  /** @param {string} name */
  failed: (name) => `“${name}” could not be opened: what reads such files did not load or failed. The article stays as it is.`,
  /** @param {string} name @param {number} others */
  first: (name, others) =>
    `“${name}” was opened. ${others === 1 ? 'The other file was' : `The other ${others} files were`} left aside: one article at a time.`,
  kinds: { pdf: 'a PDF', office: 'an office document or archive', rtf: 'a rich text document', image: 'a picture' },
};

export const webPage = {
  source: 'This was the source of a web page: its main text was kept.',
  asText: 'Take it as plain text',
  textless: 'This is the source of a web page as plain text: no main text was found in it, or what looks for it did not load.',
};

/** @typedef {import('../pkg/sourcelight.js').Attribution} Attribution */
/** @typedef {import('../pkg/sourcelight.js').Correction} Correction */
/** @typedef {import('../pkg/sourcelight.js').EntityKind} EntityKind */
/** @typedef {import('../pkg/sourcelight.js').Hedge} Hedge */

/** Words of the article, which may bring quotation marks of their own. @param {string} text */
const quoted = (text) => (/^[“"‘«„]/.test(text) ? text : `“${text}”`);

/** @param {{text: string}[]} pieces */
const inPieces = (pieces) => pieces.map(({ text }) => quoted(text)).join(' … ');

export const corrections = {
  title: 'Your corrections',
  /** @param {number} count */
  button: (count) => counted(count, 'correction', 'corrections'),
  undo: 'Undo',
  /** @param {string} text @param {string} what */
  undoOf: (text, what) => `Undo: “${text}” ${what}`,
  misfit: 'These words have changed, so nothing is corrected now.',
  keep: 'Keep corrections on this device',
  keepHint:
    'In this browser alone: the corrected words with a few around them and a fingerprint of the article, never the whole ' +
    'article. Until you switch it off: then all of them are forgotten at once.',
  save: 'Save as labelled text',
  saveHint: 'Corrections are part of everything that you save. Labelled text (JSON lines) is for training and scoring programs.',
  kind: 'It is',
  hedgeKind: 'It says',
  sourceType: 'The source is',
  traceable: 'A reader can',
  stance: 'The cue says',
  speaker: 'Who speaks',
  change: 'Change',
  noName: 'Not a name',
  noHedge: 'Not a hedge',
  noSource: 'No source here',
  noStatement: 'Not a statement',
  otherWords: 'Choose other words',
  entities: /** @type {Record<EntityKind, string>} */ ({
    person: 'a person',
    organization: 'an organisation',
    place: 'a place',
    group: 'a group of people',
    date: 'a date',
    time: 'a time of day',
    money: 'an amount of money',
    percent: 'a percentage',
    quantity: 'a quantity',
    event: 'an event',
    product: 'a product',
    law: 'a law or case',
    work: 'the title of a work',
  }),
  hedges: /** @type {Record<Hedge['kind'], string>} */ ({
    modal: 'it is possible (may, likely)',
    belief: 'somebody believes it (think)',
    evidential: 'it is hearsay (reportedly)',
    conditional: 'only under a condition (if)',
    quantity: 'how many is open (some)',
    source: 'who is open (critics)',
    passive: 'who believes it is left out',
    approximation: 'it is softened (arguably)',
  }),
  sourceTypes: /** @type {Record<Attribution['source_type'], string>} */ ({
    person: 'a named person',
    organization: 'a named organisation',
    official: 'unnamed, known by post',
    group: 'unnamed people',
    document: 'a text or a record',
    pronoun: 'a pronoun',
    none: 'not there',
  }),
  traceables: /** @type {Record<Attribution['traceable'], string>} */ ({
    yes: 'tell who it is',
    partly: 'tell the affiliation only',
    no: 'not tell who it is',
  }),
  stances: /** @type {Record<Attribution['stance'], string>} */ ({
    neutral: 'nothing of its own',
    hedged: 'it is less than certain',
    doubtful: 'the writer keeps a distance',
    assertive: 'it is certain',
    negative: 'it is rejected',
    intention: 'it is wished or promised',
  }),
  /** What a correction says of its words. @param {Correction} correction */
  said: ({ set }) => {
    if ('entity' in set) return set.entity ? `is ${corrections.entities[set.entity]}` : 'is no name';
    if ('hedge' in set) return set.hedge ? 'is a hedge' : 'is no hedge';
    if (!set.attribution) return 'is no cue of a statement';
    const { source, content } = set.attribution;
    return `is the cue of ${inPieces(content)}, ${source ? `said by ${quoted(source.text)}` : 'without a source'}`;
  },
};

export const marker = {
  /** @param {string} text */
  title: (text) => `Mark “${text}”`,
  choose: 'Select words in the article',
  close: 'Close (Esc)',
  as: 'as',
  names: 'Name',
  hedges: 'Hedge: it says that',
  mark: 'Mark',
  part: 'Part of a statement:',
  parts: { source: 'Source', cue: 'Cue', content: 'Content' },
  missing: {
    source: 'none; select who says it, if the text says so',
    cue: 'select the words that link the two, such as “said”',
    content: 'select what is said',
  },
  chosen: inPieces,
  clear: 'Clear',
  /** @param {string} part */
  clearOf: (part) => `Clear: ${part}`,
  add: 'Add statement',
  change: 'Change statement',
  cancel: 'Cancel',
};

export const comparison = {
  title: 'Two articles side by side',
  close: 'Close',
  paste: 'Paste the second article here. The first is the one on the page.',
  compare: 'Compare',
  file: 'Open a file',
  orSample: 'or a sample:',
  samples: ['The ferry', 'The bridge', 'The well'],
  empty: 'There is no second article yet: paste one, open a file or take a sample.',
  result: 'The comparison',
  another: 'Compare with another article',
  sides: ['First article', 'Second article'],
  /** @param {number} all @param {number} attributed percent */
  words: (all, attributed) => `${counted(all, 'word', 'words')}, ${attributed} % of them attributed to somebody.`,
  /** @param {number} count */
  sources: (count) => `${counted(count, 'source is', 'sources are')} heard:`,
  /** @param {number} count @param {number} share percent */
  share: (count, share) => `${count} (${share} %)`,
  /** @param {number} all @param {number} hedged @param {number} share percent */
  statements: (all, hedged, share) => `${counted(all, 'statement', 'statements')}, ${hedged} of them hedged (${share} %).`,
  /** @param {number} count */
  sourceless: (count) => `Statements without a source: ${count}.`,
  voice: 'Source',
  name: 'Name',
  heardInBoth: 'Heard in both',
  heardOnly: ['Heard in the first only', 'Heard in the second only'],
  namedInBoth: 'Named in both',
  namedOnly: ['Named in the first only', 'Named in the second only'],
  /** @param {number} count */
  mentions: (count) => (count === 1 ? 'once' : `${count} times`),
  none: 'None.',
};

/** A legend for where there is no other: looks and what they mean. */
export const looks = [
  ['source', 'Source'],
  ['cue', 'cue'],
  ['content', 'what is said'],
  ['cue-hedged', 'cautious cue'],
  ['content-hedged', 'what is said, hedged'],
  ['quote', 'quote'],
  ['hedge', 'hedge'],
];

export const notes = 'Who says it, and how well it is sourced';

export const madeBy = 'Marked by Sourcelight, a program that can be wrong: check before you quote it.';

export const profile = {
  strip: 'From top to bottom',
  stripHint: 'The article as a picture. Where all three lanes are empty, the writer speaks. The frame is what you see now. Click a place to go there.',
  lanes: { attributed: 'Attributed', quoted: 'Quoted', hedged: 'Hedged' },
  /** @param {number} paragraph @param {number} of @param {string[]} lanes */
  paragraph: (paragraph, of, lanes) =>
    `Paragraph ${paragraph} of ${of}: ${lanes.length > 0 ? lanes.join(', ') : 'the writer’s own words'}`,
  /** @param {{words: number, attributed: number, quoted: number}} share percentages but for the words */
  words: ({ words, attributed, quoted }) =>
    `Of ${counted(words, 'word', 'words')}, ${attributed} % are attributed to somebody and ${quoted} % stand in quotation marks.`,
  /** @param {number} hedges @param {string} rate */
  hedges: (hedges, rate) =>
    `In the writer’s own words there are ${counted(hedges, 'hedge', 'hedges')}, ${rate} in 100 words.`,
  /** @param {number} relayed @param {number} all */
  relayed: (relayed, all) => `Passed on by somebody else: ${relayed} of ${counted(all, 'statement', 'statements')}.`,
  traceable: 'Can the sources be traced?',
  stances: 'What the cues commit to',
  statements: 'Number of statements. Click a line to mark these alone.',
  /** @param {string} label */
  statementsOf: (label) => `statements under “${label}”`,
};

export const check = {
  hint: 'What somebody at an editor’s desk would look at. Plain observations: each can have a good reason, and Sourcelight can be wrong.',
  findings: {
    orphans: 'Quotes without a speaker',
    early: 'People cited before their full name',
    single: 'Stretches on one untraceable source',
  },
  clear: 'None found.',
  /** @param {string} name */
  early: (name) => `${name}: the full name comes later`,
  /** @param {string} source @param {number} statements @param {number} words */
  single: (source, statements, words) => `${source}: ${sources.amount(statements, words)} in a row`,
  claims: 'Claims to check',
  /** @param {number} done @param {number} all */
  progress: (done, all) => `${done} of ${all} checked`,
  only: 'Mark only these',
  note: 'Note',
  addNote: 'Add a note',
};

/** @type {Record<Attribution['stance'], string>} */
export const stances = {
  neutral: 'Reported without judging',
  hedged: 'Less than certain',
  doubtful: 'Kept at a distance',
  assertive: 'Presented as certain',
  negative: 'Rejected',
  intention: 'Wish, promise or demand',
};

export const help = {
  title: 'Keyboard shortcuts',
  intro: 'They work while you read. While you edit the article or type into a field, keys type.',
  close: 'Close',
  held: 'held',
  singleKeys: 'Single keys act as shortcuts',
  keys: {
    next: 'Next mark',
    previous: 'Previous mark',
    nextSame: 'Next of the same source or name',
    previousSame: 'Previous of the same source or name',
    explain: 'Into the card of the mark',
    view: 'Sources, Profile, Names, Check',
    search: 'Find a source or name',
    clean: 'Text without marks',
    edit: 'Edit the article',
    back: 'Close the card; stop editing; mark everything again',
    help: 'This list',
    bar: 'Into the bar for selected words',
    caret: 'Card of the mark at the caret, while editing',
  },
};
