//! What kind of source the words of a source name, and whether a reader could trace it.
//!
//! The values are defined with the types [`SourceType`] and [`Traceable`]; where several fit, the head
//! noun of the phrase decides.

use super::reading::Reading;
use crate::analysis::{Entity, EntityKind, SourceType, Traceable};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::Class;
use std::ops::Range;

/// The kind and traceability of the source in the tokens `source`, which refers to `speaker`.
pub(super) fn source(
    reading: &Reading,
    source: Option<Range<usize>>,
    speaker: Option<&Entity>,
    entities: &[Entity],
) -> (SourceType, Traceable) {
    let Some(source) = source else { return (SourceType::None, Traceable::No) };
    if is_anybody(reading.document.word(source.start)) {
        return (SourceType::Group, Traceable::No);
    }
    if refers(reading, source.clone()) {
        return (SourceType::Pronoun, Traceable::Yes);
    }
    if ends_with_person(reading, source.clone(), entities) {
        return (SourceType::Person, Traceable::Yes);
    }
    if is_share(reading, source.clone()) {
        return (SourceType::Group, Traceable::No);
    }
    let head = head(reading, source.clone());
    let named = entity_in(reading, head..head + 1, entities);
    match named.map(|entity| entity.kind) {
        Some(EntityKind::Person) => return (SourceType::Person, Traceable::Yes),
        Some(EntityKind::Organization | EntityKind::Place) => {
            return (SourceType::Organization, Traceable::Yes);
        }
        _ => {}
    }
    let kind = lexicon().source_noun(reading.document.word(head));
    let has_name = entity_in(reading, source.clone(), entities).is_some();
    let definite = is_definite(reading, source.start);
    match kind {
        Some(SourceType::Organization) => {
            (SourceType::Organization, if has_name || definite { Traceable::Yes } else { Traceable::Partly })
        }
        Some(SourceType::Document) => {
            (SourceType::Document, if has_name || definite { Traceable::Yes } else { Traceable::No })
        }
        Some(SourceType::Official) => {
            let resolved =
                speaker.is_some() || definite && !is_plural(reading.document.word(head)) && source.len() <= 3;
            (SourceType::Official, if resolved { Traceable::Yes } else { Traceable::Partly })
        }
        _ if has_name && kind.is_none() => (SourceType::Organization, Traceable::Yes),
        _ => (
            SourceType::Group,
            if has_name {
                Traceable::Partly
            } else if definite && speaker.is_some() {
                Traceable::Yes
            } else {
                Traceable::No
            },
        ),
    }
}

/// Whether the source is a pronoun, a relative, or the "his" of "his claim".
fn refers(reading: &Reading, source: Range<usize>) -> bool {
    let is = |function| reading.is_function(source.start, function);
    if is_possessive(reading.document.word(source.start)) {
        return source.len() == 1;
    }
    is(FunctionWord::Pronoun) || is(FunctionWord::Relative)
}

/// "her" and its like, which alone are the source and before a noun only describe it: "her allies".
pub(super) fn is_possessive(word: &str) -> bool {
    ["my", "our", "his", "her", "its", "their"].iter().any(|owner| word.eq_ignore_ascii_case(owner))
}

/// A pronoun that refers to nobody in particular.
fn is_anybody(word: &str) -> bool {
    const OPEN: [&str; 16] = [
        "some",
        "others",
        "many",
        "most",
        "everyone",
        "everybody",
        "people",
        "someone",
        "somebody",
        "anyone",
        "one",
        "few",
        "several",
        "nobody",
        "no-one",
        "none",
    ];
    OPEN.iter().any(|open| word.eq_ignore_ascii_case(open))
}

/// `spokeswoman Anna White`: the name at the end says who it is.
fn ends_with_person(reading: &Reading, source: Range<usize>, entities: &[Entity]) -> bool {
    let last = entity_in(reading, source.end - 1..source.end, entities);
    last.is_some_and(|entity| entity.kind == EntityKind::Person)
}

/// `43% of voters`, `a majority of Americans`: a share of people, whoever they are.
fn is_share(reading: &Reading, source: Range<usize>) -> bool {
    let Some(of) = source.clone().skip(1).find(|&at| reading.document.word(at) == "of") else { return false };
    let share = reading.document.word(of - 1);
    let is_noun = [
        "percent", "cent", "%", "majority", "minority", "lot", "number", "third", "half", "quarter", "most",
        "some", "many",
    ];
    is_noun.iter().any(|noun| share.eq_ignore_ascii_case(noun))
        || reading.class(of - 1) == Some(Class::Number)
}

/// The last noun before the first preposition, relative or participle: the "officials" of "officials in Kyiv"
/// and "officials who know", the "data" of "data released Friday".
pub(super) fn head(reading: &Reading, source: Range<usize>) -> usize {
    let word = |at| reading.document.word(at);
    let modifies = |at| {
        reading.is_function(at, FunctionWord::Preposition)
            || reading.is_function(at, FunctionWord::Relative)
            || matches!(word(at), "familiar" | "close" | "emerging" | "made" | "seen" | "written")
            || at + 1 < source.end && word(at).ends_with("ed") && reading.class(at + 1) != Some(Class::Word)
    };
    let end = (source.start + 1..source.end).find(|&at| modifies(at)).unwrap_or(source.end);
    let noun =
        (source.start..end).rev().find(|&at| matches!(reading.class(at), Some(Class::Name | Class::Word)));
    noun.unwrap_or(source.start)
}

pub(super) fn is_definite(reading: &Reading, at: usize) -> bool {
    ["the", "this", "that", "his", "her", "their", "its"]
        .iter()
        .any(|word| reading.document.word(at).eq_ignore_ascii_case(word))
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') || noun.ends_with("men") || matches!(noun, "police" | "people")
}

/// What a source is that is a name and nothing else.
pub(super) fn name(reading: &Reading, mut source: Range<usize>, entities: &[Entity]) -> Option<SourceType> {
    if source.len() > 1 && is_definite(reading, source.start) {
        source.start += 1;
    }
    let span = reading.document.span(source.clone());
    let entity =
        entity_in(reading, source, entities).filter(|it| (it.start, it.end) == (span.start, span.end));
    match entity?.kind {
        EntityKind::Person => Some(SourceType::Person),
        EntityKind::Organization | EntityKind::Place => Some(SourceType::Organization),
        _ => None,
    }
}

/// The kinds of the names in the tokens `range`.
pub(super) fn named_in(
    reading: &Reading,
    range: Range<usize>,
    entities: &[Entity],
) -> impl Iterator<Item = EntityKind> {
    let span = reading.document.span(range);
    let first = entities.partition_point(|entity| entity.end <= span.start);
    let inside = entities[first..].iter().take_while(move |entity| entity.start < span.end);
    inside.map(|entity| entity.kind)
}

/// The first entity that a reader could look up, of those that overlap the tokens `range`.
fn entity_in<'e>(reading: &Reading, range: Range<usize>, entities: &'e [Entity]) -> Option<&'e Entity> {
    let span = reading.document.span(range);
    let first = entities.partition_point(|entity| entity.end <= span.start);
    entities[first..].iter().take_while(|entity| entity.start < span.end).find(|entity| is_named(entity.kind))
}

const fn is_named(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group)
}
