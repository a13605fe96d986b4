//! From marked names to labels of our own tokens.

use crate::corpora::{Article, Name};
use sourcelight::text::Document;
use sourcelight::training::{Label, begin, inside};
use std::ops::Range;

/// Labels that a token may have, a bit each.
pub(crate) type Allowed = u32;

/// What a mark may stand for: kinds of ours, and whether it may be no name at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) kinds: Vec<usize>,
    pub(crate) or_nothing: bool,
}

/// A mark on tokens.
#[derive(Debug, Clone)]
pub(crate) struct Gold {
    pub(crate) tokens: Range<usize>,
    pub(crate) reading: Reading,
}

/// How many marks could not be used as they are.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Misfits {
    pub(crate) marks: usize,
    pub(crate) widened: usize,
    pub(crate) dropped: usize,
}

/// The marks of `article` on the tokens of its `document`, without articles, possessives and quote marks
/// at their edges, as our page draws them.
pub(crate) fn align(
    article: &Article,
    document: &Document,
    reading: impl Fn(&Name) -> Option<Reading>,
    misfits: &mut Misfits,
) -> Vec<Gold> {
    let bytes: Vec<usize> =
        article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
    let mut found: Vec<Gold> = Vec::new();
    for name in &article.entities {
        let start = name.core_start.unwrap_or(name.start);
        let (Some(&start), Some(&end)) = (bytes.get(start), bytes.get(name.end)) else { continue };
        let Some(reading) = reading(name) else { continue };
        misfits.marks += 1;
        let first = document.tokens.partition_point(|token| token.span.end as usize <= start);
        let last = document.tokens.partition_point(|token| (token.span.start as usize) < end);
        let tokens = trim(document, first..last);
        if tokens.is_empty() || found.last().is_some_and(|gold| gold.tokens.end > tokens.start) {
            misfits.dropped += 1;
            continue;
        }
        let exact = document.tokens[first].span.start as usize == start
            && document.tokens[last - 1].span.end as usize == end;
        misfits.widened += usize::from(!exact);
        found.push(Gold { tokens, reading });
    }
    found
}

fn trim(document: &Document, mut tokens: Range<usize>) -> Range<usize> {
    let mark = |word: &str| {
        matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'" | "(" | ")" | "[" | "]" | "," | ";" | ":")
    };
    while tokens.len() > 1
        && (["the", "a", "an"]
            .iter()
            .any(|article| document.word(tokens.start).eq_ignore_ascii_case(article))
            || mark(document.word(tokens.start)))
    {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && (matches!(document.word(tokens.end - 1), "'s" | "’s") || mark(document.word(tokens.end - 1)))
    {
        tokens.end -= 1;
    }
    tokens
}

/// The labels that each token may have: those of its mark; elsewhere nothing, or with a capital letter
/// one of the kinds that the corpus does not mark (`unmarked`).
pub(crate) fn allowed(document: &Document, golds: &[Gold], unmarked: &[usize]) -> Vec<Allowed> {
    let bit = |label: Label| 1 << label;
    let elsewhere = unmarked.iter().fold(1, |bits, &kind| bits | bit(begin(kind)) | bit(inside(kind)));
    let nothing = Allowed::from(true);
    let mut allowed: Vec<Allowed> = (0..document.tokens.len())
        .map(|at| if document.word(at).contains(char::is_uppercase) { elsewhere } else { nothing })
        .collect();
    for Gold { tokens, reading } in golds {
        let of = |label: fn(usize) -> Label| {
            reading
                .kinds
                .iter()
                .fold(Allowed::from(reading.or_nothing), |bits, &kind| bits | bit(label(kind)))
        };
        allowed[tokens.clone()].fill(of(inside));
        allowed[tokens.start] = of(begin);
    }
    allowed
}
