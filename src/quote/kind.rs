//! What a quotation is in its sentence.

use super::Quotation;
use crate::analysis::QuoteKind;
use crate::lexicon::{VerbForm, lexicon};
use crate::text::{Document, TokenKind};

/// A quotation of more tokens than this that ends a clause is one, with a small first letter too.
const LONG: usize = 8;

/// A title or a phrase at a distance has no more tokens than this, marks included.
const SHORT: usize = 14;

/// How far from a quotation its speaker's verb is looked for, in tokens.
const SPEAKER_REACH: usize = 3;

/// The kind of `quotation`, by its words and the tokens around it.
pub(super) fn kind(document: &Document, quotation: &Quotation) -> QuoteKind {
    let short = quotation.closed && quotation.tokens.len() <= SHORT;
    if short && is_title(document, quotation) {
        QuoteKind::Title
    } else if is_clause(document, quotation) {
        QuoteKind::Quotation
    } else if short && is_distant(document, quotation) {
        QuoteKind::Scare
    } else {
        QuoteKind::Fragment
    }
}

/// Whether the words inside stand as a clause: they begin with a capital and end with the punctuation of
/// a sentence, or the writer's sentence treats them so.
fn is_clause(document: &Document, quotation: &Quotation) -> bool {
    let tokens = &quotation.tokens;
    let punctuated = ends_punctuated(document, quotation);
    let spoken_before = is_spoken_before(document, tokens.start);
    if !begins_large(document, quotation) {
        return punctuated && (tokens.len() > LONG || spoken_before);
    }
    let alone = tokens.start == 0 && tokens.end == document.tokens.len();
    let behind = matches!(document.word(tokens.end), "." | "," | "");
    punctuated
        || alone
        || behind && (tokens.len() > SPEAKER_REACH + 2 || announces(document, tokens.start))
        || is_spoken_behind(document, tokens.end)
}

/// Whether the first word inside has a capital or is a number.
fn begins_large(document: &Document, quotation: &Quotation) -> bool {
    let mut inside = quotation.tokens.clone().skip(1).map(|at| document.word(at));
    let first = inside.find(|word| word.starts_with(char::is_alphanumeric));
    first.is_some_and(|word| !word.starts_with(char::is_lowercase))
}

/// Whether the last token inside, marks of inner quotations aside, ends a clause.
fn ends_punctuated(document: &Document, quotation: &Quotation) -> bool {
    let tokens = quotation.tokens.start + 1..quotation.tokens.end - usize::from(quotation.closed);
    let last = tokens.rev().map(|at| document.word(at)).find(|word| !is_closing_mark(word));
    last.is_some_and(|word| word.ends_with(['.', ',', '!', '?', '…', '—']))
}

fn is_closing_mark(word: &str) -> bool {
    matches!(word, "”" | "’" | "\"" | "'" | "''" | "»" | "›")
}

/// Whether the token before `at` leads to what somebody says, or nothing stands before it.
fn announces(document: &Document, at: usize) -> bool {
    at == 0 || matches!(document.word(at - 1), "," | ":")
}

/// `he said, “…`: a verb of speech and a comma or colon before.
fn is_spoken_before(document: &Document, at: usize) -> bool {
    at > 0
        && announces(document, at)
        && (at.saturating_sub(SPEAKER_REACH)..at).any(|before| is_speech(document, before))
}

/// `…” she wrote`: a verb of speech right behind.
fn is_spoken_behind(document: &Document, at: usize) -> bool {
    (at..at + SPEAKER_REACH)
        .take_while(|&behind| document.kind(behind) == Some(TokenKind::Word))
        .any(|behind| is_speech(document, behind))
}

/// Whether the token is a verb that leads to quotations; `answer` and `reply` are nouns as often.
fn is_speech(document: &Document, at: usize) -> bool {
    lexicon()
        .cue_verbs
        .get(document.word(at))
        .is_some_and(|verb| verb.frames.quote && matches!(verb.form, VerbForm::Past | VerbForm::Third))
}

/// Whether the words inside are written as a title, and a word for a work stands beside them.
fn is_title(document: &Document, quotation: &Quotation) -> bool {
    let (start, end) = (quotation.tokens.start, quotation.tokens.end);
    let mut before = start.checked_sub(1);
    // `the film, “…`, `a song called “…`
    if before.is_some_and(|at| matches!(document.word(at), "," | "called" | "named")) {
        before = before.and_then(|at| at.checked_sub(1));
    }
    let named = before.is_some_and(|at| is_work(document.word(at)))
        || is_work(document.word(end))
        || document.word(end) == "by" && starts_upper(document.word(end + 1));
    named && is_title_case(document, quotation)
}

/// `the film “…”`, `the “…” series`
fn is_work(word: &str) -> bool {
    matches!(
        word,
        "album"
            | "article"
            | "ballad"
            | "book"
            | "cartoon"
            | "comedy"
            | "documentary"
            | "drama"
            | "entitled"
            | "essay"
            | "film"
            | "franchise"
            | "magazine"
            | "memoir"
            | "movie"
            | "musical"
            | "novel"
            | "opera"
            | "painting"
            | "play"
            | "podcast"
            | "poem"
            | "programme"
            | "sequel"
            | "series"
            | "show"
            | "sitcom"
            | "song"
            | "soundtrack"
            | "thriller"
            | "titled"
            | "trilogy"
    )
}

fn is_title_case(document: &Document, quotation: &Quotation) -> bool {
    let lexicon = lexicon();
    let mut words = quotation
        .tokens
        .clone()
        .filter(|&at| {
            document.kind(at) == Some(TokenKind::Word) && !document.word(at).starts_with(['’', '\''])
        })
        .map(|at| document.word(at));
    let first = words.next().is_some_and(|word| !word.starts_with(char::is_lowercase));
    first
        && words
            .all(|word| !word.starts_with(char::is_lowercase) || lexicon.function_words.get(word).is_some())
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the writer keeps the words inside at a distance: `so-called “…`, `the term “…`.
fn is_distant(document: &Document, quotation: &Quotation) -> bool {
    let Some(before) = quotation.tokens.start.checked_sub(1) else { return false };
    match document.word(before) {
        "called" | "styled" | "proclaimed" => before > 0 && document.word(before - 1) == "-",
        "dubbed" | "hashtag" | "label" | "nickname" | "nicknamed" | "phrase" | "purported" | "slogan"
        | "supposed" | "term" | "word" => true,
        _ => false,
    }
}
