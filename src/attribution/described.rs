//! Whom "the Democratic nominee" means: of the people named before, the one who weighs most, if he weighs
//! enough.
//!
//! A log-linear ranker beside the one for pronouns ([`cast`](super::cast)): the words of a description stand
//! beside the names of the one described ("Democratic nominee Anna White", "Anna White, the nominee"), and a
//! writer describes whom he has just named. Its weights, all but the one against another name, were fitted on
//! the 62 such descriptions of our training articles, and rounded; nobody is named unless the best outweighs
//! nobody by a margin at which most are right.

use super::cast::{Cast, Mention};
use super::kind;
use super::link::Link;
use super::reading::Reading;
use crate::analysis::Entity;
use crate::text::Class;

/// How many mentions of people, and how many bytes, a description reaches back.
const MENTIONS: usize = 64;
const BYTES: u32 = 4000;
/// How many attributions ahead a headline's description is looked for by name.
const AHEAD: usize = 64;
/// How many tokens of a title are looked at before a name, and of an apposition behind it.
const TITLE: usize = 6;
const APPOSITION: usize = 8;
/// How many tokens of a name's sentence are looked at before it and behind.
const SENTENCE: usize = 300;
/// The letters that an abbreviated title has at least: `Sen.`, `Gov.`.
const SHORT: usize = 3;

const EVERY_WORD: f32 = 2.0;
const NOUN: f32 = 1.0;
/// For all the words before the noun in sentences with the name, and so in parts.
const WORDS_NEAR: f32 = 1.8;
const LAST_SPEAKER: f32 = 1.6;
const SENTENCE_BEFORE: f32 = 0.8;
const NEAR: f32 = 0.9;
const SUBJECT_BEFORE: f32 = 1.2;
const QUOTED: f32 = -1.3;
/// For another name before the same noun: "the Green senator" is not "Labour senator Ruth Adeyemi".
const OTHER_NAME: f32 = -4.0;
/// What nobody weighs: half of it was fitted, the rest is care.
const NOBODY: f32 = 3.2;

/// The description of one person, as a source.
pub(super) struct Description<'l, 'e> {
    /// Its first token.
    pub(super) start: usize,
    /// Its noun.
    pub(super) head: usize,
    /// Who spoke last.
    pub(super) last: Option<&'e Entity>,
    /// The attributions from this one on.
    pub(super) later: &'l [Link],
}

impl<'e> Cast<'e> {
    /// Whom the description means, where anybody weighs enough.
    pub(super) fn described(
        &self,
        reading: &Reading,
        description: &Description<'_, 'e>,
    ) -> Option<&'e Entity> {
        let count = self.mentions.partition_point(|mention| mention.tokens.start < description.start);
        let (before, behind) = self.mentions.split_at(count);
        if before.is_empty() {
            return announced(reading, behind, description);
        }
        let at = reading.document.tokens[description.start].span.start;
        let first = before.partition_point(|mention| mention.entity.start + BYTES <= at);
        let near = &before[first.max(count.saturating_sub(MENTIONS))..];
        let mut people: Vec<(&Mention, f32)> = Vec::new();
        for mention in near.iter().rev() {
            if people.iter().all(|(seen, _)| seen.entity.entity != mention.entity.entity) {
                people.push((mention, weight(reading, near, mention, description)));
            }
        }
        // Of equals the one named last.
        let best = people.into_iter().rev().max_by(|(_, a), (_, b)| a.total_cmp(b));
        best.filter(|(_, weight)| *weight > NOBODY).map(|(mention, _)| mention.entity)
    }
}

/// A headline says "the mayor" and the text below it who that is: the first person named in the next
/// paragraph, if he is a source there.
fn announced<'e>(reading: &Reading, behind: &[Mention<'e>], description: &Description) -> Option<&'e Entity> {
    let first = behind.first()?;
    let end = reading.paragraph(description.start).end;
    let speaks =
        |link: &Link| link.source.as_ref().is_some_and(|source| source.contains(&first.tokens.start));
    let is_next = end <= first.tokens.start && reading.paragraph(end).contains(&first.tokens.start);
    (is_next && description.later.iter().take(AHEAD).any(speaks)).then_some(first.entity)
}

