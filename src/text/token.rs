//! The smallest piece of text that the rest of the crate looks at.

use super::Span;
use std::ops::Range;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits or inner dots: `word`, `1990s`, `U.S.`, `Mr.`, `n’t`, `’s`.
    Word,
    /// Digits, perhaps with inner separators: `61`, `1,061`, `3.5`, `9:30`, `1/2`.
    Number,
    /// A web or e-mail address, a `@handle` or `#tag`, whole.
    Address,
    /// One mark of punctuation; dots of an ellipsis and dashes in a row stay together.
    Punctuation,
    /// Anything else that is seen: currency signs, emoji, other symbols.
    Symbol,
    /// White space within a line.
    Space,
    /// White space with at least one line end in it.
    Break,
}

/// One token: where it is and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// Whether two ranges of tokens share at least one.
pub(crate) const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
