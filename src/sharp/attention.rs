//! Attention: what each row of a chunk takes from all of its rows, head by head.

use super::math::{size, softmax};
use super::rows::{Inputs, Outputs, PAIR, multiply};
use std::ops::Range;

/// What attention needs room for; used again for each head.
#[derive(Debug, Default)]
pub(super) struct Attention {
    asks: Inputs,
    answers: Outputs,
    scores: Vec<f32>,
    shares: Inputs,
    /// What all rows say: a column for each of them.
    columns: Vec<f32>,
    says: Outputs,
}

impl Attention {
    /// Adds to each row of `seen`, which are `width` long, what it takes from all rows of the chunk. The rows of
    /// `mixed` are three times as long: what a row asks, what it answers to and what it says, each head by head.
    pub(super) fn look(&mut self, mixed: &[f32], heads: usize, width: usize, seen: &mut [f32]) {
        let head = width / heads;
        for start in (0..width).step_by(head) {
            let part =
                |from: usize| Part { mixed, width: 3 * width, within: from + start..from + start + head };
            self.share(&part(0), &part(width));
            self.hear(&part(2 * width));
            multiply(&self.shares, &self.says, &mut seen[start..], width);
        }
    }

    /// How much of what the others say each row takes: the more, the better they answer.
    fn share(&mut self, asks: &Part, answers: &Part) {
        self.asks.fill_with(&mut asks.rows(), asks.within.len());
        self.answers.fill_with(&mut answers.rows(), answers.within.len());
        let (count, width) = (self.asks.count(), self.asks.count().next_multiple_of(PAIR));
        self.scores.clear();
        self.scores.resize(count * width, 0.0);
        multiply(&self.asks, &self.answers, &mut self.scores, width);
        let scale = 1.0 / size(asks.within.len()).sqrt();
        for row in self.scores.chunks_exact_mut(width) {
            for score in row.iter_mut() {
                *score *= scale;
            }
            softmax(&mut row[..count]);
        }
        self.shares.fill_with_shares(&self.scores, width);
    }

    /// Sets what rows say against the shares that are taken of it.
    fn hear(&mut self, says: &Part) {
        let width = says.rows().len().next_multiple_of(PAIR);
        self.columns.clear();
        self.columns.resize(says.within.len() * width, 0.0);
        for (at, row) in says.rows().enumerate() {
            for (column, &value) in self.columns.chunks_exact_mut(width).zip(row) {
                column[at] = value;
            }
        }
        self.says.fill(&self.columns, width);
    }
}

/// What belongs to one head, of one kind.
struct Part<'m> {
    mixed: &'m [f32],
    width: usize,
    within: Range<usize>,
}

impl<'m> Part<'m> {
    fn rows(&self) -> impl ExactSizeIterator<Item = &'m [f32]> {
        self.mixed.chunks_exact(self.width).map(|row| &row[self.within.clone()])
    }
}
