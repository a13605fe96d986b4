/* tslint:disable */
/* eslint-disable */
/** What may be asked of an analysis. */
export interface Options {
    /** Mark the text even where it does not look like English prose. Default: `false`. */
    anyLanguage?: boolean;
}

/** The formats of `exportAs`. */
export type ExportFormat = "json" | "jsonl" | "web-annotation" | "html" | "markdown" | "csv" | "labels";

/** What may be asked of an export. */
export interface ExportOptions {
    /** What the article is known by in it: its address, a file's name. Default: `""`. */
    id?: string;
    /** The headline. Default: the first line of the text. */
    title?: string;
    /** What an offset in JSON and CSV counts. Web annotations count code points, as their standard has it. Default: `"utf16"`. */
    offsets?: "bytes" | "chars" | "utf16";
}

/** A stretch of the text, `[start, end)`, in UTF-16 code units: `text.slice(...span)` is what it covers. */
export type Span = [start: number, end: number];

/**
 * Everything that was found in one text. Lists are in the order of the text and refer to each other by
 * index. All offsets count UTF-16 code units, as JavaScript strings do.
 */
export interface Analysis {
    /** Why nothing was marked, where that is on purpose; `null` for English prose. */
    notice: "not_english" | "not_prose" | "too_long" | null;
    /** Each sentence; headings and list items count as sentences. */
    sentences: Span[];
    /** Each mention of a person, organisation, place, date, … */
    entities: Entity[];
    /** Each quotation; an inner one follows the one that it lies in. */
    quotes: Quote[];
    /** Each attribution: who says what. */
    attributions: Attribution[];
    /** Each word or phrase that weakens what is said. */
    hedges: Hedge[];
    /** Counts over all of it. */
    profile: Profile;
    /** What a reader has corrected, in the order in which it was done; not there where nobody has. */
    corrections?: Correction[];
}

/** Words of the text that are found again where it has changed elsewhere. */
export interface Anchor {
    start: number;
    end: number;
    /** The words themselves. */
    text: string;
    /** What stands before and behind them. Where both are left out, the nearest such words are meant. */
    before?: string;
    after?: string;
}

/** One thing that a reader has corrected. */
export interface Correction {
    /** The words in question: those of the entity or the hedge; of an attribution its cue. */
    at: Anchor;
    /** What holds there; `null` for nothing of the kind. Marks of the same sort that overlap the words give way. */
    set: { entity: EntityKind | null } | { hedge: Hedge["kind"] | null } | { attribution: Statement | null };
    /** Whether the words were found in the text; where they were not, nothing was corrected. Default: `true`. */
    fits?: boolean;
}

/** An attribution as a reader sees it. What is left out is judged from the words. */
export interface Statement {
    /** The words that name the source. */
    source?: Anchor | null;
    /** The words that link source and content. */
    cue: Anchor;
    /** The pieces of what is said, at least one. Source and cue are cut out of them. */
    content: Anchor[];
    source_type?: Attribution["source_type"] | null;
    traceable?: Attribution["traceable"] | null;
    stance?: Attribution["stance"] | null;
    /** Who speaks, by name; `""` for nobody whose name is known. */
    speaker?: string | null;
}

/** What an entity is. A `group` is a nationality, religion or party as an adjective or a people. */
export type EntityKind =
| "person"
| "organization"
| "place"
| "group"
| "date"
| "time"
| "money"
| "percent"
| "quantity"
| "event"
| "product"
| "law"
| "work";

/** One mention of a named thing, a date or a quantity. */
export interface Entity {
    start: number;
    end: number;
    kind: EntityKind;
    /** The fullest form of the name in the text: `Vladimir Zelensky` for a later `Zelensky`. */
    name: string;
    /** The number of the thing it names: mentions of the same thing share it. */
    entity: number;
    /** How likely the mark is right, from 0 to 1. */
    confidence: number;
    /** There where a reader has set it, so that nothing about it is a guess. */
    corrected?: true;
}

