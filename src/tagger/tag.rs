//! From a reader's features to spans.

use super::{Chain, Label, Model, ModelError, Posterior, inside, spans};
use std::ops::Range;

/// Describes a text to a model: which tokens it has to label, and what is known of each.
pub trait Reader {
    /// The stretches of tokens that may hold spans, in order; between them everything is outside.
    fn stretches(&self) -> Vec<Range<usize>>;
    /// Replaces the content of `features` by the features of the token `at`.
    fn features(&self, at: usize, features: &mut Vec<u32>);
}

/// A span that a tagger has found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The number of its kind.
    pub kind: usize,
    /// What the model gives for it, from 0 to 1.
    pub probability: f32,
    /// How likely it is right, from 0 to 1.
    pub confidence: f32,
}

/// A model, ready to label.
#[derive(Debug, Clone)]
pub struct Tagger<'m> {
    model: Model<'m>,
    chain: Chain,
}

/// Room that is used again for each stretch.
#[derive(Default)]
struct Room {
    features: Vec<u32>,
    scores: Vec<f32>,
    path: Vec<Label>,
    posterior: Posterior,
}

impl<'m> Tagger<'m> {
    /// Reads a model file in place.
    ///
    /// # Errors
    /// Where the bytes are no model, or not a whole one.
    pub fn read(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::read(bytes)?;
        let chain = Chain::new(model.labels(), &model.transitions());
        Ok(Self { model, chain })
    }

    /// The spans of the text that `reader` describes, in order.
    pub fn mark(&self, reader: &impl Reader) -> Vec<Found> {
        let mut found = Vec::new();
        let mut room = Room::default();
        for stretch in reader.stretches() {
            self.mark_stretch(reader, stretch, &mut room, &mut found);
        }
        found
    }

    fn mark_stretch(
        &self,
        reader: &impl Reader,
        stretch: Range<usize>,
        room: &mut Room,
        found: &mut Vec<Found>,
    ) {
        let width = self.model.labels();
        room.scores.clear();
        room.scores.resize(stretch.len() * width, 0.0);
        for (at, scores) in stretch.clone().zip(room.scores.chunks_exact_mut(width)) {
            reader.features(at, &mut room.features);
            self.model.score(&room.features, scores);
        }
        self.chain.best(&room.scores, &mut room.path);
        if room.path.iter().all(|&label| label == 0) {
            return;
        }
        self.chain.posterior(&room.scores, None, &mut room.posterior);
        for (tokens, kind) in spans(&room.path, 0) {
            let node = |at: usize, label: Label| room.posterior.nodes[at * width + usize::from(label)];
            let weakest = tokens.clone().map(|at| node(at, room.path[at])).fold(1.0, f32::min);
            let goes_on = if tokens.end < stretch.len() { node(tokens.end, inside(kind)) } else { 0.0 };
            let probability = weakest.min(1.0 - goes_on);
            let tokens = stretch.start + tokens.start..stretch.start + tokens.end;
            let confidence = self.model.confidence(kind, probability);
            found.push(Found { tokens, kind, probability, confidence });
        }
    }
}
