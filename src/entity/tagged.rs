//! Names: what the trained tagger finds.

use super::Mention;
use super::page::Page;
use super::{features, stretch};
use crate::analysis::EntityKind;
use crate::sharp::{Impression, Part};
use crate::tagger::{Found, Labelled, Reader, Tagger};
use crate::text::{Change, Document};
use std::ops::Range;
use std::sync::LazyLock;

/// The kinds of name that the model knows, by their numbers in it.
pub const NAME_KINDS: [EntityKind; 8] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Product,
    EntityKind::Law,
    EntityKind::Work,
];

static WEIGHTS: &[u8] = include_bytes!("../tagger/entities.bin");

/// Describes a document to the tagger of names.
#[derive(Debug)]
pub struct NameReader<'d> {
    document: &'d Document<'d>,
    page: Page,
    /// The sentences that are to be labelled.
    sentences: Range<usize>,
}

impl<'d> NameReader<'d> {
    /// Reads a document.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut page = Page::default();
        page.edit(document, &Change::everything(document));
        Self { document, page, sentences: 0..document.sentences.len() }
    }
}

impl Reader for NameReader<'_> {
    fn stretches(&self) -> Vec<Range<usize>> {
        let stretches =
            |sentence: &Range<usize>| stretch::stretches(self.document, &self.page, sentence.clone());
        self.document.sentences[self.sentences.clone()].iter().flat_map(stretches).collect()
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        features::features(self.document, &self.page, at, features);
    }

    fn word(&self, at: usize) -> Option<u32> {
        let surface = self.page.get(at).surface;
        surface.has_capital().then_some(surface.word)
    }
}

/// The names of a document that is edited.
#[derive(Debug, Default)]
pub(super) struct Names {
    page: Page,
    labelled: Labelled,
}

impl Names {
    /// Reads what `change` has put into `document`: the names of all of it, in order, and its dates and amounts.
    pub(super) fn edit(
        &mut self,
        document: &Document,
        change: &Change,
        impression: Option<&Impression>,
    ) -> (Vec<Mention>, Vec<Mention>) {
        static TAGGER: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(WEIGHTS).ok());
        // A token next to a paragraph is seen from it.
        let change = change.widened(document, 1);
        let mut page = std::mem::take(&mut self.page);
        let stale = page.edit(document, &change);
        let reader = NameReader { document, page, sentences: change.sentences.added() };
        if let Some(tagger) = TAGGER.as_ref() {
            let is_stale = |stretch: &Range<usize>| {
                let first = stale.partition_point(|sentence| sentence.end <= stretch.start);
                stale.get(first).is_some_and(|sentence| sentence.start < stretch.end)
            };
            let opinion = impression.map(|impression| impression.of(Part::Names));
            self.labelled.edit(&tagger.judge(opinion.as_ref()), &reader, change.tokens, is_stale);
        }
        self.page = reader.page;
        let mention = |found: &Found| {
            let kind = *NAME_KINDS.get(found.kind)?;
            Some(Mention { tokens: found.tokens.clone(), kind, confidence: found.confidence })
        };
        (self.labelled.found().iter().filter_map(mention).collect(), self.page.exact.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_are_whole_and_of_these_kinds() {
        let model = crate::tagger::Model::read(WEIGHTS).unwrap();
        assert_eq!(model.kinds(), NAME_KINDS.len());
    }
}
