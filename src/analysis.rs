//! What an analysis finds: flat lists of marks, linked by index.
//!
//! Serialised, this is the result that the page, the JavaScript package and the command line's
//! JSON share. Lists are in a total order (by start, the longer first, then by kind), so the same
//! text gives the same bytes each time.

mod change;
mod profile;

pub use change::{Change, ListChange};
pub use profile::{Profile, SourceTypeCounts, StanceCounts, TraceableCounts, Voice};

use crate::correction::Correction;
use crate::text::{OffsetMap, Span};
use serde::{Deserialize, Serialize, Serializer};

/// Everything that was found in one text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// Why nothing was marked, where that is on purpose; `None` for English prose.
    pub notice: Option<Notice>,
    /// Each sentence, in order; headings and list items count as sentences.
    pub sentences: Vec<Span>,
    /// Each mention of a person, organisation, place, date, …
    pub entities: Vec<Entity>,
    /// Each quotation, marks included; an inner one follows the one that it lies in.
    pub quotes: Vec<Quote>,
    /// Each attribution, by the start of its first part.
    pub attributions: Vec<Attribution>,
    /// Each word or phrase that weakens what is said.
    pub hedges: Vec<Hedge>,
    /// Counts over all of it.
    pub profile: Profile,
    /// What a reader has corrected in it, in the order in which it was done; empty where nobody has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// Why a text was not marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The text is in a language other than English.
    NotEnglish,
    /// The text is no prose: a table, code, a list of names.
    NotProse,
    /// The text is longer than [`MAX_BYTES`](crate::text::MAX_BYTES).
    TooLong,
}

/// One mention of a named thing, a date or a quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Where the mention begins.
    pub start: u32,
    /// Where it ends (exclusive).
    pub end: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form of the name in the text: `Vladimir Zelensky` for a later `Zelensky`.
    pub name: String,
    /// The number of the thing it names: mentions of the same thing share it. Counted from 0 by first mention.
    pub entity: u32,
    /// How likely the mark is right, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub confidence: f32,
    /// Whether a reader has set it, so that nothing about it is a guess of the engine.
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A named person.
    Person,
    /// A company, party, agency, outlet, team, …
    Organization,
    /// A country, city, region, river, address, …
    Place,
    /// A nationality, religion or party as an adjective or a people: `Ukrainian`, `Muslims`.
    Group,
    /// A day, month, year, season or span of them, absolute or relative.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A measured or counted amount with its unit.
    Quantity,
    /// A named event: a war, a cup, a storm.
    Event,
    /// A named product: a vehicle, a weapon, software.
    Product,
    /// A law, treaty or court case.
    Law,
    /// The title of a book, film, song, …
    Work,
}

impl EntityKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Event,
        Self::Product,
        Self::Law,
        Self::Work,
    ];
}

/// One quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Where it begins, mark included.
    pub start: u32,
    /// Where it ends, mark included (exclusive).
    pub end: u32,
    /// How it stands in its sentence.
    pub kind: QuoteKind,
    /// Whether its closing mark was found; otherwise it ends with its paragraph.
    pub closed: bool,
    /// The attribution whose content it is or lies in, by index into [`Analysis::attributions`].
    pub attribution: Option<u32>,
    /// How likely the mark is right, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub confidence: f32,
}

/// How a quotation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Whole clauses in somebody's words.
    Quotation,
    /// Some words inside the writer's own sentence.
    Fragment,
    /// Words that the writer keeps at a distance, or names as words: the so-called “deal”.
    Scare,
    /// The title of a book, film, song, …
    Title,
}

/// Who says what: a source, a cue and a content, tied together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// What is said, thought, wanted or known; more than one piece where a cue interrupts it.
    pub content: Vec<Span>,
    /// Whose it is; empty where no one is named (`reportedly`).
    pub source: Vec<Span>,
    /// The words that link the two.
    pub cue: Vec<Span>,
    /// Whether the content stands in quote marks.
    pub form: Form,
    /// What kind of source the source's words name.
    pub source_type: SourceType,
    /// Whether a reader could tell who exactly the source is.
    pub traceable: Traceable,
    /// What the cue says about the content.
    pub stance: Stance,
    /// Whether the source can't be traced, or the cue is hedged or doubtful.
    pub hedged: bool,
    /// Why it is hedged, in words. What only weakens the content may stand here where it is not.
    pub reasons: Vec<Reason>,
    /// The fullest name of the person or organisation behind the source, where the text gives one.
    pub speaker: Option<String>,
    /// The attribution in whose content this one lies, by index into [`Analysis::attributions`].
    pub within: Option<u32>,
    /// Through whom it comes: the nearest attribution around it that has another speaker, by index into
    /// [`Analysis::attributions`]; `None` where it is first-hand.
    pub through: Option<u32>,
    /// Where the text says why the source is not named; empty where it does not.
    pub anonymity: Vec<Span>,
    /// How likely the attribution is right, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub confidence: f32,
    /// Whether a reader has set it, so that nothing about it is a guess of the engine.
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

