//! How corpora that follow other schemes help to learn ours.
//!
//! Each feature has two weights in our own corpus, one that all corpora share and one of its own (Daumé 2007).
//! So the others teach breadth, and ours the conventions.

use crate::crf::{self, Settings, Trained};
use crate::sequences::{Sequence, Sequences};

/// Trains without some folds on `data`, whose features are numbers below `rows`. Returns the shared weights and
/// `share` of our own ones, added up: all of them is what our own corpus needs, fewer are what other texts need.
pub(crate) fn train(
    data: &Sequences,
    labels: usize,
    rows: usize,
    settings: Settings,
    share: f32,
    own: impl Fn(&Sequence) -> bool,
    without: impl Fn(usize) -> bool,
) -> Trained {
    let data = data.with_own_rows(rows, own);
    let mut trained = crf::train(&data, labels, rows * 2, settings, without);
    let own = trained.weights.split_off(rows * labels);
    trained.weights.iter_mut().zip(own).for_each(|(weight, own)| *weight += share * own);
    trained
}
