//! Where a word ends: apostrophes and dots inside it, clitics that stand apart.

use super::chars::{is_alphanumeric, is_apostrophe, is_blank, is_line_end, word_run};
use crate::lexicon::lexicon;

/// What follows an apostrophe in a clitic of its own; `t` is one behind an `n` only.
const CLITICS: [&str; 6] = ["s", "ll", "re", "ve", "d", "m"];

/// Words that have lost their beginning.
const ELISIONS: [&str; 6] = ["em", "n", "til", "tis", "twas", "bout"];

/// Words that take a dot before a number only: they end sentences too.
const NUMBERED: [&str; 8] = ["no", "nos", "fig", "figs", "art", "p", "ch", "ver"];

/// Last parts of internet names that are no English words, so that a full stop without a space
/// (`of it.Then`) is not taken for one.
const DOMAINS: [&str; 18] = [
    "com", "org", "net", "gov", "edu", "mil", "io", "tv", "co", "uk", "eu", "de", "fr", "ru", "ua", "info",
    "biz", "news",
];

/// The length of the word that `rest` begins with; a clitic that follows is a token of its own.
pub(super) fn word(rest: &str) -> usize {
    let mut end = word_run(rest);
    if let Some(letters) = single_letters(rest) {
        return letters;
    }
    if let Some(domain) = domain(rest, end) {
        return domain;
    }
    while let Some(mark) = rest[end..].chars().next().filter(|&c| is_apostrophe(c)) {
        let behind = &rest[end + mark.len_utf8()..];
        let tail = &behind[..word_run(behind)];
        if tail.is_empty() || is_clitic(tail) {
            break;
        }
        // do|n’t; but the token n’t itself, and gov’t, stay whole.
        if tail.eq_ignore_ascii_case("t") && rest[..end].ends_with(['n', 'N']) && end > 1 {
            return end - 1;
        }
        end += mark.len_utf8() + tail.len();
    }
    if rest[end..].starts_with('.') && !rest[end..].starts_with("..") { with_dot(rest, end) } else { end }
}

fn is_clitic(tail: &str) -> bool {
    CLITICS.iter().any(|clitic| tail.eq_ignore_ascii_case(clitic))
}

/// The clitic (`’s`, `’ll`) at the start of `rest`, whose apostrophe follows `before`.
pub(super) fn clitic(rest: &str, before: Option<char>) -> Option<usize> {
    let (mark, tail) = apostrophe_and_tail(rest)?;
    let follows =
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ')' | ']' | '”' | '"' | '»' | '%'));
    (follows && is_clitic(tail)).then_some(mark + tail.len())
}

/// The word without its beginning (`’em`, `’90s`) at the start of `rest`, where `before` does not
/// tie the apostrophe to an earlier word.
pub(super) fn elision(rest: &str, before: Option<char>) -> Option<usize> {
    let (mark, tail) = apostrophe_and_tail(rest)?;
    if before.is_some_and(is_alphanumeric) {
        return None;
    }
    let length = mark + tail.len();
    let year = tail.trim_end_matches('s');
    let decade = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    // A straight mark before two digits alone rather opens a quote.
    if decade && (tail.len() == 3 || rest.starts_with('’')) {
        return Some(length);
    }
    let known = ELISIONS.iter().any(|word| tail.eq_ignore_ascii_case(word));
    let closing = rest[length..].chars().next().filter(|&c| is_apostrophe(c) && tail.len() == 1);
    known.then(|| length + closing.map_or(0, char::len_utf8))
}

fn apostrophe_and_tail(rest: &str) -> Option<(usize, &str)> {
    let mark = rest.chars().next().filter(|&c| is_apostrophe(c))?.len_utf8();
    Some((mark, &rest[mark..mark + word_run(&rest[mark..])]))
}

/// Single letters with dots between and behind: `U.S.`, `e.g.`, `J.R.R.`
pub(super) fn single_letters(rest: &str) -> Option<usize> {
    let mut end = single_letter(rest)?;
    let mut count = 1;
    while let Some(letter) = rest[end..].strip_prefix('.').and_then(single_letter) {
        end += 1 + letter;
        count += 1;
    }
    let dot = rest[end..].starts_with('.') && !rest[end..].starts_with("..");
    (count > 1).then_some(end + usize::from(dot))
}

/// The length of the letter that `rest` begins with, where it is a word of its own.
fn single_letter(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|c| c.is_alphabetic())?;
    (word_run(rest) == first.len_utf8()).then_some(first.len_utf8())
}

/// The length of an internet name (`bbc.co.uk`) whose first label is `rest[..end]`.
pub(super) fn domain(rest: &str, mut end: usize) -> Option<usize> {
    let mut found = None;
    for _ in 0..4 {
        let Some(behind) = rest[end..].strip_prefix('.') else { break };
        let label = &behind[..word_run(behind)];
        end += 1 + label.len();
        if DOMAINS.contains(&label) {
            found = Some(end);
        } else if label.is_empty() {
            break;
        }
    }
    found
}

/// The end of the word `rest[..end]` with the dot behind it, where that belongs to it: `Mr.`,
/// `Ph.D.`, the initial in `J. Smith`.
fn with_dot(rest: &str, end: usize) -> usize {
    let (word, behind) = (&rest[..end], &rest[end + 1..]);
    let next = behind.trim_start_matches(|c| is_blank(c) && !is_line_end(c));
    let mut letters = word.chars();
    let takes = if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
        // “I” ends sentences; as an initial another one follows it.
        next.starts_with(char::is_uppercase) && (word != "I" || next.chars().nth(1) == Some('.'))
    } else {
        lexicon().abbreviations.get(word).is_some()
            || NUMBERED.iter().any(|it| word.eq_ignore_ascii_case(it))
                && next.starts_with(|c: char| c.is_ascii_digit())
    };
    let tail = word_run(behind);
    if tail > 0 && tail <= 5 && lexicon().abbreviations.get(&rest[..end + 1 + tail]).is_some() {
        let whole = end + 1 + tail;
        return whole + usize::from(rest[whole..].starts_with('.'));
    }
    end + usize::from(takes)
}
