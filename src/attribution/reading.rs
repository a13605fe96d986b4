//! What the stages of attribution look at: the document with its word classes and quotations.

use crate::analysis::QuoteKind;
use crate::lexicon::{FunctionWord, VerbForm, lexicon};
use crate::quote::Quotation;
use crate::text::{Class, Document, headlines};
use std::ops::Range;

/// A document with what is known of its tokens before attribution begins.
pub(super) struct Reading<'d> {
    pub(super) document: &'d Document<'d>,
    classes: &'d [Class],
    quotations: &'d [Quotation],
    /// For each token, 1 + the index of the outermost quotation that it lies in; 0 where none.
    outermost: Vec<u32>,
    headlines: Vec<bool>,
}

impl<'d> Reading<'d> {
    pub(super) fn new(document: &'d Document<'d>, classes: &'d [Class], quotations: &'d [Quotation]) -> Self {
        let mut outermost = vec![0; document.tokens.len()];
        for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| !quotation.inner) {
            outermost[quotation.tokens.clone()].fill(index as u32 + 1);
        }
        Self { document, classes, quotations, outermost, headlines: headlines(document) }
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.classes.get(at).copied()
    }

    pub(super) fn is_function(&self, at: usize, function: FunctionWord) -> bool {
        self.class(at) == Some(Class::Function(function))
    }

    /// The outermost quotation that holds the token `at`.
    pub(super) fn quotation_around(&self, at: usize) -> Option<&Quotation> {
        let index = self.outermost.get(at)?.checked_sub(1)?;
        self.quotations.get(index as usize)
    }

    /// The outermost quotation that begins with the token `at`.
    pub(super) fn quotation_from(&self, at: usize) -> Option<&Quotation> {
        self.quotation_around(at).filter(|quotation| quotation.tokens.start == at)
    }

    /// Whether the token `at` closes an outermost quotation.
    pub(super) fn ends_quotation(&self, at: usize) -> bool {
        self.quotation_around(at).is_some_and(|quotation| quotation.tokens.end == at + 1)
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

    /// Whether a whole quotation, not a fragment, begins with the token `at`.
    pub(super) fn begins_quotation(&self, at: usize) -> bool {
        self.quotation_from(at).is_some_and(|quotation| quotation.kind == QuoteKind::Quotation)
    }

    /// Whether the token is a verb with a subject of its own, as far as the list of cue verbs tells.
    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        let lexicon = lexicon();
        let word = self.document.word(at);
        let finite = lexicon
            .cue_verbs
            .get(word)
            .is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Third));
        finite
            && lexicon.source_noun(word).is_none()
            && lexicon.cue_nouns.get(word).is_none()
            && self.class(at + 1) != Some(Class::Hyphen)
    }

    /// Whether the sentence of the token `at` is written as a headline.
    pub(super) fn is_headline(&self, at: usize) -> bool {
        let sentence = self.document.sentences.partition_point(|sentence| sentence.end <= at);
        self.headlines.get(sentence).copied().unwrap_or_default()
    }

    /// Whether the sentence that ends before `end` is over at `at`, or interrupted there by a comma.
    pub(super) fn is_end(&self, at: usize, end: usize) -> bool {
        at >= end || matches!(self.document.word(at), "." | "," | "!" | "?" | ";" | "—" | "–")
    }

    /// Whether no paragraph ends between the tokens `first` and `second`.
    pub(super) fn same_paragraph(&self, first: usize, second: usize) -> bool {
        let between = self.document.tokens.get(first).zip(self.document.tokens.get(second));
        between.is_some_and(|(a, b)| {
            !self.document.text[a.span.end as usize..b.span.start as usize].contains('\n')
        })
    }
}
