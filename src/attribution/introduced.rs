//! Which nouns that describe sources stand in a text, and which of them stood beside a name: after "a CNN
//! poll" a reader knows what "the poll" is.

use super::reading::Reading;
use crate::lexicon::FunctionWord;
use crate::text::Class;
use std::collections::BTreeMap;
use std::ops::Range;

/// How far before and behind a noun a name is looked for.
pub(super) const NEAR: usize = 4;

/// The nouns of a text, by the hash of their small letters.
#[derive(Debug)]
pub(super) struct Introduced(BTreeMap<u32, Noun>);

/// Where a noun stood first, and where first beside a name.
#[derive(Debug, Clone, Copy)]
struct Noun {
    first: usize,
    named: Option<usize>,
}

impl Introduced {
    pub(super) fn new(reading: &Reading) -> Self {
        let mut nouns = BTreeMap::new();
        for (at, is_named) in reading.source_nouns() {
            let noun = nouns.entry(reading.facts(at).lower).or_insert(Noun { first: at, named: None });
            if noun.named.is_none() && is_named {
                noun.named = Some(at);
            }
        }
        Self(nouns)
    }

    /// 0 where the noun at `at` has not stood before it, 1 where it has, 2 where it stood beside a name.
    pub(super) fn before(&self, reading: &Reading, at: usize) -> u32 {
        let Some(noun) = self.0.get(&reading.facts(at).lower) else { return 0 };
        match noun.named {
            Some(named) if named < at => 2,
            _ => u32::from(noun.first < at),
        }
    }
}

/// Whether a name stands in the noun's own phrase: "a CNN poll", "a poll by CNN", "Ana Hale, the mayor".
pub(super) fn has_name_beside(reading: &Reading, at: usize) -> bool {
    let is_name = |at: &usize| reading.class(*at) == Some(Class::Name);
    let goes_on =
        |at: &usize| matches!(reading.class(*at), Some(Class::Word | Class::Name | Class::Possessive));
    let before = (at.saturating_sub(NEAR)..at).rev().take_while(goes_on).any(|at| is_name(&at));
    let is_link = |at: &usize| {
        reading.is_function(*at, FunctionWord::Preposition)
            || reading.is_function(*at, FunctionWord::Determiner)
            || goes_on(at)
            || reading.document.word(*at) == ","
    };
    let behind: Range<usize> = at + 1..at + 1 + NEAR;
    before || behind.take_while(is_link).any(|at| is_name(&at))
}
