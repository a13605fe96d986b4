//! Who a source is: the name behind "he", "Zelensky" or "the company".

use super::link::Link;
use super::reading::Reading;
use crate::analysis::{Entity, EntityKind};
use crate::lexicon::FunctionWord;
use crate::text::Span;
use std::ops::Range;

/// The speaker of each link, where the text names one.
pub(super) fn resolve(
    reading: &Reading,
    links: &[Link],
    within: &[Option<u32>],
    entities: &[Entity],
) -> Vec<Option<String>> {
    let mut speakers: Vec<Option<String>> = vec![None; links.len()];
    for (index, link) in links.iter().enumerate() {
        let Some(source) = &link.source else { continue };
        let pronoun = if reading.is_function(source.start, FunctionWord::Pronoun) {
            reading.document.word(source.start)
        } else {
            ""
        };
        speakers[index] = match Person::of(pronoun) {
            None => named(reading, source.clone(), entities),
            // Inside somebody's words "I" and "we" are that speaker.
            Some(Person::First) => {
                within[index].and_then(|outer| speakers.get(outer as usize).cloned().flatten())
            }
            Some(person) => antecedent(reading, source.start, person, entities, links, &speakers[..index]),
        };
    }
    speakers
}

/// What a pronoun can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Person {
    First,
    Human,
    Thing,
    Many,
}

impl Person {
    fn of(pronoun: &str) -> Option<Self> {
        let is = |words: &[&str]| words.iter().any(|word| pronoun.eq_ignore_ascii_case(word));
        match () {
            () if pronoun.is_empty() => None,
            () if is(&["I", "we", "me", "us"]) => Some(Self::First),
            () if is(&["he", "she", "him", "her"]) => Some(Self::Human),
            () if is(&["it"]) => Some(Self::Thing),
            () => Some(Self::Many),
        }
    }

    const fn fits(self, kind: EntityKind) -> bool {
        match self {
            Self::Human => matches!(kind, EntityKind::Person),
            Self::Thing => matches!(kind, EntityKind::Organization | EntityKind::Place),
            Self::First | Self::Many => false,
        }
    }
}

/// The name in the source's own words: a person's before an organisation's before a place's.
fn named(reading: &Reading, source: Range<usize>, entities: &[Entity]) -> Option<String> {
    let span = reading.document.span(source);
    let inside = inside(entities, span);
    let of = |kind| inside.iter().find(|entity| entity.kind == kind);
    let ends_with_name = inside.last().is_some_and(|entity| entity.end == span.end);
    of(EntityKind::Person)
        .or_else(|| of(EntityKind::Organization).or_else(|| of(EntityKind::Place)).filter(|_| ends_with_name))
        .map(|entity| entity.name.clone())
}

fn inside(entities: &[Entity], span: Span) -> &[Entity] {
    let first = entities.partition_point(|entity| entity.start < span.start);
    let count = entities[first..].partition_point(|entity| entity.start < span.end);
    &entities[first..first + count]
}

/// The last speaker before the pronoun whose kind fits, else the last name in the paragraph that does.
fn antecedent(
    reading: &Reading,
    pronoun: usize,
    person: Person,
    entities: &[Entity],
    links: &[Link],
    speakers: &[Option<String>],
) -> Option<String> {
    const NEAR: u32 = 600;
    let at = reading.document.tokens[pronoun].span.start;
    let before = &entities[..entities.partition_point(|entity| entity.start < at)];
    let kind_of =
        |name: &str| before.iter().rev().find(|entity| entity.name == name).map(|entity| entity.kind);
    let last_speaker = links.iter().zip(speakers).rev().find_map(|(link, speaker)| {
        let place = reading.document.tokens[link.source.as_ref()?.start].span.start;
        let name = speaker.as_ref().filter(|name| {
            at - place.min(at) < NEAR && kind_of(name).is_some_and(|kind| person.fits(kind))
        })?;
        Some((place, name))
    });
    let last_name = before.iter().rev().find(|entity| person.fits(entity.kind) && at - entity.start < NEAR);
    match (last_speaker, last_name) {
        (Some((_, name)), _) => Some(name.clone()),
        (None, name) => name.map(|entity| entity.name.clone()),
    }
}
