//! Another model's scores of the same labels, which a tagger weighs with its own.

use super::Chain;
use super::model::{Model, calibrated};
use std::borrow::Cow;

/// How another model's scores are weighed with a tagger's own.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// What the tagger's own scores count beside the other's.
    pub share: f32,
    /// The other's weight of each transition, as a square by rows.
    pub transitions: Vec<f32>,
    /// How likely a span is right that both together believe in, as in a file of weights.
    pub calibration: Vec<u8>,
}

/// The scores of another model.
#[derive(Debug, Clone)]
pub struct Opinion<'o> {
    /// How they are weighed.
    pub weighing: &'o Weighing,
    /// The first token that has scores.
    pub start: usize,
    /// A row of scores a token.
    pub scores: Cow<'o, [f32]>,
}

impl Opinion<'_> {
    /// Whether the tagger's own scores count at all.
    pub(super) fn is_alone(&self) -> bool {
        self.weighing.share == 0.0
    }

    /// Weighs the tagger's own `scores` of the token `at` with the other's.
    pub(super) fn weigh(&self, at: usize, scores: &mut [f32]) {
        let start = (at - self.start) * scores.len();
        for (score, other) in scores.iter_mut().zip(&self.scores[start..]) {
            *score = *score * self.weighing.share + other;
        }
    }

    /// The transitions of both.
    pub(super) fn chain(&self, model: &Model) -> Chain {
        let pairs = model.transitions().into_iter().zip(&self.weighing.transitions);
        let weights: Vec<f32> = pairs.map(|(own, other)| own * self.weighing.share + other).collect();
        Chain::new(model.labels(), &weights)
    }

    /// How likely a span of this kind is right which the chain believes in with `probability`.
    pub(super) fn confidence(&self, kind: usize, probability: f32) -> f32 {
        calibrated(&self.weighing.calibration, kind, probability)
    }
}
