//! How corpora that follow other schemes help to learn ours.
//!
//! Each feature has two weights in our own corpus, one that all corpora share and one of its own (Daumé 2007).
//! So the others teach breadth, and ours the conventions.

use crate::crf::{self, Settings, Trained};
use crate::sequences::{Sequence, Sequences};

/// Trains without some folds on `data`, whose features are numbers below `rows`. Returns the sums of shared and
/// own weights, which are what our scheme needs.
pub(crate) fn train(
    data: &Sequences,
    labels: usize,
    rows: usize,
    settings: Settings,
    own: impl Fn(&Sequence) -> bool,
    without: impl Fn(usize) -> bool,
) -> Trained {
    let data = data.with_own_rows(rows, own);
    let mut trained = crf::train(&data, labels, rows * 2, settings, without);
    let own = trained.weights.split_off(rows * labels);
    trained.weights.iter_mut().zip(own).for_each(|(weight, own)| *weight += own);
    trained
}