/// Whether a content stands in quote marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// What kind of source the words of a source name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceType {
    /// A named individual.
    Person,
    /// A named organisation, or a place that stands for its government.
    Organization,
    /// Somebody unnamed, described by an office, post or affiliation.
    Official,
    /// People described by a category, number or characteristic only.
    Group,
    /// A text, data set or broadcast.
    Document,
    /// A pronoun, whatever it refers to.
    Pronoun,
    /// No source at all.
    None,
}

/// Whether a reader could tell who exactly the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Traceable {
    /// Named, or plainly referring to something named.
    Yes,
    /// Only an affiliation or a bounded group is known.
    Partly,
    /// An open category, or nothing.
    No,
}

/// What a cue says about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Reports it without judging: said, told, according to.
    Neutral,
    /// Less than certain on the source's side: suggested, believes.
    Hedged,
    /// The writer keeps a distance: claimed, allegedly.
    Doubtful,
    /// Presents it as certain, or with force: confirmed, showed, warned.
    Assertive,
    /// The source rejects it: denied, disputed.
    Negative,
    /// An aim, wish, promise or demand: wants, vowed, urged.
    Intention,
}

/// One thing that weakens an attribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What the reason is.
    pub code: ReasonCode,
    /// Where the words it rests on begin.
    pub start: u32,
    /// Where they end (exclusive).
    pub end: u32,
    /// The reason as one plain sentence in English.
    pub text: String,
}

/// What weakens an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// The source is an open category of people or texts: “experts”.
    UnnamedSource,
    /// There is no source: “reportedly”.
    NoSource,
    /// The cue is less than certain: “suggested”.
    HedgedCue,
    /// The writer keeps a distance: “claimed”.
    DoubtfulCue,
    /// The text says why the source is not named: “on condition of anonymity”. Alone it hedges nothing.
    Anonymity,
    /// A hedge stands in the content: “would likely”. Alone it hedges nothing.
    HedgedContent,
}

/// A word or phrase that weakens what is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hedge {
    /// Where it begins.
    pub start: u32,
    /// Where it ends (exclusive).
    pub end: u32,
    /// How it weakens.
    pub kind: HedgeKind,
    /// How likely the mark is right, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub confidence: f32,
    /// Whether a reader has set it, so that nothing about it is a guess of the engine.
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

/// How a hedge weakens what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HedgeKind {
    /// Possibility: may, could, likely.
    Modal,
    /// Somebody's belief: think, suspect.
    Belief,
    /// Hearsay: reportedly, apparently.
    Evidential,
    /// A condition: if confirmed.
    Conditional,
    /// A vague number: some, many, several.
    Quantity,
    /// A vague source: experts, critics.
    Source,
    /// A passive without an agent: it is believed.
    Passive,
    /// A softened word: arguably, in a sense.
    Approximation,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// Four decimals: what lies behind them means nothing, and reads differently from one program to the next.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn rounded<S: Serializer>(value: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*value) * 10_000.0).round() / 10_000.0)
}

impl Analysis {
    /// Converts every offset, once, into the unit of `map`, which was built from the same text.
    pub fn convert_offsets(&mut self, map: &OffsetMap) {
        self.map_offsets(|at| map.get(at));
    }

    /// Converts every offset back from the unit of `map` into bytes.
    pub fn restore_offsets(&mut self, map: &OffsetMap) {
        self.map_offsets(|at| map.byte(at));
    }

    fn map_offsets(&mut self, map: impl Fn(u32) -> u32) {
        let convert = |at: &mut u32| *at = map(*at);
        let convert_spans = |spans: &mut [Span]| {
            for span in spans {
                convert(&mut span.start);
                convert(&mut span.end);
            }
        };
        convert_spans(&mut self.sentences);
        for entity in &mut self.entities {
            convert(&mut entity.start);
            convert(&mut entity.end);
        }
        for quote in &mut self.quotes {
            convert(&mut quote.start);
            convert(&mut quote.end);
        }
        for attribution in &mut self.attributions {
            convert_spans(&mut attribution.content);
            convert_spans(&mut attribution.source);
            convert_spans(&mut attribution.cue);
            convert_spans(&mut attribution.anonymity);
            for reason in &mut attribution.reasons {
                convert(&mut reason.start);
                convert(&mut reason.end);
            }
        }
        for hedge in &mut self.hedges {
            convert(&mut hedge.start);
            convert(&mut hedge.end);
        }
        self.corrections.iter_mut().for_each(|it| it.map_offsets(&map));
    }
}
