//! Words that several cues claim: a quotation belongs to the nearest.

use super::link::{Link, near};
use crate::text::overlap;
use std::ops::Range;

/// Takes from each link the further pieces of its content that a nearer cue has as well: in “A,” said X. “B,”
/// said Y. the second quotation is not X's.
pub(super) fn share_out(links: &mut [Link]) {
    for index in 0..links.len() {
        let link = &links[index];
        let claimed = |piece: &Range<usize>| {
            near(links, index).map(|other| &links[other]).any(|other| {
                other.content.iter().any(|other| overlap(other, piece))
                    && distance(&other.cue, piece) < distance(&link.cue, piece)
                    && !link.holds(other)
                    && !other.holds(link)
            })
        };
        let own: Vec<Range<usize>> = link.content.iter().filter(|piece| !claimed(piece)).cloned().collect();
        if !own.is_empty() {
            links[index].content = own;
        }
    }
}

fn distance(cue: &Range<usize>, piece: &Range<usize>) -> usize {
    piece.start.saturating_sub(cue.end).max(cue.start.saturating_sub(piece.end))
}
