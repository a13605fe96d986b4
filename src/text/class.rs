//! What each token does in its sentence, as far as its form and the closed word classes tell.

use super::{Document, TokenKind};
use crate::lexicon::{FunctionWord, lexicon};
use std::ops::Range;

/// What a token does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A word of a closed class.
    Function(FunctionWord),
    /// A word with a capital letter that does not owe it to the start of its sentence.
    Name,
    /// Any other word.
    Word,
    /// Digits.
    Number,
    /// A hyphen between two words.
    Hyphen,
    /// `’s` and `’`.
    Possessive,
    /// Any other mark or symbol.
    Mark,
}

/// The class of every token of `document`.
pub(crate) fn classes(document: &Document) -> Vec<Class> {
    let mut classes: Vec<Class> = (0..document.tokens.len()).map(|at| class(document, at)).collect();
    for sentence in &document.sentences {
        lower_first_word(document, &mut classes[sentence.clone()], sentence.start);
    }
    classes
}

fn class(document: &Document, at: usize) -> Class {
    let word = document.word(at);
    match document.tokens[at].kind {
        TokenKind::Number => Class::Number,
        TokenKind::Address => Class::Name,
        TokenKind::Word => word_class(document, at, word),
        _ if word == "-" && document.touches_previous(at) => Class::Hyphen,
        _ if matches!(word, "’" | "'")
            && document.touches_previous(at)
            && document.word(at - 1).ends_with('s') =>
        {
            Class::Possessive
        }
        _ => Class::Mark,
    }
}

fn word_class(document: &Document, at: usize, word: &str) -> Class {
    if matches!(word, "’s" | "'s" | "’S" | "'S") && document.touches_previous(at) {
        return Class::Possessive;
    }
    let capital = word.starts_with(char::is_uppercase);
    // "US", "IT", "WHO": capitals throughout are no pronoun, but "I" is.
    let acronym = capital && word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
    match lexicon().function_words.get_word(word).filter(|_| !acronym) {
        Some(&function) => Class::Function(function),
        None if capital => Class::Name,
        None if word.starts_with(char::is_numeric) => Class::Number,
        None => Class::Word,
    }
}

/// The first word of a sentence has its capital from there, unless it is known as a name or goes on as one.
fn lower_first_word(document: &Document, classes: &mut [Class], start: usize) {
    let Some(first) = classes.iter().position(|class| *class != Class::Mark) else { return };
    let at = start + first;
    let word = document.word(at);
    let lexicon = lexicon();
    let inner_capital = word.chars().skip(1).any(char::is_uppercase);
    let known = lexicon.names.longest_at(document, at).is_some() || lexicon.given_names.get(word).is_some();
    let continues = classes.get(first + 1) == Some(&Class::Name);
    if classes[first] == Class::Name && !(inner_capital || known || continues) {
        classes[first] = Class::Word;
    }
}

/// For each sentence, whether nearly all its long words begin with a capital, as headlines have it.
pub(crate) fn headlines(document: &Document) -> Vec<bool> {
    document.sentences.iter().map(|sentence| is_headline(document, sentence.clone())).collect()
}

fn is_headline(document: &Document, sentence: Range<usize>) -> bool {
    let (mut long, mut capital) = (0, 0);
    for at in sentence.filter(|&at| document.kind(at) == Some(TokenKind::Word)) {
        let word = document.word(at);
        if word.len() > 3 {
            long += 1;
            capital += usize::from(!word.starts_with(char::is_lowercase));
        }
    }
    long >= 4 && capital * 5 >= long * 4
}
