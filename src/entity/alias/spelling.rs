//! The ways in which names are written, with what each can be looked up by. Forms of names are numbered, so that two
//! are compared in one step.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The number of no form at all.
pub(super) const NONE: usize = 0;

/// A name as it is written.
#[derive(Debug)]
pub(super) struct Spelling {
    /// Its words with single spaces.
    pub(super) text: Arc<str>,
    /// The number of the name without what differs from one mention to the next: capitals, and the dots of initials.
    pub(super) key: usize,
    /// The keys of the last and the first of several words.
    pub(super) ends: [Option<usize>; 2],
    /// The key of its initials.
    pub(super) initials: usize,
    /// The keys of its words.
    words: Vec<usize>,
    /// How long its key is.
    length: usize,
}

impl Spelling {
    pub(super) fn has_small(&self) -> bool {
        self.text.contains(char::is_lowercase)
    }

    /// Two names of people agree where every word of the shorter one is in the longer one, in order.
    pub(super) fn is_same_person(&self, other: &Self) -> bool {
        let (longer, shorter) = if self.length >= other.length { (self, other) } else { (other, self) };
        let mut words = longer.words.iter();
        shorter.words.iter().all(|word| words.any(|other| other == word))
    }
}

/// All spellings of a text.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    known: Vec<Spelling>,
    by_text: BTreeMap<Arc<str>, usize>,
    keys: Keys,
}

impl Spellings {
    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.known.len()
    }

    /// The spelling of this number.
    pub(super) fn of(&self, number: usize) -> &Spelling {
        &self.known[number]
    }

    /// The number of the spelling `text`.
    pub(super) fn number(&mut self, text: &str) -> usize {
        if let Some(&number) = self.by_text.get(text) {
            return number;
        }
        let name = key(text);
        let text: Arc<str> = text.into();
        let spelling = Spelling {
            key: self.keys.number(&name),
            ends: ends(&text).map(|end| end.map(|word| self.keys.number(&key(word)))),
            initials: self.keys.number(&key(&acronym(&text))),
            words: name.split(' ').map(|word| self.keys.number(word)).collect(),
            length: name.len(),
            text: text.clone(),
        };
        self.by_text.insert(text, self.known.len());
        self.known.push(spelling);
        self.known.len() - 1
    }
}

/// Forms of names by number, from 1 on.
#[derive(Debug, Default)]
struct Keys(BTreeMap<Arc<str>, usize>);

impl Keys {
    fn number(&mut self, key: &str) -> usize {
        if key.is_empty() {
            return NONE;
        }
        if let Some(&number) = self.0.get(key) {
            return number;
        }
        let number = self.0.len() + 1;
        self.0.insert(key.into(), number);
        number
    }
}

fn key(name: &str) -> String {
    name.chars().filter(|&c| c != '.').map(|c| c.to_ascii_lowercase()).collect()
}

/// The last and the first of several words, without what stands behind a last name.
fn ends(name: &str) -> [Option<&str>; 2] {
    let name = [" Jr.", " Jr", " Sr.", " Sr", " II", " III"]
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))
        .unwrap_or(name)
        .trim_end_matches(',');
    [name.rsplit_once(' ').map(|(_, last)| last), name.split_once(' ').map(|(first, _)| first)]
}

/// The initials of a name of two words or more: `North Atlantic Treaty Organization` → `NATO`.
fn acronym(name: &str) -> String {
    let words: Vec<&str> =
        name.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).collect();
    if words.len() < 2 {
        String::new()
    } else {
        words.iter().filter_map(|word| word.chars().next()).collect()
    }
}
