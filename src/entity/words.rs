//! The lists that hold a word, all in one look.
//!
//! Each token is looked up once, by the hash of its letters; the lists themselves are searched only where
//! a phrase of theirs may begin.

use crate::analysis::EntityKind;
use crate::lexicon::{FunctionWord, Lexicon, lexicon};
use crate::tagger::hash;
use crate::text::tokenize;
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

/// Words by hash: open addressing.
struct Index {
    slots: Vec<(u32, u32)>,
}

/// The lists of a word as it is written, and of its small letters, by their hashes.
pub(super) fn lists(word: u32, lower: u32) -> (u32, u32) {
    static CASED: LazyLock<Index> = LazyLock::new(|| Index::new(&cased(lexicon())));
    static FOLDED: LazyLock<Index> = LazyLock::new(|| Index::new(&folded(lexicon())));
    (CASED.get(word), FOLDED.get(lower))
}

impl Index {
    fn new(entries: &[(u32, u32)]) -> Self {
        let mut index = Self { slots: vec![(0, 0); (entries.len() * 2).next_power_of_two().max(2)] };
        for &(word, lists) in entries {
            let slot = index.find(word);
            index.slots[slot].0 = word;
            index.slots[slot].1 |= lists;
        }
        index
    }

    fn get(&self, word: u32) -> u32 {
        self.slots[self.find(word)].1
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
        add(first(title), list::TITLE_BEGINS);
    }
    for (name, _) in lexicon.names.entries() {
        add(first(name), list::NAME_BEGINS);
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
        for plural in plurals(noun) {
            add(&plural, list::SOURCE_NOUN);
        }
    }
    for (word, _) in lexicon.date_words.entries() {
        add(word, list::DATE_WORD | list::EXACT_BEGINS);
    }
    for (word, _) in lexicon.number_words.entries() {
        add(word, list::EXACT_BEGINS);
    }
    for (word, _) in lexicon.currencies.entries() {
        add(first(word), list::EXACT_BEGINS);
    }
    for word in ["a", "an", "noon", "midnight"] {
        add(word, list::EXACT_BEGINS);
    }
    entries
}

const fn function_number(word: FunctionWord) -> u32 {
    word as u32 + 1
}

/// The first token of a phrase.
fn first(phrase: &str) -> &str {
    tokenize(phrase).first().map_or("", |token| token.span.of(phrase))
}

/// What the plural of a noun may be.
fn plurals(noun: &str) -> [String; 3] {
    let regular = if let Some(stem) = noun.strip_suffix('y') { [stem, "ies"] } else { [noun, "s"] };
    let man = noun.strip_suffix("man").map_or_else(|| noun.to_owned(), |stem| [stem, "men"].concat());
    [regular.concat(), [noun, "es"].concat(), man]
}
