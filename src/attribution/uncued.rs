//! Quotations that no attribution holds although a verb of saying stands next to them.

use super::link::Link;
use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::lexicon::{VerbForm, lexicon};
use crate::quote::Quotation;
use std::ops::Range;

/// How far before and behind a quotation its verb is looked for, in tokens.
const BEFORE: usize = 6;
const BEHIND: usize = 20;

/// The verbs next to quotations of whole clauses that no cue in `links` claims.
pub(super) fn verbs(reading: &Reading, links: &[Link]) -> Vec<Range<usize>> {
    let mut claimed = vec![false; reading.document.tokens.len()];
    for link in links.iter().filter(|link| reading.quotation_around(link.cue.start).is_none()) {
        link.content.iter().for_each(|piece| claimed[piece.clone()].fill(true));
        claimed[link.cue.clone()].fill(true);
    }
    let free = |quotation: &&Quotation| {
        let whole = quotation.closed && !quotation.inner && quotation.kind == QuoteKind::Quotation;
        whole && !claimed[quotation.tokens.clone()].contains(&true)
    };
    let mut verbs: Vec<Range<usize>> = (reading.quotations().iter().filter(free))
        .filter_map(|quotation| behind(reading, quotation).or_else(|| before(reading, quotation)))
        .filter(|verb| !claimed[verb.clone()].contains(&true))
        .collect();
    verbs.dedup();
    verbs
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
    (verb.frames.quote && finite).then_some(at..end)
}
