//! One layer of the transformer: each row looks at the others, then at itself.

use super::attention::Attention;
use super::file::{FileError, Parts};
use super::math::{add, gelu, normalize};
use super::matrix::Matrix;
use super::rows::{Inputs, PAIR, WIDEST};

/// What a layer needs room for; used again for each.
#[derive(Debug, Default)]
pub(super) struct Room {
    rounded: Inputs,
    mixed: Vec<f32>,
    seen: Vec<f32>,
    inner: Vec<f32>,
    outer: Vec<f32>,
    attention: Attention,
}

/// The mean and variance that rows are brought to.
#[derive(Debug, Clone)]
pub(super) struct Norm {
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    pub(super) fn read(parts: &mut Parts, width: usize) -> Result<Self, FileError> {
        Ok(Self { gain: parts.floats(width)?, shift: parts.floats(width)? })
    }

    pub(super) fn apply(&self, rows: &mut [f32]) {
        rows.chunks_exact_mut(self.gain.len()).for_each(|row| normalize(row, &self.gain, &self.shift));
    }
}

/// The weights of a layer.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    heads: usize,
    /// What each row asks, answers to and says: the three of all heads side by side.
    mix: Matrix,
    out: Matrix,
    norm: Norm,
    inner: Matrix,
    outer: Matrix,
    last: Norm,
}

impl Layer {
    pub(super) fn read(
        parts: &mut Parts,
        width: usize,
        heads: usize,
        inner: usize,
    ) -> Result<Self, FileError> {
        if width / heads > WIDEST || !(width / heads).is_multiple_of(PAIR) {
            return Err(FileError::Header);
        }
        Ok(Self {
            heads,
            mix: Matrix::read(parts, 3 * width, width)?,
            out: Matrix::read(parts, width, width)?,
            norm: Norm::read(parts, width)?,
            inner: Matrix::read(parts, inner, width)?,
            outer: Matrix::read(parts, width, inner)?,
            last: Norm::read(parts, width)?,
        })
    }

    /// Changes the rows of some chunks, whose `lengths` these are: only rows of one chunk look at each other.
    pub(super) fn apply(&self, rows: &mut [f32], lengths: &[usize], room: &mut Room) {
        let width = self.out.outputs();
        room.rounded.fill(rows, width);
        self.mix.apply(&room.rounded, &mut room.mixed);
        room.seen.clear();
        room.seen.resize(rows.len(), 0.0);
        let (mut mixed, mut seen) = (&room.mixed[..], &mut room.seen[..]);
        for length in lengths {
            let (of_chunk, rest) = mixed.split_at(3 * width * length);
            let (seen_of_chunk, rest_seen) = seen.split_at_mut(width * length);
            room.attention.look(of_chunk, self.heads, width, seen_of_chunk);
            (mixed, seen) = (rest, rest_seen);
        }
        room.rounded.fill(&room.seen, width);
        self.out.apply(&room.rounded, &mut room.outer);
        add(rows, &room.outer);
        self.norm.apply(rows);
        room.rounded.fill(rows, width);
        self.inner.apply(&room.rounded, &mut room.inner);
        room.inner.iter_mut().for_each(|value| *value = gelu(*value));
        room.rounded.fill(&room.inner, self.inner.outputs());
        self.outer.apply(&room.rounded, &mut room.outer);
        add(rows, &room.outer);
        self.last.apply(rows);
    }
}
