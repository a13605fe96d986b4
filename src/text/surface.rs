//! What the letters of a token show, as hashes that features are built of.

use super::{Token, TokenKind};
use crate::tagger::hash;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Form {
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
pub(crate) struct Surface {
    /// The word as it is written.
    pub(crate) word: u32,
    /// The word in small letters (ASCII), curly marks straightened.
    pub(crate) lower: u32,
    /// Its first two, three and four bytes, in small letters.
    pub(crate) prefixes: [u32; 3],
    /// Its last two, three and four bytes, in small letters.
    pub(crate) suffixes: [u32; 3],
    /// Its letters by class, repeated ones drawn together: `Xx`, `X.X.`, `d,d`.
    pub(crate) shape: u32,
    /// How it is written.
    pub(crate) form: Form,
}

impl Surface {
    /// That of no token.
    pub(crate) const NOTHING: Self =
        Self { word: 0, lower: 0, prefixes: [0; 3], suffixes: [0; 3], shape: 0, form: Form::Mark };

    /// The letters of a token of `text`.
    pub(super) fn new(text: &str, token: Token) -> Self {
        let word = straight(token.span.of(text));
        let bytes = word.as_bytes();
        let fold = |part: &[u8]| hash(part.iter().map(u8::to_ascii_lowercase));
        let affix = |length: usize, part: Option<&[u8]>| part.map_or(0, |part| fold(part) ^ length as u32);
        let lower = fold(bytes);
        // Nearly every word is as plain as that.
        let plain = !bytes.is_empty() && bytes.iter().all(u8::is_ascii_lowercase);
        Self {
            word: if plain { lower } else { hash(bytes.iter().copied()) },
            lower,
            prefixes: [2, 3, 4].map(|length| affix(length, bytes.get(..length))),
            suffixes: [2, 3, 4]
                .map(|length| affix(length, bytes.len().checked_sub(length).map(|start| &bytes[start..]))),
            shape: if plain { hash(*b"x") } else { shape(word) },
            form: match token.kind {
                TokenKind::Word | TokenKind::Number if plain => Form::Lower,
                TokenKind::Word | TokenKind::Number => form(word),
                _ => Form::Mark,
            },
        }
    }

    /// Whether it has a capital letter.
    pub(crate) const fn has_capital(&self) -> bool {
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

fn form(word: &str) -> Form {
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
