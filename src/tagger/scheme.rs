//! Labels of tokens, and the spans that a sequence of them marks.

use std::ops::Range;

/// A label: [`OUTSIDE`], [`begin`] of a kind or [`inside`] of one.
pub type Label = u8;

/// No span.
pub const OUTSIDE: Label = 0;

/// More labels than any model has.
pub const MAX_LABELS: usize = 32;

/// The label of a span's first token.
#[must_use]
pub const fn begin(kind: usize) -> Label {
    1 + 2 * kind as Label
}

/// The label of a span's later tokens.
#[must_use]
pub const fn inside(kind: usize) -> Label {
    2 + 2 * kind as Label
}

/// How many labels so many kinds of span need.
#[must_use]
pub const fn labels(kinds: usize) -> usize {
    1 + 2 * kinds
}

/// The kind of span that a label belongs to.
#[must_use]
pub const fn kind_of(label: Label) -> Option<usize> {
    if label == OUTSIDE { None } else { Some((label as usize - 1) / 2) }
}

/// Whether `label` may stand behind `before`: `I-k` only behind `B-k` and `I-k`.
#[must_use]
pub const fn can_follow(before: Label, label: Label) -> bool {
    let opens = label == OUTSIDE || label % 2 == 1;
    opens || before == label || before + 1 == label
}

/// The spans that `labels` mark, with their kinds; the first token has the index `offset`.
pub fn spans(labels: &[Label], offset: usize) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < labels.len() {
            let start = at;
            at += 1;
            let Some(kind) = kind_of(labels[start]) else { continue };
            while at < labels.len() && labels[at] == inside(kind) {
                at += 1;
            }
            return Some((offset + start..offset + at, kind));
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inner_label_follows_its_own_kind_alone() {
        assert!(can_follow(begin(2), inside(2)));
        assert!(can_follow(inside(2), inside(2)));
        assert!(can_follow(inside(1), begin(1)));
        assert!(!can_follow(OUTSIDE, inside(0)));
        assert!(!can_follow(begin(0), inside(1)));
        assert!(!can_follow(inside(1), inside(0)));
    }

    #[test]
    fn spans_end_where_another_begins() {
        let found: Vec<_> = spans(&[0, begin(0), inside(0), begin(0), begin(1), 0, begin(1)], 10).collect();
        assert_eq!(found, [(11..13, 0), (13..14, 0), (14..15, 1), (16..17, 1)]);
    }
}
