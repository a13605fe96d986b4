//! What the whole document shows about a word: seen in small letters, it is hardly a name; seen with a
//! capital inside a sentence, it is one at the start of a sentence too.

use crate::text::{Document, TokenKind};

/// The words of a document by how they are written.
pub(super) struct Evidence<'d> {
    lower: Vec<&'d str>,
    capital: Vec<&'d str>,
    /// For each sentence, whether it is written with a capital on every long word, as headlines are.
    headline: Vec<bool>,
}

impl<'d> Evidence<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let (mut lower, mut capital, mut headline) = (Vec::new(), Vec::new(), Vec::new());
        for sentence in &document.sentences {
            let words = || sentence.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word);
            let is_headline = capitals_everywhere(document, words());
            headline.push(is_headline);
            let first = words().next();
            for at in words() {
                let word = document.word(at);
                if word.starts_with(char::is_lowercase) {
                    lower.push(word);
                } else if !is_headline && Some(at) != first && !opens_quote(document, at) {
                    capital.push(word);
                }
            }
        }
        for words in [&mut lower, &mut capital] {
            words.sort_unstable();
            words.dedup();
        }
        Self { lower, capital, headline }
    }

    /// Whether `word` stands in small letters somewhere.
    pub(super) fn seen_lower(&self, word: &str) -> bool {
        self.lower
            .binary_search_by(|lower| lower.chars().cmp(word.chars().map(|c| c.to_ascii_lowercase())))
            .is_ok()
    }

    /// Whether `word` stands with this capital inside a sentence.
    pub(super) fn seen_inside(&self, word: &str) -> bool {
        self.capital.binary_search(&word).is_ok()
    }

    /// Whether the sentence with this index is written as a headline.
    pub(super) fn is_headline(&self, sentence: usize) -> bool {
        self.headline.get(sentence).copied().unwrap_or_default()
    }
}

fn opens_quote(document: &Document, at: usize) -> bool {
    at > 0 && matches!(document.word(at - 1), "“" | "\"" | "‘" | "'" | "«" | ":" | "•" | "—")
}

/// Whether nearly all long words have a capital, or every letter is one.
fn capitals_everywhere(document: &Document, words: impl Iterator<Item = usize>) -> bool {
    let (mut long, mut capital) = (0, 0);
    for at in words {
        let word = document.word(at);
        if word.len() > 3 {
            long += 1;
            capital += usize::from(!word.starts_with(char::is_lowercase));
        }
    }
    long >= 4 && capital * 5 >= long * 4
}
