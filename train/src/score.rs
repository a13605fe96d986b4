//! Strict scores: a span is right where its tokens and its kind are.

use std::fmt;
use std::ops::Range;

/// Counts of one kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) wanted: usize,
}

impl Count {
    pub(crate) fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }

    fn sum(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            wanted: self.wanted + other.wanted,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let percent = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        write!(f, "{:.1} (P {:.1} R {:.1})", self.f1(), percent(self.found), percent(self.wanted))
    }
}

/// Counts by kind.
#[derive(Debug, Clone)]
pub(crate) struct Score(pub(crate) Vec<Count>);

impl Score {
    pub(crate) fn new(kinds: usize) -> Self {
        Self(vec![Count::default(); kinds])
    }

    /// Adds a document; both lists are in order.
    pub(crate) fn add(&mut self, wanted: &[(Range<usize>, usize)], found: &[(Range<usize>, usize)]) {
        for (_, kind) in wanted {
            self.0[*kind].wanted += 1;
        }
        for span in found {
            self.0[span.1].found += 1;
            self.0[span.1].right += usize::from(wanted.contains(span));
        }
    }

    /// All of these kinds together.
    pub(crate) fn of(&self, kinds: &[usize]) -> Count {
        kinds.iter().fold(Count::default(), |sum, &kind| sum.sum(self.0[kind]))
    }
}
