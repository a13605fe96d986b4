//! What an adverb that names no source says of: what stands behind it, too. “The driver allegedly stole it” leaves open
//! that the driver stole it; “arrested for allegedly stealing it” the stealing, and nothing of what stands before.

use super::reading::Reading;
use crate::lexicon::{FunctionWord, lexicon};
use std::ops::Range;

/// The `content` of `cue`, with what stands behind the cue where that is such an adverb in the middle of a clause.
pub(super) fn settle(
    reading: &Reading,
    cue: &Range<usize>,
    mut content: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let Some(mut phrase) = phrase(reading, cue) else { return content };
    if is_led(reading, cue) {
        let begun = content.iter().find(|piece| piece.start == phrase.start);
        phrase.end = begun.map_or(phrase.end, |piece| piece.end.max(phrase.end));
        content.clear();
    }
    if content.iter().all(|piece| piece.end <= cue.start) {
        content.push(phrase);
    }
    content
}

/// The content of an adverb that a preposition leads to, which needs nothing else.
pub(super) fn led(reading: &Reading, cue: &Range<usize>) -> Option<Range<usize>> {
    phrase(reading, cue).filter(|_| is_led(reading, cue))
}

/// What stands behind such an adverb, to the end of the clause.
fn phrase(reading: &Reading, cue: &Range<usize>) -> Option<Range<usize>> {
    let is_adverb = cue.len() == 1 && reading.document.word(cue.start).ends_with("ly");
    let is_agentless = || lexicon().agentless_cues.longest_at(reading.document, cue.start).is_some();
    let phrase = cue.end..end_of_clause(reading, cue);
    (is_adverb && is_agentless() && !phrase.is_empty()).then_some(phrase)
}

/// Whether the adverb stands between a preposition and what somebody does.
fn is_led(reading: &Reading, cue: &Range<usize>) -> bool {
    let leads = [FunctionWord::Preposition, FunctionWord::Subordinator];
    let leads = |at: usize| leads.iter().any(|function| reading.is_function(at, *function));
    reading.document.word(cue.end).ends_with("ing") && cue.start.checked_sub(1).is_some_and(leads)
}

/// Where the clause ends that goes on behind `cue`: a quotation in it is read over, one that holds the cue ends it.
fn end_of_clause(reading: &Reading, cue: &Range<usize>) -> usize {
    let around = reading.quotation_around(cue.start).map_or(usize::MAX, |quotation| quotation.tokens.end - 1);
    let end = reading.sentence(cue.start).end.min(around);
    let mut at = cue.end;
    while at < end && !matches!(reading.document.word(at), "," | ";" | "." | "—" | "–" | "--" | ")") {
        let opens = reading.quotation_around(at).filter(|quotation| quotation.tokens.start == at);
        at = opens.map_or(at + 1, |quotation| quotation.tokens.end);
    }
    at.min(end)
}
