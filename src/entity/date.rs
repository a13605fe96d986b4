//! Dates: days, months, years, and spans told from today.

use super::{Mention, amount};
use crate::analysis::EntityKind;
use crate::lexicon::{DateWord, lexicon};
use crate::text::{Document, TokenKind};

const CONFIDENCE: f32 = 0.9;

/// The date or time of day that begins with the token `at`.
pub(super) fn at(document: &Document, at: usize) -> Option<Mention> {
    let mention = |end, kind| Mention { tokens: at..end, kind, confidence: CONFIDENCE };
    if matches!(document.word(at), "noon" | "midnight") {
        return Some(mention(at + 1, EntityKind::Time));
    }
    date(document, at).map(|end| mention(end, EntityKind::Date))
}

fn date(document: &Document, at: usize) -> Option<usize> {
    match word_kind(document, at) {
        Some(DateWord::Weekday) => Some(behind_weekday(document, at + 1)),
        Some(DateWord::Day) => Some(at + 1),
        Some(DateWord::Month) => month(document, at),
        Some(DateWord::Relative) => relative(document, at),
        Some(DateWord::Season) => year(document, at + 1)
            .or_else(|| year(document, at + 2).filter(|_| document.word(at + 1) == "of")),
        _ => decade(document, at)
            .or_else(|| day_first(document, at))
            .or_else(|| ago(document, at))
            .or_else(|| bare_year(document, at)),
    }
}

fn word_kind(document: &Document, at: usize) -> Option<DateWord> {
    lexicon().date_words.get(document.word(at)).copied()
}

/// `Sunday`, `Sunday morning`, `Sunday, May 5, 2022`.
fn behind_weekday(document: &Document, at: usize) -> usize {
    if word_kind(document, at) == Some(DateWord::DayPart) {
        return at + 1;
    }
    let next = at + usize::from(document.word(at) == ",");
    match word_kind(document, next) {
        Some(DateWord::Month) => month(document, next).unwrap_or(at),
        _ => day_first(document, next).unwrap_or(at),
    }
}

/// `May 5, 2022`, `February 2022`, `March`; a month's name needs a capital, and "may" a number.
fn month(document: &Document, at: usize) -> Option<usize> {
    let word = document.word(at);
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let day = at + 1;
    if is_day_number(document.word(day)) {
        let comma = day + 1 + usize::from(document.word(day + 1) == ",");
        return Some(year(document, comma).unwrap_or(day + 1));
    }
    let comma = at + 1 + usize::from(document.word(at + 1) == ",");
    let ambiguous = matches!(word, "May" | "March" | "Mar" | "Sun" | "Sat");
    let led = at > 0
        && ["in", "of", "since", "until", "by", "last", "next", "this", "from", "early", "late", "mid"]
            .iter()
            .any(|word| document.word(at - 1).eq_ignore_ascii_case(word));
    year(document, comma).or((!ambiguous || led).then_some(at + 1))
}

/// `5 May 2022`, `5th of May`.
fn day_first(document: &Document, at: usize) -> Option<usize> {
    let month_at = at + 1 + usize::from(document.word(at + 1) == "of");
    let is_month = word_kind(document, month_at) == Some(DateWord::Month)
        && document.word(month_at).starts_with(char::is_uppercase);
    if !is_day_number(document.word(at)) || !is_month {
        return None;
    }
    let comma = month_at + 1 + usize::from(document.word(month_at + 1) == ",");
    Some(year(document, comma).unwrap_or(month_at + 1))
}

fn is_day_number(word: &str) -> bool {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let digits = ordinal.unwrap_or(word);
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// Behind a year with four digits at `at`.
fn year(document: &Document, at: usize) -> Option<usize> {
    let word = document.word(at);
    let plausible = word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year));
    (plausible && document.kind(at) == Some(TokenKind::Number)).then_some(at + 1)
}

/// A year by itself counts where a preposition leads to it, or brackets hold it.
fn bare_year(document: &Document, at: usize) -> Option<usize> {
    const LEADS: [&str; 22] = [
        "in", "since", "by", "until", "till", "from", "before", "after", "during", "of", "early", "late",
        "mid", "(", "to", "and", "between", "through", "the", "for", "around", "–",
    ];
    let led = at > 0 && LEADS.iter().any(|lead| document.word(at - 1).eq_ignore_ascii_case(lead));
    let counted =
        document.tokens.get(at + 1).is_some_and(|_| lexicon().units.longest_at(document, at + 1).is_some());
    year(document, at).filter(|_| led && !counted)
}

/// `1990s`, `the ’90s`
fn decade(document: &Document, at: usize) -> Option<usize> {
    let digits = document.word(at).strip_suffix('s')?;
    (matches!(digits.len(), 2 | 4) && digits.ends_with('0') && digits.bytes().all(|b| b.is_ascii_digit()))
        .then_some(at + 1)
}

/// `last month`, `this Tuesday`, `next two weeks`.
fn relative(document: &Document, at: usize) -> Option<usize> {
    let next = amount::amount(document, at + 1).unwrap_or(at + 1);
    match word_kind(document, next)? {
        DateWord::Weekday => Some(behind_weekday(document, next + 1)),
        DateWord::Month | DateWord::Unit | DateWord::DayPart | DateWord::Season => Some(next + 1),
        _ => None,
    }
}

/// `three years ago`, `a week earlier`.
fn ago(document: &Document, at: usize) -> Option<usize> {
    let unit = match document.word(at) {
        "a" | "an" => at + 1,
        _ => amount::amount(document, at)?,
    };
    let told = matches!(document.word(unit + 1), "ago" | "earlier" | "later");
    (word_kind(document, unit) == Some(DateWord::Unit) && told).then_some(unit + 2)
}
