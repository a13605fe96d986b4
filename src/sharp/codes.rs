//! Numbers of one byte in a Huffman code: frequent ones take few bits.
//!
//! Codes are canonical, so their lengths say all: those of one length follow one another by number, after all shorter ones.

/// The longest code in bits.
const LONGEST: u8 = 12;

/// The length in bits of the code of each byte; none where a byte does not occur.
pub(super) type Lengths = [u8; 256];

/// The first `count` numbers that `bytes` hold, or nothing where that is no such code, or where they can't hold so many.
pub(super) fn decoded(lengths: &Lengths, bytes: &[u8], count: usize) -> Option<Vec<i8>> {
    let codes = table(lengths)?;
    // Each takes a bit at least: so a small file can't ask for a large memory.
    if count > bytes.len().saturating_mul(8) {
        return None;
    }
    let mut bytes = bytes.iter();
    let (mut window, mut filled) = (0_u32, 0_u8);
    let mut next = || {
        // Behind the end come zeros: the last code is shorter than what is looked at.
        while filled < LONGEST {
            window = window << 8 | u32::from(*bytes.next().unwrap_or(&0));
            filled += 8;
        }
        let (number, length) = codes[window as usize >> (filled - LONGEST) & (codes.len() - 1)];
        filled -= length;
        number
    };
    Some((0..count).map(|_| next()).collect())
}

/// By the next bits: the number whose code they begin with, and how long that is.
fn table(lengths: &Lengths) -> Option<Vec<(i8, u8)>> {
    let mut codes = Vec::with_capacity(1 << LONGEST);
    for length in 1..=LONGEST {
        for (number, _) in (0..=u8::MAX).zip(lengths).filter(|(_, known)| **known == length) {
            codes.extend(std::iter::repeat_n((number.cast_signed(), length), 1 << (LONGEST - length)));
        }
    }
    (codes.len() == 1 << LONGEST).then_some(codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(known: &[(u8, u8)]) -> Lengths {
        let mut lengths = [0; 256];
        for &(number, length) in known {
            lengths[usize::from(number)] = length;
        }
        lengths
    }

    #[test]
    fn numbers_are_taken_from_the_highest_bits_on() {
        // 0 is “0”, 1 “10”, 2 “110”, −1 “111”.
        let known = lengths(&[(0, 1), (1, 2), (2, 3), (255, 3)]);
        assert_eq!(decoded(&known, &[0b1110_1011, 0b0000_0000], 6), Some(vec![-1, 0, 1, 2, 0, 0]));
    }

    #[test]
    fn the_longest_codes_are_read_across_bytes() {
        let mut known: Vec<(u8, u8)> = (1..=12).map(|length| (length, length)).collect();
        known.push((13, 12));
        // 12 is eleven ones and a zero, 13 twelve ones.
        let bytes = [0b1111_1111, 0b1111_0111, 0b1111_1111, 0b1000_0000];
        assert_eq!(decoded(&lengths(&known), &bytes, 4), Some(vec![13, 1, 13, 1]));
    }

    #[test]
    fn more_numbers_than_there_are_bits_are_refused() {
        assert_eq!(decoded(&lengths(&[(0, 1), (1, 1)]), &[0], 9), None);
    }

    #[test]
    fn lengths_that_leave_bits_without_a_number_are_refused() {
        for known in [&[][..], &[(0, 1)], &[(0, 1), (1, 1), (2, 1)], &[(0, 13)]] {
            assert_eq!(decoded(&lengths(known), &[0; 4], 1), None, "{known:?}");
        }
    }
}
