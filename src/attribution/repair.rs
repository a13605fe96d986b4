//! Mends the borders of a content: no half quotation, no comma or stop of the writer's at an end.

use super::reading::Reading;
use crate::analysis::QuoteKind;
use crate::quote::Quotation;
use std::ops::Range;

/// How far, in tokens, a piece may be cut off inside a quotation that it only reaches into.
const STUB: usize = 3;

/// The pieces in order, with whole quotations, none touching another or the cue.
pub(super) fn whole(
    reading: &Reading,
    cue: &Range<usize>,
    pieces: impl Iterator<Item = Range<usize>>,
) -> Vec<Range<usize>> {
    let mut mended: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        let Some(mut piece) = trimmed(reading, mend(reading, cue, piece)) else { continue };
        if let Some(last) = mended.last_mut() {
            piece.start = piece.start.max(last.end);
            let joined = last.end == piece.start && !cue.contains(&piece.start);
            if joined {
                last.end = last.end.max(piece.end);
                continue;
            }
        }
        if piece.start < piece.end {
            mended.push(piece);
        }
    }
    mended
}

/// Widens a piece to the quotations that it takes the better part of, and leaves others out.
fn mend(reading: &Reading, cue: &Range<usize>, mut piece: Range<usize>) -> Range<usize> {
    for quotation in crossing(reading, &piece) {
        let marked = &quotation.tokens;
        if marked.start <= cue.start && cue.end <= marked.end {
            // The cue is said inside this quotation: its closing mark is not of the content.
            if quotation.closed && piece.end == marked.end {
                piece.end -= 1;
            }
            if piece.start == marked.start {
                piece.start += 1;
            }
            continue;
        }
        let clear = |range: &Range<usize>| range.end <= cue.start || cue.end <= range.start;
        let starts_inside = marked.start < piece.start;
        let ends_inside = piece.end < marked.end;
        if starts_inside && ends_inside {
            if quotation.kind == QuoteKind::Quotation && clear(marked) {
                piece = marked.clone();
            }
        } else if starts_inside {
            piece.start = if marked.end - piece.start > STUB || piece.end == marked.end {
                marked.start
            } else {
                marked.end
            };
        } else if ends_inside {
            piece.end = if piece.end - marked.start > STUB || piece.start == marked.start {
                marked.end
            } else {
                marked.start
            };
        }
    }
    // A mend never runs over the cue.
    if piece.start < cue.end && cue.start < piece.end {
        if piece.start < cue.start { piece.end = cue.start } else { piece.start = cue.end }
    }
    piece
}

/// The quotations that a piece's border lies in, or that hold the cue.
fn crossing<'r>(reading: &'r Reading, piece: &Range<usize>) -> Vec<&'r Quotation> {
    let first = reading.quotation_around(piece.start);
    let last = reading.quotation_around(piece.end - 1);
    let same = first.zip(last).is_some_and(|(a, b)| a.tokens == b.tokens);
    first.into_iter().chain(last.filter(|_| !same)).collect()
}

/// A content without the marks at its borders that are the writer's: commas, colons, the full stop.
fn trimmed(reading: &Reading, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    let is_border = |at: usize| matches!(reading.document.word(at), "," | ";" | ":" | "." | "—" | "–" | "--");
    while start < end && is_border(start) {
        start += 1;
    }
    while start < end && is_border(end - 1) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
