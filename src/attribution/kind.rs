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
    if reading.is_function(source.start, FunctionWord::Pronoun)
        || reading.is_function(source.start, FunctionWord::Relative)
    {
        return (SourceType::Pronoun, pronoun(reading.document.word(source.start)));
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

/// "he", "who", "it" refer to something named before; "some" and "others" don't.
fn pronoun(word: &str) -> Traceable {
    let open = [
        "some", "others", "many", "most", "everyone", "people", "someone", "one", "few", "several", "nobody",
    ];
    if open.iter().any(|open| word.eq_ignore_ascii_case(open)) { Traceable::No } else { Traceable::Yes }
}

/// The last noun before the first preposition: the "officials" of "officials in Kyiv".
fn head(reading: &Reading, source: Range<usize>) -> usize {
    let end = (source.start + 1..source.end)
        .find(|&at| {
            reading.is_function(at, FunctionWord::Preposition)
                || matches!(reading.document.word(at), "familiar" | "close" | "briefed")
        })
        .unwrap_or(source.end);
    (source.start..end)
        .rev()
        .find(|&at| matches!(reading.class(at), Some(Class::Name | Class::Word)))
        .unwrap_or(source.start)
}

fn is_definite(reading: &Reading, at: usize) -> bool {
    ["the", "this", "that", "his", "her", "their", "its"]
        .iter()
        .any(|word| reading.document.word(at).eq_ignore_ascii_case(word))
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') || noun.ends_with("men") || matches!(noun, "police" | "people")
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