/// What speaks for `mention` and its person, who is named by some of `near` too.
fn weight(reading: &Reading, near: &[Mention], mention: &Mention, description: &Description) -> f32 {
    let word = |at| reading.document.word(at);
    let of = || near.iter().filter(|other| other.entity.entity == mention.entity.entity);
    let beside = |at: usize| of().any(|other| stands_beside(reading, other, word(at)));
    let with = |at: usize| of().any(|other| stands_in_sentence(reading, other, word(at)));
    let words = || description.words(reading);
    let noun = beside(description.head);
    let every = noun && words().all(beside);
    if kind::is_possessive(word(description.start)) {
        // "his lawyer" is not himself, and he is who spoke last.
        return if every { f32::INFINITY } else { f32::NEG_INFINITY };
    }
    let (found, all) = words()
        .fold((0.0, 0.0_f32), |(found, all), at| (found + if with(at) { 1.0 } else { 0.0 }, all + 1.0));
    let distance = reading.facts(description.start).sentence.saturating_sub(mention.sentence);
    let parts = [
        (every, EVERY_WORD),
        (noun, NOUN),
        (description.last.is_some_and(|last| last.entity == mention.entity.entity), LAST_SPEAKER),
        (distance <= 1, SENTENCE_BEFORE),
        (distance <= 4, NEAR),
        (distance <= 1 && mention.opens, SUBJECT_BEFORE),
        (mention.quoted, QUOTED),
        (of().any(|other| has_other_name(reading, other, description)), OTHER_NAME),
    ];
    let sum: f32 = parts.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum();
    sum + WORDS_NEAR * found / all.max(1.0)
}

impl Description<'_, '_> {
    /// The words before its noun.
    fn words<'a>(&'a self, reading: &'a Reading) -> impl Iterator<Item = usize> + 'a {
        (self.start + 1..self.head).filter(|&at| matches!(reading.class(at), Some(Class::Word | Class::Name)))
    }
}

/// Whether `word` stands in the title before a name or in the apposition behind it.
fn stands_beside(reading: &Reading, mention: &Mention, word: &str) -> bool {
    let end = mention.tokens.end;
    let apposition = reading.document.word(end) == ",";
    let behind = if apposition { end + 1..end + 1 + APPOSITION } else { 0..0 };
    let behind = behind.take_while(|&at| continues(reading, at));
    title(reading, mention).chain(behind).any(|at| is_word(reading.document.word(at), word))
}

/// The tokens of the title before a name, from the last to the first.
fn title(reading: &Reading, mention: &Mention) -> impl Iterator<Item = usize> {
    let start = mention.tokens.start;
    (start.saturating_sub(TITLE)..start).rev().take_while(|&at| continues(reading, at))
}

fn continues(reading: &Reading, at: usize) -> bool {
    !matches!(reading.document.word(at), "," | "." | ";" | "and" | "said" | "says")
}

/// Whether the title has the noun of the description, and before it a name that the description has not.
fn has_other_name(reading: &Reading, mention: &Mention, description: &Description) -> bool {
    let word = |at| reading.document.word(at);
    let mut title = title(reading, mention);
    let noun = title.find(|&at| is_word(word(at), word(description.head)));
    let Some(other) = noun.and_then(|_| title.next()) else { return false };
    reading.class(other) == Some(Class::Name)
        && description.words(reading).next().is_some()
        && !description.words(reading).any(|at| word(at).eq_ignore_ascii_case(word(other)))
}

fn stands_in_sentence(reading: &Reading, mention: &Mention, word: &str) -> bool {
    let (name, sentence) = (mention.tokens.start, reading.sentence(mention.tokens.start));
    let near = sentence.start.max(name.saturating_sub(SENTENCE))..sentence.end.min(name + SENTENCE);
    near.into_iter().any(|at| reading.document.word(at).eq_ignore_ascii_case(word))
}

/// Whether `said` is `word`, or its beginning with a full stop: `Sen.`.
fn is_word(said: &str, word: &str) -> bool {
    let begins = |stem: &str| word.get(..stem.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(stem));
    said.eq_ignore_ascii_case(word)
        || said.strip_suffix('.').is_some_and(|stem| stem.len() >= SHORT && begins(stem))
}
