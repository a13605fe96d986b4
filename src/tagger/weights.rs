//! The rows of weights: looked up by slot, added up by the word.
//!
//! Eight weights stand in one word of a row, each raised so that none is negative. Adding a row takes two
//! additions for each word, of its even and of its odd bytes, to sums of 16 bits that can't run over into
//! each other. Most features have no row. Slots are parted into pages; of each page it is known which of its
//! slots have a row, a byte each, and eight of them are compared at once. All of that is small enough to stay
//! in the processor's caches.

use super::scheme::MAX_LABELS;

/// Slots of a page are told apart by so many bits: a page of the largest model has four rows, so that the
/// first word of its bytes nearly always tells.
const PAGE_BITS: u32 = 7;
const PAGE: usize = 1 << PAGE_BITS;
/// The bytes of a word, and the bits.
const WORD: usize = 8;
const BITS: usize = 64;
/// What a weight is raised by: its upper bit is turned over.
const RAISED: u8 = 128;
/// Raises the eight weights of a word.
const RAISE: u64 = u64::from_le_bytes([RAISED; WORD]);
/// So many features are added up at once at most; sums of 16 bits hold twice as many, whatever their weights.
const FULL: usize = 128;
/// Every other byte of a word.
const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
/// One in each byte of a word.
const ONES: u64 = u64::from_le_bytes([1; WORD]);

/// All rows of a model, read in place.
#[derive(Debug, Clone)]
pub(super) struct Weights<'m> {
    slot_bits: u32,
    /// For each page the number of its first row, and in the lowest byte how many it has.
    pages: Vec<u32>,
    /// For each row the place of its slot in its page; then a word of bytes that are none.
    places: Vec<u8>,
    /// The weights of one row.
    width: usize,
    rows: &'m [u8],
}

impl<'m> Weights<'m> {
    /// The rows of the slots that `present` has a bit for, `width` weights each; nothing where there are
    /// more or fewer of them.
    pub(super) fn new(slot_bits: u32, present: &[u8], rows: &'m [u8], width: usize) -> Option<Self> {
        let (mut pages, mut places) = (Vec::with_capacity(present.len() * 8 / PAGE + 1), Vec::new());
        for page in present.chunks(PAGE / 8) {
            let start = places.len();
            for (at, word) in page.chunks_exact(WORD).enumerate() {
                let mut bits = word_of(word);
                while bits != 0 {
                    places.push((at * BITS) as u8 + bits.trailing_zeros() as u8);
                    bits &= bits - 1;
                }
            }
            pages.push((start << 8 | (places.len() - start)) as u32);
        }
        let fits = places.len() * width == rows.len();
        places.extend([u8::MAX; WORD]);
        fits.then_some(Self { slot_bits, pages, places, width, rows })
    }

    /// Adds up the weights of `features` for each label.
    pub(super) fn add_up(&self, features: &[u32], sums: &mut [i32; MAX_LABELS]) {
        for features in features.chunks(FULL) {
            match self.width.div_ceil(WORD) {
                1 => self.add::<1>(features, sums),
                2 => self.add::<2>(features, sums),
                3 => self.add::<3>(features, sums),
                _ => self.add::<4>(features, sums),
            }
        }
    }

    /// The row of `slot`, where the second says that it has one.
    fn row(&self, slot: usize) -> (u32, bool) {
        let page = self.pages[slot >> PAGE_BITS];
        let (mut start, mut count) = (page >> 8, page & 255);
        loop {
            let places = word_of(&self.places[start as usize..start as usize + WORD]);
            let place = first_equal(places, (slot % PAGE) as u64);
            if place < WORD as u32 || count <= WORD as u32 {
                return (start + place, place < count);
            }
            start += WORD as u32;
            count -= WORD as u32;
        }
    }

    fn add<const WORDS: usize>(&self, features: &[u32], sums: &mut [i32; MAX_LABELS]) {
        let mut rows = [0; FULL];
        let mut count = 0;
        for (feature, _) in features.iter().zip(0..FULL) {
            // No branch: whether a feature has a row can't be foreseen.
            let (row, exists) = self.row((feature >> (32 - self.slot_bits)) as usize);
            rows[count % FULL] = row;
            count += usize::from(exists);
        }
        let (mut even, mut odd) = ([0; WORDS], [0; WORDS]);
        let mut last = [0; MAX_LABELS];
        for &row in &rows[..count] {
            let start = row as usize * self.width;
            // What stands behind a row is the next one, and is added where nobody looks.
            let row = self.rows.get(start..start + WORDS * WORD).unwrap_or_else(|| {
                last[..self.width].copy_from_slice(&self.rows[start..start + self.width]);
                &last[..WORDS * WORD]
            });
            for ((even, odd), word) in even.iter_mut().zip(&mut odd).zip(row.chunks_exact(WORD)) {
                let word = word_of(word) ^ RAISE;
                *even += word & EVEN;
                *odd += word >> 8 & EVEN;
            }
        }
        let raised = i32::from(count as u16) * i32::from(RAISED);
        for (label, sum) in sums.iter_mut().enumerate().take(self.width) {
            let lanes = if label % 2 == 0 { even[label / WORD] } else { odd[label / WORD] };
            *sum += i32::from((lanes >> (label % WORD / 2 * 16)) as u16) - raised;
        }
    }
}

/// Which byte of `word`, from the lowest on, is the first to equal `byte`; 8 where none does.
const fn first_equal(word: u64, byte: u64) -> u32 {
    let differences = word ^ (byte * ONES);
    // The lowest byte without a difference borrows from its upper bit, which no byte before it does.
    let zeros = differences.wrapping_sub(ONES) & !differences & RAISE;
    zeros.trailing_zeros() / 8
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
            // The first page has few rows, the second more than a word of them.
            let slots: Vec<usize> = [0, 1, 63, 64].into_iter().chain((128..256).step_by(3)).collect();
            let weights: Vec<u8> = slots.iter().flat_map(|&slot| row(slot)).collect();
            let mut present = [0_u8; 32];
            for &slot in &slots {
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
