//! A sorted list of words and phrases, and how to find them in a document.

use crate::text::{Document, first_token};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// Whether the entries of a list match in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// As written.
    Cased,
    /// Entries are in small letters and match any case; only ASCII letters are folded.
    Folded,
}

/// Words and phrases in order, each with its value. A lookup is a binary search.
#[derive(Debug)]
pub(crate) struct Table<V> {
    entries: Vec<(Cow<'static, str>, V)>,
    case: Case,
    /// Made when a phrase is looked for.
    first_words: OnceLock<FirstWords>,
}

/// The entries of a table by their first tokens, so that most words are done with after one look: buckets by
/// the hash of the token.
#[derive(Debug)]
struct FirstWords {
    bits: u32,
    /// Where each bucket begins in `places`, and the end.
    starts: Vec<u32>,
    /// The places of the entries, bucket by bucket, in order within each.
    places: Vec<u32>,
}

impl FirstWords {
    fn new<V>(table: &Table<V>) -> Self {
        let bits = (table.entries.len() * 4).max(2).next_power_of_two().ilog2();
        let mut index = Self { bits, starts: vec![0; (1 << bits) + 1], places: vec![0; table.entries.len()] };
        let first = |entry: &str| table.hash(first_token(entry));
        let buckets: Vec<usize> = table.entries.iter().map(|(entry, _)| index.bucket(first(entry))).collect();
        for bucket in &buckets {
            index.starts[bucket + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut index.starts {
            sum += *start;
            *start = sum;
        }
        let mut next = index.starts.clone();
        for (place, bucket) in buckets.into_iter().enumerate() {
            index.places[next[bucket] as usize] = place as u32;
            next[bucket] += 1;
        }
        index
    }

    /// The places of the entries whose first token has this hash, and perhaps others.
    fn get(&self, hash: u32) -> &[u32] {
        let bucket = self.bucket(hash);
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }

    const fn bucket(&self, hash: u32) -> usize {
        (hash >> (32 - self.bits)) as usize
    }
}

/// Reads a list file, which is sorted; `value` reads what stands behind the tab (nothing: ""). A line that it
/// does not understand is left out: the tests check that there is none.
pub(super) fn parse<V>(file: &'static str, case: Case, value: impl Fn(&str) -> Option<V>) -> Table<V> {
    let entries = entry_lines(file).filter_map(|line| {
        let (entry, rest) = split_at(line, b'\t');
        Some((entry.into(), value(rest)?))
    });
    Table { entries: entries.collect(), case, first_words: OnceLock::new() }
}

/// The lines of a list file that are entries.
pub(super) fn entry_lines(mut file: &str) -> impl Iterator<Item = &str> {
    let lines = std::iter::from_fn(move || {
        let (line, rest) = split_at(file, b'\n');
        file = rest;
        (!line.is_empty()).then_some(line)
    });
    lines.skip_while(|line| line.starts_with('#'))
}

/// What stands before and behind the first `mark`. The lists are read before the first answer, and for pieces
/// as short as theirs this is a third of the work that `split_once` makes of it.
fn split_at(text: &str, mark: u8) -> (&str, &str) {
    let at = text.bytes().position(|byte| byte == mark);
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

impl<V> Table<V> {
    /// A table of `entries` in any order; of two equal ones the first is found.
    pub(super) fn new(mut entries: Vec<(Cow<'static, str>, V)>, case: Case) -> Self {
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        entries.dedup_by(|(later, _), (earlier, _)| later == earlier);
        Self { entries, case, first_words: OnceLock::new() }
    }

    /// One cased table of several; what is in an earlier one wins.
    pub(super) fn joined<const N: usize>(tables: [Self; N]) -> Self {
        Self::new(tables.into_iter().flat_map(|table| table.entries).collect(), Case::Cased)
    }

    /// All entries as they are stored, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|(entry, value)| (&**entry, value))
    }

    /// The value of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let at = self.entries.binary_search_by(|(entry, _)| self.compare(entry, word)).ok()?;
        self.entries.get(at).map(|(_, value)| value)
    }

    /// As [`Table::get`], for lists that every word is looked up in.
    pub(crate) fn get_word(&self, word: &str) -> Option<&V> {
        if !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return self.get(word);
        }
        // An entry of letters alone is one token.
        let entries = self.beginning_with(word).iter().filter_map(|&place| self.entries.get(place as usize));
        let mut found = entries.filter(|(entry, _)| self.compare(entry, word) == Ordering::Equal);
        found.next().map(|(_, value)| value)
    }

    /// The longest entry that begins with the token `at` of `document` and ends with a token: the index
    /// behind its last token, and its value. White space of any width stands for one space, but for the end
    /// of a paragraph.
    pub(crate) fn longest_at(&self, document: &Document, at: usize) -> Option<(usize, &V)> {
        let mut longest = None;
        for &place in self.beginning_with(document.word(at)) {
            let (entry, value) = &self.entries[place as usize];
            if let Some(end) = self.match_end(entry, document, at) {
                // Sorted: a later entry with the same beginning is the longer one.
                longest = Some((end, value));
            }
        }
        longest
    }

    /// The index behind the tokens from `at` on that spell `entry`.
    fn match_end(&self, entry: &str, document: &Document, at: usize) -> Option<usize> {
        let mut rest = entry;
        let mut end = at;
        while !rest.is_empty() {
            let apart = end > at && !document.touches_previous(end);
            if apart {
                rest = rest.strip_prefix(' ')?;
            }
            let word = document.word(end);
            rest = &rest[self.prefix(rest, word).filter(|_| !word.is_empty())?..];
            if apart && document.opens_paragraph(end) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// How many bytes of `entry` spell `word`, where `entry` begins with it.
    fn prefix(&self, entry: &str, word: &str) -> Option<usize> {
        let mut chars = entry.chars();
        word.chars().all(|c| chars.next() == Some(self.fold(c))).then(|| entry.len() - chars.as_str().len())
    }

    /// The entries that may have `word` as their first token, in order, by their places.
    fn beginning_with(&self, word: &str) -> &[u32] {
        self.first_words.get_or_init(|| FirstWords::new(self)).get(self.hash(word))
    }

    /// A hash of `word` as it would be stored.
    fn hash(&self, word: &str) -> u32 {
        word.chars().fold(0, |hash, c| (hash ^ self.fold(c) as u32).wrapping_mul(0x9e37_79b1))
    }

    /// The order of `entry`, which is stored, and `word`, which is folded on the way.
    fn compare(&self, entry: &str, word: &str) -> Ordering {
        match self.case {
            // In bytes: the order is the same.
            Case::Folded if word.is_ascii() => {
                entry.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))
            }
            Case::Cased if word.is_ascii() => entry.bytes().cmp(word.bytes()),
            _ => entry.chars().cmp(word.chars().map(|c| self.fold(c))),
        }
    }

    fn fold(&self, c: char) -> char {
        match c {
            '’' => '\'',
            c if self.case == Case::Folded => c.to_ascii_lowercase(),
            c => c,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(entries: &[&'static str], case: Case) -> Table<usize> {
        Table::new(entries.iter().enumerate().map(|(value, &entry)| (entry.into(), value)).collect(), case)
    }

    fn longest(table: &Table<usize>, text: &str, at: usize) -> Option<(usize, usize)> {
        table.longest_at(&Document::new(text), at).map(|(end, &value)| (end, value))
    }

    #[test]
    fn the_longest_entry_wins() {
        let names = table(&["New", "New York", "New York Times", "New Zealand"], Case::Cased);
        assert_eq!(longest(&names, "in New York Times Square", 1), Some((4, 2)));
        assert_eq!(longest(&names, "in New York today", 1), Some((3, 1)));
        assert_eq!(longest(&names, "in New Orleans", 1), Some((2, 0)));
        assert_eq!(longest(&names, "in York", 1), None);
    }

    #[test]
    fn an_entry_ends_with_a_token() {
        let words = table(&["may", "point out"], Case::Folded);
        assert_eq!(longest(&words, "the mayor", 1), None);
        assert_eq!(longest(&words, "They point outside", 1), None);
        assert_eq!(longest(&words, "They point out.", 1), Some((3, 1)));
        assert_eq!(longest(&words, "They point", 1), None);
    }

    #[test]
    fn white_space_of_any_width_stands_for_one_space() {
        let words = table(&["according to"], Case::Folded);
        assert_eq!(longest(&words, "According\u{a0}  to him", 0), Some((2, 0)));
        assert_eq!(longest(&words, "according-to him", 0), None);
        assert_eq!(longest(&words, "according\n\nto him", 0), None);
    }

    #[test]
    fn tokens_without_space_between_them_join() {
        let names = table(&["AT&T", "al-Qaeda", "U.S.", "Domino's"], Case::Cased);
        assert_eq!(longest(&names, "AT&T said", 0), Some((3, 0)));
        assert_eq!(longest(&names, "the al-Qaeda cell", 1), Some((4, 1)));
        assert_eq!(longest(&names, "al - Qaeda", 0), None);
        assert_eq!(longest(&names, "U.S. officials", 0), Some((1, 2)));
        assert_eq!(longest(&names, "Domino’s sells pizza", 0), Some((2, 3)));
    }

    #[test]
    fn only_folded_tables_match_any_case() {
        let (folded, cased) = (table(&["reportedly"], Case::Folded), table(&["Reuters"], Case::Cased));
        assert_eq!(folded.get("REPORTEDLY"), Some(&0));
        assert_eq!(cased.get("Reuters"), Some(&0));
        assert_eq!(cased.get("reuters"), None);
    }

    #[test]
    fn a_line_with_an_unknown_value_is_left_out() {
        let read = |value: &str| (value == "known").then_some(());
        let parsed = parse("# header\na\tknown\nb\tunknown\nc\n", Case::Folded, read);
        assert!(parsed.get("a").is_some());
        assert!(parsed.get("b").is_none() && parsed.get("c").is_none());
    }

    #[test]
    fn the_first_of_joined_tables_wins() {
        let table = |value| Table::new(vec![("Georgia".into(), value)], Case::Cased);
        assert_eq!(Table::joined([table(1), table(2)]).get("Georgia"), Some(&1));
    }
}
