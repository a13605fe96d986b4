//! Training data in the form that the trainer reads: stretches of tokens, each token with its features.

use crate::gold::Allowed;
use sourcelight::training::{Label, MAX_LABELS, OUTSIDE, Reader, can_follow};
use std::ops::Range;

/// One stretch: its tokens in [`Sequences`], how much it counts, and the fold that it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Sequence {
    pub(crate) tokens: Range<usize>,
    pub(crate) weight: f32,
    pub(crate) fold: usize,
}

/// All stretches.
#[derive(Debug, Default)]
pub(crate) struct Sequences {
    pub(crate) list: Vec<Sequence>,
    pub(crate) allowed: Vec<Allowed>,
    /// How many stretches were left out because a mark reaches beyond them.
    pub(crate) impossible: usize,
    /// The features of all tokens, one token behind the other.
    features: Vec<u32>,
    /// Where the features of each token begin, and the end.
    starts: Vec<usize>,
}

impl Sequences {
    /// Adds the stretches of a document.
    pub(crate) fn add(&mut self, reader: &impl Reader, allowed: &[Allowed], weight: f32, fold: usize) {
        let mut features = Vec::new();
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        for stretch in reader.stretches() {
            if !is_possible(&allowed[stretch.clone()]) {
                self.impossible += 1;
                continue;
            }
            let start = self.allowed.len();
            for at in stretch {
                reader.features(at, &mut features);
                self.features.extend_from_slice(&features);
                self.starts.push(self.features.len());
                self.allowed.push(allowed[at]);
            }
            self.list.push(Sequence { tokens: start..self.allowed.len(), weight, fold });
        }
    }

    /// The features of a token.
    pub(crate) fn features(&self, token: usize) -> &[u32] {
        &self.features[self.starts[token]..self.starts[token + 1]]
    }

    /// All features, in order.
    pub(crate) fn all_features(&self) -> &[u32] {
        &self.features
    }

    /// The same stretches with other features: what `rename` gives for each, if anything.
    pub(crate) fn renamed(&self, rename: impl Fn(u32) -> Option<u32>) -> Self {
        let mut features = Vec::new();
        let mut starts = vec![0];
        for token in 0..self.allowed.len() {
            features.extend(self.features(token).iter().filter_map(|&feature| rename(feature)));
            starts.push(features.len());
        }
        self.with_features(features, starts)
    }

    /// The same stretches with these features, those of each token from its start on.
    fn with_features(&self, features: Vec<u32>, starts: Vec<usize>) -> Self {
        Self {
            list: self.list.clone(),
            allowed: self.allowed.clone(),
            impossible: self.impossible,
            features,
            starts,
        }
    }

    /// The same stretches, where a stretch is `own` with a second row for each of its features, whose numbers
    /// are below `rows`.
    pub(crate) fn with_own_rows(&self, rows: usize, own: impl Fn(&Sequence) -> bool) -> Self {
        let (mut features, mut starts) = (Vec::with_capacity(self.features.len()), vec![0]);
        for sequence in &self.list {
            let own = own(sequence);
            for token in sequence.tokens.clone() {
                features.extend_from_slice(self.features(token));
                if own {
                    features.extend(self.features(token).iter().map(|feature| feature + rows as u32));
                }
                starts.push(features.len());
            }
        }
        self.with_features(features, starts)
    }
}

/// Whether some legal sequence of labels fits.
fn is_possible(allowed: &[Allowed]) -> bool {
    let mut before: Allowed = 1 << OUTSIDE;
    for &allowed in allowed {
        let reached = |label: &Label| {
            (0..MAX_LABELS as Label).any(|from| before >> from & 1 == 1 && can_follow(from, *label))
        };
        before = (0..MAX_LABELS as Label)
            .filter(|label| allowed >> label & 1 == 1)
            .filter(reached)
            .fold(0, |bits, label| bits | 1 << label);
    }
    before != 0
}