/** One quotation, quote marks included. */
export interface Quote {
    start: number;
    end: number;
    /**
     * Whole clauses in somebody's words, some words inside the writer's own sentence, words that the
     * writer keeps at a distance (the so-called “deal”), or the title of a book, film, song, …
     */
    kind: "quotation" | "fragment" | "scare" | "title";
    /** Whether its closing mark was found; otherwise it ends with its paragraph. */
    closed: boolean;
    /** The attribution whose content it is or lies in, by index into `attributions`. */
    attribution: number | null;
    /** How likely the mark is right, from 0 to 1. */
    confidence: number;
}

/** Who says what: a source, a cue and a content, tied together. */
export interface Attribution {
    /** What is said, thought, wanted or known; in pieces where a cue interrupts it. */
    content: Span[];
    /** Whose it is; empty where no one is named (`reportedly`). */
    source: Span[];
    /** The words that link the two. */
    cue: Span[];
    /** Whether the content stands in quote marks: all, nothing or some of it. */
    form: "direct" | "indirect" | "mixed";
    /** What kind of source the source's words name. */
    source_type: "person" | "organization" | "official" | "group" | "document" | "pronoun" | "none";
    /** Whether a reader could tell who exactly the source is. */
    traceable: "yes" | "partly" | "no";
    /** What the cue says about the content. */
    stance: "neutral" | "hedged" | "doubtful" | "assertive" | "negative" | "intention";
    /** Whether the source can't be traced, or the cue is hedged or doubtful. */
    hedged: boolean;
    /** Why it is hedged. What only weakens the content may stand here where it is not. */
    reasons: Reason[];
    /** The fullest name of the person or organisation behind the source, where the text gives one. */
    speaker: string | null;
    /** The attribution in whose content this one lies, by index into `attributions`. */
    within: number | null;
    /**
     * Through whom it comes: the nearest attribution around it that has another speaker, by index into
     * `attributions`; `null` where it is first-hand.
     */
    through: number | null;
    /** Where the text says why the source is not named (`who spoke on condition of anonymity`); `[]` where it does not. */
    anonymity: Span[];
    /** How likely the attribution is right, from 0 to 1. */
    confidence: number;
    /** There where a reader has set it, so that nothing about it is a guess. */
    corrected?: true;
}

/** One thing that weakens an attribution. `anonymity` and `hedged_content` alone do not make it hedged. */
export interface Reason {
    code: "unnamed_source" | "no_source" | "hedged_cue" | "doubtful_cue" | "anonymity" | "hedged_content";
    /** Where the words it rests on begin and end. */
    start: number;
    end: number;
    /** The reason as one plain sentence in English. */
    text: string;
}

/** A word or phrase that weakens what is said. */
export interface Hedge {
    start: number;
    end: number;
    /** How it weakens. */
    kind:
    | "modal"
    | "belief"
    | "evidential"
    | "conditional"
    | "quantity"
    | "source"
    | "passive"
    | "approximation";
    /** How likely the mark is right, from 0 to 1. */
    confidence: number;
    /** There where a reader has set it, so that nothing about it is a guess. */
    corrected?: true;
}

/**
 * How well an article is sourced, as plain counts. They judge nothing: a hedge can be honest caution.
 * Words are runs of letters and digits.
 */
export interface Profile {
    /** All words. */
    words: number;
    /** Words in the content of some attribution. */
    attributed_words: number;
    /** Words in quotations and quoted fragments. */
    quoted_words: number;
    /** All attributions. */
    attributions: number;
    /** Those that are hedged. */
    hedged: number;
    /** Attributions by whether their source can be traced. */
    traceable: Record<Attribution["traceable"], number>;
    /** Attributions by the kind of their source. */
    source_types: Record<Attribution["source_type"], number>;
    /** Attributions by what their cue commits to. */
    stances: Record<Attribution["stance"], number>;
    /** Attributions that come `through` somebody else; the others are first-hand. */
    relayed: number;
    /** The writer's own hedges: those outside quotations, outside contents, and outside cues that have a source. */
    hedges: number;
    /** The writer's own hedges per 100 words outside quotations and contents. */
    hedges_per_100: number;
    /**
     * Who is heard, by words, most first. Nobody speaks where there is no source, or a pronoun whose
     * meaning is not known.
     */
    voices: Voice[];
}

