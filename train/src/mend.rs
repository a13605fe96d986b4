//! Mends what the corpora leave out or draw otherwise, so that they teach one convention.

use crate::gold::{Gold, Reading};
use sourcelight::text::Document;
use std::collections::BTreeSet;
use std::ops::Range;

/// A list of the engine's own.
pub(crate) struct Listed(BTreeSet<&'static str>);

impl Listed {
    /// The words that name nationalities, religions, parties and peoples.
    pub(crate) fn groups() -> Self {
        Self::read(include_str!("../../src/lexicon/groups.txt"))
    }

    /// The names of places.
    pub(crate) fn places() -> Self {
        Self::read(include_str!("../../src/lexicon/places.txt"))
    }

    fn read(list: &'static str) -> Self {
        Self(list.lines().filter(|line| !line.starts_with('#')).collect())
    }

    /// The longest listed words that begin with the token `at`.
    fn longest_at(&self, document: &Document, at: usize) -> Option<Range<usize>> {
        (1..=3).rev().map(|words| at..at + words).filter(|range| range.end <= document.tokens.len()).find(
            |range| {
                let text = document.span(range.clone()).of(document.text);
                self.0.contains(text)
            },
        )
    }
}

/// Marks listed groups as such, whether a corpus marks them as something else, in part or not at all;
/// where a capital follows an unmarked one, it may be part of a name that the corpus does not mark.
pub(crate) fn mark_groups(document: &Document, golds: &mut Vec<Gold>, groups: &Listed, group: usize) {
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(range) = groups.longest_at(document, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let overlaps = |gold: &&Gold| gold.tokens.start < range.end && range.start < gold.tokens.end;
        let within = |gold: &Gold| range.start <= gold.tokens.start && gold.tokens.end <= range.end;
        if !golds.iter().filter(overlaps).all(within) {
            continue;
        }
        let marked = golds.iter().any(|gold| gold.tokens == range);
        let goes_on = document.word(range.end).starts_with(char::is_uppercase);
        golds.retain(|gold| !overlaps(&gold));
        let or_nothing = goes_on && !marked;
        golds.push(Gold { tokens: range, reading: Reading { kinds: vec![group], or_nothing } });
    }
    golds.sort_by_key(|gold| gold.tokens.start);
}

/// A listed place that a corpus takes for an organisation, meaning its government or its team, is a place to
/// us; one that stands unmarked may be one.
pub(crate) fn keep_places(document: &Document, golds: &mut Vec<Gold>, places: &Listed, place: usize) {
    for gold in golds.iter_mut() {
        if places.0.contains(document.span(gold.tokens.clone()).of(document.text)) {
            gold.reading.kinds = vec![place];
        }
    }
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(range) = places.longest_at(document, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let overlaps = |gold: &Gold| gold.tokens.start < range.end && range.start < gold.tokens.end;
        if !golds.iter().any(overlaps) {
            golds.push(Gold { tokens: range, reading: Reading { kinds: vec![place], or_nothing: true } });
        }
    }
    golds.sort_by_key(|gold| gold.tokens.start);
}

/// A corpus that takes `U.S.-led` for one word leaves the name in it unmarked: any kind may stand there.
pub(crate) fn free_compounds(document: &Document, allowed: &mut [u32], any: u32) {
    for (at, allowed) in allowed.iter_mut().enumerate() {
        let touches = document.word(at + 1) == "-" && document.touches_previous(at + 1)
            || at > 0 && document.word(at - 1) == "-" && document.touches_previous(at);
        if touches && document.word(at).contains(char::is_uppercase) && *allowed & 1 == 1 {
            *allowed |= any;
        }
    }
}
