//! Scores of labels, from the vectors of tokens.

use super::encoder::Encoder;
use super::file::{FileError, Parts};
use super::matrix::{Matrix, Table};
use super::memory::Memory;
use super::rows::Inputs;
use super::spelling::spelled;
use crate::attribution::Reading;
use crate::tagger::{BINS, Opinion, Weighing, labels};
use std::ops::Range;

/// The taggers that the transformer has an opinion for, by their place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Names.
    Names,
    /// Cues and sources.
    Cues,
    /// Hedges.
    Hedges,
    /// The source and content of one cue.
    Roles,
}

/// How many kinds of span each of them knows.
const KINDS: [usize; 4] = [8, 2, 3, 2];

/// Distances from a cue are told apart up to these many tokens, on each side.
const DISTANCES: [usize; 13] = [1, 2, 3, 4, 5, 6, 8, 11, 15, 21, 30, 45, 70];
/// The cue itself, and the distances on each side, with one for what is farther.
const PLACES: usize = 1 + 2 * (DISTANCES.len() + 1);

/// The weights of the sharper reading.
#[derive(Debug, Clone)]
pub struct Sharp {
    encoder: Encoder,
    role_token: Matrix,
    role_cue: Matrix,
    role_place: Table,
    heads: [Head; 4],
    /// How much more readily an attribution is taken for one, if at all.
    leniency: Option<f32>,
}

/// The scores of one tagger's labels, and how they are weighed.
#[derive(Debug, Clone)]
struct Head {
    scores: Matrix,
    weighing: Weighing,
}

impl Sharp {
    /// The longest text in tokens that is read: what is kept of it takes 5 kB each.
    pub const MOST: usize = 20_000;

    /// Reads a file of weights.
    ///
    /// # Errors
    /// Where the bytes are no such file, or not a whole one.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let mut parts = Parts::of(bytes)?;
        let encoder = Encoder::read(&mut parts)?;
        let width = encoder.width();
        let inner = parts.number()?;
        if inner == 0 {
            return Err(FileError::Header);
        }
        let role_token = Matrix::read(&mut parts, inner, width)?;
        let role_cue = Matrix::read(&mut parts, 2 * inner, 2 * width)?;
        let role_place = Table::read(&mut parts, PLACES, inner)?;
        let mut head = |kinds: usize, inputs: usize| {
            let labels = labels(kinds);
            let scores = Matrix::read(&mut parts, labels, inputs)?;
            let share = parts.floats(1)?[0];
            let transitions = parts.floats(labels * labels)?;
            let calibration = parts.bytes(kinds * BINS)?.to_vec();
            Ok(Head { scores, weighing: Weighing { share, transitions, calibration } })
        };
        let [names, cues, hedges, roles] = KINDS;
        let heads = [head(names, width)?, head(cues, width)?, head(hedges, width)?, head(roles, inner)?];
        parts.end()?;
        Ok(Self { encoder, role_token, role_cue, role_place, heads, leniency: None })
    }

    /// The same weights for a reading to learn from: it takes an attribution for one more readily, by so much in the
    /// logarithm of the odds, and gives the probability that this makes for its confidence.
    #[doc(hidden)]
    #[must_use]
    pub fn leniently(self, by: f32) -> Self {
        Self { leniency: Some(by), ..self }
    }

    /// Reads a document, as far as it is not in the memory; then the memory is of this one.
    #[must_use]
    pub fn look<'s>(&'s self, reading: &Reading, memory: &'s mut Memory) -> Impression<'s> {
        self.encoder.vectors(reading.document(), &spelled(reading), memory);
        let vectors = memory.vectors();
        let mut rounded = Inputs::default();
        rounded.fill(vectors, self.encoder.width());
        let mut impression =
            Impression { sharp: self, vectors, scores: Default::default(), roles: Vec::new() };
        for (head, scores) in self.heads.iter().zip(&mut impression.scores) {
            head.scores.apply(&rounded, scores);
        }
        self.role_token.apply(&rounded, &mut impression.roles);
        impression
    }
}

/// What the transformer makes of a document.
#[derive(Debug)]
pub struct Impression<'s> {
    sharp: &'s Sharp,
    vectors: &'s [f32],
    /// Scores of names, cues and hedges, a row a token.
    scores: [Vec<f32>; 3],
    /// What a token brings to the scores of roles.
    roles: Vec<f32>,
}

impl Impression<'_> {
    /// How much more readily an attribution is taken for one, if at all.
    pub(crate) const fn leniency(&self) -> Option<f32> {
        self.sharp.leniency
    }

    /// What it says of names, cues or hedges.
    #[must_use]
    pub fn of(&self, part: Part) -> Opinion<'_> {
        self.of_rest(part, 0)
    }

    /// The same of the document that begins with the token `first` of this one.
    pub(crate) fn of_rest(&self, part: Part, first: usize) -> Opinion<'_> {
        let head = &self.sharp.heads[part as usize];
        let skipped = first * head.scores.outputs();
        let scores =
            self.scores.get(part as usize).and_then(|scores| scores.get(skipped..)).unwrap_or_default();
        Opinion { weighing: &head.weighing, start: 0, scores: scores.into() }
    }

    /// What it says of the source and content of a cue, around which lies `window`.
    #[must_use]
    pub fn of_roles(&self, cue: &Range<usize>, window: Range<usize>) -> Opinion<'_> {
        let Sharp { encoder, role_cue, role_place, heads, .. } = self.sharp;
        let width = encoder.width();
        let vector = |at: usize| &self.vectors[at * width..(at + 1) * width];
        let ends = [vector(cue.start), vector(cue.end - 1)].concat();
        let (mut rounded, mut turned, mut scores) = (Inputs::default(), Vec::new(), Vec::new());
        rounded.fill(&ends, 2 * width);
        role_cue.apply(&rounded, &mut turned);
        let inner = role_cue.outputs() / 2;
        let (gain, shift) = turned.split_at(inner);
        let mut rows = self.roles[window.start * inner..window.end * inner].to_vec();
        for (at, row) in window.clone().zip(rows.chunks_exact_mut(inner)) {
            for ((value, gain), shift) in row.iter_mut().zip(gain).zip(shift) {
                *value = *value * (1.0 + gain) + shift;
            }
            role_place.add(place(at, cue), row);
            for value in row {
                *value = if *value > 0.0 { *value } else { 0.0 };
            }
        }
        rounded.fill(&rows, inner);
        let head = &heads[Part::Roles as usize];
        head.scores.apply(&rounded, &mut scores);
        Opinion { weighing: &head.weighing, start: window.start, scores: scores.into() }
    }
}

/// The number of a token's place beside a cue.
fn place(at: usize, cue: &Range<usize>) -> usize {
    let bucket = |distance: usize| DISTANCES.partition_point(|&limit| limit < distance);
    match at {
        at if at < cue.start => 1 + bucket(cue.start - at),
        at if at >= cue.end => 2 + DISTANCES.len() + bucket(at - cue.end + 1),
        _ => 0,
    }
}
