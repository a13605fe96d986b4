//! Whether a name in the words of a source is the one who speaks, or only describes who does: in "a lawyer representing
//! Ana Hale, Karl Weiss" it is Weiss, in "a letter to Oxfam from the Home Office" the Home Office.

use super::reading::Reading;
use crate::analysis::{Entity, EntityKind, SourceType};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::Class;
use std::ops::Range;

/// Words before whom a document is about, or for.
const NOT_ISSUERS: [&str; 8] = ["about", "against", "concerning", "into", "on", "over", "regarding", "to"];
/// Participles before "by" that leave open whose a document is.
const READERS: [&str; 4] = ["obtained", "reviewed", "seen", "viewed"];

/// Whether `person` is the source and not a part of its description: "Trump’s son", "the Clinton campaign",
/// "a spokesman for Mr. Xi", "a woman who accused Mr. Xi".
pub(super) fn stands_alone(reading: &Reading, source: &Range<usize>, person: &Entity) -> bool {
    let name = tokens_of(reading, person);
    let is_described = name.end < source.end
        && matches!(reading.class(name.end), Some(Class::Possessive | Class::Word | Class::Name));
    !is_described && !lead(reading, source, &name).is_some_and(|lead| describes(reading, source, &name, lead))
}

/// Whether it is `entity` that speaks by the document in `source`: "a letter of the Home Office", "the Home Office letter".
pub(super) fn issues(reading: &Reading, source: &Range<usize>, entity: &Entity) -> bool {
    let Some(lead) = lead(reading, source, &tokens_of(reading, entity)) else { return true };
    let word = |at: usize| reading.document.word(at);
    match word(lead) {
        "by" => lead == 0 || !READERS.contains(&word(lead - 1)),
        "from" => true,
        "with" => entity.kind == EntityKind::Person,
        other => {
            let is_leading = reading.is_function(lead, FunctionWord::Preposition);
            is_leading && entity.kind != EntityKind::Place && !NOT_ISSUERS.contains(&other)
        }
    }
}

/// The tokens of a name.
fn tokens_of(reading: &Reading, entity: &Entity) -> Range<usize> {
    let tokens = &reading.document.tokens;
    let at = |byte: u32| tokens.partition_point(|token| token.span.start < byte);
    at(entity.start)..at(entity.end)
}

/// What the `name` in a source hangs on, if it does: the nearest preposition, relative, or participle behind a noun
/// before it, with no mark between.
fn lead(reading: &Reading, source: &Range<usize>, name: &Range<usize>) -> Option<usize> {
    let is_lead = |at: &usize| {
        reading.is_function(*at, FunctionWord::Preposition)
            || reading.is_function(*at, FunctionWord::Relative)
            || *at > source.start && is_participle(reading, *at)
    };
    (source.start..name.start).rev().take_while(|at| !reading.is_mark(*at)).find(is_lead)
}

/// "representing" in "a lawyer representing Ana Hale", but not "managing" in "the Bank managing director".
fn is_participle(reading: &Reading, at: usize) -> bool {
    let word = reading.document.word(at);
    let noun = |at: usize| lexicon().source_noun(reading.document.word(at));
    (word.ends_with("ing") || word.ends_with("ed") && word != "named")
        && word.starts_with(char::is_lowercase)
        && matches!(noun(at - 1), Some(SourceType::Group | SourceType::Official | SourceType::Document))
        && noun(at + 1).is_none()
}

/// Whether what `lead` leads to, the `name` at its end, only describes the source.
fn describes(reading: &Reading, source: &Range<usize>, name: &Range<usize>, lead: usize) -> bool {
    let word = |at: usize| reading.document.word(at);
    if !reading.is_function(lead, FunctionWord::Preposition) {
        return true;
    }
    let is_title = |at: usize| {
        reading.is_function(at, FunctionWord::Determiner) || lexicon().honorifics.get(word(at)).is_some()
    };
    // "Minister for Health Ana Hale" is Hale, "a spokesman for former candidate Ana Hale" is not.
    let is_one_of_many =
        ["a", "an", "another", "one"].iter().any(|one| word(source.start).eq_ignore_ascii_case(one));
    !matches!(word(lead), "including" | "like" | "as")
        && (is_one_of_many || (lead + 1..name.start).all(is_title))
}
