//! How likely a span is right that the model gives so much for: counted on articles that it did not learn.

use sourcelight::training::{BINS, bin};

/// Spans by kind and by bin of the model's probability.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    /// For each kind and bin: how many were right, of how many.
    bins: Vec<[(f32, f32); BINS]>,
}

impl Counts {
    pub(crate) fn new(kinds: usize) -> Self {
        Self { bins: vec![[(0.0, 0.0); BINS]; kinds] }
    }

    pub(crate) fn add(&mut self, kind: usize, probability: f32, right: bool) {
        let (hits, all) = &mut self.bins[kind][bin(probability)];
        *hits += f32::from(u8::from(right));
        *all += 1.0;
    }

    /// The table that the model file holds, in 255ths. Each bin is drawn to its middle by a few imagined
    /// spans, and no bin is less sure than a lower one.
    pub(crate) fn table(&self) -> Vec<u8> {
        let byte = |share: f32| (share * 255.0).round().clamp(1.0, 254.0) as u8;
        self.bins.iter().flat_map(|bins| rising(bins).map(byte)).collect()
    }
}

/// The shares of right ones, pooled where they would fall (pool adjacent violators).
fn rising(bins: &[(f32, f32); BINS]) -> [f32; BINS] {
    const IMAGINED: f32 = 4.0;
    let mut pools: Vec<(f32, f32, usize)> = Vec::new();
    for (bin, &(right, all)) in bins.iter().enumerate() {
        let middle = (bin as f32 + 0.5) / BINS as f32;
        let mut pool = (right + middle * IMAGINED, all + IMAGINED, 1);
        while let Some(last) = pools.pop_if(|last| last.0 / last.1 >= pool.0 / pool.1) {
            pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
        }
        pools.push(pool);
    }
    let mut shares = [0.0; BINS];
    let flat = pools.iter().flat_map(|&(right, all, bins)| std::iter::repeat_n(right / all, bins));
    shares.iter_mut().zip(flat).for_each(|(share, flat)| *share = flat);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surer_bin_is_never_less_often_right() {
        let mut counts = Counts::new(1);
        for n in 0..40 {
            counts.add(0, 0.62, true);
            counts.add(0, 0.67, n % 2 == 0);
            counts.add(0, 0.99, n > 0);
        }
        let table = counts.table();
        assert!(table.is_sorted());
        assert_eq!(table[12], table[13]);
        assert!(table[BINS - 1] > 230);
    }
}
