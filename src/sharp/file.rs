//! The file of weights: what it is made of, and what may be wrong with it.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `SLSH` |
//! | 4 | version of the format |
//! | 8 | FNV-1a hash of all that follows |
//! | 6 × 4 | layers, pieces, width, heads, inner width, longest chunk |
//! | … | the pieces of the vocabulary, a line each; their length comes first |
//! | … | tables of pieces, places and manners; the norm; the layers |
//! | 4 | the width of roles |
//! | … | what tokens, cues and places bring to roles |
//! | … | for each tagger its scores, and how they are weighed |
//!
//! Numbers are little-endian, whole ones of 4 bytes, others `f32`. A table or matrix is the step of each row,
//! for a matrix what is added to each output, then how many steps each weight is, in a code of its own
//! ([`codes`]): the lengths of its words, how many bytes there are, and these.

use super::codes;
use std::fmt;

const MAGIC: &[u8; 4] = b"SLSH";
/// The version that this program reads.
const VERSION: u32 = 2;
const HEADER: usize = 16;

/// Why some bytes are no weights for the sharper reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// They do not begin as such a file does.
    Foreign,
    /// They are of a version that this program does not read.
    Version(u32),
    /// They are not what was written: something is missing or changed.
    Damaged,
    /// They describe a model that can't be.
    Header,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Foreign => write!(
                f,
                "these bytes are no weights of the sharper reading: give the file of weights that belongs to this version"
            ),
            Self::Version(found) => write!(
                f,
                "the weights have format {found}, this program reads {VERSION}: get the file that belongs to this version"
            ),
            Self::Damaged => write!(f, "the file of weights is damaged: get it again"),
            Self::Header => {
                write!(f, "the file of weights describes no model that this program can run: get it again")
            }
        }
    }
}

impl std::error::Error for FileError {}

/// What is left of a file, taken part by part.
#[derive(Debug)]
pub(super) struct Parts<'b>(&'b [u8]);

impl<'b> Parts<'b> {
    /// The parts of a whole and unchanged file.
    pub(super) fn of(bytes: &'b [u8]) -> Result<Self, FileError> {
        if bytes.get(..4) != Some(MAGIC) {
            return Err(FileError::Foreign);
        }
        let mut header = Parts(bytes.get(4..HEADER).ok_or(FileError::Damaged)?);
        let version = header.number()?;
        if version as u32 != VERSION {
            return Err(FileError::Version(version as u32));
        }
        let rest = &bytes[HEADER..];
        if header.0 != fnv(rest).to_le_bytes() {
            return Err(FileError::Damaged);
        }
        Ok(Parts(rest))
    }

    pub(super) fn bytes(&mut self, length: usize) -> Result<&'b [u8], FileError> {
        let (part, rest) = self.0.split_at_checked(length).ok_or(FileError::Damaged)?;
        self.0 = rest;
        Ok(part)
    }

    pub(super) fn number(&mut self) -> Result<usize, FileError> {
        let &[a, b, c, d] = self.bytes(4)? else { return Err(FileError::Damaged) };
        Ok(u32::from_le_bytes([a, b, c, d]) as usize)
    }

    pub(super) fn numbers<const COUNT: usize>(&mut self) -> Result<[usize; COUNT], FileError> {
        let mut numbers = [0; COUNT];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Ok(numbers)
    }

    pub(super) fn floats(&mut self, count: usize) -> Result<Vec<f32>, FileError> {
        let (values, _) = self.bytes(count * 4)?.as_chunks::<4>();
        let values: Vec<f32> = values.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
        if values.iter().all(|value| value.is_finite()) { Ok(values) } else { Err(FileError::Damaged) }
    }

    /// Numbers of one byte that were written in a code.
    pub(super) fn coded(&mut self, count: usize) -> Result<Vec<i8>, FileError> {
        let lengths = self.bytes(256)?.first_chunk().ok_or(FileError::Damaged)?;
        let length = self.number()?;
        codes::decoded(lengths, self.bytes(length)?, count).ok_or(FileError::Damaged)
    }

    /// Nothing may be left at the end.
    pub(super) const fn end(self) -> Result<(), FileError> {
        if self.0.is_empty() { Ok(()) } else { Err(FileError::Damaged) }
    }
}

/// The hash of a file's contents.
fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
