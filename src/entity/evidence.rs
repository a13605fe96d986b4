//! What the whole document shows about a word: seen in small letters, it is hardly a name; seen with a
//! capital inside a sentence, it is one at the start of a sentence too; called "Mr." once, it is a person
//! each time.

use super::facts::opens;
use super::page::Page;
use super::words::list;
use crate::text::{Document, Form};
use std::ops::Range;

/// How many bits of [`seen`] there are.
pub(super) const BITS: u32 = 12;

/// What was seen somewhere in the document, as bits.
mod seen {
    /// In small letters.
    pub(super) const LOWER: u32 = 1;
    /// With a capital that the place in the sentence does not explain.
    pub(super) const INSIDE: u32 = 1 << 1;
    /// Behind a title.
    pub(super) const TITLED: u32 = 1 << 2;
    /// Behind a given name.
    pub(super) const BEHIND_GIVEN: u32 = 1 << 3;
    /// Behind a preposition of place.
    pub(super) const PLACED: u32 = 1 << 4;
    /// Before a verb of speech, or right behind one.
    pub(super) const SPEAKS: u32 = 1 << 5;
    /// As the first of several capitals.
    pub(super) const FIRST: u32 = 1 << 6;
    /// As the last of several capitals.
    pub(super) const LAST: u32 = 1 << 7;
    /// Behind an article.
    pub(super) const ARTICLE: u32 = 1 << 8;
    /// Alone in brackets behind a capital.
    pub(super) const BRACKETED: u32 = 1 << 9;
    /// Among capitals that end as names of organisations do.
    pub(super) const IN_ORGANIZATION: u32 = 1 << 10;
    /// As a capital alone inside a sentence.
    pub(super) const ALONE: u32 = 1 << 11;
}

/// Words of a document and what was seen of each: open addressing, by the hash of the word.
pub(super) struct Evidence {
    slots: Vec<(u32, u32)>,
}

impl Evidence {
    /// What the occurrences of some words show.
    #[inline(never)]
    pub(super) fn new(occurrences: &[(u32, u32)]) -> Self {
        let slots = vec![(0, 0); (occurrences.len() * 2).next_power_of_two().max(2)];
        let mut evidence = Self { slots };
        for &(word, seen) in occurrences.iter().filter(|(_, seen)| *seen != 0) {
            evidence.add(word, seen);
        }
        evidence
    }

    /// What was seen of a word, given by the hash of its small letters.
    pub(super) fn of(&self, word: u32) -> u32 {
        self.slots[self.find(word)].1
    }

    fn add(&mut self, word: u32, seen: u32) {
        let slot = self.find(word);
        self.slots[slot].0 = word;
        self.slots[slot].1 |= seen;
    }

    /// The slot of a word, or the empty one that it would get; at most half of them are taken.
    fn find(&self, word: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (word.wrapping_mul(0x9e37_79b1) >> 8) as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// What the occurrence of a word at `at`, in the sentence that begins with `sentence`, shows.
pub(super) fn witness(document: &Document, page: &Page, sentence: usize, at: usize, headline: bool) -> u32 {
    let facts = page.get(at);
    if facts.surface.form == Form::Lower {
        return seen::LOWER;
    }
    if !facts.surface.has_capital() || headline {
        return 0;
    }
    let begins = at == sentence
        || at == sentence + 1 && opens(document, sentence)
        || at > 0 && opens(document, at - 1);
    let Range { start, end } = facts.run(at);
    let (first, last) = (at == start, at + 1 == end);
    let single = first && last;
    let before = page.get(at.wrapping_sub(1));
    let behind = page.get(end);
    let before_run = if start > sentence { document.word(start - 1) } else { "" };
    let mut found = 0;
    let mut note = |bit: u32, holds: bool| found |= if holds { bit } else { 0 };
    note(seen::INSIDE, !begins);
    note(seen::TITLED, !first && before.lists & list::HONORIFIC != 0);
    note(seen::BEHIND_GIVEN, !first && before.lists & list::GIVEN_NAME != 0);
    note(
        seen::PLACED,
        first && matches!(before_run, "in" | "In" | "near" | "at" | "from" | "across" | "outside"),
    );
    let speech = before_run == "said" || behind.lists & list::CUE_VERB != 0;
    note(seen::SPEAKS, last && speech);
    note(seen::FIRST, first && !last && !begins);
    note(seen::LAST, last && !first);
    note(seen::ARTICLE, first && matches!(before_run, "the" | "The"));
    note(seen::BRACKETED, single && before_run == "(" && document.word(end) == ")");
    let head = page.get(end.wrapping_sub(1)).lists >> list::HEAD & 15;
    note(seen::ALONE, single && !begins);
    note(seen::IN_ORGANIZATION, !single && head == 2);
    found
}
