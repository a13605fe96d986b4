//! Noun phrases beside a cue, found without a parser: as far as a noun phrase can reach.

use super::Reading;
use crate::lexicon::{DateWord, FunctionWord, lexicon};
use crate::text::Class;
use std::ops::Range;

/// The noun phrase that ends before the token `end` and does not reach before `limit`.
pub(super) fn ending_at(reading: &Reading, end: usize, limit: usize) -> Option<Range<usize>> {
    if end > limit && reading.is_function(end - 1, FunctionWord::Pronoun) {
        return Some(end - 1..end);
    }
    let mut start = end;
    while start > limit
        && reaches_left(
            reading,
            start - 1,
            start < end && reading.is_function(start, FunctionWord::Determiner),
        )
    {
        start -= 1;
    }
    let start = trim_left(reading, start, end);
    let solid =
        (start..end).any(|at| matches!(reading.class(at), Some(Class::Name | Class::Word | Class::Number)));
    (start < end && solid).then_some(start..end)
}

/// The noun phrase that begins with the token `start` and does not reach beyond `limit`.
pub(super) fn starting_at(reading: &Reading, start: usize, limit: usize) -> Option<Range<usize>> {
    if start < limit && reading.is_function(start, FunctionWord::Pronoun) {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < limit && reaches_right(reading, end, end > start) {
        end += 1;
    }
    while end > start && !can_end(reading, end - 1) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether the phrase names somebody who can say or want something: a pronoun, a name, a noun that the
/// list of sources knows.
pub(super) fn is_agent(reading: &Reading, phrase: Range<usize>) -> bool {
    phrase.into_iter().any(|at| match reading.class(at) {
        Some(Class::Name | Class::Function(FunctionWord::Pronoun)) => true,
        Some(Class::Word) => lexicon().source_noun(reading.document.word(at)).is_some(),
        _ => false,
    })
}

/// Whether a noun phrase can end with this token; a date behind it is no part of it.
fn can_end(reading: &Reading, at: usize) -> bool {
    matches!(reading.class(at), Some(Class::Name | Class::Word | Class::Number | Class::Possessive))
        && !is_date(reading, at)
}

fn is_date(reading: &Reading, at: usize) -> bool {
    matches!(
        lexicon().date_words.get(reading.document.word(at)),
        Some(DateWord::Month | DateWord::Weekday | DateWord::Day)
    )
}

/// Whether the phrase can go on leftwards over the token `at`; behind a determiner only a preposition or
/// "and" leads on.
fn reaches_left(reading: &Reading, at: usize, behind_determiner: bool) -> bool {
    match reading.class(at) {
        Some(Class::Function(FunctionWord::Preposition)) => is_joining(reading.document.word(at)),
        Some(Class::Function(FunctionWord::Conjunction)) => {
            reading.document.word(at) == "and" && at > 0 && reading.class(at - 1) == reading.class(at + 1)
        }
        _ if behind_determiner => false,
        Some(
            Class::Name
            | Class::Number
            | Class::Possessive
            | Class::Hyphen
            | Class::Function(FunctionWord::Determiner),
        ) => true,
        Some(Class::Word) => !reading.is_finite_verb(at),
        _ => matches!(reading.document.word(at), "&" | "$" | "%"),
    }
}

fn reaches_right(reading: &Reading, at: usize, inside: bool) -> bool {
    match reading.class(at) {
        Some(Class::Name | Class::Number | Class::Word | Class::Function(FunctionWord::Determiner)) => true,
        Some(Class::Possessive | Class::Hyphen) => inside,
        Some(Class::Function(FunctionWord::Preposition)) => {
            inside && matches!(reading.document.word(at), "of" | "for" | "at" | "from" | "with")
        }
        Some(Class::Function(FunctionWord::Conjunction)) => {
            inside && reading.document.word(at) == "and" && reading.class(at + 1) == Some(Class::Name)
        }
        _ => inside && reading.document.word(at) == "&",
    }
}

fn is_joining(preposition: &str) -> bool {
    matches!(
        preposition,
        "of" | "for" | "from" | "at" | "with" | "in" | "on" | "to" | "inside" | "within" | "near" | "close"
    )
}

/// Leaves out what leads into the phrase: conjunctions, a first preposition, a date.
fn trim_left(reading: &Reading, mut start: usize, end: usize) -> usize {
    while start < end {
        let leads_in = matches!(
            reading.class(start),
            Some(
                Class::Function(FunctionWord::Preposition | FunctionWord::Conjunction | FunctionWord::Adverb)
                    | Class::Possessive
                    | Class::Hyphen
            )
        );
        let date = is_date(reading, start) && start + 1 < end;
        if !(leads_in || date) {
            break;
        }
        start += 1;
    }
    start
}
