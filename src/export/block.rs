//! The blocks of a text: its headline, headings and paragraphs, as far as line ends tell them.

use std::ops::Range;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// The first block, where it looks like a heading.
    Headline,
    /// A short block without a full stop, with other blocks behind it.
    Heading,
    Paragraph,
}

/// A stretch of text without an empty line in it, and without white space at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) range: Range<usize>,
}

/// A heading is no longer than this, in bytes.
const HEADING_LENGTH: usize = 140;

/// The blocks of `text`, in order; what lies between them is white space.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut follows_empty_line = true;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if content.is_empty() {
            // The two characters of one line end are no empty line.
            follows_empty_line |= !(line == "\n" && text[..at].ends_with("\r\n"));
            continue;
        }
        match ranges.last_mut() {
            Some(last) if !follows_empty_line => last.end = start + content.len(),
            _ => ranges.push(start..start + content.len()),
        }
        follows_empty_line = false;
    }
    let count = ranges.len();
    let kind = |index: usize, range: &Range<usize>| match (is_heading(&text[range.clone()]), index) {
        (true, 0) if count > 1 => BlockKind::Headline,
        (true, 1..) if index + 1 < count => BlockKind::Heading,
        _ => BlockKind::Paragraph,
    };
    ranges.into_iter().enumerate().map(|(index, range)| Block { kind: kind(index, &range), range }).collect()
}

fn is_heading(block: &str) -> bool {
    let last = block.trim_end_matches(['"', '\'', '”', '’', '»', ')']).chars().next_back();
    block.len() <= HEADING_LENGTH
        && !block.contains(['\n', '\r'])
        && last.is_some_and(|last| !".!?…:;,".contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text).into_iter().map(|block| (block.kind, &text[block.range])).collect()
    }

    #[test]
    fn empty_lines_part_blocks_and_short_lines_without_a_stop_are_headings() {
        use BlockKind::{Heading, Headline, Paragraph};
        let cases: [(&str, &[(BlockKind, &str)]); 6] = [
            ("", &[]),
            (" \n\t\n", &[]),
            ("Ferry late", &[(Paragraph, "Ferry late")]),
            (
                "Ferry late\n\nIt was late.\n \nWhy “late”\n\nWind.",
                &[
                    (Headline, "Ferry late"),
                    (Paragraph, "It was late."),
                    (Heading, "Why “late”"),
                    (Paragraph, "Wind."),
                ],
            ),
            ("One\r\ntwo.\r\n\r\n Three. ", &[(Paragraph, "One\r\ntwo."), (Paragraph, "Three.")]),
            (
                "It was late.\n\nBy our reporter",
                &[(Paragraph, "It was late."), (Paragraph, "By our reporter")],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }
}
