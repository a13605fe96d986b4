//! Where paragraphs end.

use super::chars::{is_blank, is_line_end, run_length};
use super::{Token, TokenKind};
use std::ops::Range;

/// Lines of a text that was wrapped at a fixed width are no longer than this, in bytes, …
const LONGEST_LINE: usize = 120;

/// … and no shorter on average: the lines of a list are.
const AVERAGE_LINE: usize = 20;

/// The tokens of `all` but white space, and the paragraphs as ranges of those; none is empty.
///
/// Each line is a paragraph, but in a hard-wrapped text only an empty line ends one.
pub(super) fn paragraphs(text: &str, all: &[Token], wrapped: bool) -> (Vec<Token>, Vec<Range<usize>>) {
    let mut tokens = Vec::with_capacity(all.len() / 2 + 1);
    let mut found = Vec::new();
    let mut start = 0;
    for token in all {
        match token.kind {
            TokenKind::Space => (),
            TokenKind::Break => {
                let ends = !wrapped || line_ends(token.span.of(text)) > 1;
                if ends && start < tokens.len() {
                    found.push(start..tokens.len());
                    start = tokens.len();
                }
            }
            _ => tokens.push(*token),
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    (tokens, found)
}

/// How many lines `white_space` ends; CR and LF together are one, a page or paragraph end counts twice.
fn line_ends(white_space: &str) -> usize {
    let mut before = ' ';
    let mut count = 0;
    for c in white_space.chars() {
        count += match c {
            '\u{c}' | '\u{2029}' => 2,
            '\n' if before == '\r' => 0,
            c => usize::from(is_line_end(c)),
        };
        before = c;
    }
    count
}

/// Whether single line ends fall inside sentences, as in an e-mail that was wrapped at a fixed width:
/// most of them are followed by a small letter.
pub(super) fn is_hard_wrapped(text: &str) -> bool {
    let (mut single, mut inside, mut bytes, mut line_start) = (0, 0, 0, 0);
    while let Some(line_end) = text[line_start..].find(is_line_end).map(|at| line_start + at) {
        let words_end = text[..line_end].trim_end_matches(is_blank).len();
        let line = words_end.saturating_sub(line_start);
        if line > LONGEST_LINE {
            return false;
        }
        line_start = line_end + run_length(&text[line_end..], is_blank);
        let next = &text[line_start..];
        if !next.is_empty() && line_ends(&text[words_end..line_start]) == 1 {
            single += 1;
            bytes += line;
            inside += usize::from(next.starts_with(char::is_lowercase));
        }
    }
    single >= 2 && inside * 2 > single && bytes >= AVERAGE_LINE * single
}
