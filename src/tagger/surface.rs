//! What the letters of a token show, as hashes that features are built of.

use super::hash::hash;
use crate::text::{Document, TokenKind};

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Small letters.
    #[default]
    Lower,
    /// One capital letter, then small ones.
    Capital,
    /// Capital letters only, at least two.
    Upper,
    /// Capital letters elsewhere: `McCain`, `iPhone`, `G20`.
    Mixed,
    /// Digits, perhaps with small letters.
    Digits,
    /// A mark or symbol.
    Mark,
}

/// The letters of one token.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surface {
    /// The word as it is written.
    pub word: u32,
    /// The word in small letters (ASCII), curly marks straightened.
    pub lower: u32,
    /// Its first two, three and four bytes, in small letters.
    pub prefixes: [u32; 3],
    /// Its last two, three and four bytes, in small letters.
    pub suffixes: [u32; 3],
    /// Its letters by class, repeated ones drawn together: `Xx`, `X.X.`, `d,d`.
    pub shape: u32,
    /// How it is written.
    pub form: Form,
}

impl Surface {
    /// The letters of the token `at` of `document`.
    #[must_use]
    pub fn new(document: &Document, at: usize) -> Self {
        let word = straight(document.word(at));
        let bytes = word.as_bytes();
        let fold = |part: &[u8]| hash(part.iter().map(u8::to_ascii_lowercase));
        let affix = |length: usize, part: Option<&[u8]>| part.map_or(0, |part| fold(part) ^ length as u32);
        Self {
            word: hash(bytes.iter().copied()),
            lower: fold(bytes),
            prefixes: [2, 3, 4].map(|length| affix(length, bytes.get(..length))),
            suffixes: [2, 3, 4]
                .map(|length| affix(length, bytes.len().checked_sub(length).map(|start| &bytes[start..]))),
            shape: shape(word),
            form: form(word, document.kind(at)),
        }
    }

    /// Whether it has a capital letter.
    #[must_use]
    pub const fn has_capital(&self) -> bool {
        matches!(self.form, Form::Capital | Form::Upper | Form::Mixed)
    }
}

/// Marks that differ in style only count as one.
fn straight(word: &str) -> &str {
    match word {
        "’s" => "'s",
        "“" | "”" | "«" | "»" | "„" => "\"",
        "‘" | "’" => "'",
        "–" | "—" | "--" => "—",
        "n’t" => "n't",
        word => word,
    }
}

fn shape(word: &str) -> u32 {
    let mut last = 0;
    let class = |c: char| match c {
        c if c.is_uppercase() => b'X',
        c if c.is_alphabetic() => b'x',
        c if c.is_numeric() => b'd',
        c if c.is_ascii() => c as u8,
        _ => b'_',
    };
    hash(word.chars().map(class).filter(|&class| std::mem::replace(&mut last, class) != class))
}

fn form(word: &str, kind: Option<TokenKind>) -> Form {
    if !matches!(kind, Some(TokenKind::Word | TokenKind::Number)) {
        return Form::Mark;
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    match capitals {
        0 if word.starts_with(char::is_numeric) => Form::Digits,
        0 if letters == 0 => Form::Mark,
        0 => Form::Lower,
        1 if word.starts_with(char::is_uppercase) && letters == word.chars().count() => Form::Capital,
        count if count == letters && count > 1 => Form::Upper,
        _ => Form::Mixed,
    }
}
