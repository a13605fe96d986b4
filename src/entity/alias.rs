//! Which mentions name the same thing, and the fullest name of each.

use super::Mention;
use crate::analysis::{Entity, EntityKind};
use crate::text::Document;
use std::collections::BTreeMap;

/// Something that mentions refer to.
struct Thing {
    kind: EntityKind,
    /// Its fullest form so far, with single spaces.
    name: String,
    /// How often it has been named so far.
    mentions: usize,
}

/// Numbers the things behind `mentions`, which are in order, and names each mention in full.
pub(super) fn entities(document: &Document, mentions: Vec<Mention>) -> Vec<Entity> {
    let mut things: Vec<Thing> = Vec::new();
    let mut index = Index::default();
    let mut numbers: Vec<usize> = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        let name = surface(document, mention);
        let full = at.checked_sub(1).filter(|&full| is_short_form(document, &mentions[full], mention));
        if let Some(full) = full {
            index.insert(&name, numbers[full]);
        }
        numbers.push(index.find_or_add(&mut things, mention.kind, &name));
    }
    mentions
        .into_iter()
        .zip(numbers)
        .map(|(mention, number)| {
            let span = document.span(mention.tokens);
            Entity {
                start: span.start,
                end: span.end,
                kind: mention.kind,
                name: things[number].name.clone(),
                entity: number as u32,
                confidence: mention.confidence,
            }
        })
        .collect()
}

/// `Olympic Council of Malaysia (OCM)`: an organisation's short form in brackets behind its full name.
fn is_short_form(document: &Document, full: &Mention, short: &Mention) -> bool {
    let bracket = full.tokens.end;
    let organizations = full.kind == EntityKind::Organization && short.kind == EntityKind::Organization;
    organizations
        && short.tokens == (bracket + 1..bracket + 2)
        && document.word(bracket) == "("
        && document.word(bracket + 2) == ")"
}

/// The mention's words with single spaces.
fn surface(document: &Document, mention: &Mention) -> String {
    let text = document.span(mention.tokens.clone()).of(document.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds things by name, a person by a part of the name too.
#[derive(Default)]
struct Index {
    /// For each name, and each part that a person may be called by, the numbers of the things that go by it.
    numbers: BTreeMap<String, Vec<usize>>,
}

impl Index {
    fn find_or_add(&mut self, things: &mut Vec<Thing>, kind: EntityKind, name: &str) -> usize {
        if let Some(number) = self.get(things, kind, name) {
            things[number].mentions += 1;
            if name.len() > things[number].name.len() {
                name.clone_into(&mut things[number].name);
            }
            return number;
        }
        let number = things.len();
        things.push(Thing { kind, name: name.to_owned(), mentions: 1 });
        self.insert(name, number);
        for word in short_names(kind, name) {
            self.insert(word, number);
        }
        if kind == EntityKind::Organization {
            self.insert(&acronym(name), number);
        }
        number
    }

    /// The thing of this kind that goes by `name`; of two people with one last name the one named more often.
    fn get(&self, things: &[Thing], kind: EntityKind, name: &str) -> Option<usize> {
        let best = |key: &str| {
            let numbers = self.numbers.get(key)?.iter().copied();
            let fits = |&number: &usize| {
                things[number].kind == kind && same_person(&things[number].name, name, kind)
            };
            numbers.filter(fits).max_by_key(|&number| things[number].mentions)
        };
        best(name).or_else(|| short_names(kind, name).find_map(best))
    }

    fn insert(&mut self, key: &str, number: usize) {
        if !key.is_empty() {
            self.numbers.entry(key.to_owned()).or_default().push(number);
        }
    }
}

/// What a person may be called by later: the last word of the name, or the first, as in Malay or Icelandic.
fn short_names(kind: EntityKind, name: &str) -> impl Iterator<Item = &str> {
    let last = name.rsplit_once(' ').map(|(_, last)| last);
    let first = name.split_once(' ').map(|(first, _)| first);
    last.into_iter().chain(first).filter(move |_| kind == EntityKind::Person)
}

/// Two names of people agree where every word of the shorter one is in the longer one, in order.
fn same_person(known: &str, name: &str, kind: EntityKind) -> bool {
    if kind != EntityKind::Person {
        return true;
    }
    let (longer, shorter) = if known.len() >= name.len() { (known, name) } else { (name, known) };
    let mut words = longer.split(' ');
    shorter.split(' ').all(|word| words.any(|other| other == word))
}

/// The initials of a name of three words or more: `North Atlantic Treaty Organization` → `NATO`.
fn acronym(name: &str) -> String {
    let words: Vec<&str> =
        name.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).collect();
    if words.len() < 2 {
        String::new()
    } else {
        words.iter().filter_map(|word| word.chars().next()).collect()
    }
}
