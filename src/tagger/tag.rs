//! From a reader's features to spans, in two looks: where a word occurs again in the text, its other
//! occurrences have a say in what it is.

use super::votes::Votes;
use super::{Chain, Label, Model, ModelError, OUTSIDE, Opinion, Posterior, inside, spans};
use std::ops::Range;

/// Describes a text to a model: which tokens it has to label, and what is known of each.
pub trait Reader {
    /// The stretches of tokens that may hold spans, in order; between them everything is outside.
    fn stretches(&self) -> Vec<Range<usize>>;
    /// Replaces the content of `features` by the features of the token `at`.
    fn features(&self, at: usize, features: &mut Vec<u32>);
    /// What stands for the word at `at`, where it should be the same thing each time.
    fn word(&self, at: usize) -> Option<u32>;
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

/// How many tokens are looked at together, which is more than an article has that needs labels; longer
/// texts take several turns, so that memory stays small.
const TURN: usize = 1 << 15;

/// A model, ready to label.
#[derive(Debug, Clone)]
pub struct Tagger<'m> {
    model: Model<'m>,
    chain: Chain,
}

/// Room that is used again.
#[derive(Default)]
struct Room {
    features: Vec<u32>,
    /// The scores of all tokens of a turn, stretch by stretch, and the probabilities of their labels.
    scores: Vec<f32>,
    nodes: Vec<f32>,
    path: Vec<Label>,
    back: Vec<Label>,
    posterior: Posterior,
}

impl<'m> Tagger<'m> {
    /// Reads a model file.
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
        self.mark_with(reader, None)
    }

    /// The spans of the text that `reader` describes, in order, with another model's `opinion` on every token of
    /// its stretches.
    pub fn mark_with(&self, reader: &impl Reader, opinion: Option<&Opinion>) -> Vec<Found> {
        let chain = opinion.map(|opinion| opinion.chain(&self.model));
        let judge = Judge { model: &self.model, chain: chain.as_ref().unwrap_or(&self.chain), opinion };
        let mut found = Vec::new();
        let mut room = Room::default();
        let stretches = reader.stretches();
        let mut rest = &stretches[..];
        while !rest.is_empty() {
            let mut tokens = 0;
            let fits = |stretch: &&Range<usize>| {
                tokens += stretch.len();
                tokens <= TURN
            };
            let (turn, behind) = rest.split_at(rest.iter().take_while(fits).count().max(1));
            judge.mark_turn(reader, turn, &mut room, &mut found);
            rest = behind;
        }
        found
    }
}

/// What decides on labels.
struct Judge<'j, 'm> {
    model: &'j Model<'m>,
    chain: &'j Chain,
    opinion: Option<&'j Opinion<'j>>,
}

impl Judge<'_, '_> {
    fn score(&self, reader: &impl Reader, at: usize, features: &mut Vec<u32>, scores: &mut [f32]) {
        if self.opinion.is_none_or(|opinion| !opinion.is_alone()) {
            reader.features(at, features);
            self.model.score(features, scores);
        }
        if let Some(opinion) = self.opinion {
            opinion.weigh(at, scores);
        }
    }

    fn confidence(&self, kind: usize, probability: f32) -> f32 {
        match self.opinion {
            Some(opinion) => opinion.confidence(kind, probability),
            None => self.model.confidence(kind, probability),
        }
    }

    fn mark_turn(
        &self,
        reader: &impl Reader,
        turn: &[Range<usize>],
        room: &mut Room,
        found: &mut Vec<Found>,
    ) {
        let width = self.model.labels();
        let tokens = || turn.iter().flat_map(Clone::clone);
        let Room { features, scores, nodes, path, back, posterior } = room;
        scores.clear();
        scores.resize(tokens().count() * width, 0.0);
        for (at, scores) in tokens().zip(scores.chunks_exact_mut(width)) {
            self.score(reader, at, features, scores);
        }
        let mut votes = Votes::new(tokens().filter_map(|at| reader.word(at)), width);
        nodes.clear();
        nodes.resize(scores.len(), 0.0);
        let mut rest = 0..0;
        for stretch in turn {
            rest = rest.end..rest.end + stretch.len() * width;
            let words = || stretch.clone().map(|at| reader.word(at));
            if !words().flatten().any(|word| votes.is_shared(word)) {
                continue;
            }
            self.chain.posterior(&scores[rest.clone()], None, posterior);
            nodes[rest.clone()].copy_from_slice(&posterior.nodes);
            for (word, nodes) in words().zip(posterior.nodes.chunks_exact(width)) {
                if let Some(word) = word {
                    votes.cast(word, nodes);
                }
            }
        }
        rest = 0..0;
        for stretch in turn {
            rest = rest.end..rest.end + stretch.len() * width;
            let (scores, nodes) = (&mut scores[rest.clone()], &nodes[rest.clone()]);
            let rows = scores.chunks_exact_mut(width).zip(nodes.chunks_exact(width));
            for (at, (scores, nodes)) in stretch.clone().zip(rows) {
                if let Some(word) = reader.word(at) {
                    votes.add_to(word, nodes, scores);
                }
            }
            self.chain.best(scores, path, back);
            if path.iter().any(|&label| label != OUTSIDE) {
                self.chain.posterior(scores, None, posterior);
                self.collect(stretch.start, path, &posterior.nodes, found);
            }
        }
    }

    /// Adds the spans of one stretch's best path.
    fn collect(&self, offset: usize, path: &[Label], nodes: &[f32], found: &mut Vec<Found>) {
        let width = self.model.labels();
        let node = |at: usize, label: Label| nodes[at * width + usize::from(label)];
        for (tokens, kind) in spans(path, 0) {
            let weakest = tokens.clone().map(|at| node(at, path[at])).fold(1.0, f32::min);
            let goes_on = if tokens.end < path.len() { node(tokens.end, inside(kind)) } else { 0.0 };
            let probability = weakest.min(1.0 - goes_on);
            let confidence = self.confidence(kind, probability);
            found.push(Found {
                tokens: offset + tokens.start..offset + tokens.end,
                kind,
                probability,
                confidence,
            });
        }
    }
}
