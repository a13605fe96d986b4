//! Which mentions name the same thing, and the fullest name of each.
//!
//! A mention is first looked up as it is written, then by what things are called later: a person by the last
//! name or the first, an organisation by its initials, its first word or its last. What a name can be looked up by is
//! worked out once for each way of writing it ([`spelling`]), however often it is written so.

mod spelling;

use super::Mention;
use crate::analysis::{Entity, EntityKind};
use crate::lexicon::{Gender, lexicon};
use crate::text::Document;
use spelling::Spellings;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Something that mentions refer to.
struct Thing {
    kind: EntityKind,
    /// The spelling of its fullest form so far.
    name: usize,
    /// How often it has been named so far.
    mentions: usize,
    /// As titles and given names tell.
    gender: Option<Gender>,
}

/// What is kept of the mentions of a document, in order.
#[derive(Debug, Default)]
pub(super) struct Known {
    spellings: Spellings,
    told: Vec<Told>,
    named: Vec<Named>,
}

/// All that a mention tells of the thing that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    kind: EntityKind,
    spelling: usize,
    gender: Option<Gender>,
    /// Whether it is the short form of the mention before it.
    is_short: bool,
}

/// The number of the thing that a mention names, and the spelling of its fullest name.
#[derive(Debug, Clone, Copy)]
struct Named {
    number: usize,
    name: usize,
}

/// How many tokens before a mention and behind it tell what it names.
pub(super) const REACH: usize = 2;

/// Spellings that no mention has any more are forgotten once there are so many more of them than mentions.
const FORGOTTEN: usize = 4096;

/// Numbers the things behind `mentions`, which are in order, and names each mention in full. `kept` tells which of the
/// mentions that are `known` each of them is, where nothing within [`REACH`] of it has changed.
pub(super) fn entities(
    document: &Document,
    mentions: &[Mention],
    known: &mut Known,
    kept: &[Option<usize>],
) -> Vec<Entity> {
    let Known { spellings, told: old, named } = known;
    let mut told: Vec<Told> = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        let full = at.checked_sub(1).map(|full| &mentions[full]);
        let is_short = full.is_some_and(|full| is_short_form(document, full, mention));
        let before = kept.get(at).copied().flatten().and_then(|before| old.get(before));
        let (spelling, gender) = match before {
            Some(before) => (before.spelling, before.gender),
            None => (spellings.number(&surface(document, mention)), gender(document, mention)),
        };
        told.push(Told { kind: mention.kind, spelling, gender, is_short });
    }
    if told != *old {
        *named = name(spellings, &told);
        *old = told;
    }
    let entity = |(mention, &Named { number, name }): (&Mention, &Named)| {
        let span = document.span(mention.tokens.clone());
        Entity {
            start: span.start,
            end: span.end,
            kind: mention.kind,
            name: spellings.of(name).text.to_string(),
            entity: number as u32,
            confidence: mention.confidence,
            corrected: false,
        }
    };
    let entities = mentions.iter().zip(named.iter()).map(entity).collect();
    if spellings.count() > mentions.len() + FORGOTTEN {
        *known = Known::default();
    }
    entities
}

/// What each of the mentions names that tell so much.
fn name(spellings: &Spellings, told: &[Told]) -> Vec<Named> {
    let mut index = Index::of(spellings);
    let mut numbers: Vec<usize> = Vec::with_capacity(told.len());
    for &Told { kind, spelling, gender, is_short } in told {
        if let Some(&full) = numbers.last().filter(|_| is_short) {
            index.insert(spellings.of(spelling).key, full);
        }
        numbers.push(index.find_or_add(kind, spelling, gender));
    }
    numbers.into_iter().map(|number| Named { number, name: index.things[number].name }).collect()
}

/// For each thing of another text, by kind and fullest name, which of the `known` ones it is. No two are the
/// same one; names that read alike come first.
pub(crate) fn same_things(known: &[(EntityKind, &str)], others: &[(EntityKind, &str)]) -> Vec<Option<usize>> {
    let mut spellings = Spellings::default();
    let mut all = Vec::new();
    for &(kind, name) in [known, others].into_iter().flatten() {
        all.push((kind, spellings.number(name)));
    }
    let (known, others) = all.split_at(known.len());
    let mut index = Index::of(&spellings);
    let mut alike = BTreeMap::new();
    for (at, &(kind, name)) in known.iter().enumerate() {
        index.add(kind, name, None);
        alike.entry((kind, spellings.of(name).key)).or_insert(at);
    }
    let mut taken = vec![false; known.len()];
    let mut same = vec![None; others.len()];
    for is_alike in [true, false] {
        for (&(kind, name), same) in others.iter().zip(&mut same).filter(|(_, same)| same.is_none()) {
            let found = if is_alike {
                alike.get(&(kind, spellings.of(name).key)).copied()
            } else {
                index.get(kind, name, None)
            };
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
    before(1).and_then(|title| genders.get_word(title)).or_else(|| genders.get_word(given?)).copied()
}

/// The mention's words with single spaces.
fn surface<'t>(document: &Document<'t>, mention: &Mention) -> Cow<'t, str> {
    let text = document.span(mention.tokens.clone()).of(document.text);
    if text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace)) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// Finds things by what they are called.
