//! From tokens to vectors, chunk by chunk: a paragraph, or as many of its sentences as fit.

use super::file::{FileError, Parts};
use super::layer::{Layer, Norm, Room};
use super::matrix::Table;
use super::memory::{Memory, Pieces};
use super::pieces::{CLOSES, OPENS, Vocabulary};
use super::spelling::{MANNERS, Spelled};
use crate::text::Document;
use std::ops::Range;

/// No size of a model is larger; numbers of pieces have 16 bits.
const LARGEST: usize = 1 << 16;
/// From so many pieces on, chunks are not read together: their numbers would leave the cache.
const BATCH: usize = 192;

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
        if large || width == 0 || inner == 0 || heads == 0 || !width.is_multiple_of(heads) || longest < 3 {
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

    /// Puts a vector for each token into the memory, one behind the other; those of chunks that are there already
    /// are not reckoned again.
    pub(super) fn vectors(&self, document: &Document, words: &[Spelled], memory: &mut Memory) {
        let cut: Vec<Vec<u16>> = words.iter().map(|word| self.cut(word)).collect();
        let chunks: Vec<Chunk> =
            self.chunks(document, &cut).into_iter().map(|tokens| Chunk::new(tokens, words, &cut)).collect();
        let mut vectors = vec![0.0; words.len() * self.width];
        let mut new = Vec::new();
        for chunk in &chunks {
            match memory.recall(&chunk.pieces) {
                Some(known) => vectors[chunk.vectors(self.width)].copy_from_slice(known),
                None => new.push(chunk),
            }
        }
        let mut room = Room::default();
        let mut rest = &new[..];
        while !rest.is_empty() {
            let mut pieces = 0;
            let batch = rest.iter().take_while(|chunk| {
                let fits = pieces < BATCH;
                pieces += chunk.pieces.numbers.len();
                fits
            });
            let (batch, others) = rest.split_at(batch.count());
            self.encode(batch, &mut room, &mut vectors);
            rest = others;
        }
        let places = chunks.into_iter().map(|chunk| {
            let place = chunk.vectors(self.width);
            (chunk.pieces, place)
        });
        *memory = Memory::new(places.collect(), vectors);
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

    /// Reckons the vectors of the tokens of some chunks: each is that of its first piece.
    fn encode(&self, chunks: &[&Chunk], room: &mut Room, vectors: &mut [f32]) {
        let lengths: Vec<usize> = chunks.iter().map(|chunk| chunk.pieces.numbers.len()).collect();
        let mut rows = vec![0.0; lengths.iter().sum::<usize>() * self.width];
        let places = chunks.iter().flat_map(|chunk| chunk.pieces.numbers.iter().enumerate());
        for ((place, &(piece, manner)), row) in places.zip(rows.chunks_exact_mut(self.width)) {
            self.pieces.add(usize::from(piece), row);
            self.places.add(place, row);
            self.manners.add(usize::from(manner), row);
        }
        self.norm.apply(&mut rows);
        for layer in &self.layers {
            layer.apply(&mut rows, &lengths, room);
        }
        let mut start = 0;
        for chunk in chunks {
            let vectors = vectors[chunk.vectors(self.width)].chunks_exact_mut(self.width);
            for (&first, vector) in chunk.pieces.firsts.iter().zip(vectors) {
                let row = (start + first) * self.width;
                vector.copy_from_slice(&rows[row..row + self.width]);
            }
            start += chunk.pieces.numbers.len();
        }
    }
}

/// Some tokens that are read together.
#[derive(Debug)]
struct Chunk {
    tokens: Range<usize>,
    pieces: Pieces,
}

impl Chunk {
    fn new(tokens: Range<usize>, words: &[Spelled], cut: &[Vec<u16>]) -> Self {
        let mut numbers = vec![(OPENS, 0)];
        let mut firsts = Vec::with_capacity(tokens.len());
        for at in tokens.clone() {
            firsts.push(numbers.len());
            numbers.extend(cut[at].iter().map(|&piece| (piece, words[at].manner)));
        }
        numbers.push((CLOSES, 0));
        Self { tokens, pieces: Pieces { numbers, firsts } }
    }

    /// Where the vectors of its tokens lie.
    const fn vectors(&self, width: usize) -> Range<usize> {
        self.tokens.start * width..self.tokens.end * width
    }
}
