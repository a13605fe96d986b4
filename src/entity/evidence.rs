//! What the whole document shows about a word: seen in small letters, it is hardly a name; seen with a
//! capital inside a sentence, it is one at the start of a sentence too.

use crate::text::{Document, TokenKind, headlines};

/// The words of a document by how they are written.
pub(super) struct Evidence<'d> {
    lower: Vec<&'d str>,
    capital: Vec<&'d str>,
    headlines: Vec<bool>,
}

impl<'d> Evidence<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let (mut lower, mut capital) = (Vec::new(), Vec::new());
        let headlines = headlines(document);
        for (sentence, &is_headline) in document.sentences.iter().zip(&headlines) {
            let words = || sentence.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word);
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
        Self { lower, capital, headlines }
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
        self.headlines.get(sentence).copied().unwrap_or_default()
    }
}

fn opens_quote(document: &Document, at: usize) -> bool {
    at > 0 && matches!(document.word(at - 1), "“" | "\"" | "‘" | "'" | "«" | ":" | "•" | "—")
}
