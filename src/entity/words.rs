//! The lists that hold a word, all in one look.
//!
//! Each token is looked up once, by the hash of its letters; the lists themselves are searched only where
//! a phrase of theirs may begin.

use crate::analysis::EntityKind;
use crate::lexicon::{FunctionWord, Index, Lexicon, lexicon, plurals};
use crate::tagger::hash;
use crate::text::first_token;
use std::sync::LazyLock;

/// Lists that hold a word, as bits.
pub(super) mod list {
    pub(in crate::entity) const GIVEN_NAME: u32 = 1;
    pub(in crate::entity) const HONORIFIC: u32 = 1 << 1;
    pub(in crate::entity) const CUE_VERB: u32 = 1 << 2;
    pub(in crate::entity) const SOURCE_NOUN: u32 = 1 << 3;
    pub(in crate::entity) const DATE_WORD: u32 = 1 << 4;
    pub(in crate::entity) const AMOUNT: u32 = 1 << 5;
    /// Upwards of this bit: the class of a function word.
    pub(in crate::entity) const FUNCTION: u32 = 6;
    /// Upwards of this bit: the kind of a name's head.
    pub(in crate::entity) const HEAD: u32 = 10;
    /// Upwards of this bit: the kind of a listed name.
    pub(in crate::entity) const NAME: u32 = 14;
    pub(in crate::entity) const NAME_GOES_ON: u32 = 1 << 18;
    /// What is known of every single word, and is a feature.
    pub(in crate::entity) const FEATURES: u32 = (1 << 19) - 1;
    /// A title may begin here.
    pub(in crate::entity) const TITLE_BEGINS: u32 = 1 << 19;
    /// A listed name may begin here.
    pub(in crate::entity) const NAME_BEGINS: u32 = 1 << 20;
    /// An amount or a date may begin here.
    pub(in crate::entity) const EXACT_BEGINS: u32 = 1 << 21;
}

/// The lists of a word as it is written, and of its small letters, by their hashes.
pub(super) fn lists(word: u32, lower: u32) -> (u32, u32) {
    static CASED: LazyLock<Index> = LazyLock::new(|| Index::new(&cased(lexicon())));
    static FOLDED: LazyLock<Index> = LazyLock::new(|| Index::new(&folded(lexicon())));
    (CASED.get(word), FOLDED.get(lower))
}

/// The number of a kind of name among the bits of a list.
pub(super) const fn kind_number(kind: EntityKind) -> u32 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Organization => 2,
        EntityKind::Place => 3,
        EntityKind::Group => 4,
        EntityKind::Event => 5,
        EntityKind::Product => 6,
        EntityKind::Law => 7,
        _ => 8,
    }
}

fn cased(lexicon: &Lexicon) -> Vec<(u32, u32)> {
    let mut entries = Vec::new();
    let mut add = |word: &str, lists: u32| {
        entries.push((hash(word.bytes()), lists));
        if word.contains('\'') {
            entries.push((hash(word.replace('\'', "’").bytes()), lists));
        }
    };
    for (name, ()) in lexicon.given_names.entries() {
        add(name, list::GIVEN_NAME);
    }
    for (head, &kind) in lexicon.name_heads.entries() {
        add(head, kind_number(kind) << list::HEAD);
    }
    for (title, ()) in lexicon.honorifics.entries() {
        add(first_token(title), list::TITLE_BEGINS);
    }
    for (name, _) in lexicon.names.entries() {
        add(first_token(name), list::NAME_BEGINS);
    }
    entries
}

fn folded(lexicon: &Lexicon) -> Vec<(u32, u32)> {
    let mut entries = Vec::new();
    let mut add = |word: &str, lists: u32| entries.push((hash(word.bytes()), lists));
    for (word, &function) in lexicon.function_words.entries() {
        add(word, function_number(function) << list::FUNCTION);
    }
    for (verb, _) in lexicon.cue_verbs.entries() {
        add(verb, list::CUE_VERB);
    }
    for (noun, _) in lexicon.source_nouns.entries() {
        add(noun, list::SOURCE_NOUN);
    }
    for (word, _) in lexicon.date_words.entries() {
        add(word, list::DATE_WORD | list::EXACT_BEGINS);
    }
    for (word, _) in lexicon.number_words.entries() {
        add(word, list::EXACT_BEGINS);
    }
    for (word, _) in lexicon.currencies.entries() {
        add(first_token(word), list::EXACT_BEGINS);
    }
    for word in ["a", "an", "noon", "midnight"] {
        add(word, list::EXACT_BEGINS);
    }
    for (noun, _) in lexicon.source_nouns.entries() {
        entries.extend(plurals(noun).map(|plural| (hash(plural), list::SOURCE_NOUN)));
    }
    entries
}

const fn function_number(word: FunctionWord) -> u32 {
    word as u32 + 1
}
