//! Who a source is: the name behind "he", "Zelensky" or "the company".

use super::link::Link;
use super::reading::Reading;
use crate::analysis::{Entity, EntityKind};
use crate::lexicon::FunctionWord;
use crate::text::Span;
use std::ops::Range;

/// How far back, in bytes, a pronoun reaches.
const NEAR: u32 = 600;

/// For each link a mention of its speaker, where the text names one.
pub(super) fn resolve<'e>(
    reading: &Reading,
    links: &[Link],
    within: &[Option<u32>],
    entities: &'e [Entity],
) -> Vec<Option<&'e Entity>> {
    let mut speakers: Vec<Option<&Entity>> = vec![None; links.len()];
    for (index, link) in links.iter().enumerate() {
        let Some(source) = &link.source else { continue };
        let outer = || within[index].and_then(|outer| speakers.get(outer as usize).copied().flatten());
        let pronoun = reading.is_function(source.start, FunctionWord::Pronoun);
        speakers[index] = match Person::of(if pronoun { reading.document.word(source.start) } else { "" }) {
            None => named(reading, source.clone(), entities),
            // Inside somebody's words "I" and "we" are that speaker.
            Some(Person::First) => outer(),
            // "Washington said it believed …": the outer speaker is nearest in sense.
            Some(person) => outer().filter(|entity| person.fits(entity.kind)).or_else(|| {
                let at = reading.document.tokens[source.start].span.start;
                antecedent(
                    reading,
                    at,
                    person,
                    entities,
                    links.iter().zip(speakers.iter().copied()).take(index),
                )
            }),
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
fn named<'e>(reading: &Reading, source: Range<usize>, entities: &'e [Entity]) -> Option<&'e Entity> {
    let span = reading.document.span(source);
    let inside = inside(entities, span);
    let of = |kind| inside.iter().find(|entity| entity.kind == kind);
    let ends_with_name = inside.last().is_some_and(|entity| entity.end == span.end);
    of(EntityKind::Person)
        .or_else(|| of(EntityKind::Organization).or_else(|| of(EntityKind::Place)).filter(|_| ends_with_name))
}

fn inside(entities: &[Entity], span: Span) -> &[Entity] {
    let first = entities.partition_point(|entity| entity.start < span.start);
    let count = entities[first..].partition_point(|entity| entity.start < span.end);
    &entities[first..first + count]
}

/// The last speaker before the pronoun at `at` whose kind fits, else the last name that does.
fn antecedent<'e, 'l>(
    reading: &Reading,
    at: u32,
    person: Person,
    entities: &'e [Entity],
    earlier: impl DoubleEndedIterator<Item = (&'l Link, Option<&'e Entity>)>,
) -> Option<&'e Entity>
where
    'e: 'l,
{
    let is_near = |start: u32| start + NEAR > at;
    let start =
        |link: &Link| link.source.as_ref().map(|source| reading.document.tokens[source.start].span.start);
    let mut speakers = earlier
        .rev()
        .take_while(|(link, _)| start(link).is_none_or(is_near))
        .filter_map(|(_, speaker)| speaker);
    let before = &entities[..entities.partition_point(|entity| entity.start < at)];
    let mut names = before.iter().rev().take_while(|entity| is_near(entity.start));
    speakers.find(|entity| person.fits(entity.kind)).or_else(|| names.find(|entity| person.fits(entity.kind)))
}
