//! The file of weights, read in place.
//!
//! All numbers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `SLTG` |
//! | 2 | version of the format |
//! | 1 | kinds of span |
//! | 1 | bits of a slot |
//! | 4 | rows |
//! | 4 | what a weight of 1 stands for, as `f32` |
//! | L × L | transition weights, from row to column |
//! | kinds × [`BINS`] | confidence, in 255ths, by kind and by bin of the model's own probability |
//! | 2^slot bits / 8 | which slots have a row |
//! | rows × L | weights |
//!
//! A feature's slot is the upper bits of its hash.

use super::scheme::{MAX_LABELS, labels};
use super::weights::Weights;
use std::fmt;

const MAGIC: &[u8; 4] = b"SLTG";
const VERSION: u16 = 1;
const HEADER: usize = 16;
/// Bins of probability in the calibration table of a kind.
pub const BINS: usize = 20;

/// Weights, in place.
#[derive(Debug, Clone)]
pub struct Model<'m> {
    kinds: usize,
    scale: f32,
    transitions: &'m [u8],
    calibration: &'m [u8],
    weights: Weights<'m>,
}

/// Why some bytes are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelError {
    /// They do not begin as a model does.
    Foreign,
    /// They are of a version that this program does not read.
    Version(u16),
    /// They are fewer or more than their header says.
    Length {
        /// What the header says.
        expected: usize,
        /// What there is.
        found: usize,
    },
    /// The header says what no model can have.
    Header,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Foreign => {
                write!(f, "these bytes are no Sourcelight model: train one with `cargo xtask train`")
            }
            Self::Version(found) => write!(
                f,
                "the model has format {found}, this program reads {VERSION}: train it again with `cargo xtask train`"
            ),
            Self::Length { expected, found } => {
                write!(f, "the model has {found} bytes where its header says {expected}: the file is damaged")
            }
            Self::Header => write!(f, "the model's header makes no sense: the file is damaged"),
        }
    }
}

impl std::error::Error for ModelError {}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl<'m> Model<'m> {
    /// Reads a model.
    ///
    /// # Errors
    /// Where the bytes are no model, or not a whole one.
    pub fn read(bytes: &'m [u8]) -> Result<Self, ModelError> {
        if bytes.get(..4) != Some(MAGIC) {
            return Err(ModelError::Foreign);
        }
        let short = ModelError::Length { expected: HEADER, found: bytes.len() };
        let &[_, _, _, _, low, high, kinds, bits, ..] = bytes else { return Err(short) };
        let version = u16::from_le_bytes([low, high]);
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let rows = u32_at(bytes, 8).ok_or(short)? as usize;
        let scale = f32::from_bits(u32_at(bytes, 12).ok_or(short)?);
        let (kinds, slot_bits) = (usize::from(kinds), u32::from(bits));
        let width = labels(kinds);
        let sane = kinds > 0 && width <= MAX_LABELS && (6..=24).contains(&slot_bits);
        // Sums of bytes times more than one could run over into infinity.
        if !sane || !(0.0..=1.0).contains(&scale) || rows > 1 << slot_bits {
            return Err(ModelError::Header);
        }
        let slots = 1 << slot_bits;
        let lengths = [width * width, kinds * BINS, slots / 8, rows * width];
        let expected = HEADER + lengths.iter().sum::<usize>();
        if bytes.len() != expected {
            return Err(ModelError::Length { expected, found: bytes.len() });
        }
        let mut rest = &bytes[HEADER..];
        let [transitions, calibration, present, weights] = lengths.map(|length| {
            let (part, behind) = rest.split_at(length);
            rest = behind;
            part
        });
        let weights = Weights::new(slot_bits, present, weights, width).ok_or(ModelError::Header)?;
        Ok(Self { kinds, scale, transitions, calibration, weights })
    }

    /// How many kinds of span it knows.
    #[must_use]
    pub const fn kinds(&self) -> usize {
        self.kinds
    }

    /// How many labels it scores.
    #[must_use]
    pub const fn labels(&self) -> usize {
        labels(self.kinds)
    }

    /// The weight of each transition, as a square by rows.
    #[must_use]
    pub fn transitions(&self) -> Vec<f32> {
        self.transitions.iter().map(|&weight| f32::from(weight.cast_signed()) * self.scale).collect()
    }

