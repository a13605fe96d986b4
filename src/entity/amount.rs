//! Money, percentages, quantities and times of day: exact patterns over numbers.

use super::Mention;
use crate::analysis::EntityKind;
use crate::lexicon::{Currency, NumberWord, lexicon};
use crate::text::{Document, TokenKind};

const CONFIDENCE: f32 = 0.95;

/// The amount that begins with the token `at`.
pub(super) fn at(document: &Document, at: usize) -> Option<Mention> {
    let (end, kind) =
        money(document, at).map(|end| (end, EntityKind::Money)).or_else(|| counted(document, at))?;
    Some(Mention { tokens: at..end, kind, confidence: CONFIDENCE })
}

/// `$61 billion`, `RM50`, `5 million dollars`.
fn money(document: &Document, at: usize) -> Option<usize> {
    if let Some((sign, Currency::Sign)) = lexicon().currencies.longest_at(document, at) {
        return amount(document, sign);
    }
    if is_glued_money(document.word(at)) {
        return Some(magnitude(document, at + 1));
    }
    let end = amount(document, at)?;
    match lexicon().currencies.longest_at(document, end) {
        Some((end, Currency::Word)) => Some(end),
        _ => None,
    }
}

/// A currency's letters and the number in one token: `RM50`, `Rs500`.
fn is_glued_money(word: &str) -> bool {
    let digits = word.find(|c: char| c.is_ascii_digit()).filter(|&at| at > 0);
    digits.is_some_and(|digits| {
        word[digits..].starts_with(|c: char| c.is_ascii_digit())
            && lexicon().currencies.get(&word[..digits]) == Some(&Currency::Sign)
    })
}

/// A percentage, a quantity or a time: a number, then what it counts.
fn counted(document: &Document, at: usize) -> Option<(usize, EntityKind)> {
    let end = amount(document, at)?;
    let number = document.word(at);
    // "a 5-mile run"
    let unit = end + usize::from(document.word(end) == "-" && document.touches_previous(end));
    let word = document.word(unit);
    if is_day_half(word) {
        return Some((zone(document, unit + 1), EntityKind::Time));
    }
    if number.contains(':') && end == at + 1 {
        return number
            .split(':')
            .all(|part| part.len() == 2 || part.len() == 1)
            .then(|| (zone(document, end), EntityKind::Time));
    }
    if word == "%" || word.eq_ignore_ascii_case("percent") || word.eq_ignore_ascii_case("pc") {
        return Some((unit + 1, EntityKind::Percent));
    }
    let two_words = |first: &str, second: &str| {
        word.eq_ignore_ascii_case(first) && document.word(unit + 1).eq_ignore_ascii_case(second)
    };
    if two_words("per", "cent") || two_words("percentage", "points") || two_words("percentage", "point") {
        return Some((unit + 2, EntityKind::Percent));
    }
    let (end, ()) = lexicon().units.longest_at(document, unit)?;
    Some((end, EntityKind::Quantity))
}

fn is_day_half(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter().any(|half| word.eq_ignore_ascii_case(half))
}

/// Behind the time zone that may follow a time.
fn zone(document: &Document, at: usize) -> usize {
    let end = at + usize::from(is_day_half(document.word(at)));
    let zones = ["GMT", "UTC", "ET", "EST", "EDT", "PT", "PST", "PDT", "CET", "BST", "IST", "local time"];
    end + usize::from(zones.contains(&document.word(end)))
}

/// Behind the number, in digits or words, that begins at `at`.
pub(super) fn amount(document: &Document, at: usize) -> Option<usize> {
    if document.kind(at) == Some(TokenKind::Number) {
        return Some(magnitude(document, at + 1));
    }
    if document.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        // "61bn"
        let word = document.word(at);
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        return (lexicon().number_words.get(letters) == Some(&NumberWord::Magnitude)).then_some(at + 1);
    }
    let mut end = at;
    while let Some(NumberWord::Cardinal | NumberWord::Fraction) =
        lexicon().number_words.get(document.word(end))
    {
        end += 1;
        let joined =
            document.word(end) == "-" && lexicon().number_words.get(document.word(end + 1)).is_some();
        end += usize::from(joined);
    }
    (end > at).then(|| magnitude(document, end))
}

/// Behind `million`, `-billion`, `hundred thousand`.
fn magnitude(document: &Document, mut at: usize) -> usize {
    loop {
        let word = at + usize::from(document.word(at) == "-" && document.touches_previous(at));
        if lexicon().number_words.get(document.word(word)) != Some(&NumberWord::Magnitude) {
            return at;
        }
        at = word + 1;
    }
}
