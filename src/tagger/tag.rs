//! From a reader's features to spans.

use super::labelled::Labelled;
use super::{Chain, Label, Model, ModelError, OUTSIDE, Opinion, Posterior, inside, spans};
use crate::text::{Placed, Splice};
use std::borrow::Cow;
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

/// A model, ready to label.
#[derive(Debug, Clone)]
pub struct Tagger<'m> {
    model: Model<'m>,
    chain: Chain,
}

/// Room that is used again.
#[derive(Default)]
pub(super) struct Room {
    features: Vec<u32>,
    pub(super) scores: Vec<f32>,
    pub(super) path: Vec<Label>,
    pub(super) back: Vec<Label>,
    pub(super) posterior: Posterior,
}

impl Placed for Found {
    fn place(&self) -> &Range<usize> {
        &self.tokens
    }

    fn follow(&mut self, tokens: Splice) {
        self.tokens = tokens.shift_range(&self.tokens);
    }
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
        let end = reader.stretches().last().map_or(0, |last| last.end);
        let mut labelled = Labelled::default();
        labelled.edit(&self.judge(opinion), reader, Splice { start: 0, old_end: 0, new_end: end }, |_| false);
        labelled.into_found()
    }

    /// The scores of the tokens that `reader` describes, where no word has a say in what another one is, with another
    /// model's `opinion` on every token of its stretches.
    pub(crate) fn score<'t>(
        &'t self,
        reader: &impl Reader,
        opinion: Option<&'t Opinion<'t>>,
    ) -> Scored<'t, 'm> {
        let judge = self.judge(opinion);
        let mut room = Room::default();
        let score = |stretch: Range<usize>| {
            let mut scores = Vec::new();
            judge.score(reader, &stretch, &mut room, &mut scores);
            (stretch, scores)
        };
        let stretches = reader.stretches().into_iter().map(score).collect();
        Scored { judge, stretches }
    }

    /// What decides on labels where another model has an `opinion`.
    pub(crate) fn judge<'j>(&'j self, opinion: Option<&'j Opinion<'j>>) -> Judge<'j, 'm> {
        let own = Cow::Borrowed(&self.chain);
        let chain = opinion.map_or(own, |opinion| Cow::Owned(opinion.chain(&self.model)));
        Judge { model: &self.model, chain, opinion }
    }
}

/// The scores of some stretches of tokens, which can be asked for spans more than once.
#[derive(Debug)]
pub(crate) struct Scored<'t, 'm> {
    judge: Judge<'t, 'm>,
    stretches: Vec<(Range<usize>, Vec<f32>)>,
}

impl Scored<'_, '_> {
    /// The likeliest spans, in order.
    pub(crate) fn spans(&self) -> Vec<Found> {
        self.collect(|scores| {
            let mut path = Vec::new();
            self.judge.chain().best(scores, &mut path, &mut Vec::new());
            path
        })
    }

    /// The likeliest spans that have some of each of `kinds` in each stretch, however unlikely: their probabilities
    /// tell.
    pub(crate) fn spans_holding(&self, kinds: &[usize]) -> Vec<Found> {
        self.collect(|scores| self.judge.chain().best_holding(scores, kinds))
    }

    fn collect(&self, best: impl Fn(&[f32]) -> Vec<Label>) -> Vec<Found> {
        let (mut posterior, mut found) = (Posterior::default(), Vec::new());
        for (stretch, scores) in &self.stretches {
            let path = best(scores);
            if path.iter().any(|&label| label != OUTSIDE) {
                self.judge.chain().posterior(scores, None, &mut posterior);
                self.judge.collect(stretch.start, &path, &posterior.nodes, &mut found);
            }
        }
        found
    }
}

/// What decides on labels.
#[derive(Debug)]
pub(crate) struct Judge<'j, 'm> {
    model: &'j Model<'m>,
    chain: Cow<'j, Chain>,
    opinion: Option<&'j Opinion<'j>>,
}

impl Judge<'_, '_> {
    pub(super) fn labels(&self) -> usize {
        self.chain.labels()
    }

    pub(super) fn chain(&self) -> &Chain {
        &self.chain
    }

    /// The cells of some rows, which have one for each label.
    pub(super) fn cells(&self, rows: &Range<usize>) -> Range<usize> {
        rows.start * self.labels()..rows.end * self.labels()
    }

    /// Adds the scores of the tokens of one stretch to `scores`, a row each.
    pub(super) fn score(
        &self,
        reader: &impl Reader,
        stretch: &Range<usize>,
        room: &mut Room,
        scores: &mut Vec<f32>,
    ) {
        let start = scores.len();
        scores.resize(start + stretch.len() * self.labels(), 0.0);
        for (at, scores) in stretch.clone().zip(scores[start..].chunks_exact_mut(self.labels())) {
            if self.opinion.is_none_or(|opinion| !opinion.is_alone()) {
                reader.features(at, &mut room.features);
                self.model.score(&room.features, scores);
            }
            if let Some(opinion) = self.opinion {
                opinion.weigh(at, scores);
            }
        }
    }

    fn confidence(&self, kind: usize, probability: f32) -> f32 {
        match self.opinion {
            Some(opinion) => opinion.confidence(kind, probability),
            None => self.model.confidence(kind, probability),
        }
    }

    /// Adds the spans of one stretch's best path.
    pub(super) fn collect(&self, offset: usize, path: &[Label], nodes: &[f32], found: &mut Vec<Found>) {
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
