//! A text with its tokens, sentences and paragraphs.

use super::{Span, Token, TokenKind, sentence, tokenize};
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
}

impl<'t> Document<'t> {
    /// Cuts up `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut tokens = tokenize(text);
        tokens.retain(|token| token.kind != TokenKind::Space);
        let (mut sentences, mut paragraphs) = (Vec::new(), Vec::new());
        for paragraph in sentence::paragraphs(text, &tokens) {
            let first = sentences.len();
            sentences.extend(sentence::sentences(text, &tokens, paragraph));
            paragraphs.push(first..sentences.len());
        }
        drop_breaks(&mut tokens, &mut sentences);
        Self { text, tokens, sentences, paragraphs }
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

    /// The text's span from the first to the last token of `range`, which is not empty.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.cover(self.tokens[range.end - 1].span)
    }
}

/// Takes the breaks out of `tokens` and moves `sentences` along.
fn drop_breaks(tokens: &mut Vec<Token>, sentences: &mut [Range<usize>]) {
    let mut kept = Vec::with_capacity(tokens.len() + 1);
    let mut count = 0;
    for token in tokens.iter() {
        kept.push(count);
        count += usize::from(token.kind != TokenKind::Break);
    }
    kept.push(count);
    for sentence in sentences {
        *sentence = kept[sentence.start]..kept[sentence.end];
    }
    tokens.retain(|token| token.kind != TokenKind::Break);
}
