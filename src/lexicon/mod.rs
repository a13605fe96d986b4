//! Word lists, one `.txt` file each, read once.
//!
//! A file opens with `#` lines that say what it holds, where it comes from and under which licence.
//! Then comes one entry a line, sorted and unique: a word or phrase, and where the list needs it a
//! value behind a tab. Entries in lists of common words are in small letters and match any case
//! ("folded"); names match as they are written ("cased"). A straight apostrophe stands for a curly
//! one too.

mod index;
mod table;
#[cfg(test)]
mod tests;
mod verbs;

pub(crate) use index::{Index, plurals};
pub(crate) use table::Table;
pub(crate) use verbs::{CueVerb, VerbForm};

use crate::analysis::{EntityKind, HedgeKind, SourceType, Stance};
use std::sync::OnceLock;
use table::{Case, parse};

/// All lists.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Words that take a dot, without their last dot.
    pub(crate) abbreviations: Table<Dot>,
    /// Determiners, prepositions, pronouns, auxiliaries, …: the words that hold English sentences together.
    pub(crate) function_words: Table<FunctionWord>,
    /// The commonest words of other languages.
    pub(crate) other_languages: Table<()>,
    /// Each inflected form of the verbs that introduce what somebody says, thinks or wants.
    pub(crate) cue_verbs: Table<CueVerb>,
    /// Cues that are no verbs: `according to`.
    pub(crate) cue_phrases: Table<Stance>,
    /// Nouns that take a content: `claim that`.
    pub(crate) cue_nouns: Table<Stance>,
    /// Cues without a source: `reportedly`, `it is believed`.
    pub(crate) agentless_cues: Table<Stance>,
    /// Participles in the passive whose subject is no source.
    pub(crate) passives: Table<Passive>,
    /// How a text says why it does not name a source: `on condition of anonymity`.
    pub(crate) anonymity: Table<()>,
    /// Words and phrases that can weaken a statement.
    pub(crate) hedges: Table<HedgeKind>,
    /// Those that do wherever they stand.
    pub(crate) sure_hedges: Table<HedgeKind>,
    /// Nouns, in the singular, that describe a source without naming it.
    pub(crate) source_nouns: Table<SourceType>,
    /// Titles before a person's name.
    pub(crate) honorifics: Table<()>,
    /// Given names.
    pub(crate) given_names: Table<()>,
    /// Given names and titles that are a man's or a woman's.
    pub(crate) genders: Table<Gender>,
    /// Names of single entities: countries, cities, agencies, outlets, events, …
    pub(crate) names: Table<EntityKind>,
    /// Last words of names, which tell what is named: `Ministry`, `Inc.`, `River`.
    pub(crate) name_heads: Table<EntityKind>,
    /// Months, weekdays and other words that dates are made of.
    pub(crate) date_words: Table<DateWord>,
    /// Numbers in words, and magnitudes.
    pub(crate) number_words: Table<NumberWord>,
    /// Currency signs and words.
    pub(crate) currencies: Table<Currency>,
    /// Units of measurement, in all their written forms.
    pub(crate) units: Table<()>,
}

/// Whose name or title it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Man,
    Woman,
}

/// Whether the dot of an abbreviation can end a sentence too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dot {
    /// Never: `Mr.`
    Inner,
    /// Perhaps: `Inc.`
    Either,
}

/// What the subject of a passive is to what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passive {
    /// Its beginning: `the dam is expected to hold`.
    Said,
    /// Who hears it, or whom it is about: `she was accused of`.
    Told,
}

/// What a function word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunctionWord {
    Adverb,
    Auxiliary,
    Conjunction,
    Determiner,
    Preposition,
    Pronoun,
    Relative,
    Subordinator,
}

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateWord {
    Month,
    Weekday,
    /// A day or span that needs no more: `yesterday`.
    Day,
    /// A unit of time: `week`, `years`.
    Unit,
    /// A part of the day: `morning`.
    DayPart,
    /// `spring`.
    Season,
    /// What turns a unit into a date: `last`, `this`.
    Relative,
}

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// `three`, `forty`.
    Cardinal,
    /// `million`, `bn`.
    Magnitude,
    /// `half`, `quarters`.
    Fraction,
}

/// Where a currency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Currency {
    /// Before the amount: `$`.
    Sign,
    /// After it: `dollars`.
    Word,
}

impl Lexicon {
    /// What kind of source the noun `word` describes, in the singular or plural.
    pub(crate) fn source_noun(&self, word: &str) -> Option<SourceType> {
        let singular = |stem: &str, ending: &str| self.source_nouns.get(&[stem, ending].concat()).copied();
        let endings = [("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")];
        let plural = || endings.iter().find_map(|(plural, end)| singular(word.strip_suffix(plural)?, end));
        self.source_nouns.get(word).copied().or_else(plural)
    }
}

/// The lists, read at the first call.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(read)
}

