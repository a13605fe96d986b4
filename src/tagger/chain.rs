//! The best sequence of labels, and the probability of each label at each token.

use super::scheme::{Label, MAX_LABELS, OUTSIDE, can_follow};

/// A label whose score is so far behind the best one is out of the race.
const HOPELESS: f32 = 25.0;
/// A probability that changes nothing.
const NEGLIGIBLE: f32 = 1e-7;

/// Transition weights of a linear chain. A chain begins behind `O` and may end anywhere.
///
/// Scores of tokens are given as one row of `labels` numbers for each token.
#[derive(Debug, Clone)]
pub struct Chain {
    labels: usize,
    /// By row: from the one label to the other; forbidden ones are −∞.
    weights: Vec<f32>,
    /// The same as factors, and 0 where forbidden.
    factors: Vec<f32>,
}

/// Probabilities of labels.
#[derive(Debug, Clone, Default)]
pub struct Posterior {
    /// Of each label at each token, a row a token.
    pub nodes: Vec<f32>,
    /// The logarithm of the sum over all sequences.
    pub log_total: f32,
    forward: Vec<f32>,
    backward: Vec<f32>,
    emissions: Vec<f32>,
    scales: Vec<f32>,
}

impl Posterior {
    /// Makes room for so many tokens.
    fn clear(&mut self, tokens: usize, width: usize) {
        for buffer in [&mut self.nodes, &mut self.forward, &mut self.backward, &mut self.emissions] {
            buffer.clear();
            buffer.resize(tokens * width, 0.0);
        }
        self.scales.clear();
        self.scales.resize(tokens, 0.0);
        self.log_total = 0.0;
    }
}

/// Calls a function for the number of labels, for the common ones with a constant, so that its loops are
/// unrolled.
macro_rules! by_labels {
    ($chain:ident.$function:ident($($argument:expr),*)) => {
        match $chain.labels {
            5 => $chain.$function::<5>($($argument),*),
            7 => $chain.$function::<7>($($argument),*),
            17 => $chain.$function::<17>($($argument),*),
            _ => $chain.$function::<ANY>($($argument),*),
        }
    };
}

/// In the place of a constant number of labels.
const ANY: usize = 0;

impl Chain {
    /// A chain with these weights, a square by rows; illegal transitions are forbidden whatever they weigh.
    #[must_use]
    pub fn new(labels: usize, weights: &[f32]) -> Self {
        let legal = |at: usize| can_follow((at / labels) as Label, (at % labels) as Label);
        let bar = |(at, &weight)| if legal(at) { weight } else { f32::NEG_INFINITY };
        let weights: Vec<f32> = weights.iter().enumerate().map(bar).collect();
        let factors = weights.iter().map(|weight| weight.exp()).collect();
        Self { labels, weights, factors }
    }

    /// How many labels there are.
    #[must_use]
    pub const fn labels(&self) -> usize {
        self.labels
    }

    /// The weights of the transitions from a label, by label; −∞ where forbidden.
    pub(super) fn weights_from(&self, label: usize) -> &[f32] {
        &self.weights[label * self.labels..(label + 1) * self.labels]
    }

    const fn width<const LABELS: usize>(&self) -> usize {
        if LABELS == ANY { self.labels } else { LABELS }
    }

    /// The legal sequence with the highest score, for the rows of `scores`; `back` is room to work in.
    pub fn best(&self, scores: &[f32], path: &mut Vec<Label>, back: &mut Vec<Label>) {
        by_labels!(self.best_of(scores, path, back));
    }

