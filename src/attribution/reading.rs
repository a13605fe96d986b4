//! What the stages of attribution look at: the document with its word classes and quotations.

use super::facts::{Facts, facts};
use crate::lexicon::FunctionWord;
use crate::quote::{Quotation, find_quotations};
use crate::text::{Class, Document, classes, headlines};
use std::ops::Range;

/// A document with what is known of its tokens before attribution begins.
#[derive(Debug)]
pub struct Reading<'d> {
    pub(super) document: &'d Document<'d>,
    classes: Vec<Class>,
    quotations: Vec<Quotation>,
    /// For each token, 1 + the index of the outermost quotation that it lies in; 0 where none.
    outermost: Vec<u32>,
    facts: Vec<Facts>,
}

impl<'d> Reading<'d> {
    /// Reads `document`.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        let classes = classes(document);
        let quotations = find_quotations(document);
        let mut outermost = vec![0; document.tokens.len()];
        for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| !quotation.inner) {
            outermost[quotation.tokens.clone()].fill(index as u32 + 1);
        }
        let facts = facts(document, &classes, &quotations, &headlines(document));
        Self { document, classes, quotations, outermost, facts }
    }

    /// The document that is read.
    #[must_use]
    pub const fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// The class of every token.
    pub(crate) fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The quotations, by start, an outer one before those inside it.
    pub(crate) fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.classes.get(at).copied()
    }

    pub(super) fn is_function(&self, at: usize, function: FunctionWord) -> bool {
        self.class(at) == Some(Class::Function(function))
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Mark)
    }

    /// The facts of a token; those of no token where there is none.
    pub(super) fn facts(&self, at: usize) -> &Facts {
        const NOTHING: Facts =
            Facts { lower: 0, prefix: 0, suffix: 0, tag: 0, verb: 0, lists: 0, quoted: 0, sentence: 0 };
        self.facts.get(at).unwrap_or(&NOTHING)
    }

    /// The sentence that holds the token `at`.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        self.document.sentences.get(self.facts(at).sentence as usize).cloned().unwrap_or_default()
    }

    /// The tokens of the paragraph that holds the token `at`.
    pub(super) fn paragraph(&self, at: usize) -> Range<usize> {
        let sentence = self.facts(at).sentence as usize;
        let (paragraphs, sentences) = (&self.document.paragraphs, &self.document.sentences);
        let index = paragraphs.partition_point(|paragraph| paragraph.end <= sentence);
        let Some(paragraph) = paragraphs.get(index) else { return 0..0 };
        sentences[paragraph.start].start..sentences[paragraph.end - 1].end
    }

    /// The outermost quotation that holds the token `at`.
    pub(crate) fn quotation_around(&self, at: usize) -> Option<&Quotation> {
        let index = self.outermost.get(at)?.checked_sub(1)?;
        self.quotations.get(index as usize)
    }

    /// Whether all of `range` lies in whole quotations, marks of its own sentence aside.
    pub(super) fn is_quoted(&self, range: Range<usize>) -> bool {
        range.into_iter().all(|at| {
            self.quotation_around(at).is_some() || matches!(self.document.word(at), "," | "." | "…")
        })
    }

    /// Whether any of `range` lies in a quotation.
    pub(super) fn has_quote(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.quotation_around(at).is_some())
    }
}
