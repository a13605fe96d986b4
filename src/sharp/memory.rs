//! What the transformer made of the document that it read last, so that after an edit only what changed is read anew.

use std::collections::BTreeMap;
use std::ops::Range;

/// A chunk as it is read.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pieces {
    /// Their numbers, and how they are written.
    pub numbers: Vec<(u16, u8)>,
    /// The place of each token's first piece: other tokens may be cut into the same pieces.
    pub firsts: Vec<usize>,
}

/// The vectors of a document's tokens. A fresh one is empty.
#[derive(Debug, Default)]
pub struct Memory {
    places: BTreeMap<Pieces, Range<usize>>,
    vectors: Vec<f32>,
}

impl Memory {
    /// `places` tell where among the `vectors` those of each chunk are.
    pub(super) const fn new(places: BTreeMap<Pieces, Range<usize>>, vectors: Vec<f32>) -> Self {
        Self { places, vectors }
    }

    /// The vectors of a chunk, where it is known.
    pub(super) fn recall(&self, chunk: &Pieces) -> Option<&[f32]> {
        Some(&self.vectors[self.places.get(chunk)?.clone()])
    }

    /// The vectors of all tokens, one behind the other.
    pub(super) fn vectors(&self) -> &[f32] {
        &self.vectors
    }
}
