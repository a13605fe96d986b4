//! Who a source is: the name behind "he", "Zelensky" or "the company".

use super::kind;
use super::link::Link;
use super::reading::Reading;
use crate::analysis::{Entity, EntityKind, SourceType};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// How far back, in bytes, a pronoun reaches.
const NEAR: u32 = 600;

/// How many names back a description reaches.
const DESCRIBED_REACH: usize = 64;
/// How many tokens of a title are looked at before a name, and of an apposition behind it.
const TITLE: usize = 4;
const APPOSITION: usize = 6;

/// For each link a mention of its speaker, where the text names one.
pub(super) fn resolve<'e>(
    reading: &Reading,
    links: &[Link],
    within: &[Option<u32>],
    entities: &'e [Entity],
) -> Vec<Option<&'e Entity>> {
    let mut speakers: Vec<Option<&Entity>> = vec![None; links.len()];
    let mut genders = Genders::default();
    for (index, link) in links.iter().enumerate() {
        let Some(source) = &link.source else { continue };
        let outer = || within[index].and_then(|outer| speakers.get(outer as usize).copied().flatten());
        let pronoun = [FunctionWord::Pronoun, FunctionWord::Determiner]
            .iter()
            .any(|&function| reading.is_function(source.start, function));
        let person = Person::of(if pronoun { reading.document.word(source.start) } else { "" });
        speakers[index] = match person {
            None => named(reading, source.clone(), entities)
                .or_else(|| described(reading, source.clone(), entities)),
            // Inside somebody's words "I" and "we" are that speaker.
            Some(Person::First) => outer(),
            // "Washington said it believed …": the outer speaker is nearest in sense.
            Some(person) => {
                let fits = |entity: &Entity| person.fits(entity.kind) && genders.agree(entity, person);
                outer().filter(|entity| fits(entity)).or_else(|| {
                    let at = reading.document.tokens[source.start].span.start;
                    let earlier = links.iter().zip(speakers.iter().copied()).take(index);
                    antecedent(reading, at, fits, entities, earlier)
                })
            }
        };
        if let (Some(person), Some(entity)) = (person, speakers[index]) {
            genders.learn(entity, person);
        }
    }
    speakers
}

/// By which pronoun people were meant so far: who was "she" once is not "he" later.
#[derive(Default)]
struct Genders(BTreeMap<u32, Person>);

impl Genders {
    fn learn(&mut self, entity: &Entity, person: Person) {
        if matches!(person, Person::He | Person::She) {
            self.0.entry(entity.entity).or_insert(person);
        }
    }

    fn agree(&self, entity: &Entity, person: Person) -> bool {
        self.0.get(&entity.entity).is_none_or(|&known| known == person)
    }
}

/// What a pronoun can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Person {
    First,
    He,
    She,
    Thing,
    Many,
}

impl Person {
    pub(super) fn of(pronoun: &str) -> Option<Self> {
        let is = |words: &[&str]| words.iter().any(|word| pronoun.eq_ignore_ascii_case(word));
        match () {
            () if pronoun.is_empty() => None,
            () if is(&["I", "we", "me", "us", "my", "our"]) => Some(Self::First),
            () if is(&["he", "him", "his"]) => Some(Self::He),
            () if is(&["she", "her"]) => Some(Self::She),
            () if is(&["it", "its"]) => Some(Self::Thing),
            () if is(&["they", "them", "their", "you", "who"]) => Some(Self::Many),
            () => None,
        }
    }

    const fn fits(self, kind: EntityKind) -> bool {
        match self {
            Self::He | Self::She => matches!(kind, EntityKind::Person),
            Self::Thing => matches!(kind, EntityKind::Organization | EntityKind::Place),
            Self::First | Self::Many => false,
        }
    }
}

/// The name in the source's own words: a person's before an organisation's before a place's.
fn named<'e>(reading: &Reading, source: Range<usize>, entities: &'e [Entity]) -> Option<&'e Entity> {
    let span = reading.document.span(source.clone());
    let inside = inside(entities, span);
    let of = |kind| inside.iter().find(|entity| entity.kind == kind);
    // "a letter of the Home Office", "the Home Office letter": a document speaks for who issued it.
    let head = kind::head(reading, source.clone());
    let document = lexicon().source_noun(reading.document.word(head)) == Some(SourceType::Document);
    let ends_with_name = document || inside.last().is_some_and(|entity| entity.end == span.end);
    of(EntityKind::Person)
        .or_else(|| of(EntityKind::Organization).or_else(|| of(EntityKind::Place)).filter(|_| ends_with_name))
}

/// "the prime minister" after "Prime Minister Ismail Sabri" or "Ismail Sabri, the prime minister": the person
/// beside whose name the description's head noun stood last.
fn described<'e>(reading: &Reading, source: Range<usize>, entities: &'e [Entity]) -> Option<&'e Entity> {
    let head = reading.document.word(kind::head(reading, source.clone()));
    let office = lexicon().source_nouns.get(head) == Some(&SourceType::Official);
    if !office || !kind::is_definite(reading, source.start) {
        return None;
    }
    let at = reading.document.tokens[source.start].span.start;
    let before = &entities[..entities.partition_point(|entity| entity.start < at)];
    let people = before.iter().rev().take(DESCRIBED_REACH).filter(|entity| entity.kind == EntityKind::Person);
    people.into_iter().find(|person| stands_beside(reading, person, head))
}

/// Whether `noun` stands in the title before a name or in the apposition behind it.
fn stands_beside(reading: &Reading, person: &Entity, noun: &str) -> bool {
    let tokens = &reading.document.tokens;
    let first = tokens.partition_point(|token| token.span.start < person.start);
    let last = tokens.partition_point(|token| token.span.end < person.end);
    let apposition = reading.document.word(last + 1) == ",";
    let behind = if apposition { last + 2..last + 2 + APPOSITION } else { 0..0 };
    let is = |at: usize| reading.document.word(at).eq_ignore_ascii_case(noun);
    (first.saturating_sub(TITLE)..first).chain(behind).any(is)
}

fn inside(entities: &[Entity], span: Span) -> &[Entity] {
    let first = entities.partition_point(|entity| entity.start < span.start);
    let count = entities[first..].partition_point(|entity| entity.start < span.end);
    &entities[first..first + count]
}

/// The last speaker before the pronoun at `at` who fits, else the last name that does.
fn antecedent<'e, 'l>(
    reading: &Reading,
    at: u32,
    fits: impl Fn(&Entity) -> bool,
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
    speakers.find(|entity| fits(entity)).or_else(|| names.find(|entity| fits(entity)))
}
