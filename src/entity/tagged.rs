//! Names: what the trained tagger finds.

use super::Mention;
use super::facts::Page;
use super::{features, stretch};
use crate::analysis::EntityKind;
use crate::sharp::{Impression, Part};
use crate::tagger::{Reader, Tagger};
use crate::text::Document;
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
}

impl<'d> NameReader<'d> {
    /// Reads `document`.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut page = Page::new(document);
        page.note(&super::find_exact(document, &page));
        Self { document, page }
    }
}

impl Reader for NameReader<'_> {
    fn stretches(&self) -> Vec<Range<usize>> {
        let stretches =
            |sentence: &Range<usize>| stretch::stretches(self.document, &self.page, sentence.clone());
        self.document.sentences.iter().flat_map(stretches).collect()
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        features::features(self.document, &self.page, at, features);
    }

    fn word(&self, at: usize) -> Option<u32> {
        let surface = self.page.get(at).surface;
        surface.has_capital().then_some(surface.word)
    }
}

/// The names of `document`, which is read as `page`, in order.
pub(super) fn find_names(document: &Document, page: Page, impression: Option<&Impression>) -> Vec<Mention> {
    static TAGGER: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(WEIGHTS).ok());
    let Some(tagger) = TAGGER.as_ref() else { return Vec::new() };
    let opinion = impression.map(|impression| impression.of(Part::Names));
    let found = tagger.mark_with(&NameReader { document, page }, opinion.as_ref());
    let mention = |found: crate::tagger::Found| {
        let kind = *NAME_KINDS.get(found.kind)?;
        Some(Mention { tokens: found.tokens, kind, confidence: found.confidence })
    };
    found.into_iter().filter_map(mention).collect()
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