    /// How likely a span of this kind is right which the chain believes in with `probability`.
    #[must_use]
    pub fn confidence(&self, kind: usize, probability: f32) -> f32 {
        calibrated(self.calibration, kind, probability)
    }

    /// Adds up the weights of `features` for each label.
    pub fn score(&self, features: &[u32], scores: &mut [f32]) {
        let mut sums = [0; MAX_LABELS];
        self.weights.add_up(features, &mut sums);
        for (score, &sum) in scores.iter_mut().zip(&sums[..self.labels()]) {
            *score = small(sum) * self.scale;
        }
    }
}

/// What a table of confidence says of a probability.
pub(super) fn calibrated(table: &[u8], kind: usize, probability: f32) -> f32 {
    table.get(kind * BINS + bin(probability)).map_or(0.0, |&value| f32::from(value) / 255.0)
}

/// A sum of some hundred bytes as a float, which is exact.
fn small(sum: i32) -> f32 {
    f32::from(sum.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16)
}

/// The bin of a probability.
#[must_use]
#[expect(clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a small number, made positive")]
pub fn bin(probability: f32) -> usize {
    ((probability.max(0.0) * BINS as f32) as usize).min(BINS - 1)
}

/// The rows of a model to be written: the slot and the weights of each, by rising slot.
pub type Rows = Vec<(u32, Vec<i8>)>;

/// Puts a model file together; what [`Model::read`] reads.
///
/// # Panics
/// Where the parts do not fit each other, which is a mistake of the caller.
#[must_use]
pub fn write_model(
    kinds: usize,
    slot_bits: u32,
    scale: f32,
    transitions: &[i8],
    calibration: &[u8],
    rows: &Rows,
) -> Vec<u8> {
    let width = labels(kinds);
    assert_eq!((transitions.len(), calibration.len()), (width * width, kinds * BINS), "sizes by kinds");
    assert!(rows.is_sorted_by(|a, b| a.0 < b.0), "rows in order of their slots");
    let slots = 1_usize << slot_bits;
    let mut present = vec![0_u8; slots / 8];
    for (slot, weights) in rows {
        assert_eq!(weights.len(), width, "a weight for each label");
        let slot = *slot as usize;
        present[slot / 8] |= 1 << (slot % 8);
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend([kinds as u8, slot_bits as u8]);
    bytes.extend((rows.len() as u32).to_le_bytes());
    bytes.extend(scale.to_le_bytes());
    bytes.extend(transitions.iter().map(|weight| weight.cast_unsigned()));
    bytes.extend(calibration);
    bytes.extend(present);
    bytes.extend(rows.iter().flat_map(|(_, weights)| weights.iter().map(|weight| weight.cast_unsigned())));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Vec<u8> {
        let rows: Rows = vec![(3, vec![1, -2, 3]), (700, vec![4, 5, -6])];
        write_model(1, 10, 0.5, &[0; 9], &[128; BINS], &rows)
    }

    #[test]
    fn weights_are_found_by_the_upper_bits_of_a_feature() {
        let bytes = small();
        let model = Model::read(&bytes).unwrap();
        let mut scores = [9.0; 3];
        model.score(&[3 << 22, (700 << 22) + 5, 4 << 22], &mut scores);
        assert_eq!(scores.map(f32::to_bits), [2.5_f32, 1.5, -1.5].map(f32::to_bits));
        model.score(&[], &mut scores);
        assert_eq!(scores.map(f32::to_bits), [0; 3]);
    }

    #[test]
    fn every_cut_is_noticed() {
        let bytes = small();
        for length in 0..bytes.len() {
            assert!(Model::read(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(
            Model::read(&longer).unwrap_err(),
            ModelError::Length { expected: bytes.len(), found: longer.len() }
        );
    }

    #[test]
    fn foreign_bytes_are_told_apart() {
        assert_eq!(Model::read(b"PNG and so on, long enough").unwrap_err(), ModelError::Foreign);
        let mut later = small();
        later[4] = 9;
        assert_eq!(Model::read(&later).unwrap_err(), ModelError::Version(9));
        let mut broken = small();
        broken[6] = 200;
        assert_eq!(Model::read(&broken).unwrap_err(), ModelError::Header);
        for scale in [f32::NAN, f32::INFINITY, 1e38, -0.1] {
            let mut wild = small();
            wild[12..16].copy_from_slice(&scale.to_le_bytes());
            assert_eq!(Model::read(&wild).unwrap_err(), ModelError::Header, "{scale}");
        }
    }
}
