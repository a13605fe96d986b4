//! Where a content begins and ends: clauses and quotations around a cue.

use super::confidence;
use super::cue::Cue;
use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::lexicon::{DateWord, Frames, FunctionWord, lexicon};
use crate::text::Class;
use std::ops::Range;

/// How many tokens an adverbial or an addressee may have.
const ADVERBIAL_REACH: usize = 10;
/// How far behind a quotation its own cue may stand.
const OWN_CUE_REACH: usize = 6;
/// How far to look for the verb of a clause.
const CLAUSE_REACH: usize = 20;

/// Behind what stands between a cue and its content: `on Tuesday`, `in a statement`, `that` excluded.
pub(super) fn lead(reading: &Reading, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && is_date_word(reading, at) {
        at += 1;
    }
    // The "to" of an infinitive begins a content.
    let adverbial = reading.is_function(at, FunctionWord::Preposition) && reading.document.word(at) != "to"
        || matches!(reading.class(at), Some(Class::Function(FunctionWord::Adverb)))
        || reading.document.word(at).ends_with("ly");
    if !adverbial {
        return at;
    }
    // The adverbial counts only where something plainly ends it: "that", a quotation, the sentence's end.
    for next in at..end.min(at + ADVERBIAL_REACH) {
        let word = reading.document.word(next);
        if word == "that" || word == ":" || reading.quotation_from(next).is_some() {
            return next;
        }
        let goes_on = matches!(word, "," | ";")
            || reading.is_function(next, FunctionWord::Pronoun)
            || reading.is_function(next, FunctionWord::Auxiliary);
        if reading.is_end(next, end) {
            return next;
        }
        if goes_on {
            break;
        }
    }
    behind_date(reading, at, end)
}

/// `on Tuesday`, `in March 2022`, `last week` at `at`: behind it.
fn behind_date(reading: &Reading, at: usize, end: usize) -> usize {
    let first = at + usize::from(reading.is_function(at, FunctionWord::Preposition));
    let mut next = first;
    while next < end
        && (is_date_word(reading, next) || next > first && reading.class(next) == Some(Class::Number))
    {
        next += 1;
    }
    if next > first { next } else { at }
}

fn is_date_word(reading: &Reading, at: usize) -> bool {
    matches!(
        lexicon().date_words.get(reading.document.word(at)),
        Some(DateWord::Weekday | DateWord::Day | DateWord::Month | DateWord::Relative | DateWord::DayPart)
    ) && !matches!(reading.document.word(at), "this" | "that")
}

/// Where a content that follows its cue begins, and how sure that is; `None` where the verb's frames
/// allow no such content.
pub(super) fn opening(reading: &Reading, at: usize, frames: Frames) -> Option<(usize, f32)> {
    let word = reading.document.word(at);
    let next = at + usize::from(matches!(word, ":" | ","));
    if reading.quotation_from(next).is_some() {
        return (frames.quote || frames.that || frames.noun).then_some((next, confidence::AFTER_QUOTE));
    }
    if word == ":" {
        return frames.quote.then_some((next, confidence::AFTER_CLAUSE));
    }
    match word {
        "that" if frames.that => return Some((at + 1, confidence::AFTER_THAT)),
        "to" if frames.infinitive => return Some((at, confidence::AFTER_CLAUSE)),
        "what" | "why" | "how" | "whether" | "where" | "when" | "if" | "who" | "which" => {
            return (frames.question || frames.that).then_some((at, confidence::AFTER_CLAUSE));
        }
        _ => {}
    }
    let begins = !matches!(reading.class(at), None | Some(Class::Mark | Class::Possessive | Class::Hyphen))
        && word != "to";
    if frames.that && begins && has_clause(reading, at) {
        return Some((at, confidence::AFTER_CLAUSE));
    }
    let object = frames.noun && begins
        || frames.addressee && frames.infinitive && begins && leads_to_infinitive(reading, at);
    object.then_some((at, confidence::AFTER_NOUN))
}

/// Whether a clause with a verb of its own begins at `at`.
fn has_clause(reading: &Reading, at: usize) -> bool {
    (at..at + CLAUSE_REACH).take_while(|&next| !matches!(reading.document.word(next), "" | "." | ";")).any(
        |next| {
            reading.is_function(next, FunctionWord::Auxiliary) || next > at && looks_like_verb(reading, next)
        },
    )
}

fn looks_like_verb(reading: &Reading, at: usize) -> bool {
    let word = reading.document.word(at);
    reading.class(at) == Some(Class::Word)
        && (word.ends_with("ed") || word.ends_with('s') || lexicon().cue_verbs.get(word).is_some())
}

