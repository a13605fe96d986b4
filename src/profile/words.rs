//! Counting words in stretches of a text.

use crate::text::{Document, Span, TokenKind};

/// Where each word begins.
pub(super) struct Words(Vec<u32>);

impl Words {
    pub(super) fn of(document: &Document) -> Self {
        let is_word = |at: &usize| {
            matches!(document.kind(*at), Some(TokenKind::Word | TokenKind::Number))
                || document.word(*at).contains(char::is_alphanumeric)
        };
        let starts = (0..document.tokens.len()).filter(is_word).map(|at| document.tokens[at].span.start);
        Self(starts.collect())
    }

    pub(super) fn all(&self) -> u32 {
        self.0.len() as u32
    }

    /// How many words begin in spans that don't overlap.
    pub(super) fn in_all(&self, spans: &[Span]) -> u32 {
        let before = |at: u32| self.0.partition_point(|&start| start < at) as u32;
        spans.iter().map(|span| before(span.end) - before(span.start)).sum()
    }
}

/// The same stretches in order, those that overlap or touch as one.
pub(super) fn merge(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let one = next.start <= last.end;
        if one {
            last.end = last.end.max(next.end);
        }
        one
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_counts_once() {
        let document = Document::new("Two ferries, 12 of them late: “never”!");
        let words = Words::of(&document);
        assert_eq!(words.all(), 7);
        let spans =
            |pairs: &[(usize, usize)]| pairs.iter().map(|&(start, end)| Span::new(start, end)).collect();
        assert_eq!(words.in_all(&merge(spans(&[(4, 15), (0, 11), (13, 18)]))), 4);
        assert_eq!(words.in_all(&[]), 0);
    }

    #[test]
    fn stretches_that_touch_become_one() {
        let merged = merge(vec![Span::new(8, 9), Span::new(0, 3), Span::new(3, 5), Span::new(1, 2)]);
        assert_eq!(merged, [Span::new(0, 5), Span::new(8, 9)]);
    }
}
