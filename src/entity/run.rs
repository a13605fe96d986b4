//! Runs of capitals: the stretches of a sentence that may hold names.

use crate::analysis::EntityKind;
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::{Class, Document};
use std::ops::Range;

/// The runs of `sentence`: words with capitals, joined where a name can go on over a small word
/// (`Ministry of Defence`, `Ludwig van Beethoven`). `taken` tells tokens that are marked already.
pub(super) fn runs(
    document: &Document,
    classes: &[Class],
    sentence: Range<usize>,
    taken: &[bool],
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !is_capital(document, classes, at) || taken[at] {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while let Some(next) =
            next_part(document, classes, start, at, sentence.end).filter(|&next| !taken[next])
        {
            at = next + 1;
        }
        found.push(start..at);
    }
    found
}

/// Whether a name can begin with this token.
pub(super) fn is_capital(document: &Document, classes: &[Class], at: usize) -> bool {
    let word = document.word(at);
    match classes[at] {
        Class::Name => true,
        Class::Word => word.starts_with(char::is_uppercase) || word.starts_with("al-"),
        // "The Who", "US": only where the list knows better.
        Class::Function(_) => {
            word.starts_with(char::is_uppercase)
                && word.len() > 1
                && lexicon().names.longest_at(document, at).is_some_and(|(end, _)| end > at + 1)
        }
        _ => false,
    }
}

/// The next capital that the run `start..at` goes on to, directly or over a joining word.
fn next_part(document: &Document, classes: &[Class], start: usize, at: usize, end: usize) -> Option<usize> {
    let capital = |next: usize| {
        next < end
            && matches!(classes[next], Class::Name | Class::Word | Class::Number)
            && document.word(next).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    if at >= end {
        return None;
    }
    if capital(at)
        && (classes[at] != Class::Number || document.word(at - 1).len() > 1 && is_numbered(document, at))
    {
        return Some(at);
    }
    let word = document.word(at);
    let joins = match word {
        "-" => document.touches_previous(at) && document.touches_previous(at + 1),
        "&" => true,
        "of" | "for" => starts_with_head(document, start),
        "and" => {
            starts_with_head(document, start)
                && (start..at).any(|token| matches!(document.word(token), "of" | "for"))
                && at > start + 2
        }
        "the" => matches!(document.word(at - 1), "of" | "for"),
        _ => is_name_particle(word),
    };
    if !joins {
        return None;
    }
    let article = usize::from(matches!(word, "of" | "for") && document.word(at + 1) == "the");
    capital(at + 1 + article).then_some(at + 1 + article)
}

/// A number belongs to a name in `Boeing 737`, not in `Biden 52`: it touches it or a product's list knows it.
fn is_numbered(document: &Document, at: usize) -> bool {
    document.touches_previous(at)
}

/// Whether the run begins with a word that takes "of": `Ministry`, `University`, `Bank`.
fn starts_with_head(document: &Document, start: usize) -> bool {
    (start..start + 3)
        .any(|at| lexicon().name_heads.get(document.word(at)) == Some(&EntityKind::Organization))
}

fn is_name_particle(word: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "de", "van", "der", "von", "bin", "ibn", "al", "da", "dos", "di", "del", "la", "le", "du", "bint",
        "el", "ter", "ben",
    ];
    PARTICLES.contains(&word)
}

/// Whether `word` can only be a function word when it begins a run: "The", "In".
pub(super) fn is_function(classes: &[Class], at: usize) -> bool {
    matches!(classes[at], Class::Function(FunctionWord::Determiner | FunctionWord::Preposition))
}
