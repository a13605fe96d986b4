//! Attributions that people have marked, for training the models of kinds.

use super::chain::nesting;
use super::introduced::Introduced;
use super::judge::{Judge, Question};
use super::link::Link;
use super::reading::Reading;
use super::{speaker, stance};
use crate::analysis::Entity;
use crate::entity::{Known, find_entities};
use crate::tagger::Reader;
use crate::text::Change;
use std::ops::Range;

/// Attributions that somebody else has marked, described to the models of kinds.
#[derive(Debug)]
pub struct Marked {
    entities: Vec<Entity>,
    links: Vec<Link>,
}

impl Marked {
    /// No attributions yet, in the document of `reading`.
    #[must_use]
    pub fn new(reading: &Reading) -> Self {
        let document = reading.document;
        let everything = Change::everything(document);
        let entities = find_entities(document, &mut Known::default(), &everything, None).0;
        Self { entities, links: Vec::new() }
    }

    /// Adds an attribution.
    pub fn add(
        &mut self,
        reading: &Reading,
        source: Option<Range<usize>>,
        cue: Range<usize>,
        content: Vec<Range<usize>>,
    ) {
        let stance = stance::of(reading, cue.clone(), &content);
        self.links.push(Link { source, cue, content, stance, confidence: 1.0 });
    }

    /// What the model for `question` sees of them.
    #[must_use]
    pub fn asked<'r>(&'r self, reading: &'r Reading<'r>, question: Question) -> impl Reader + 'r {
        let within = nesting(&self.links);
        let speakers = speaker::resolve(reading, &self.links, &within, &self.entities);
        let cases = self.links.iter().zip(speakers);
        Judge::new(reading, cases, &self.entities, Introduced::new(reading)).asking(question)
    }
}