/** Somebody who is heard in the article. */
export interface Voice {
    /** The name of the speaker; where none is known, the words of the source as they first stand. */
    name: string;
    /** Whether it is a name. */
    named: boolean;
    /** How well it can be traced where it can be traced best. */
    traceable: Attribution["traceable"];
    /** What it is; of what has no name, what its first source is. */
    source_type: Attribution["source_type"];
    /** Its attributions, by index, in order. */
    attributions: number[];
    /** The words in their contents, each counted once. */
    words: number;
}

/** Two articles side by side. Pairs are in the order of the articles. */
export interface Comparison {
    /** How each is sourced. */
    articles: [Figures, Figures];
    /** Everybody who is heard in either, by words, most first. */
    voices: ComparedVoice[];
    /** Every name in either, by mentions, most first; dates and amounts are no names. */
    names: ComparedName[];
}

/** How an article is sourced. */
export interface Figures {
    words: number;
    /** Words in the content of some attribution. */
    attributed_words: number;
    attributions: number;
    /** Attributions that are hedged. */
    hedged: number;
    /** Attributions that have no source. */
    sourceless: number;
    /** Its voices, each once, by how well it can be traced where it can be traced best. */
    sources: Record<Attribution["traceable"], number>;
}

/** Somebody who is heard in one article or in both. */
export interface ComparedVoice {
    /** The name, in its fullest form; where there is none, the words of the source. */
    name: string;
    /** Whether it is a name. */
    named: boolean;
    /** The words in the contents of each article. */
    words: [number, number];
    /** The attributions in each article. */
    attributions: [number, number];
    /** How well it can be traced in each article; `null` where it is not heard. */
    traceable: [Attribution["traceable"] | null, Attribution["traceable"] | null];
}

/** A name that one article has, or both. */
export interface ComparedName {
    /** Its fullest form. */
    name: string;
    kind: EntityKind;
    /** How often each article mentions it. */
    mentions: [number, number];
}



/**
 * The marks on one element. They stay until `clear()`, even where this object is forgotten.
 */
export class Highlighting {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes every mark out. Calling it again does nothing.
     */
    clear(): void;
    /**
     * Lights up these stretches of the text, under the highlight name `sourcelight-focus`, in place
     * of those before; `[]` puts them out. Nothing lights up where the text has changed since.
     *
     * @throws Where the spans are no pairs of offsets within the text.
     */
    focus(spans: Span[]): void;
    /**
     * The offset of the character at a point of the viewport (as `clientX`, `clientY` of a mouse event);
     * `undefined` outside the element, beside its text, and where the text has changed since.
     */
    offsetAt(x: number, y: number): number | undefined;
    /**
     * A live range over a stretch of the text, for scrolling and geometry; `undefined` where there
     * is no such text, or where it has changed since.
     */
    rangeOf(start: number, end: number): Range | undefined;
    /**
     * What the marks show.
     */
    readonly analysis: Analysis;
}

/**
 * The text of a page that is marked: its article, or what a reader has selected.
 */
export class PageText {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Finds the article inside an element, such as `document.body`; `undefined` where there is hardly any prose.
     *
     * @throws Where the page is no element.
     */
    static ofArticle(page: Element): PageText | undefined;
    /**
     * The paragraphs inside an element that a live range touches.
     *
     * @throws Where the page is no element.
     */
    static ofSelection(page: Element, range: Range): PageText;
    /**
     * Marks in place what an analysis of the text that was read last has found.
     *
     * @throws Where the analysis is none or does not fit the text.
     */
    paint(analysis: Analysis): Highlighting;
    /**
     * The elements that all of the text is in.
     */
    parts(): Element[];
    /**
     * A live range over a stretch of the text that was read last; `undefined` where there is no such text.
     */
    rangeOf(start: number, end: number): Range | undefined;
    /**
     * The text as it is now; offsets refer to it until it is read again.
     */
    read(): string;
}

/**
 * Marks in place what an analysis of `readText(root)` has found.
 *
 * @throws Where the root is no element, or the analysis is none or does not fit the element's text.
 */
export function paint(root: Element, analysis: Analysis): Highlighting;

/**
 * The text that a reader sees inside an element, and that offsets refer to: blocks are set apart by
 * an empty line, `<br>` is a line end, what is hidden is left out. Shadow trees are not entered.
 *
 * @throws Where the root is no element.
 */
export function readText(root: Element): string;

/**
 * The version of Sourcelight.
 */
export function version(): string;
