//! A text with its tokens, sentences and paragraphs.

use super::{Span, Surface, Token, TokenKind, paragraph, sentence, tokenize};
use std::ops::Range;

/// A text, cut up once for all later stages. Ranges below are ranges of [`Document::tokens`].
#[derive(Debug)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens but white space, in order.
    pub tokens: Vec<Token>,
    /// The sentences, in order; together they hold every token.
    pub sentences: Vec<Range<usize>>,
    /// The paragraphs, in order, as ranges of [`Document::sentences`].
    pub paragraphs: Vec<Range<usize>>,
    /// How each token is written.
    surfaces: Vec<Surface>,
}

impl<'t> Document<'t> {
    /// Cuts up `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let (tokens, lines) = paragraph::paragraphs(text, &tokenize(text));
        let (mut sentences, mut paragraphs) = (Vec::new(), Vec::new());
        for line in lines {
            let first = sentences.len();
            sentence::split(text, &tokens, line, &mut sentences);
            paragraphs.push(first..sentences.len());
        }
        let surfaces = tokens.iter().map(|token| Surface::new(text, *token)).collect();
        Self { text, tokens, sentences, paragraphs, surfaces }
    }

    /// How the token `at` is written; nothing where there is no such token.
    pub(crate) fn surface(&self, at: usize) -> &Surface {
        self.surfaces.get(at).unwrap_or(&Surface::NOTHING)
    }

    /// The text of the token `at`; empty where there is no such token.
    #[must_use]
    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// What the token `at` is made of, where there is one.
    #[must_use]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no white space stands before the token `at`.
    #[must_use]
    pub fn touches_previous(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// The tokens that share at least one byte with `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let behind = self.tokens.partition_point(|token| token.span.start < span.end);
        first..behind.max(first)
    }

    /// The text's span from the first to the last token of `range`, which is not empty.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.cover(self.tokens[range.end - 1].span)
    }
}
