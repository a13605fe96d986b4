//! A set of words that answers fast.

/// Some words, by their hashes, and perhaps a few others: a bit for each.
#[derive(Debug)]
pub(crate) struct WordSet(Vec<u64>);

const BITS: u32 = 16;

impl WordSet {
    pub(crate) fn new(words: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self(Vec::new());
        for word in words {
            set.0.resize(1 << (BITS - 6), 0);
            let bit = bit(word);
            set.0[bit / 64] |= 1 << (bit % 64);
        }
        set
    }

    pub(crate) fn may_hold(&self, word: u32) -> bool {
        let bit = bit(word);
        self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

const fn bit(word: u32) -> usize {
    (word.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}
