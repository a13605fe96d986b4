//! A conditional random field over partly labelled sequences, trained by adaptive dual averaging.
//!
//! The gradient of a sequence is what the allowed labels expect less what all labels expect; where every
//! token has one allowed label, that is the common likelihood. Dual averaging with an L1 penalty leaves
//! weights at zero that do not pay for themselves, which is what makes the model small.

use crate::random::Random;
use crate::sequences::{Sequence, Sequences};
use sourcelight::training::{Chain, MAX_LABELS, Posterior};

/// How to train.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    /// The size of a step.
    pub(crate) rate: f32,
    /// What each unit of a weight costs in each sequence.
    pub(crate) penalty: f32,
}

/// Weights that learn.
struct Learner {
    weights: Vec<f32>,
    sums: Vec<f32>,
    squares: Vec<f32>,
}

impl Learner {
    fn new(size: usize) -> Self {
        Self { weights: vec![0.0; size], sums: vec![0.0; size], squares: vec![0.0; size] }
    }

    fn learn(&mut self, start: usize, gradient: &[f32], rate: f32, threshold: f32) {
        let range = start..start + gradient.len();
        let (weights, sums) = (&mut self.weights[range.clone()], &mut self.sums[range.clone()]);
        for (((weight, sum), square), gradient) in
            weights.iter_mut().zip(sums).zip(&mut self.squares[range]).zip(gradient)
        {
            *sum += gradient;
            *square += gradient * gradient;
            *weight = step(*sum, *square, rate, threshold);
        }
    }

    fn settle(&mut self, rate: f32, threshold: f32) {
        for ((weight, sum), square) in self.weights.iter_mut().zip(&self.sums).zip(&self.squares) {
            *weight = step(*sum, *square, rate, threshold);
        }
    }
}

/// The weight that dual averaging gives for a sum of gradients and of their squares.
fn step(sum: f32, square: f32, rate: f32, threshold: f32) -> f32 {
    let size = (sum.abs() - threshold).max(0.0);
    rate * size.copysign(sum) / (1.0 + square.sqrt())
}

/// A trained model: rows of weights by feature number, and the transitions.
#[derive(Clone)]
pub(crate) struct Trained {
    pub(crate) labels: usize,
    pub(crate) weights: Vec<f32>,
    pub(crate) transitions: Vec<f32>,
}

/// Trains on `data`, whose features are numbers below `rows`; sequences of the folds `without` are left out.
pub(crate) fn train(
    data: &Sequences,
    labels: usize,
    rows: usize,
    settings: Settings,
    without: impl Fn(usize) -> bool,
) -> Trained {
    let mut trainer = Trainer {
        data,
        labels,
        rows: Learner::new(rows * labels),
        transitions: Learner::new(labels * labels),
        settings,
        seen: 0.0,
        scores: Vec::new(),
        free: Posterior::default(),
        bound: Posterior::default(),
    };
    let mut order: Vec<&Sequence> = data.list.iter().filter(|sequence| !without(sequence.fold)).collect();
    let mut random = Random::new(1);
    for epoch in 1..=settings.epochs {
        random.shuffle(&mut order);
        let loss: f64 = order.iter().map(|sequence| f64::from(trainer.learn(sequence))).sum();
        println!("    pass {epoch} of {}: loss {:.4} a stretch", settings.epochs, loss / order.len() as f64);
    }
    trainer.finish()
}

struct Trainer<'d> {
    data: &'d Sequences,
    labels: usize,
    rows: Learner,
    transitions: Learner,
    settings: Settings,
    seen: f32,
    scores: Vec<f32>,
    free: Posterior,
    bound: Posterior,
}

impl Trainer<'_> {
    /// One step on one sequence; returns its loss.
    fn learn(&mut self, sequence: &Sequence) -> f32 {
        let width = self.labels;
        self.score(sequence);
        let chain = Chain::new(width, &self.transitions.weights);
        let allowed = &self.data.allowed[sequence.tokens.clone()];
        chain.posterior(&self.scores, None, &mut self.free);
        chain.posterior(&self.scores, Some(allowed), &mut self.bound);
        let loss = (self.free.log_total - self.bound.log_total) * sequence.weight;
        self.seen += sequence.weight;
        let threshold = self.settings.penalty * self.seen;
        for (place, token) in sequence.tokens.clone().enumerate() {
            let mut gradient = [0.0_f32; MAX_LABELS];
            let nodes = place * width..(place + 1) * width;
            let (bound, free) = (&self.bound.nodes[nodes.clone()], &self.free.nodes[nodes]);
            for ((gradient, bound), free) in gradient.iter_mut().zip(bound).zip(free) {
                *gradient = (bound - free) * sequence.weight;
            }
            if gradient.iter().all(|gradient| gradient.abs() < 0.002) {
                continue;
            }
            for &feature in self.data.features(token) {
                self.rows.learn(feature as usize * width, &gradient[..width], self.settings.rate, threshold);
            }
        }
        let mut edges = vec![0.0; width * width];
        chain.expect_transitions(&self.bound, sequence.weight, &mut edges);
        chain.expect_transitions(&self.free, -sequence.weight, &mut edges);
        self.transitions.learn(0, &edges, self.settings.rate, 0.0);
        loss
    }

    fn score(&mut self, sequence: &Sequence) {
        let width = self.labels;
        self.scores.clear();
        self.scores.resize(sequence.tokens.len() * width, 0.0);
        for (token, scores) in sequence.tokens.clone().zip(self.scores.chunks_exact_mut(width)) {
            for &feature in self.data.features(token) {
                let start = feature as usize * width;
                for (score, weight) in scores.iter_mut().zip(&self.rows.weights[start..start + width]) {
                    *score += weight;
                }
            }
        }
    }

    fn finish(mut self) -> Trained {
        self.rows.settle(self.settings.rate, self.settings.penalty * self.seen);
        Trained { labels: self.labels, weights: self.rows.weights, transitions: self.transitions.weights }
    }
}
