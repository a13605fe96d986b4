//! The rows of weights: looked up by slot, added up by the word.
//!
//! Eight weights stand in one word of a row, each raised so that none is negative. Adding a row takes two
//! additions for each word, of its even and of its odd bytes, to sums of 16 bits that can't run over into
//! each other. Most features have no row, and are done with after one look at a table that the processor's
//! cache holds.

use super::scheme::MAX_LABELS;

/// Slots for which one count of rows is kept: as many as a word has bits.
const BLOCK: usize = 64;
/// What a weight is raised by: its upper bit is turned over.
const RAISED: u8 = 128;
/// Raises the eight weights of a word.
const RAISE: u64 = u64::from_le_bytes([RAISED; 8]);
/// So many features are added up at once at most; sums of 16 bits hold twice as many, whatever their weights.
const FULL: usize = 128;
/// Every other byte of a word.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;

/// All rows of a model, read in place.
#[derive(Debug, Clone)]
pub(super) struct Weights<'m> {
    slot_bits: u32,
    /// Which slots have a row, a bit each.
    present: &'m [u8],
    /// How many rows there are before each block of slots.
    before: Vec<u32>,
    /// The weights of one row.
    width: usize,
    rows: &'m [u8],
}

impl<'m> Weights<'m> {
    /// The rows of the slots that `present` has a bit for, `width` weights each; nothing where there are
    /// more or fewer of them.
    pub(super) fn new(slot_bits: u32, present: &'m [u8], rows: &'m [u8], width: usize) -> Option<Self> {
        let mut count = 0;
        let before_next = |block: u64| {
            let before = count;
            count += block.count_ones();
            before
        };
        let before: Vec<u32> = present.chunks_exact(BLOCK / 8).map(word_of).map(before_next).collect();
        let fits = count as usize * width == rows.len();
        fits.then_some(Self { slot_bits, present, before, width, rows })
    }

    /// Adds up the weights of `features` for each label.
    pub(super) fn add_up(&self, features: &[u32], sums: &mut [i32; MAX_LABELS]) {
        for features in features.chunks(FULL) {
            match self.width.div_ceil(8) {
                1 => self.add::<1>(features, sums),
                2 => self.add::<2>(features, sums),
                3 => self.add::<3>(features, sums),
                _ => self.add::<4>(features, sums),
            }
        }
    }

    /// Whether `slot` has a row.
    fn has(&self, slot: usize) -> bool {
        self.present.get(slot / 8).is_some_and(|bits| bits >> (slot % 8) & 1 == 1)
    }

    /// Where the row of `slot`, which has one, begins.
    fn start(&self, slot: usize) -> usize {
        let block = slot / BLOCK * (BLOCK / 8);
        let earlier = word_of(&self.present[block..block + BLOCK / 8]) & ((1 << (slot % BLOCK)) - 1);
        (self.before[slot / BLOCK] + earlier.count_ones()) as usize * self.width
    }

    fn add<const WORDS: usize>(&self, features: &[u32], sums: &mut [i32; MAX_LABELS]) {
        let mut slots = [0; FULL];
        let mut count = 0;
        for (feature, _) in features.iter().zip(0..FULL) {
            // No branch: whether a feature has a row can't be foreseen.
            let slot = feature >> (32 - self.slot_bits);
            slots[count % FULL] = slot;
            count += usize::from(self.has(slot as usize));
        }
        let (mut even, mut odd) = ([0; WORDS], [0; WORDS]);
        for &slot in &slots[..count] {
            let start = self.start(slot as usize);
            let mut last = [0; MAX_LABELS];
            // What stands behind a row is the next one, and is added where nobody looks.
            let row = self.rows.get(start..start + WORDS * 8).unwrap_or_else(|| {
                last[..self.width].copy_from_slice(&self.rows[start..start + self.width]);
                &last[..WORDS * 8]
            });
            for ((even, odd), word) in even.iter_mut().zip(&mut odd).zip(row.chunks_exact(8)) {
                let word = word_of(word) ^ RAISE;
                *even += word & EVEN;
                *odd += word >> 8 & EVEN;
            }
        }
        let raised = count as i32 * i32::from(RAISED);
        for (label, sum) in sums.iter_mut().enumerate().take(self.width) {
            let lanes = if label % 2 == 0 { even[label / 8] } else { odd[label / 8] };
            *sum += i32::from((lanes >> (label % 8 / 2 * 16)) as u16) - raised;
        }
    }
}

fn word_of(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_single_weights() {
        for width in [3, 8, 9, 17, 32] {
            let row = |slot: usize| (0..width).map(move |at| (slot * 37 + at * 11) as u8);
            let slots = [0_usize, 1, 63, 64, 200, 255];
            let weights: Vec<u8> = slots.iter().flat_map(|&slot| row(slot)).collect();
            let mut present = [0_u8; 32];
            for slot in slots {
                present[slot / 8] |= 1 << (slot % 8);
            }
            let table = Weights::new(8, &present, &weights, width).unwrap();
            // Each slot many times over, more than one sum of 16 bits holds, and slots without a row between.
            let features: Vec<u32> = (0..600_u32).map(|n| (n % 256) << 24).collect();
            let mut sums = [0; MAX_LABELS];
            table.add_up(&features, &mut sums);
            for (at, &sum) in sums.iter().enumerate().take(width) {
                let wanted: i32 = features
                    .iter()
                    .map(|feature| (feature >> 24) as usize)
                    .filter(|slot| slots.contains(slot))
                    .map(|slot| i32::from(((slot * 37 + at * 11) as u8).cast_signed()))
                    .sum();
                assert_eq!(sum, wanted, "label {at} of {width}");
            }
        }
    }

    #[test]
    fn a_row_too_few_is_noticed() {
        assert!(Weights::new(6, &[1, 0, 0, 0, 0, 0, 0, 128], &[0; 6], 3).is_some());
        assert!(Weights::new(6, &[1, 0, 0, 0, 0, 0, 0, 128], &[0; 3], 3).is_none());
    }
}
