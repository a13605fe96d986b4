//! From tokens to vectors, chunk by chunk: a paragraph, or as many of its sentences as fit.

use super::file::{FileError, Parts};
use super::layer::{Layer, Norm, Room};
use super::matrix::Table;
use super::pieces::{CLOSES, OPENS, Vocabulary};
use super::spelling::{MANNERS, Spelled};
use crate::text::Document;
use std::ops::Range;

/// No size of a model is larger; numbers of pieces have 16 bits.
const LARGEST: usize = 1 << 16;

/// The transformer without its heads.
#[derive(Debug, Clone)]
pub(super) struct Encoder {
    width: usize,
    longest: usize,
    vocabulary: Vocabulary,
    pieces: Table,
    places: Table,
    manners: Table,
    norm: Norm,
    layers: Vec<Layer>,
}

impl Encoder {
    pub(super) fn read(parts: &mut Parts) -> Result<Self, FileError> {
        let [layers, pieces, width, heads, inner, longest] = parts.numbers()?;
        let large = [layers, pieces, width, inner, longest].into_iter().any(|size| size > LARGEST);
        if large || heads == 0 || !width.is_multiple_of(heads) || longest < 3 {
            return Err(FileError::Header);
        }
        Ok(Self {
            width,
            longest,
            vocabulary: Vocabulary::read(parts, pieces)?,
            pieces: Table::read(parts, pieces, width)?,
            places: Table::read(parts, longest, width)?,
            manners: Table::read(parts, MANNERS, width)?,
            norm: Norm::read(parts, width)?,
            layers: (0..layers).map(|_| Layer::read(parts, width, heads, inner)).collect::<Result<_, _>>()?,
        })
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// A vector for each token, one behind the other.
    pub(super) fn vectors(&self, document: &Document, words: &[Spelled]) -> Vec<f32> {
        let cut: Vec<Vec<u16>> = words.iter().map(|word| self.cut(word)).collect();
        let mut vectors = Vec::with_capacity(words.len() * self.width);
        let mut room = Room::default();
        for tokens in self.chunks(document, &cut) {
            self.encode(&words[tokens.clone()], &cut[tokens], &mut room, &mut vectors);
        }
        vectors
    }

    fn cut(&self, word: &Spelled) -> Vec<u16> {
        let mut numbers = Vec::new();
        word.parts.iter().for_each(|part| self.vocabulary.cut(part, &mut numbers));
        numbers.truncate(self.longest - 2);
        numbers
    }

    /// The tokens of each chunk, in order.
    fn chunks(&self, document: &Document, cut: &[Vec<u16>]) -> Vec<Range<usize>> {
        let room = self.longest - 2;
        let mut chunks = Vec::new();
        for paragraph in &document.paragraphs {
            let sentences = &document.sentences[paragraph.clone()];
            let mut start = sentences.first().map_or(0, |sentence| sentence.start);
            let mut size = 0;
            for sentence in sentences {
                let length: usize = cut[sentence.clone()].iter().map(Vec::len).sum();
                if size + length > room {
                    chunks.push(start..sentence.start);
                    (start, size) = (sentence.start, 0);
                }
                // A sentence that is too long is cut where it must be.
                for at in sentence.clone() {
                    if size + cut[at].len() > room {
                        chunks.push(start..at);
                        (start, size) = (at, 0);
                    }
                    size += cut[at].len();
                }
            }
            chunks.push(start..sentences.last().map_or(start, |sentence| sentence.end));
        }
        chunks.retain(|chunk| !chunk.is_empty());
        chunks
    }

    /// Adds the vectors of one chunk's tokens: each is that of its first piece.
    fn encode(&self, words: &[Spelled], cut: &[Vec<u16>], room: &mut Room, vectors: &mut Vec<f32>) {
        let body =
            words.iter().zip(cut).flat_map(|(word, cut)| cut.iter().map(|&piece| (piece, word.manner)));
        let pieces: Vec<(u16, u8)> = [(OPENS, 0)].into_iter().chain(body).chain([(CLOSES, 0)]).collect();
        let mut rows = vec![0.0; pieces.len() * self.width];
        for ((place, (piece, manner)), row) in
            pieces.into_iter().enumerate().zip(rows.chunks_exact_mut(self.width))
        {
            self.pieces.add(usize::from(piece), row);
            self.places.add(place, row);
            self.manners.add(usize::from(manner), row);
        }
        self.norm.apply(&mut rows);
        for layer in &self.layers {
            layer.apply(&mut rows, room);
        }
        let mut first = 1;
        for cut in cut {
            vectors.extend_from_slice(&rows[first * self.width..(first + 1) * self.width]);
            first += cut.len();
        }
    }
}
