//! Quotations that no attribution holds although a verb of saying stands next to them.

use super::link::Link;
use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::lexicon::{FunctionWord, VerbForm, lexicon};
use crate::quote::Quotation;
use crate::text::Class;
use std::ops::Range;

/// How far before and behind a quotation its verb is looked for, in tokens.
const BEFORE: usize = 6;
const BEHIND: usize = 20;

/// How many words of a name are looked at.
const LONGEST_NAME: usize = 5;

/// A verb next to a quotation of whole clauses that no cue claims.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Missed {
    pub(super) verb: Range<usize>,
    pub(super) quotation: Range<usize>,
}

/// The quotations that no cue in `links` claims, with the verbs next to them.
pub(super) fn missed(reading: &Reading, links: &[Link]) -> Vec<Missed> {
    let mut claimed = vec![false; reading.document.tokens.len()];
    for link in links.iter().filter(|link| reading.quotation_around(link.cue.start).is_none()) {
        link.content.iter().chain([&link.cue]).for_each(|piece| claimed[piece.clone()].fill(true));
    }
    let free = |range: &Range<usize>| !claimed[range.clone()].contains(&true);
    let whole = |quotation: &&Quotation| {
        quotation.closed && !quotation.inner && quotation.kind == QuoteKind::Quotation
    };
    let mut missed: Vec<Missed> = (reading.quotations().iter().filter(whole))
        .filter(|quotation| free(&quotation.tokens))
        .filter_map(|quotation| {
            let verb = behind(reading, quotation).or_else(|| before(reading, quotation))?;
            Some(Missed { verb, quotation: quotation.tokens.clone() })
        })
        .filter(|missed| free(&missed.verb))
        .collect();
    missed.dedup_by(|next, last| next.verb == last.verb);
    missed
}

/// The name or pronoun that touches `verb`: “Y,” Lopez said. Said Lopez: “Y.”
pub(super) fn speaker(reading: &Reading, Missed { verb, quotation }: &Missed) -> Option<Range<usize>> {
    let is_name = |at: usize| reading.class(at) == Some(Class::Name);
    let mut start = verb.start;
    while start > 0 && verb.start - start < LONGEST_NAME && is_name(start - 1) {
        start -= 1;
    }
    if start == verb.start && start > 0 && reading.is_function(start - 1, FunctionWord::Pronoun) {
        start -= 1;
    }
    if start < verb.start {
        return (quotation.end <= start || verb.end <= quotation.start).then_some(start..verb.start);
    }
    let name = (verb.end..verb.end + LONGEST_NAME).take_while(|&at| is_name(at)).last()?;
    let ends = matches!(reading.document.word(name + 1), "." | ":" | ",");
    ends.then_some(verb.end..name + 1)
}

/// “Y,” the head of the office said.
fn behind(reading: &Reading, quotation: &Quotation) -> Option<Range<usize>> {
    let end = quotation.tokens.end;
    let goes_on = matches!(reading.document.word(end.saturating_sub(2)), "," | "?" | "!" | "…" | "—");
    let sentence = reading.sentence(end - 1);
    let near = end..sentence.end.min(end + BEHIND);
    let near = near.take_while(|&at| reading.quotation_around(at).is_none());
    near.filter(|_| goes_on).find_map(|at| verb(reading, at))
}

/// The head of the office said: “Y.”
fn before(reading: &Reading, quotation: &Quotation) -> Option<Range<usize>> {
    let start = quotation.tokens.start;
    let sentence = reading.sentence(start.checked_sub(1)?);
    let near = sentence.start.max(start.saturating_sub(BEFORE))..start;
    let announced =
        |verb: &Range<usize>| verb.end == start || matches!(reading.document.word(start - 1), "," | ":");
    let mut near = near.rev().take_while(|&at| reading.quotation_around(at).is_none());
    near.find_map(|at| verb(reading, at)).filter(announced)
}

fn verb(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let (end, verb) = lexicon().cue_verbs.longest_at(reading.document, at)?;
    let finite = matches!(verb.form, VerbForm::Past | VerbForm::Third);
    // Not the United States.
    let small = reading.class(at) != Some(Class::Name) || reading.sentence(at).start == at;
    (verb.frames.quote && finite && small).then_some(at..end)
}