fn read() -> Lexicon {
    Lexicon {
        abbreviations: parse(include_str!("abbreviations.txt"), Case::Folded, |value| match value {
            "inner" => Some(Dot::Inner),
            "either" => Some(Dot::Either),
            _ => None,
        }),
        function_words: parse(include_str!("function_words.txt"), Case::Folded, function_word),
        other_languages: parse(include_str!("other_languages.txt"), Case::Cased, nothing),
        cue_verbs: verbs::parse_verbs(include_str!("cue_verbs.txt")),
        cue_phrases: parse(include_str!("cue_phrases.txt"), Case::Folded, stance),
        cue_nouns: parse(include_str!("cue_nouns.txt"), Case::Folded, stance),
        agentless_cues: parse(include_str!("agentless_cues.txt"), Case::Folded, stance),
        passives: parse(include_str!("passives.txt"), Case::Folded, passive),
        anonymity: parse(include_str!("anonymity.txt"), Case::Folded, nothing),
        hedges: parse(include_str!("hedges.txt"), Case::Folded, hedge_kind),
        sure_hedges: parse(include_str!("sure_hedges.txt"), Case::Folded, hedge_kind),
        source_nouns: parse(include_str!("source_nouns.txt"), Case::Folded, source_type),
        honorifics: parse(include_str!("honorifics.txt"), Case::Cased, nothing),
        given_names: parse(include_str!("given_names.txt"), Case::Cased, nothing),
        genders: parse(include_str!("genders.txt"), Case::Cased, gender),
        names: Table::joined([
            parse(include_str!("places.txt"), Case::Cased, |_| Some(EntityKind::Place)),
            parse(include_str!("groups.txt"), Case::Cased, |_| Some(EntityKind::Group)),
            parse(include_str!("organizations.txt"), Case::Cased, |_| Some(EntityKind::Organization)),
            parse(include_str!("outlets.txt"), Case::Cased, |_| Some(EntityKind::Organization)),
            parse(include_str!("other_names.txt"), Case::Cased, entity_kind),
        ]),
        name_heads: parse(include_str!("name_heads.txt"), Case::Cased, entity_kind),
        date_words: parse(include_str!("date_words.txt"), Case::Folded, date_word),
        number_words: parse(include_str!("number_words.txt"), Case::Folded, number_word),
        currencies: parse(include_str!("currencies.txt"), Case::Folded, |value| match value {
            "sign" => Some(Currency::Sign),
            "word" => Some(Currency::Word),
            _ => None,
        }),
        units: parse(include_str!("units.txt"), Case::Folded, nothing),
    }
}

fn nothing(value: &str) -> Option<()> {
    value.is_empty().then_some(())
}

fn function_word(value: &str) -> Option<FunctionWord> {
    Some(match value {
        "adverb" => FunctionWord::Adverb,
        "auxiliary" => FunctionWord::Auxiliary,
        "conjunction" => FunctionWord::Conjunction,
        "determiner" => FunctionWord::Determiner,
        "preposition" => FunctionWord::Preposition,
        "pronoun" => FunctionWord::Pronoun,
        "relative" => FunctionWord::Relative,
        "subordinator" => FunctionWord::Subordinator,
        _ => return None,
    })
}

fn stance(value: &str) -> Option<Stance> {
    Some(match value {
        "neutral" => Stance::Neutral,
        "hedged" => Stance::Hedged,
        "doubtful" => Stance::Doubtful,
        "assertive" => Stance::Assertive,
        "negative" => Stance::Negative,
        "intention" => Stance::Intention,
        _ => return None,
    })
}

fn passive(value: &str) -> Option<Passive> {
    Some(match value {
        "said" => Passive::Said,
        "told" => Passive::Told,
        _ => return None,
    })
}

fn hedge_kind(value: &str) -> Option<HedgeKind> {
    Some(match value {
        "modal" => HedgeKind::Modal,
        "belief" => HedgeKind::Belief,
        "evidential" => HedgeKind::Evidential,
        "conditional" => HedgeKind::Conditional,
        "quantity" => HedgeKind::Quantity,
        "source" => HedgeKind::Source,
        "passive" => HedgeKind::Passive,
        "approximation" => HedgeKind::Approximation,
        _ => return None,
    })
}

fn source_type(value: &str) -> Option<SourceType> {
    Some(match value {
        "organization" => SourceType::Organization,
        "official" => SourceType::Official,
        "group" => SourceType::Group,
        "document" => SourceType::Document,
        _ => return None,
    })
}

fn entity_kind(value: &str) -> Option<EntityKind> {
    Some(match value {
        "person" => EntityKind::Person,
        "organization" => EntityKind::Organization,
        "place" => EntityKind::Place,
        "group" => EntityKind::Group,
        "event" => EntityKind::Event,
        "product" => EntityKind::Product,
        "law" => EntityKind::Law,
        "work" => EntityKind::Work,
        _ => return None,
    })
}

fn date_word(value: &str) -> Option<DateWord> {
    Some(match value {
        "month" => DateWord::Month,
        "weekday" => DateWord::Weekday,
        "day" => DateWord::Day,
        "unit" => DateWord::Unit,
        "daypart" => DateWord::DayPart,
        "season" => DateWord::Season,
        "relative" => DateWord::Relative,
        _ => return None,
    })
}

fn gender(value: &str) -> Option<Gender> {
    Some(match value {
        "he" => Gender::Man,
        "she" => Gender::Woman,
        _ => return None,
    })
}

fn number_word(value: &str) -> Option<NumberWord> {
    Some(match value {
        "cardinal" => NumberWord::Cardinal,
        "magnitude" => NumberWord::Magnitude,
        "fraction" => NumberWord::Fraction,
        _ => return None,
    })
}
