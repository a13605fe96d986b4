//! Insiders: people who are told by what they are close to, as those whom a text does not name often are. Of "a person
//! close to the talks said" the person is the source, not the talks; "sources close to the pair" are more than "sources".

use super::reading::Reading;
use crate::analysis::{SourceType, Traceable};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::Class;
use std::ops::Range;

/// What people are to a thing or to somebody they are close to.
const RELATIONS: [(&str, &str); 9] = [
    ("aware", "of"),
    ("briefed", "about"),
    ("briefed", "on"),
    ("close", "to"),
    ("close", "with"),
    ("familiar", "with"),
    ("informed", "about"),
    ("informed", "of"),
    ("privy", "to"),
];

/// Words for people of whom nothing else is known.
const ANYBODY: [&str; 8] =
    ["others", "people", "person", "somebody", "someone", "source", "sources", "those"];

/// How many tokens a relation has, at most: "who is very close to".
const LONGEST_RELATION: usize = 5;
/// How many tokens describe an insider before the noun: "a senior government official".
const BEFORE_NOUN: usize = 4;
/// How many tokens name what an insider is close to.
const LONGEST_OBJECT: usize = 9;

/// The whole phrase that tells of the insider in `source`, whose cue is `cue`; `source` itself where there is none.
pub(super) fn whole(reading: &Reading, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let start = before(reading, source.start).unwrap_or(source.start);
    let end = behind(reading, &source, cue).unwrap_or(source.end);
    start..end
}

/// Whether a reader could trace `source`, where all that it tells of somebody is what they are close to. Who is close
/// to somebody is one of a few; who knows of something can be anybody.
pub(super) fn traceable(reading: &Reading, source: &Range<usize>) -> Option<Traceable> {
    let word = |at: usize| reading.document.word(at);
    let is_anybody = |at: usize| ANYBODY.iter().any(|anybody| word(at).eq_ignore_ascii_case(anybody));
    let mut behind = (source.start + 1..source.end).filter(|at| is_anybody(at - 1));
    let object = behind.find_map(|at| relation(reading, at).filter(|&end| end < source.end))?..source.end;
    let is_somebody = |at: usize| {
        matches!(reading.class(at), Some(Class::Name | Class::Function(FunctionWord::Pronoun)))
            || matches!(lexicon().source_noun(word(at)), Some(kind) if kind != SourceType::Document)
    };
    let is_one_of_few = word(object.start - 2) == "close" && object.into_iter().any(is_somebody);
    Some(if is_one_of_few { Traceable::Partly } else { Traceable::No })
}

/// Where a phrase starts whose relation ends at `object`, or before its article.
fn before(reading: &Reading, object: usize) -> Option<usize> {
    let article = object.checked_sub(1).filter(|&at| reading.is_function(at, FunctionWord::Determiner));
    let ends = |behind: usize| behind == object || Some(behind) == article;
    let near = object.saturating_sub(LONGEST_RELATION + 1).max(1)..object;
    let relation =
        near.rev().find(|&at| relation(reading, at).is_some_and(ends) && is_person(reading, at - 1))?;
    Some(first(reading, relation - 1))
}

/// Where the object of a relation ends that begins where `source` ends, if its cue stands behind the object.
fn behind(reading: &Reading, source: &Range<usize>, cue: &Range<usize>) -> Option<usize> {
    let object = relation(reading, source.end).filter(|_| is_person(reading, source.end - 1))?;
    let end = (object..cue.start).find(|&at| reading.document.word(at) == ",").unwrap_or(cue.start);
    let is_part = |at: usize| {
        let word = reading.document.word(at);
        let is_said = reading.facts(at).verb != 0 && !word.ends_with("ing");
        !reading.is_mark(at) && !is_said && word != "as"
    };
    let is_object = (1..=LONGEST_OBJECT).contains(&end.saturating_sub(object)) && (object..end).all(is_part);
    is_object.then_some(end)
}

/// Where the relation ends that begins at `at`.
fn relation(reading: &Reading, at: usize) -> Option<usize> {
    let word = |at: usize| reading.document.word(at);
    let is_led = reading.is_function(at, FunctionWord::Relative);
    let mut at = if is_led && reading.is_function(at + 1, FunctionWord::Auxiliary) { at + 2 } else { at };
    at += usize::from(reading.is_function(at, FunctionWord::Adverb) || word(at).ends_with("ly"));
    RELATIONS.contains(&(word(at), word(at + 1))).then_some(at + 2)
}

/// Whether the word at `at` says that it is somebody.
fn is_person(reading: &Reading, at: usize) -> bool {
    let word = reading.document.word(at);
    ["those", "others"].iter().any(|others| word.eq_ignore_ascii_case(others))
        || matches!(lexicon().source_noun(word), Some(SourceType::Group | SourceType::Official))
}

/// Where the phrase of the `noun` begins: at its article or number, if it has one.
fn first(reading: &Reading, noun: usize) -> usize {
    let begins = |at: &usize| {
        reading.is_function(*at, FunctionWord::Determiner)
            || reading.class(*at) == Some(Class::Number)
            || lexicon().number_words.get(reading.document.word(*at)).is_some()
    };
    let describes = |at: &usize| {
        matches!(reading.class(*at), Some(Class::Word | Class::Name | Class::Hyphen))
            && reading.facts(*at).verb == 0
    };
    let near = noun.saturating_sub(BEFORE_NOUN)..noun;
    let start = near.rev().find(|at| begins(at) || !describes(at)).filter(begins);
    start.map_or(noun, |at| at - usize::from(at > 0 && begins(&(at - 1))))
}
