//! Counting words in stretches of a text.

use crate::text::{Document, Span, Token, TokenKind, sort_by_number};

/// Where each word begins.
pub(super) struct Words {
    starts: Vec<u32>,
    /// How many words begin before each block of the text.
    before: Vec<u32>,
}

/// The bytes of a block, as a power of two.
const BLOCK: u32 = 7;

impl Words {
    pub(super) fn of(document: &Document) -> Self {
        let is_word = |token: &&Token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Number)
                || token.span.of(document.text).contains(char::is_alphanumeric)
        };
        let starts: Vec<u32> = document.tokens.iter().filter(is_word).map(|token| token.span.start).collect();
        let mut before = Vec::with_capacity((document.text.len() >> BLOCK) + 2);
        for (count, start) in starts.iter().enumerate() {
            while before.len() as u32 <= start >> BLOCK {
                before.push(count as u32);
            }
        }
        Self { starts, before }
    }

    pub(super) const fn all(&self) -> u32 {
        self.starts.len() as u32
    }

    /// How many words begin in spans that don't overlap.
    pub(super) fn in_all(&self, spans: &[Span]) -> u32 {
        spans.iter().map(|span| self.before(span.end) - self.before(span.start)).sum()
    }

    /// How many words begin before the byte `at`.
    fn before(&self, at: u32) -> u32 {
        let count = |block: u32| self.before.get(block as usize).copied().unwrap_or(self.all());
        let (first, last) = (count(at >> BLOCK), count((at >> BLOCK) + 1));
        first + self.starts[first as usize..last as usize].partition_point(|&start| start < at) as u32
    }
}

/// The same stretches in order, those that overlap or touch as one; what ends before it begins is none.
pub(super) fn merge(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.start < span.end);
    sort_by_number(&mut spans, |span| span.start.into());
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
        assert_eq!(merge(vec![Span::new(9, 2), Span::new(4, 4), Span::new(3, 5)]), [Span::new(3, 5)]);
    }
}
