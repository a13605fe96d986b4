//! Who a source is: the name behind "he", "Zelensky" or "the company".

use super::cast::{Cast, Place};
use super::chain;
use super::described::Description;
use super::issuer;
use super::kind;
use super::link::Link;
use super::reading::Reading;
use crate::analysis::{Entity, EntityKind, SourceType};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::Span;
use std::ops::Range;

/// How far back, in bytes, "it" reaches.
const NEAR: u32 = 600;

/// How many attributions back the last speaker is looked for.
const SPOKEN_REACH: usize = 64;
/// How many names back a description reaches.
const DESCRIBED_REACH: usize = 64;
/// Nouns that can stand for whatever organisation was named last.
const ANY_BODY: [&str; 6] = ["company", "firm", "organization", "organisation", "group", "agency"];

/// For each link a mention of its speaker, where the text names one.
pub(super) fn resolve<'e>(
    reading: &Reading,
    links: &[Link],
    within: &[Option<u32>],
    entities: &'e [Entity],
) -> Vec<Option<&'e Entity>> {
    let mut speakers: Vec<Option<&Entity>> = vec![None; links.len()];
    let cast = Cast::new(reading, entities);
    for (index, link) in links.iter().enumerate() {
        let Some(source) = &link.source else { continue };
        let outer = || within[index].and_then(|outer| speakers.get(outer as usize).copied().flatten());
        speakers[index] = match pronoun(reading, source) {
            None => named(reading, source.clone(), entities)
                .or_else(|| described(reading, source, &cast, (links, &speakers[..index]), entities)),
            // Inside somebody's words "I" is that speaker, and "we" where an organisation speaks.
            Some(Person::First) => {
                outer().filter(|entity| reading.document.word(source.start) == "I" || is_thing(entity))
            }
            Some(person @ (Person::He | Person::She)) => {
                let around = chain::around(within[index], |at| within[at as usize]);
                let place = Place {
                    at: source.start,
                    last: last_speaker(links, &speakers[..index], source.start),
                    around: around.filter_map(|at| speakers[at as usize]).collect(),
                };
                cast.antecedent(reading, person, &place)
            }
            // "Washington said it believed …": the outer speaker is nearest in sense.
            Some(Person::Thing) => outer().filter(|entity| is_thing(entity)).or_else(|| {
                let at = reading.document.tokens[source.start].span.start;
                last_thing(reading, at, entities, links.iter().zip(speakers[..index].iter().copied()))
            }),
            Some(Person::Many) => None,
        };
    }
    speakers
}

/// What the source can refer to, where it is a pronoun, the "his" of "his claim", or "his report".
fn pronoun(reading: &Reading, source: &Range<usize>) -> Option<Person> {
    let word = reading.document.word(source.start);
    let refers = if kind::is_possessive(word) {
        // "her account" is hers, "her allies" are not she.
        let head = reading.document.word(kind::head(reading, source.clone()));
        source.len() == 1 || lexicon().source_noun(head) == Some(SourceType::Document)
    } else {
        reading.is_function(source.start, FunctionWord::Pronoun)
    };
    Person::of(if refers { word } else { "" })
}

fn last_speaker<'e>(links: &[Link], speakers: &[Option<&'e Entity>], at: usize) -> Option<&'e Entity> {
    let before = |link: &Link| link.source.as_ref().is_some_and(|source| source.start < at);
    let near = links.iter().zip(speakers).rev().take(SPOKEN_REACH);
    near.filter(|(link, _)| before(link)).find_map(|(_, speaker)| *speaker)
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
}

/// The name in the source's own words: a person's before an organisation's before a place's.
fn named<'e>(reading: &Reading, source: Range<usize>, entities: &'e [Entity]) -> Option<&'e Entity> {
    let inside = inside(entities, reading.document.span(source.clone()));
    let of = |kind| inside.iter().filter(move |entity| entity.kind == kind);
    let at = kind::head(reading, source.clone());
    let head = lexicon().source_noun(reading.document.word(at));
    if head == Some(SourceType::Document) {
        let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
        return kinds.into_iter().find_map(|kind| of(kind).find(|it| issuer::issues(reading, &source, it)));
    }
    let person = of(EntityKind::Person).find(|person| issuer::stands_alone(reading, &source, person));
    if person.is_some() || matches!(head, Some(SourceType::Official | SourceType::Group)) {
        // "House Democrats", "an executive at the bank": the name is somebody else's.
        return person;
    }
    let end = source.end - usize::from(reading.document.word(source.end - 1) == ")");
    let end = reading.document.tokens[end.max(source.start + 1) - 1].span.end;
    let described = reading.document.tokens[at].span.start;
    let names_it = |entity: &&Entity| entity.end == end || entity.start <= described;
    let place = || of(EntityKind::Place).next().filter(|_| head.is_none());
    of(EntityKind::Organization).next().or_else(place).filter(names_it)
}