    fn best_of<const LABELS: usize>(&self, scores: &[f32], path: &mut Vec<Label>, back: &mut Vec<Label>) {
        let width = self.width::<LABELS>();
        let tokens = scores.len() / width;
        back.clear();
        back.resize(tokens * width, OUTSIDE);
        let mut before = [f32::NEG_INFINITY; MAX_LABELS];
        before[usize::from(OUTSIDE)] = 0.0;
        for (row, back) in scores.chunks_exact(width).zip(back.chunks_exact_mut(width)) {
            let mut now = [f32::NEG_INFINITY; MAX_LABELS];
            let top = before[..width].iter().fold(f32::NEG_INFINITY, |top, &score| top.max(score));
            for (from, weights) in self.weights.chunks_exact(width).enumerate() {
                let start = before[from];
                if start <= top - HOPELESS {
                    continue;
                }
                for ((now, back), weight) in now.iter_mut().zip(back.iter_mut()).zip(weights) {
                    let score = start + weight;
                    if score > *now {
                        (*now, *back) = (score, from as Label);
                    }
                }
            }
            for (before, (now, score)) in before.iter_mut().zip(now.iter().zip(row)) {
                *before = now + score;
            }
        }
        let mut label = (0..width).fold(0, |best, at| if before[at] > before[best] { at } else { best });
        path.clear();
        path.resize(tokens, OUTSIDE);
        for (at, slot) in path.iter_mut().enumerate().rev() {
            *slot = label as Label;
            label = usize::from(back[at * width + label]);
        }
    }

    /// The probability of each label at each token, for the rows of `scores`; `allowed` may bar labels
    /// at a token (bit by label).
    pub fn posterior(&self, scores: &[f32], allowed: Option<&[u32]>, posterior: &mut Posterior) {
        by_labels!(self.posterior_of(scores, allowed, posterior));
    }

    fn posterior_of<const LABELS: usize>(
        &self,
        scores: &[f32],
        allowed: Option<&[u32]>,
        posterior: &mut Posterior,
    ) {
        let width = self.width::<LABELS>();
        let tokens = scores.len() / width;
        posterior.clear(tokens, width);
        self.go_forward::<LABELS>(scores, allowed, posterior);
        self.go_backward::<LABELS>(tokens, posterior);
    }

    fn go_forward<const LABELS: usize>(
        &self,
        scores: &[f32],
        allowed: Option<&[u32]>,
        posterior: &mut Posterior,
    ) {
        let width = self.width::<LABELS>();
        let mut before = [0.0; MAX_LABELS];
        before[usize::from(OUTSIDE)] = 1.0;
        let rows = scores.chunks_exact(width).zip(posterior.forward.chunks_exact_mut(width));
        let rows = rows.zip(posterior.emissions.chunks_exact_mut(width)).zip(&mut posterior.scales);
        for (at, (((scores, forward), emissions), scale)) in rows.enumerate() {
            let may = |label: usize| allowed.is_none_or(|masks| masks[at] & (1 << label) != 0);
            let top = (0..width)
                .filter(|&label| may(label))
                .fold(f32::NEG_INFINITY, |top, label| top.max(scores[label]));
            for (label, emission) in emissions.iter_mut().enumerate() {
                let score = scores[label];
                *emission = if may(label) && score > top - HOPELESS { (score - top).exp() } else { 0.0 };
            }
            let mut now = [0.0; MAX_LABELS];
            for (&weight, factors) in before.iter().zip(self.factors.chunks_exact(width)) {
                if weight < NEGLIGIBLE {
                    continue;
                }
                for (now, factor) in now.iter_mut().zip(factors) {
                    *now += weight * factor;
                }
            }
            let mut sum = 0.0;
            for (now, emission) in now.iter_mut().zip(&*emissions) {
                *now *= emission;
                sum += *now;
            }
            let sum = f32::max(sum, f32::MIN_POSITIVE);
            *scale = 1.0 / sum;
            for now in &mut now[..width] {
                *now *= *scale;
            }
            forward.copy_from_slice(&now[..width]);
            before = now;
            posterior.log_total += top + sum.ln();
        }
    }