/// `urged the government to act`
fn leads_to_infinitive(reading: &Reading, at: usize) -> bool {
    (at..at + ADVERBIAL_REACH)
        .take_while(|&next| reading.class(next).is_some_and(|class| class != Class::Mark))
        .any(|next| reading.document.word(next) == "to")
}

/// The content that begins at `start` and ends with its sentence or quotation, at `limit` at the latest.
pub(super) fn after(reading: &Reading, start: usize, limit: usize) -> Option<Range<usize>> {
    let end = match reading.quotation_from(start) {
        Some(quotation) if quotation.tokens.end >= limit => quotation.tokens.end,
        Some(quotation) if quotation.kind == QuoteKind::Quotation && limit - quotation.tokens.end < 2 => {
            quotation.tokens.end
        }
        _ => limit,
    };
    trimmed(reading, start..end)
}

/// A quotation that follows its cue behind a comma or colon, or opens the next sentence.
pub(super) fn quotation_after(reading: &Reading, at: usize, end: usize) -> Option<Range<usize>> {
    let start = at + usize::from(matches!(reading.document.word(at), "," | ":") && at < end);
    reading.quotation_from(start).map(|quotation| quotation.tokens.clone())
}

/// The content before a source or cue that begins at `end`: the clause or quotation up to the comma.
pub(super) fn before(reading: &Reading, sentence: Range<usize>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|&last| last >= sentence.start)?;
    let closes = reading.ends_quotation(last);
    if !closes && !matches!(reading.document.word(last), "," | "—" | "–") {
        return None;
    }
    let quotation = reading.quotation_around(if closes { last } else { last.checked_sub(1)? });
    let start = quotation.map_or(sentence.start, |quotation| quotation.tokens.start.min(sentence.start));
    let start = quotation
        .filter(|quotation| closes && stands_alone(reading, quotation.tokens.start, sentence.start))
        .map_or(start, |quotation| quotation.tokens.start);
    trimmed(reading, start..end)
}

/// Whether a quotation begins its sentence or is led in by no more than a conjunction.
fn stands_alone(reading: &Reading, start: usize, sentence: usize) -> bool {
    start > sentence
        && reading.begins_quotation(start)
        && matches!(reading.document.word(start - 1), ":" | ",")
}

/// What follows an interrupting cue at `at`: the rest of the sentence's quotation, or whole quotations
/// in the sentences behind it up to the next cue.
pub(super) fn continued(
    reading: &Reading,
    at: usize,
    sentence_end: usize,
    later: &[Cue],
) -> Option<Range<usize>> {
    let interrupts =
        matches!(reading.document.word(at), "," | ":" | "—" | "–" | ";") && at + 1 < sentence_end;
    let rest = reading.quotation_from(at + 1).filter(|_| interrupts);
    if let Some(rest) = rest {
        return Some(rest.tokens.clone());
    }
    let next = reading.quotation_from(sentence_end)?;
    let end = next.tokens.end;
    // A quotation with a cue of its own behind it belongs to that one.
    let mut cues = later.iter().map(|cue| cue.tokens.start).take_while(|&cue| cue < end + OWN_CUE_REACH);
    let own = cues.any(|cue| cue >= end && reading.same_paragraph(end - 1, cue));
    let follows = reading.same_paragraph(sentence_end - 1, sentence_end);
    (!own && follows).then(|| next.tokens.clone())
}

/// The clause of the sentence in which `cue` stands, between commas that set off whole clauses.
pub(super) fn clause_around(reading: &Reading, sentence: Range<usize>, cue: Range<usize>) -> Range<usize> {
    let opens = |at: usize| {
        matches!(reading.document.word(at), ";" | ":" | "—" | "(")
            || reading.is_function(at, FunctionWord::Relative)
    };
    let start = (sentence.start..cue.start).rev().find(|&at| opens(at)).map_or(sentence.start, |at| at + 1);
    let end = (cue.end..sentence.end)
        .find(|&at| matches!(reading.document.word(at), ";" | "—" | ")"))
        .unwrap_or(sentence.end);
    start..end
}

/// A content without the marks at its borders that are the writer's: commas, colons, the full stop.
pub(super) fn trimmed(reading: &Reading, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    let is_border =
        |at: usize| matches!(reading.document.word(at), "," | ";" | ":" | "." | "—" | "–" | ")" | "!" | "?");
    while start < end && (is_border(start) || matches!(reading.document.word(start), "…")) {
        start += 1;
    }
    while start < end && is_border(end - 1) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
