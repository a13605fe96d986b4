//! From offsets of a text to its nodes, and back.

use super::read::{Reading, Segment};
use crate::text::Span;
use web_sys::{Range, Text};

/// A stretch of one text node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// The node, by index into [`Reading::segments`].
    pub(super) segment: usize,
    /// Where it begins, counted from the start of the node.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: u32,
}

/// Cuts `spans`, which are sorted, into pieces at the borders of nodes. Where spans overlap, the
/// text is covered once.
pub(super) fn pieces(segments: &[Segment], spans: impl Iterator<Item = Span>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut first, mut reached) = (0, 0);
    for span in spans {
        let start = span.start.max(reached);
        reached = reached.max(span.end);
        while segments.get(first).is_some_and(|segment| segment.end() <= start) {
            first += 1;
        }
        let touched = segments.iter().enumerate().skip(first);
        pieces.extend(touched.take_while(|(_, segment)| segment.start < span.end).filter_map(
            |(index, segment)| {
                let start = start.max(segment.start) - segment.start;
                let end = span.end.min(segment.end()) - segment.start;
                (start < end).then_some(Piece { segment: index, start, end })
            },
        ));
    }
    pieces
}

impl Reading {
    /// A range from the first to the last unit of `span` that stands in a node.
    pub(crate) fn range_of(&self, span: Span) -> Option<Range> {
        let pieces = pieces(&self.segments, std::iter::once(span));
        let (first, last) = (pieces.first()?, pieces.last()?);
        let (head, tail) = (&self.segments[first.segment].node, &self.segments[last.segment].node);
        let range = head.owner_document()?.create_range().ok()?;
        range.set_start(head, first.start).ok()?;
        range.set_end(tail, last.end).ok()?;
        Some(range)
    }

    /// The offset of the unit `offset` of `node`.
    pub(super) fn offset_of(&self, node: &Text, offset: u32) -> Option<u32> {
        let segment = self.segments.iter().find(|segment| segment.node == *node)?;
        (offset < segment.length).then_some(segment.start + offset)
    }
}
