//! Words of a text that are found again after the text has changed elsewhere.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How many bytes of the text on either side are remembered, to tell these words from the same ones elsewhere.
const CONTEXT: usize = 24;

/// A stretch of a text: where it was, what it said, and what stood around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where the words begin.
    pub start: u32,
    /// Where they end (exclusive).
    pub end: u32,
    /// The words themselves.
    pub text: String,
    /// What stands before them. Where both sides are left out, the nearest such words are meant.
    #[serde(default)]
    pub before: String,
    /// What stands behind them.
    #[serde(default)]
    pub after: String,
}

impl Anchor {
    /// The anchor of `span`, which fits `text`.
    pub(super) fn new(text: &str, span: Span) -> Self {
        let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
        let mut from = before.len().saturating_sub(CONTEXT);
        let mut to = CONTEXT.min(after.len());
        while !before.is_char_boundary(from) {
            from += 1;
        }
        while !after.is_char_boundary(to) {
            to -= 1;
        }
        Self {
            start: span.start,
            end: span.end,
            text: span.of(text).to_owned(),
            before: before[from..].to_owned(),
            after: after[..to].to_owned(),
        }
    }

    /// Where the words stand in `text` now. They are expected `shift` bytes behind where they stood; of others
    /// that read the same the ones count that stand in the most similar place, if half of it is as it was.
    pub(super) fn find(&self, text: &str, shift: i64) -> Option<Span> {
        if self.text.trim().is_empty() {
            return None;
        }
        let expected = usize::try_from(i64::from(self.start) + shift).unwrap_or(0);
        let context = self.before.len() + self.after.len();
        let stands = text.get(expected..).is_some_and(|rest| rest.starts_with(&self.text));
        if stands && self.agreement(text, expected) == context {
            return Some(Span::new(expected, expected + self.text.len()));
        }
        let places = text.match_indices(&self.text).map(|(at, _)| (self.agreement(text, at), at));
        let alike = places.filter(|(agreement, _)| agreement * 2 >= context);
        let best = alike.max_by_key(|&(agreement, at)| (agreement, usize::MAX - at.abs_diff(expected)));
        best.map(|(_, at)| Span::new(at, at + self.text.len()))
    }

    /// How many bytes around the words, counted from them, are the same at `at`.
    fn agreement(&self, text: &str, at: usize) -> usize {
        let same = |a: &mut dyn Iterator<Item = (u8, u8)>| a.take_while(|(a, b)| a == b).count();
        let (before, after) = (&text.as_bytes()[..at], &text.as_bytes()[at + self.text.len()..]);
        same(&mut before.iter().copied().rev().zip(self.before.bytes().rev()))
            + same(&mut after.iter().copied().zip(self.after.bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "The port is “old”, Berg said. The mayor agreed. The port is new, Lind said. It rained.";

    fn nth(text: &str, words: &str, nth: usize) -> Option<Span> {
        text.match_indices(words).nth(nth).map(|(at, _)| Span::new(at, at + words.len()))
    }

    #[test]
    fn words_are_found_again() {
        let cases = [
            // The text, which "said" was meant, and which it is now.
            (TEXT.to_owned(), 1, Some(1)),
            (TEXT.replace("The mayor agreed. ", ""), 1, Some(1)),
            (format!("It was said on Monday. {TEXT}"), 0, Some(1)),
            (format!("It was said on Monday. {TEXT}"), 1, Some(2)),
            (TEXT.replace("Lind said. It", "Lind said on Monday. It"), 1, Some(1)),
            (TEXT.replace("Lind said", "Lind joked"), 1, None),
            (TEXT.replace("The port is new, Lind said. It rained.", ""), 1, None),
            (String::new(), 0, None),
        ];
        for (now, meant, found) in cases {
            let anchor = nth(TEXT, "said", meant).map(|span| Anchor::new(TEXT, span));
            let expected = found.and_then(|which| nth(&now, "said", which));
            assert_eq!(anchor.and_then(|anchor| anchor.find(&now, 0)), expected, "{now}");
        }
    }

    #[test]
    fn without_what_stands_around_the_nearest_words_are_meant() {
        let bare = |start: u32| Anchor {
            start,
            end: start + 4,
            text: "said".to_owned(),
            before: String::new(),
            after: String::new(),
        };
        assert_eq!(bare(20).find(TEXT, 0), nth(TEXT, "said", 0));
        assert_eq!(bare(60).find(TEXT, 0), nth(TEXT, "said", 1));
        assert_eq!(bare(20).find(TEXT, 40), nth(TEXT, "said", 1));
        assert_eq!(bare(u32::MAX - 4).find(TEXT, 0), nth(TEXT, "said", 1));
    }

    #[test]
    fn letters_of_several_bytes_are_not_cut() {
        let text = "💡".repeat(20) + "said" + &"é".repeat(40);
        let span = nth(&text, "said", 0);
        assert_eq!(span.map(|span| Anchor::new(&text, span)).and_then(|it| it.find(&text, 0)), span);
    }
}