struct Index<'s> {
    spellings: &'s Spellings,
    things: Vec<Thing>,
    /// For each key the numbers of the things that go by it.
    numbers: Vec<Vec<usize>>,
    /// The same for the first and last words of organisations.
    parts: Vec<Vec<usize>>,
}

impl<'s> Index<'s> {
    const fn of(spellings: &'s Spellings) -> Self {
        Self { spellings, things: Vec::new(), numbers: Vec::new(), parts: Vec::new() }
    }

    fn find_or_add(&mut self, kind: EntityKind, name: usize, gender: Option<Gender>) -> usize {
        let Some(number) = self.get(kind, name, gender) else { return self.add(kind, name, gender) };
        let thing = &mut self.things[number];
        thing.mentions += 1;
        thing.gender = thing.gender.or(gender);
        let (new, old) = (self.spellings.of(name), self.spellings.of(thing.name));
        let better = new.text.len() == old.text.len() && new.has_small() && !old.has_small();
        if new.text.len() > old.text.len() || better {
            thing.name = name;
        }
        number
    }

    fn add(&mut self, kind: EntityKind, name: usize, gender: Option<Gender>) -> usize {
        let number = self.things.len();
        self.things.push(Thing { kind, name, mentions: 1, gender });
        let spelling = self.spellings.of(name);
        let (key, ends, initials) = (spelling.key, spelling.ends, spelling.initials);
        self.insert(key, number);
        match kind {
            EntityKind::Person => ends.into_iter().flatten().for_each(|key| self.insert(key, number)),
            EntityKind::Organization => {
                self.insert(initials, number);
                for key in ends.into_iter().flatten() {
                    slot(&mut self.parts, key).push(number);
                }
            }
            EntityKind::Place => self.insert(initials, number),
            _ => {}
        }
        number
    }

    /// The thing of this kind that goes by `name`.
    fn get(&self, kind: EntityKind, name: usize, gender: Option<Gender>) -> Option<usize> {
        let spelling = self.spellings.of(name);
        let fits = |&number: &usize| {
            let thing = &self.things[number];
            let agrees = gender.is_none() || thing.gender.is_none() || thing.gender == gender;
            let person = || self.spellings.of(thing.name).is_same_person(spelling);
            thing.kind == kind && agrees && (kind != EntityKind::Person || person())
        };
        // Of two people with one last name, the one named more often.
        let best = |key: usize| {
            let numbers = latest(&self.numbers, key).iter().copied().filter(fits);
            numbers.max_by_key(|&number| self.things[number].mentions)
        };
        best(spelling.key).or_else(|| match kind {
            EntityKind::Person => spelling.ends.into_iter().flatten().find_map(best),
            EntityKind::Organization => self.by_part(name).or_else(|| self.by_initials(name)),
            EntityKind::Place => self.by_initials(name),
            _ => None,
        })
    }

    /// `the Post` behind `The Washington Post`: the last organisation that begins or ends with this word. A
    /// word that names an organisation by itself, as initials do, is no part of another.
    fn by_part(&self, name: usize) -> Option<usize> {
        let spelling = self.spellings.of(name);
        let last = *self.parts.get(spelling.key)?.last()?;
        let part = spelling.has_small() && lexicon().names.get(&spelling.text).is_none();
        part.then_some(last)
    }

    /// What was known so far by the initials of `name` alone.
    fn by_initials(&self, name: usize) -> Option<usize> {
        let initials = self.spellings.of(name).initials;
        let is_short = |number: &usize| self.spellings.of(self.things[*number].name).key == initials;
        latest(&self.numbers, initials).iter().copied().find(is_short)
    }

    fn insert(&mut self, key: usize, number: usize) {
        let numbers = slot(&mut self.numbers, key);
        // A short form is given anew with each "(OCM)".
        if key != spelling::NONE && numbers.last() != Some(&number) {
            numbers.push(number);
        }
    }
}

/// The last of the things that go by a key: of all Johns in ten megabytes the first ones are forgotten, so
/// that time stays linear in any text.
fn latest(numbers: &[Vec<usize>], key: usize) -> &[usize] {
    const REACH: usize = 64;
    let numbers = numbers.get(key).map_or(&[][..], Vec::as_slice);
    &numbers[numbers.len().saturating_sub(REACH)..]
}

/// The place of a key in a list that grows with the keys.
fn slot(list: &mut Vec<Vec<usize>>, key: usize) -> &mut Vec<usize> {
    if list.len() <= key {
        list.resize_with(key + 1, Vec::new);
    }
    &mut list[key]
}
