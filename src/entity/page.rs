//! The tokens of a document as the tagger of names sees them.

use super::evidence::{Evidence, witness};
use super::facts::{Facts, facts};
use super::words::list;
use super::{Mention, find_exact};
use crate::tagger::WordSet;
use crate::text::{Change, Document, Surface, carry, headlines};
use std::ops::Range;

/// A document's tokens.
#[derive(Debug, Default)]
pub(super) struct Page {
    tokens: Vec<Facts>,
    /// For each sentence, whether it is written as a headline.
    pub(super) headlines: Vec<bool>,
    /// The dates and amounts that rules have found.
    pub(super) exact: Vec<Mention>,
}

impl Page {
    /// Reads the paragraphs of `document` that `change` has put there. Given are the other sentences, in
    /// order, that see a word otherwise by it.
    pub(super) fn edit(&mut self, document: &Document, change: &Change) -> Vec<usize> {
        let around = change.widened(document, 1);
        let (base, sentence) = (around.tokens.start, around.sentences.start);
        let mut new = Self::read(&document.excerpt(around.paragraphs.added()));
        new.tokens.iter_mut().for_each(|facts| facts.move_run(base));
        let inner = |range: Range<usize>, base: usize| range.start - base..range.end - base;
        let own = inner(change.tokens.added(), base);
        let lower = |facts: &Facts| facts.surface.lower;
        let gone = self.tokens[change.tokens.gone()].iter().map(lower);
        let touched = WordSet::new(gone.chain(new.tokens[own.clone()].iter().map(lower)));

        let by = change.tokens.new_end.wrapping_sub(change.tokens.old_end);
        self.tokens[change.tokens.old_end..].iter_mut().for_each(|facts| facts.move_run(by));
        change.tokens.replace(&mut self.tokens, new.tokens.drain(own.clone()));
        change
            .sentences
            .replace(&mut self.headlines, new.headlines.drain(inner(change.sentences.added(), sentence)));
        carry(&mut self.exact, change.tokens);
        let exact = new.exact.into_iter().filter(|mention| own.contains(&mention.tokens.start));
        self.exact.extend(exact.map(|mention| Mention {
            tokens: mention.tokens.start + base..mention.tokens.end + base,
            ..mention
        }));
        self.exact.sort_by_key(|mention| mention.tokens.start);
        self.review(document, change, &touched)
    }

    /// Reads `document` but for what its words show of one another.
    fn read(document: &Document) -> Self {
        let mut page = Self { tokens: facts(document), headlines: headlines(document), exact: Vec::new() };
        for (sentence, &headline) in document.sentences.iter().zip(&page.headlines) {
            for at in sentence.clone() {
                page.tokens[at].seen = witness(document, &page, sentence.start, at, headline);
            }
        }
        page.exact = find_exact(document, &page);
        for mention in &page.exact {
            for facts in &mut page.tokens[mention.tokens.clone()] {
                facts.lists |= list::AMOUNT;
            }
        }
        page
    }

    /// Collects anew what all occurrences of the `touched` words show, and numbers the sentences.
    fn review(&mut self, document: &Document, change: &Change, touched: &WordSet) -> Vec<usize> {
        let occurrences = self.tokens.iter().filter(|facts| touched.may_hold(facts.surface.lower));
        let evidence = Evidence::new(occurrences.map(|facts| (facts.surface.lower, facts.seen)));
        let mut stale = Vec::new();
        for (number, sentence) in document.sentences.iter().enumerate() {
            let mut is_stale = false;
            for facts in &mut self.tokens[sentence.clone()] {
                facts.sentence = number as u32;
                if touched.may_hold(facts.surface.lower) {
                    let now = evidence.of(facts.surface.lower);
                    is_stale |= now != facts.evidence;
                    facts.evidence = now;
                }
            }
            if is_stale && !change.sentences.added().contains(&number) {
                stale.push(number);
            }
        }
        stale
    }

    /// The number of the sentence that holds a token.
    pub(super) fn sentence_of(&self, at: usize) -> usize {
        self.tokens[at].sentence as usize
    }

    /// The token at an index, or nothing where there is none.
    pub(super) fn get(&self, at: usize) -> &Facts {
        const NOTHING: Facts =
            Facts { surface: Surface::NOTHING, lists: 0, run: (0, 0), sentence: 0, seen: 0, evidence: 0 };
        self.tokens.get(at).unwrap_or(&NOTHING)
    }
}
