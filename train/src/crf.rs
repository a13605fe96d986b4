//! A conditional random field over partly labelled sequences, trained by adaptive dual averaging.
//!
//! The gradient of a sequence is what the allowed labels expect less what all labels expect; where every
//! token has one allowed label, that is the common likelihood. A weight takes one step a stretch, however
//! many tokens of the stretch have its feature: the tokens of a long span agree with each other, and a step
//! for each of them would go much too far. Dual averaging with an L1 penalty leaves
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

/// Weights that learn, in rows: a row gathers its gradient over a stretch and then takes one step.
struct Learner {
    width: usize,
    weights: Vec<f32>,
    /// What else is known of each row, side by side: its gradient in this stretch, the sum of all gradients,
    /// the sum of their squares.
    states: Vec<f32>,
    /// The rows that have gathered something, and whether a row is among them.
    waiting: Vec<usize>,
    waits: Vec<bool>,
}

impl Learner {
    fn new(rows: usize, width: usize) -> Self {
        Self {
            width,
            weights: vec![0.0; rows * width],
            states: vec![0.0; rows * width * 3],
            waiting: Vec::new(),
            waits: vec![false; rows],
        }
    }

    fn gather(&mut self, row: usize, gradient: &[f32]) {
        if !std::mem::replace(&mut self.waits[row], true) {
            self.waiting.push(row);
        }
        let start = row * self.width * 3;
        let gathered = &mut self.states[start..start + self.width];
        gathered.iter_mut().zip(gradient).for_each(|(sum, gradient)| *sum += gradient);
    }

    fn step(&mut self, rate: f32, threshold: f32) {
        for row in self.waiting.drain(..) {
            self.waits[row] = false;
            let weights = &mut self.weights[row * self.width..(row + 1) * self.width];
            let state = &mut self.states[row * self.width * 3..(row + 1) * self.width * 3];
            let (gathered, sums) = state.split_at_mut(self.width);
            let (sums, squares) = sums.split_at_mut(self.width);
            for (((slot, gathered), sum), square) in weights.iter_mut().zip(gathered).zip(sums).zip(squares) {
                let gradient = std::mem::take(gathered);
                *sum += gradient;
                *square += gradient * gradient;
                *slot = weight(*sum, *square, rate, threshold);
            }
        }
    }

    /// Brings all weights to the last threshold.
    fn settle(mut self, rate: f32, threshold: f32) -> Vec<f32> {
        let width = self.width;
        for (weights, state) in self.weights.chunks_exact_mut(width).zip(self.states.chunks_exact(width * 3))
        {
            for (at, slot) in weights.iter_mut().enumerate() {
                *slot = weight(state[width + at], state[2 * width + at], rate, threshold);
            }
        }
        self.weights
    }
}

/// The weight that dual averaging gives for a sum of gradients and of their squares.
fn weight(sum: f32, square: f32, rate: f32, threshold: f32) -> f32 {
    let size = (sum.abs() - threshold).max(0.0);
    rate * size.copysign(sum) / (1.0 + square.sqrt())
}

/// A trained model: rows of weights by feature number, and the transitions.
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
        rows: Learner::new(rows, labels),
        transitions: Learner::new(1, labels * labels),
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
                self.rows.gather(feature as usize, &gradient[..width]);
            }
        }
        let mut edges = vec![0.0; width * width];
        chain.expect_transitions(&self.bound, sequence.weight, &mut edges);
        chain.expect_transitions(&self.free, -sequence.weight, &mut edges);
        self.transitions.gather(0, &edges);
        self.rows.step(self.settings.rate, threshold);
        self.transitions.step(self.settings.rate, 0.0);
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

    fn finish(self) -> Trained {
        let Settings { rate, penalty, .. } = self.settings;
        let weights = self.rows.settle(rate, penalty * self.seen);
        Trained { labels: self.labels, weights, transitions: self.transitions.weights }
    }
}
