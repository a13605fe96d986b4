//! Where sentences and paragraphs end.

use super::{Token, TokenKind};
use crate::lexicon::{Dot, lexicon};
use std::ops::Range;

/// The paragraphs of a text as ranges of `tokens`, which has no spaces but still its breaks.
pub(super) fn paragraphs(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let wrapped = is_hard_wrapped(text, tokens);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break && (!wrapped || line_ends(token.span.of(text)) > 1) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..tokens.len());
    found.retain(|range| range.clone().any(|at| tokens[at].kind != TokenKind::Break));
    found
}

fn line_ends(white_space: &str) -> usize {
    let feeds = white_space.matches('\n').count();
    if feeds > 0 { feeds } else { white_space.matches('\r').count() }
}

/// Whether single line ends fall inside sentences, as in an e-mail that was wrapped at a fixed width:
/// most of them are followed by a small letter, and lines are short.
fn is_hard_wrapped(text: &str, tokens: &[Token]) -> bool {
    let (mut single, mut inside, mut line_start) = (0, 0, 0);
    for pair in tokens.windows(2) {
        let [this, next] = pair else { continue };
        if this.kind != TokenKind::Break {
            continue;
        }
        if this.span.start - line_start > 120 {
            return false;
        }
        line_start = this.span.end;
        if line_ends(this.span.of(text)) == 1 {
            single += 1;
            inside += usize::from(next.span.of(text).starts_with(char::is_lowercase));
        }
    }
    single >= 2 && inside * 2 > single
}

/// The sentences of one paragraph, as ranges of `tokens`.
pub(super) fn sentences(text: &str, tokens: &[Token], paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        let end = closing_end(text, tokens, at + 1, paragraph.end);
        if ends_sentence(text, tokens, at, end, paragraph.end) {
            found.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < paragraph.end {
        found.push(start..paragraph.end);
    }
    found
}

/// Behind the quote marks and brackets that close directly after a full stop.
fn closing_end(text: &str, tokens: &[Token], mut at: usize, limit: usize) -> usize {
    while at < limit {
        let touches = tokens[at - 1].span.end == tokens[at].span.start;
        let closes =
            matches!(tokens[at].span.of(text), "”" | "’" | "\"" | "'" | "»" | "“" | ")" | "]" | "!" | "?");
        if !(touches && closes) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the token `at` ends a sentence whose closing marks reach to `end`.
fn ends_sentence(text: &str, tokens: &[Token], at: usize, end: usize, limit: usize) -> bool {
    let word = tokens[at].span.of(text);
    let Some(next) = tokens.get(end).filter(|_| end < limit) else { return false };
    if tokens[end - 1].span.end == next.span.start {
        return false;
    }
    let next_word = next.span.of(text);
    match tokens[at].kind {
        TokenKind::Punctuation if word.starts_with(['!', '?']) => can_start(next, next_word),
        TokenKind::Punctuation if word.starts_with('.') || word == "…" => {
            can_start(next, next_word) && (word == "." || next_word.starts_with(char::is_uppercase))
        }
        TokenKind::Word if word.ends_with('.') => {
            dot_ends(word, tokens, at, text) && begins_plainly(next_word)
        }
        _ => false,
    }
}

/// Whether a sentence can begin with this token: no small letter, no joining punctuation.
fn can_start(token: &Token, word: &str) -> bool {
    match token.kind {
        TokenKind::Punctuation => {
            !matches!(word, "," | ";" | ":" | ")" | "]" | "." | "-" | "–" | "—" | "”" | "»" | "/")
        }
        _ => !word.starts_with(char::is_lowercase),
    }
}

/// Whether the dot of an abbreviation can be a full stop too.
fn dot_ends(word: &str, tokens: &[Token], at: usize, text: &str) -> bool {
    let bare = &word[..word.len() - 1];
    match lexicon().abbreviations.get(bare) {
        Some(Dot::Inner) => false,
        Some(Dot::Either) => true,
        // The initial in "J. Smith"; but "vitamin C. The …", "Plan B. He …" end.
        None if bare.chars().count() == 1 => {
            at > 0 && tokens[at - 1].span.of(text).starts_with(char::is_lowercase)
        }
        None => true,
    }
}

/// After an abbreviation only a quote mark or a word that rarely continues a name begins a sentence.
fn begins_plainly(word: &str) -> bool {
    word.starts_with(['“', '"', '‘', '«'])
        || word.starts_with(char::is_uppercase) && lexicon().function_words.get(word).is_some()
}