/// Whom "the nominee" or "the company" means, the source of the link behind those whose `speakers` are known.
fn described<'e>(
    reading: &Reading,
    source: &Range<usize>,
    cast: &Cast<'e>,
    (links, speakers): (&[Link], &[Option<&'e Entity>]),
    entities: &'e [Entity],
) -> Option<&'e Entity> {
    let head = kind::head(reading, source.clone());
    let kind = lexicon().source_nouns.get(reading.document.word(head));
    if !kind::is_definite(reading, source.start) {
        return None;
    }
    match kind? {
        SourceType::Organization => body(reading, source, head, entities),
        SourceType::Document => same_noun(reading, head, links.iter().zip(speakers.iter().copied())),
        SourceType::Official => {
            let last = last_speaker(links, speakers, source.start);
            let later = &links[speakers.len()..];
            cast.described(reading, &Description { start: source.start, head, last, later })
        }
        _ => None,
    }
}

/// "the poll" after "a poll by Reuters": whose the last source was that has the noun at `head` too.
fn same_noun<'e, 'l>(
    reading: &Reading,
    head: usize,
    earlier: impl DoubleEndedIterator<Item = (&'l Link, Option<&'e Entity>)>,
) -> Option<&'e Entity>
where
    'e: 'l,
{
    let word = |at| reading.document.word(at);
    let noun = |source: &Range<usize>| word(kind::head(reading, source.clone()));
    let is_same = |link: &Link| {
        link.source.as_ref().is_some_and(|source| noun(source).eq_ignore_ascii_case(word(head)))
    };
    earlier.rev().take(SPOKEN_REACH).find_map(|(link, speaker)| speaker.filter(|_| is_same(link)))
}

/// "the commission" after "the Aviation Commission", "the company" after "Apple": the last organisation
/// whose name has the noun; where none has, the last one of all, if the noun fits any.
fn body<'e>(
    reading: &Reading,
    source: &Range<usize>,
    head: usize,
    entities: &'e [Entity],
) -> Option<&'e Entity> {
    let at = reading.document.tokens[source.start].span.start;
    let before = &entities[..entities.partition_point(|entity| entity.start < at)];
    let noun = reading.document.word(head);
    let near = before.iter().rev().take(DESCRIBED_REACH);
    let bodies = || near.clone().filter(|entity| entity.kind == EntityKind::Organization);
    let called = bodies().find(|body| body.name.split(' ').any(|word| word.eq_ignore_ascii_case(noun)));
    let any = source.len() == 2 && ANY_BODY.contains(&noun);
    let last = || bodies().find(|body| any && body.start + NEAR > at);
    called.or_else(last)
}

fn inside(entities: &[Entity], span: Span) -> &[Entity] {
    let first = entities.partition_point(|entity| entity.start < span.start);
    let count = entities[first..].partition_point(|entity| entity.start < span.end);
    &entities[first..first + count]
}

/// The last speaker before the byte `at` that "it" can mean, else the last name that does.
fn last_thing<'e, 'l>(
    reading: &Reading,
    at: u32,
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
        .take(SPOKEN_REACH)
        .take_while(|(link, _)| start(link).is_none_or(is_near))
        .filter_map(|(_, speaker)| speaker);
    let before = &entities[..entities.partition_point(|entity| entity.start < at)];
    let names = before.iter().rev().take_while(|entity| is_near(entity.start));
    let of = |kind| names.clone().find(|entity| entity.kind == kind);
    // Organisations speak more often than places.
    speakers
        .find(|entity| is_thing(entity))
        .or_else(|| of(EntityKind::Organization))
        .or_else(|| of(EntityKind::Place))
}

const fn is_thing(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Organization | EntityKind::Place)
}
