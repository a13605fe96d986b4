//! Tokens, sentences and paragraphs, by tables of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use sourcelight::text::{Document, TokenKind, tokenize};
use std::ops::Range;
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    text: String,
    wanted: String,
    kinds: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentences {
    text: String,
    wanted: Vec<String>,
    paragraphs: Option<Vec<usize>>,
}

fn letter(kind: TokenKind) -> Option<char> {
    match kind {
        TokenKind::Word => Some('w'),
        TokenKind::Number => Some('n'),
        TokenKind::Address => Some('a'),
        TokenKind::Punctuation => Some('p'),
        TokenKind::Symbol => Some('s'),
        TokenKind::Space | TokenKind::Break => None,
    }
}

#[test]
fn tokens_are_cut_as_in_the_table() {
    check(include_str!("cases/tokens.toml"), |case: &Tokens| {
        let tokens = tokenize(&case.text);
        let seen: Vec<_> = tokens.iter().filter(|token| letter(token.kind).is_some()).collect();
        let words: Vec<_> = seen.iter().map(|token| token.span.of(&case.text)).collect();
        let kinds: String = seen.iter().filter_map(|token| letter(token.kind)).collect();
        let wanted = (case.wanted.clone(), case.kinds.clone().unwrap_or_else(|| kinds.clone()));
        compare(&case.text, &wanted, &(words.join(" "), kinds), false)
    });
}

#[test]
fn sentences_end_as_in_the_table() {
    check(include_str!("cases/sentences.toml"), |case: &Sentences| {
        let document = Document::new(&case.text);
        let sentence = |range: &Range<usize>| document.span(range.clone()).of(&case.text).to_owned();
        let sentences: Vec<_> = document.sentences.iter().map(sentence).collect();
        let paragraphs: Vec<_> = document.paragraphs.iter().map(ExactSizeIterator::len).collect();
        let wanted = case.paragraphs.clone().unwrap_or_else(|| vec![case.wanted.len()]);
        compare(&case.text, &(case.wanted.clone(), wanted), &(sentences, paragraphs), false)
    });
}
