//! Tokens, sentences and paragraphs, by tables of cases.
#![cfg(not(target_family = "wasm"))]

use serde::Deserialize;
use sourcelight::text::{Document, TokenKind, tokenize};

#[derive(Deserialize)]
struct Table<C> {
    case: Vec<C>,
}

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
    let table: Table<Tokens> = toml::from_str(include_str!("cases/tokens.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let tokens = tokenize(&case.text);
        let seen: Vec<_> = tokens.iter().filter(|token| letter(token.kind).is_some()).collect();
        let words: Vec<_> = seen.iter().map(|token| token.span.of(&case.text)).collect();
        let kinds: String = seen.iter().filter_map(|token| letter(token.kind)).collect();
        if words.join(" ") != case.wanted || case.kinds.as_ref().is_some_and(|letters| *letters != kinds) {
            wrong.push(format!(
                "{:?}\n  wanted {}\n  got    {} ({kinds})",
                case.text,
                case.wanted,
                words.join(" ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn sentences_end_as_in_the_table() {
    let table: Table<Sentences> = toml::from_str(include_str!("cases/sentences.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let document = Document::new(&case.text);
        let sentences: Vec<_> =
            document.sentences.iter().map(|range| document.span(range.clone()).of(&case.text)).collect();
        let paragraphs: Vec<_> = document.paragraphs.iter().map(ExactSizeIterator::len).collect();
        let wanted = case.paragraphs.clone().unwrap_or_else(|| vec![case.wanted.len()]);
        if sentences != case.wanted || paragraphs != wanted {
            wrong.push(format!(
                "{:?}\n  wanted {:?} in {wanted:?}\n  got    {sentences:?} in {paragraphs:?}",
                case.text, case.wanted
            ));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
