//! Which mentions name the same thing, and the fullest name of each.
//!
//! A mention is first looked up as it is written, then by what things are called later: a person by the last
//! name or the first, an organisation by its initials, its first word or its last.

use super::Mention;
use crate::analysis::{Entity, EntityKind};
use crate::lexicon::{Gender, lexicon};
use crate::text::Document;
use std::collections::BTreeMap;

/// Something that mentions refer to.
struct Thing {
    kind: EntityKind,
    /// Its fullest form so far, with single spaces.
    name: String,
    /// How often it has been named so far.
    mentions: usize,
    /// As titles and given names tell.
    gender: Option<Gender>,
}

/// Numbers the things behind `mentions`, which are in order, and names each mention in full.
pub(super) fn entities(document: &Document, mentions: Vec<Mention>) -> Vec<Entity> {
    let mut index = Index::default();
    let mut numbers: Vec<usize> = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        let name = surface(document, mention);
        let full = at.checked_sub(1).filter(|&full| is_short_form(document, &mentions[full], mention));
        if let Some(full) = full {
            index.insert(&name, numbers[full]);
        }
        numbers.push(index.find_or_add(mention.kind, &name, gender(document, mention)));
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
                name: index.things[number].name.clone(),
                entity: number as u32,
                confidence: mention.confidence,
                corrected: false,
            }
        })
        .collect()
}

