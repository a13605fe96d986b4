//! Words as pieces of a vocabulary: the longest piece that fits first, as `WordPiece` has it.

use super::file::{FileError, Parts};

/// Numbers of pieces that are no words.
const UNKNOWN: u16 = 1;
pub(super) const OPENS: u16 = 2;
pub(super) const CLOSES: u16 = 3;
/// The longest piece in bytes that is looked for.
const LONGEST: usize = 40;

/// The pieces, which begin words, or go on with `##`.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    /// In alphabetical order, with their numbers.
    pieces: Vec<(Box<str>, u16)>,
}

impl Vocabulary {
    /// Reads so many pieces.
    pub(super) fn read(parts: &mut Parts, count: usize) -> Result<Self, FileError> {
        let length = parts.number()?;
        let lines = std::str::from_utf8(parts.bytes(length)?).map_err(|_| FileError::Damaged)?;
        if lines.split('\n').count() != count {
            return Err(FileError::Damaged);
        }
        let mut pieces: Vec<(Box<str>, u16)> = lines.split('\n').map(Box::from).zip(0..=u16::MAX).collect();
        pieces.sort_unstable();
        Ok(Self { pieces })
    }

    fn number(&self, piece: &str) -> Option<u16> {
        let at = self.pieces.binary_search_by(|(known, _)| (**known).cmp(piece)).ok()?;
        Some(self.pieces[at].1)
    }

    /// Adds the numbers of the pieces of one part of a word.
    pub(super) fn cut(&self, part: &str, numbers: &mut Vec<u16>) {
        let first = numbers.len();
        let mut start = 0;
        let mut piece = String::new();
        while start < part.len() {
            let ends = (start + 1..=part.len().min(start + LONGEST)).rev();
            let found = ends.filter(|&end| part.is_char_boundary(end)).find_map(|end| {
                piece.clear();
                piece.push_str(if start > 0 { "##" } else { "" });
                piece.push_str(&part[start..end]);
                Some((self.number(&piece)?, end))
            });
            let Some((number, end)) = found else {
                numbers.truncate(first);
                numbers.push(UNKNOWN);
                return;
            };
            numbers.push(number);
            start = end;
        }
    }
}