    fn go_backward<const LABELS: usize>(&self, tokens: usize, posterior: &mut Posterior) {
        let width = self.width::<LABELS>();
        let mut later = [1.0; MAX_LABELS];
        for at in (0..tokens).rev() {
            let row = at * width..(at + 1) * width;
            let forward = &posterior.forward[row.clone()];
            if at + 1 < tokens {
                let emissions = &posterior.emissions[row.end..row.end + width];
                let scale = posterior.scales[at + 1];
                let mut target = [0.0_f32; MAX_LABELS];
                for (target, (later, emission)) in target.iter_mut().zip(later.iter().zip(emissions)) {
                    *target = later * emission * scale;
                }
                later = [0.0; MAX_LABELS];
                let sources = forward.iter().zip(self.factors.chunks_exact(width));
                for (later, (&weight, factors)) in later.iter_mut().zip(sources) {
                    if weight < NEGLIGIBLE {
                        continue;
                    }
                    *later = factors.iter().zip(&target).map(|(factor, target)| factor * target).sum();
                }
            }
            posterior.backward[row.clone()].copy_from_slice(&later[..width]);
            for (node, (forward, later)) in posterior.nodes[row].iter_mut().zip(forward.iter().zip(&later)) {
                *node = forward * later;
            }
        }
    }

    /// Adds to `sums`, a square by rows, how often each transition is expected, times `weight`.
    pub fn expect_transitions(&self, posterior: &Posterior, weight: f32, sums: &mut [f32]) {
        let width = self.labels;
        let tokens = posterior.scales.len();
        for at in 0..tokens {
            let row = at * width..(at + 1) * width;
            let mut target = [0.0_f32; MAX_LABELS];
            let parts = posterior.backward[row.clone()].iter().zip(&posterior.emissions[row]);
            for (target, (backward, emission)) in target.iter_mut().zip(parts) {
                *target = backward * emission * posterior.scales[at] * weight;
            }
            let mut start = [0.0_f32; MAX_LABELS];
            if at == 0 {
                start[usize::from(OUTSIDE)] = 1.0;
            } else {
                start[..width].copy_from_slice(&posterior.forward[(at - 1) * width..at * width]);
            }
            for (from, (sums, factors)) in
                sums.chunks_exact_mut(width).zip(self.factors.chunks_exact(width)).enumerate()
            {
                for ((sum, factor), target) in sums.iter_mut().zip(factors).zip(&target) {
                    *sum += start[from] * factor * target;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::{begin, inside};

    #[test]
    fn an_illegal_sequence_is_never_the_best() {
        let chain = Chain::new(5, &[0.0; 25]);
        let mut path = Vec::new();
        // Each token alone would be I-0, B-1, I-0.
        let scores = [0., 0., 5., 0., 0., 0., 0., 0., 6., 0., 0., 0., 5., 0., 0.];
        chain.best(&scores, &mut path, &mut Vec::new());
        assert!(path.windows(2).all(|pair| can_follow(pair[0], pair[1])) && can_follow(OUTSIDE, path[0]));
        assert_eq!(path, [OUTSIDE, begin(1), OUTSIDE]);
    }

    #[test]
    fn probabilities_agree_with_a_count_of_all_sequences() {
        let weights: Vec<f32> = (0..25_u8).map(|at| f32::from(at * 7 % 11) / 5.0 - 1.0).collect();
        let scores: Vec<f32> = (0..15_u8).map(|at| f32::from(at * 5 % 13) / 4.0 - 1.5).collect();
        let chain = Chain::new(5, &weights);
        let mut posterior = Posterior::default();
        chain.posterior(&scores, None, &mut posterior);
        let (mut total, mut first) = (0.0_f32, 0.0_f32);
        for code in 0..125_u8 {
            let path = [code / 25, code / 5 % 5, code % 5];
            let mut before = OUTSIDE;
            let mut score = 0.0;
            for (at, &label) in path.iter().enumerate() {
                score += chain.weights[usize::from(before * 5 + label)] + scores[at * 5 + usize::from(label)];
                before = label;
            }
            total += score.exp();
            first += if path[1] == inside(0) { score.exp() } else { 0.0 };
        }
        assert!((posterior.log_total - total.ln()).abs() < 1e-4);
        assert!((posterior.nodes[5 + usize::from(inside(0))] - first / total).abs() < 1e-4);
    }
}
