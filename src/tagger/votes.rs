//! What the occurrences of a word say about one another.

use super::scheme::{MAX_LABELS, OUTSIDE, begin, inside};

/// How much the other occurrences count, all being sure.
const SAY: f32 = 2.0;

/// For each word, the sum of its probabilities by kind: open addressing.
pub(super) struct Votes {
    /// The word and how often it occurs.
    slots: Vec<(u32, u32)>,
    sums: Vec<[f32; MAX_LABELS / 2]>,
    kinds: usize,
}

impl Votes {
    /// Room for the votes of these words.
    pub(super) fn new(words: impl Iterator<Item = u32>, labels: usize) -> Self {
        let words: Vec<u32> = words.collect();
        let size = (words.len() * 2).next_power_of_two().max(2);
        let mut votes =
            Self { slots: vec![(0, 0); size], sums: vec![[0.0; MAX_LABELS / 2]; size], kinds: labels / 2 };
        for word in words {
            let slot = votes.find(word);
            votes.slots[slot].0 = word;
            votes.slots[slot].1 += 1;
        }
        votes
    }

    /// Whether a word occurs more than once: others have no say.
    pub(super) fn is_shared(&self, word: u32) -> bool {
        self.slots[self.find(word)].1 > 1
    }

    /// Notes what one occurrence of `word` seems to be, by the probabilities of its labels.
    pub(super) fn cast(&mut self, word: u32, nodes: &[f32]) {
        let slot = self.find(word);
        for (kind, sum) in self.sums[slot][..self.kinds].iter_mut().enumerate() {
            *sum += of_kind(nodes, kind);
        }
    }

    /// Adds to the scores of one occurrence what the others say, if there are any.
    pub(super) fn add_to(&self, word: u32, own: &[f32], scores: &mut [f32]) {
        let slot = self.find(word);
        let others = self.slots[slot].1.saturating_sub(1);
        if others == 0 {
            return;
        }
        let weight = SAY / f32::from(u16::try_from(others).unwrap_or(u16::MAX));
        let mut named = 0.0;
        for kind in 0..self.kinds {
            let say = (self.sums[slot][kind] - of_kind(own, kind)).max(0.0) * weight;
            scores[usize::from(begin(kind))] += say;
            scores[usize::from(inside(kind))] += say;
            named += say;
        }
        scores[usize::from(OUTSIDE)] += (SAY - named).max(0.0);
    }

    fn find(&self, word: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (word.wrapping_mul(0x9e37_79b1) >> 8) as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

fn of_kind(nodes: &[f32], kind: usize) -> f32 {
    nodes[usize::from(begin(kind))] + nodes[usize::from(inside(kind))]
}
