//! What a quotation beside its cue shows of the rest of the content: “A,” X said. “B.”

use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::quote::Quotation;
use crate::text::overlap;
use std::ops::Range;

/// How many tokens may stand between a cue and where its quotation goes on.
const REACH: usize = 45;

/// The `content` of `said`, a source with its cue, as the quotation next to it has it.
pub(super) fn settle(
    reading: &Reading,
    said: &Range<usize>,
    mut content: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    if let Some(quotation) = before(reading, said)
        .filter(|quotation| quotation.kind == QuoteKind::Quotation || behind(reading, said).is_none())
    {
        let quoted = quotation.tokens.clone();
        let interrupted = behind_comma(reading, said, &quoted);
        let announced = quoted.start > 0 && reading.document.word(quoted.start - 1) == ":";
        let mixed = |piece: &Range<usize>| {
            piece.start < quoted.start && reading.paragraph(piece.start).contains(&quoted.start) && !announced
        };
        match content.iter().find(|piece| overlap(piece, &quoted)) {
            // What leads into the quotation belongs to it; what comes in the next paragraph is another's.
            Some(piece) if mixed(piece) && interrupted.is_none() => {
                let paragraph = reading.paragraph(said.start);
                content.retain(|piece| piece.start < paragraph.end);
            }
            None if interrupted.is_none() => {}
            _ => {
                let rest = interrupted.or_else(|| behind_stop(reading, said));
                return std::iter::once(quoted).chain(rest).collect();
            }
        }
    } else if let Some(quotation) = behind(reading, said) {
        let quoted = &quotation.tokens;
        let next_paragraph = reading.paragraph(quoted.end - 1).end;
        let goes_on = |piece: &Range<usize>| {
            reading.is_quoted(piece.clone())
                && matches!(reading.document.word(piece.end.saturating_sub(2)), ",")
        };
        if let Some(piece) = content.iter_mut().find(|piece| piece.start == quoted.start) {
            if piece.end > next_paragraph || ends_sentence(reading, quotation) {
                piece.end = quoted.end.min(piece.end);
            }
            let first = piece.start;
            content.retain(|piece| {
                piece.start == first
                    || piece.start < next_paragraph && (piece.start > first || goes_on(piece))
            });
        }
    }
    content
}

/// The quotation that ends a clause right before `said`.
fn before<'r>(reading: &'r Reading, said: &Range<usize>) -> Option<&'r Quotation> {
    let quotation = reading.quotation_around(said.start.checked_sub(1)?)?;
    let last = reading.document.word(quotation.tokens.end.saturating_sub(2));
    let clause = matches!(last, "," | "?" | "!" | "…" | "—" | "’" | "'");
    (quotation.closed && quotation.tokens.end == said.start && clause).then_some(quotation)
}

/// The quotation of a whole sentence right behind `said`.
fn behind<'r>(reading: &'r Reading, said: &Range<usize>) -> Option<&'r Quotation> {
    let mark = usize::from(matches!(reading.document.word(said.end), "," | ":"));
    let start = said.end + mark;
    let quotation = reading.quotation_around(start)?;
    let large = !reading.document.word(start + 1).starts_with(char::is_lowercase);
    let sentence = quotation.closed && quotation.kind == QuoteKind::Quotation && large;
    (sentence && quotation.tokens.start == start).then_some(quotation)
}

/// Whether the sentence ends inside the marks and no further quotation follows: “Y.” — But …
fn ends_sentence(reading: &Reading, quotation: &Quotation) -> bool {
    let end = quotation.tokens.end;
    let stop = matches!(reading.document.word(end.saturating_sub(2)), "." | "!" | "?");
    stop && reading.quotation_around(end).is_none()
        && !reading.document.word(end).starts_with(char::is_lowercase)
}

/// “Y,” X said, “and Z.” “Y,” X said of it, “and Z.”
fn behind_comma(reading: &Reading, said: &Range<usize>, quoted: &Range<usize>) -> Option<Range<usize>> {
    if reading.document.word(quoted.end - 2) != "," {
        return None;
    }
    let sentence = reading.sentence(said.end - 1);
    let near = said.end..sentence.end.min(said.end + REACH);
    let behind = near.clone().find_map(|at| reading.quotation_around(at))?;
    let start = behind.tokens.start;
    let plain = (said.end..start).all(|at| reading.facts(at).verb == 0);
    let goes_on = start == said.end + 1 || reading.document.word(start + 1).starts_with(char::is_lowercase);
    (plain && goes_on && reading.document.word(start - 1) == ",").then(|| behind.tokens.clone())
}

/// “Y,” X said on Friday. “Z.” The next paragraph goes on as well where it is a quotation and nothing else.
fn behind_stop(reading: &Reading, said: &Range<usize>) -> Option<Range<usize>> {
    let end = reading.sentence(said.end - 1).end;
    let behind = reading.quotation_around(end)?;
    let quoted =
        |at| reading.quotation_around(at).is_some_and(|quotation| quotation.kind == QuoteKind::Quotation);
    let plain = end < said.end + REACH && !(said.end..end).any(quoted);
    let alone = || behind.closed && reading.paragraph(end) == behind.tokens;
    let goes_on = reading.paragraph(said.start).contains(&end) || alone();
    (plain && goes_on && behind.tokens.start == end).then(|| behind.tokens.clone())
}
