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
