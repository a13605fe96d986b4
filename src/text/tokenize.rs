//! Lossless tokens: put together again, they are the text.
//!
//! The cuts follow the Penn Treebank where it matters to later stages: clitics stand alone
//! (`Zelensky|’s`, `do|n’t`), an abbreviation keeps its dot (`Mr.`, `U.S.`). Hyphens always stand
//! alone (`US|-|led`), so that a name inside a compound can be marked.
//!
//! Each step looks ahead no further than the token that it cuts and a bounded piece behind it: the
//! time grows with the length of the text whatever is in it.

use super::address::{address, tag};
use super::chars::{is_apostrophe, is_blank, is_line_end, is_mark, is_punctuation, run_length, word_run};
use super::word::{clitic, elision, single_letters, word};
use super::{Span, Token, TokenKind};

/// Cuts `text` into tokens that cover it without a gap.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let (length, kind) = next_token(text, start, first);
        tokens.push(Token { span: Span::new(start, start + length), kind });
        start += length;
    }
    tokens
}

/// The first token of `text`; nothing of nothing.
pub(crate) fn first_token(text: &str) -> &str {
    text.chars().next().map_or("", |first| &text[..next_token(text, 0, first).0])
}

/// Length in bytes and kind of the token that begins at `start` with the character `first`.
fn next_token(text: &str, start: usize, first: char) -> (usize, TokenKind) {
    let rest = &text[start..];
    if first.is_ascii_alphabetic() {
        return word_or_address(rest);
    }
    if is_blank(first) {
        return white_space(rest);
    }
    if let Some(length) = keycap(rest, first) {
        return (length, TokenKind::Symbol);
    }
    if is_punctuation(first) || double_mark(rest) {
        return punctuation(text, start, first);
    }
    if first.is_alphabetic() {
        return word_or_address(rest);
    }
    if first.is_numeric() {
        return address(rest).map_or_else(|| number(rest), |length| (length, TokenKind::Address));
    }
    (symbol(rest, first), TokenKind::Symbol)
}

/// Whether `rest` begins with a quotation mark that was typed as two characters: ``` `` ``` or `''`.
fn double_mark(rest: &str) -> bool {
    let [first @ (b'`' | b'\''), second, behind @ ..] = rest.as_bytes() else { return false };
    first == second && behind.first() != Some(first)
}

/// A mark of punctuation, or the handle, tag or clitic that begins with it.
fn punctuation(text: &str, start: usize, first: char) -> (usize, TokenKind) {
    let rest = &text[start..];
    if double_mark(rest) {
        return (2, TokenKind::Punctuation);
    }
    let before = || text[..start].chars().next_back();
    if matches!(first, '@' | '#') {
        if let Some(length) = tag(rest, before()) {
            return (length, TokenKind::Address);
        }
    } else if is_apostrophe(first)
        && let Some(length) = clitic(rest, before()).or_else(|| elision(rest, before()))
    {
        return (length, TokenKind::Word);
    }
    let length = match first {
        '.' | '-' | '–' | '—' => run_length(rest, |c| c == first),
        _ => first.len_utf8(),
    };
    (length, TokenKind::Punctuation)
}

fn word_or_address(rest: &str) -> (usize, TokenKind) {
    let length = word_run(rest);
    // Nearly every word ends so.
    if let None | Some(b' ' | b',' | b'\n') = rest.as_bytes().get(length) {
        return (length, TokenKind::Word);
    }
    address(rest).map_or_else(|| (word(rest), TokenKind::Word), |length| (length, TokenKind::Address))
}

fn white_space(rest: &str) -> (usize, TokenKind) {
    if let [b' ', b'!'..=b'~', ..] = rest.as_bytes() {
        return (1, TokenKind::Space);
    }
    let length = run_length(rest, is_blank);
    let breaks = rest[..length].contains(is_line_end);
    (length, if breaks { TokenKind::Break } else { TokenKind::Space })
}

/// A digit, `#` or `*` that is drawn as a key: `1️⃣`.
fn keycap(rest: &str, first: char) -> Option<usize> {
    if !matches!(first, '0'..='9' | '#' | '*') {
        return None;
    }
    let behind = rest[1..].trim_start_matches('\u{fe0f}').strip_prefix('\u{20e3}')?;
    Some(rest.len() - behind.len())
}

/// A symbol; an emoji keeps its modifiers and joined partners, a flag its two letters.
fn symbol(rest: &str, first: char) -> usize {
    let mut joined = false;
    let mut flag = is_flag_letter(first);
    let mut length = first.len_utf8();
    for c in rest[length..].chars() {
        let belongs = joined && !c.is_alphanumeric() && !c.is_whitespace()
            || is_mark(c)
            || matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
            || (flag && is_flag_letter(c));
        if !belongs {
            break;
        }
        flag = false;
        joined = c == '\u{200d}';
        length += c.len_utf8();
    }
    length
}

const fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Digits with inner separators; with letters behind them (`1990s`, `5th`, `61bn`) they are a word.
fn number(rest: &str) -> (usize, TokenKind) {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|&(_, next)| next.is_numeric());
        let inner = matches!(c, '.' | ',' | ':' | '/' | '⁄') && next_is_digit;
        if !inner && !c.is_numeric() {
            break;
        }
        length = at + c.len_utf8();
    }
    let behind = &rest[length..];
    match single_letters(behind).unwrap_or_else(|| word_run(behind)) {
        0 => (length, TokenKind::Number),
        letters => (length + letters, TokenKind::Word),
    }
}
