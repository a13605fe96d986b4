//! What the stages of attribution look at: the document with its word classes and quotations.

use super::facts::{Facts, facts, list, mark_places};
use super::introduced;
use crate::lexicon::FunctionWord;
use crate::quote::{self, Quotation, find_quotations};
use crate::tagger::hash;
use crate::text::{Change, Class, Dirty, Document, Splice, classes};
use std::ops::Range;

/// A document with what is known of its tokens before attribution begins.
#[derive(Debug)]
pub struct Reading<'d> {
    pub(super) document: &'d Document<'d>,
    known: Known,
    /// For each token, 1 + the index of the outermost quotation that it lies in; 0 where none.
    outermost: Vec<u32>,
}

/// What is kept of a reading.
#[derive(Debug, Default)]
pub(crate) struct Known {
    classes: Vec<Class>,
    quotations: Vec<Quotation>,
    facts: Vec<Facts>,
    /// Words of which a document has few and stages want all, in order.
    noted: Vec<(usize, Noted)>,
}

/// A word that is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noted {
    /// A noun that describes a source, and whether it stands beside a name.
    Noun { is_named: bool },
    /// A word of those who speak for themselves or to a reader.
    Person,
}

/// How far a token is seen from another one.
const REACH: usize = 16;

impl<'d> Reading<'d> {
    /// Reads `document`.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        Self::edited(document, Known::default(), &Change::everything(document)).0
    }

    /// Reads `document`, of which `known` was known before `change`, and tells where a token or one that
    /// it sees is another one now.
    pub(crate) fn edited(document: &'d Document<'d>, mut known: Known, change: &Change) -> (Self, Dirty) {
        let new = document.excerpt(change.paragraphs.added());
        let new_classes = classes(&new);
        let new_facts = facts(&new, &new_classes);
        let noted = change.tokens.added().zip(&new_facts);
        let noted = noted.filter_map(|(at, facts)| Some((at, Noted::of(document.word(at), facts)?)));
        replace_places(&mut known.noted, change.tokens, noted);
        change.tokens.replace(&mut known.facts, new_facts);
        change.tokens.replace(&mut known.classes, new_classes);
        let quotations = find_quotations(document);
        let mut dirty = Dirty::new(document, change, REACH);
        dirty.add(document, quote::changed(&known.quotations, &quotations, change.tokens), REACH);
        mark_places(document, &quotations, &mut known.facts);
        known.quotations = quotations;
        let mut outermost = vec![0; document.tokens.len()];
        for (index, quotation) in
            known.quotations.iter().enumerate().filter(|(_, quotation)| !quotation.inner)
        {
            outermost[quotation.tokens.clone()].fill(index as u32 + 1);
        }
        let mut reading = Self { document, known, outermost };
        reading.name_nouns(&change.tokens.added());
        (reading, dirty)
    }

    /// What is to be kept of it for the next edit.
    pub(crate) fn into_known(self) -> Known {
        self.known
    }

    /// The document that is read.
    #[must_use]
    pub const fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// The class of every token.
    pub(crate) fn classes(&self) -> &[Class] {
        &self.known.classes
    }

    /// The quotations, by start, an outer one before those inside it.
    pub(crate) fn quotations(&self) -> &[Quotation] {
        &self.known.quotations
    }

    /// Looks which of the nouns that describe a source stand beside a name, as far as `tokens` are seen.
    fn name_nouns(&mut self, tokens: &Range<usize>) {
        let first = self.known.noted.partition_point(|(at, _)| at + introduced::NEAR < tokens.start);
        for index in first..self.known.noted.len() {
            let (at, noted) = self.known.noted[index];
            if at > tokens.end + introduced::NEAR {
                break;
            }
            if noted != Noted::Person {
                let is_named = introduced::has_name_beside(self, at);
                self.known.noted[index].1 = Noted::Noun { is_named };
            }
        }
    }

    /// The nouns that describe a source, in order, and whether they stand beside a name.
    pub(super) fn source_nouns(&self) -> impl Iterator<Item = (usize, bool)> {
        self.known.noted.iter().filter_map(|&(at, noted)| match noted {
            Noted::Noun { is_named } => Some((at, is_named)),
            Noted::Person => None,
        })
    }

    /// The words of those who speak for themselves or to a reader, in order.
    pub(super) fn persons(&self) -> impl Iterator<Item = usize> {
        self.known.noted.iter().filter(|(_, noted)| *noted == Noted::Person).map(|&(at, _)| at)
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.known.classes.get(at).copied()
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
        self.known.facts.get(at).unwrap_or(&NOTHING)
    }

    /// The last verb of a cue, or else its last word.
    pub(super) fn head_of_cue(&self, cue: &Range<usize>) -> usize {
        cue.clone().rev().find(|&at| self.facts(at).verb != 0).unwrap_or(cue.end - 1)
    }

    /// The sentence that holds the token `at`.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        self.document.sentences.get(self.facts(at).sentence as usize).cloned().unwrap_or_default()
    }

    /// The tokens of the paragraph that holds the token `at`.
    pub(super) fn paragraph(&self, at: usize) -> Range<usize> {
        if at >= self.document.tokens.len() {
            return 0..0;
        }
        let sentence = self.facts(at).sentence as usize;
        let index = self.document.paragraphs.partition_point(|paragraph| paragraph.end <= sentence);
        self.document.tokens_of(index..index + 1)
    }

    /// The outermost quotation that holds the token `at`.
    pub(crate) fn quotation_around(&self, at: usize) -> Option<&Quotation> {
        let index = self.outermost.get(at)?.checked_sub(1)?;
        self.known.quotations.get(index as usize)
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

/// Puts what is `new` in place of what stands in the old stretch of `tokens`, and moves along what stands behind it.
fn replace_places(
    noted: &mut Vec<(usize, Noted)>,
    tokens: Splice,
    new: impl Iterator<Item = (usize, Noted)>,
) {
    let behind = noted.split_off(noted.partition_point(|(at, _)| *at < tokens.old_end));
    noted.truncate(noted.partition_point(|(at, _)| *at < tokens.start));
    noted.extend(new);
    noted.extend(behind.into_iter().map(|(at, it)| (tokens.shift(at), it)));
}

impl Noted {
    fn of(word: &str, facts: &Facts) -> Option<Self> {
        const PERSONS: [&str; 6] = ["i", "we", "you", "my", "our", "your"];
        let is = |person: &&str| facts.lower == hash(person.bytes()) && word.eq_ignore_ascii_case(person);
        if facts.lists >> list::SOURCE != 0 {
            return Some(Self::Noun { is_named: false });
        }
        PERSONS.iter().any(is).then_some(Self::Person)
    }
}