/// For each thing of another text, by kind and fullest name, which of the `known` ones it is. No two are the
/// same one; names that read alike come first.
pub(crate) fn same_things(known: &[(EntityKind, &str)], others: &[(EntityKind, &str)]) -> Vec<Option<usize>> {
    let mut index = Index::default();
    for &(kind, name) in known {
        index.add(kind, name, None);
    }
    let alike: BTreeMap<(EntityKind, String), usize> =
        known.iter().enumerate().rev().map(|(at, &(kind, name))| ((kind, key(name)), at)).collect();
    let mut taken = vec![false; known.len()];
    let mut same = vec![None; others.len()];
    for is_alike in [true, false] {
        for (&(kind, name), same) in others.iter().zip(&mut same).filter(|(_, same)| same.is_none()) {
            let found =
                if is_alike { alike.get(&(kind, key(name))).copied() } else { index.get(kind, name, None) };
            *same = found.filter(|&at| !std::mem::replace(&mut taken[at], true));
        }
    }
    same
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

/// What the title right before a person's name tells, or else the given name in it; of a couple
/// (`Mr. and Mrs. Lind`), nothing.
fn gender(document: &Document, mention: &Mention) -> Option<Gender> {
    let before = |back: usize| mention.tokens.start.checked_sub(back).map(|at| document.word(at));
    if mention.kind != EntityKind::Person || matches!(before(2), Some("and" | "&")) {
        return None;
    }
    let genders = &lexicon().genders;
    let given = (mention.tokens.len() > 1).then(|| document.word(mention.tokens.start));
    before(1).and_then(|title| genders.get(title)).or_else(|| genders.get(given?)).copied()
}

/// The mention's words with single spaces.
fn surface(document: &Document, mention: &Mention) -> String {
    let text = document.span(mention.tokens.clone()).of(document.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds things by what they are called.
#[derive(Default)]
struct Index {
    things: Vec<Thing>,
    /// For each form of a name, as [`key`] writes it, the numbers of the things that go by it.
    numbers: BTreeMap<String, Vec<usize>>,
    /// The same for the first and last words of organisations.
    parts: BTreeMap<String, Vec<usize>>,
}

impl Index {
    fn find_or_add(&mut self, kind: EntityKind, name: &str, gender: Option<Gender>) -> usize {
        if let Some(number) = self.get(kind, name, gender) {
            let thing = &mut self.things[number];
            thing.mentions += 1;
            thing.gender = thing.gender.or(gender);
            let small = |name: &str| name.contains(char::is_lowercase);
            let better = name.len() == thing.name.len() && small(name) && !small(&thing.name);
            if name.len() > thing.name.len() || better {
                name.clone_into(&mut thing.name);
            }
            return number;
        }
        self.add(kind, name, gender)
    }

    fn add(&mut self, kind: EntityKind, name: &str, gender: Option<Gender>) -> usize {
        let number = self.things.len();
        self.things.push(Thing { kind, name: name.to_owned(), mentions: 1, gender });
        self.insert(name, number);
        let ends = ends(name);
        match kind {
            EntityKind::Person => ends.into_iter().flatten().for_each(|word| self.insert(word, number)),
            EntityKind::Organization => {
                self.insert(&acronym(name), number);
                for word in ends.into_iter().flatten() {
                    self.parts.entry(key(word)).or_default().push(number);
                }
            }
            EntityKind::Place => self.insert(&acronym(name), number),
            _ => {}
        }
        number
    }

    /// The thing of this kind that goes by `name`.
    fn get(&self, kind: EntityKind, name: &str, gender: Option<Gender>) -> Option<usize> {
        let fits = |&number: &usize| {
            let thing = &self.things[number];
            let agrees = gender.is_none() || thing.gender.is_none() || thing.gender == gender;
            thing.kind == kind && agrees && (kind != EntityKind::Person || same_person(&thing.name, name))
        };
        let known = |key: &str| self.numbers.get(key).map_or(&[][..], |numbers| latest(numbers));
        let numbers = |key: &str| known(key).iter().copied().filter(fits);
        // Of two people with one last name, the one named more often.
        let best = |key: &str| numbers(key).max_by_key(|&number| self.things[number].mentions);
        best(&key(name)).or_else(|| match kind {
            EntityKind::Person => ends(name).into_iter().flatten().find_map(|word| best(&key(word))),
            EntityKind::Organization => self.by_part(name).or_else(|| self.by_initials(name)),
            EntityKind::Place => self.by_initials(name),
            _ => None,
        })
    }

    /// `the Post` behind `The Washington Post`: the last organisation that begins or ends with this word. A
    /// word that names an organisation by itself, as initials do, is no part of another.
    fn by_part(&self, name: &str) -> Option<usize> {
        let part = name.contains(char::is_lowercase) && lexicon().names.get(name).is_none();
        if part { self.parts.get(&key(name))?.last().copied() } else { None }
    }

    /// What was known so far by the initials of `name` alone.
    fn by_initials(&self, name: &str) -> Option<usize> {
        let initials = key(&acronym(name));
        let numbers = latest(self.numbers.get(&initials)?);
        numbers.iter().copied().find(|&number| key(&self.things[number].name) == initials)
    }

    fn insert(&mut self, name: &str, number: usize) {
        if !name.is_empty() {
            let numbers = self.numbers.entry(key(name)).or_default();
            // A short form is given anew with each "(OCM)".
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
}

/// The last of the things that go by one name: of all Johns in ten megabytes the first ones are forgotten, so
/// that time stays linear in any text.
fn latest(numbers: &[usize]) -> &[usize] {
    const REACH: usize = 64;
    &numbers[numbers.len().saturating_sub(REACH)..]
}

/// A name without what differs from one mention to the next: capitals, and the dots of initials.
fn key(name: &str) -> String {
    name.chars().filter(|&c| c != '.').map(|c| c.to_ascii_lowercase()).collect()
}

/// The last and the first of several words, without what stands behind a last name.
fn ends(name: &str) -> [Option<&str>; 2] {
    let name = [" Jr.", " Jr", " Sr.", " Sr", " II", " III"]
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))
        .unwrap_or(name)
        .trim_end_matches(',');
    [name.rsplit_once(' ').map(|(_, last)| last), name.split_once(' ').map(|(first, _)| first)]
}

/// Two names of people agree where every word of the shorter one is in the longer one, in order.
fn same_person(known: &str, name: &str) -> bool {
    let (known, name) = (key(known), key(name));
    let (longer, shorter) = if known.len() >= name.len() { (known, name) } else { (name, known) };
    let mut words = longer.split(' ');
    shorter.split(' ').all(|word| words.any(|other| other == word))
}

/// The initials of a name of two words or more: `North Atlantic Treaty Organization` → `NATO`.
fn acronym(name: &str) -> String {
    let words: Vec<&str> =
        name.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).collect();
    if words.len() < 2 {
        String::new()
    } else {
        words.iter().filter_map(|word| word.chars().next()).collect()
    }
}
