//! What a quotation beside its cue shows of the rest of the content: “A,” X said. “B.”

use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::quote::Quotation;
use std::ops::Range;

/// How many tokens may stand between a cue and the full stop behind which its quotation goes on.
const REACH: usize = 30;

/// The `content` of `said`, a source with its cue, as the quotation next to it has it.
pub(super) fn settle(
    reading: &Reading,
    said: &Range<usize>,
    mut content: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    if let Some(quotation) = before(reading, said) {
        let quoted = quotation.tokens.clone();
        let interrupted = behind_comma(reading, said, &quoted);
        let mixed = |piece: &Range<usize>| {
            piece.start < quoted.start && reading.paragraph(piece.start).contains(&quoted.start)
        };
        match content.iter().find(|piece| touch(piece, &quoted)) {
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
        if let Some(piece) = content.iter_mut().find(|piece| piece.start == quoted.start) {
            if piece.end > next_paragraph {
                piece.end = quoted.end;
            }
            let first = piece.start;
            content.retain(|piece| {
                piece.start == first
                    || piece.start < next_paragraph
                        && (piece.start > first || reading.is_quoted(piece.clone()))
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

/// “Y,” X said, “and Z.”
fn behind_comma(reading: &Reading, said: &Range<usize>, quoted: &Range<usize>) -> Option<Range<usize>> {
    let goes_on = reading.document.word(quoted.end - 2) == "," && reading.document.word(said.end) == ",";
    let behind = reading.quotation_around(said.end + 1)?;
    (goes_on && behind.tokens.start == said.end + 1).then(|| behind.tokens.clone())
}

/// “Y,” X said on Friday. “Z.”
fn behind_stop(reading: &Reading, said: &Range<usize>) -> Option<Range<usize>> {
    let end = reading.sentence(said.end - 1).end;
    let behind = reading.quotation_around(end)?;
    let plain = end < said.end + REACH && !reading.has_quote(said.end..end);
    let same_paragraph = reading.paragraph(said.start).contains(&end);
    (plain && same_paragraph && behind.tokens.start == end).then(|| behind.tokens.clone())
}

const fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
