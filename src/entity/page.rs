//! The tokens of a document as the tagger of names sees them.

use super::evidence::witness;
use super::facts::{Facts, facts};
use super::words::list;
use super::{Mention, find_exact};
use crate::lexicon::Index;
use crate::tagger::WordSet;
use crate::text::{Change, Document, carry, headlines, put_in};
use std::ops::Range;

/// A document's tokens.
#[derive(Debug, Default)]
pub(super) struct Page {
    tokens: Vec<Facts>,
    /// The word of each in small letters, by its hash, once more: they are looked through at each edit.
    words: Vec<u32>,
    /// For each token the number of its sentence.
    sentences: Vec<u32>,
    /// For each sentence, whether it is written as a headline.
    pub(super) headlines: Vec<bool>,
    /// The dates and amounts that rules have found.
    pub(super) exact: Vec<Mention>,
}

impl Page {
    /// Reads the paragraphs of `document` that `change` has put there. Given are the tokens of the other sentences, in
    /// order, that see a word otherwise by it.
    pub(super) fn edit(&mut self, document: &Document, change: &Change) -> Vec<Range<usize>> {
        let around = change.widened(document, 1);
        let (base, sentence) = (around.tokens.start, around.sentences.start);
        let mut new = Self::read(&document.excerpt(around.paragraphs.added()));
        let inner = |range: Range<usize>, base: usize| range.start - base..range.end - base;
        let own = inner(change.tokens.added(), base);
        let gone = &self.tokens[change.tokens.gone()];
        let touched = touched(gone, &mut new.tokens[own.clone()]);
        change.tokens.replace(&mut self.words, new.tokens[own.clone()].iter().map(word));
        change.tokens.replace(&mut self.tokens, new.tokens.drain(own.clone()));
        change
            .sentences
            .replace(&mut self.headlines, new.headlines.drain(inner(change.sentences.added(), sentence)));
        carry(&mut self.exact, change.tokens);
        let exact = new.exact.into_iter().filter(|mention| own.contains(&mention.tokens.start));
        let exact = exact.map(|mention| Mention {
            tokens: mention.tokens.start + base..mention.tokens.end + base,
            ..mention
        });
        put_in(&mut self.exact, exact.collect());
        self.review(document, change, &touched)
    }

    /// Reads `document` but for what its words show of one another.
    fn read(document: &Document) -> Self {
        let mut page = Self { tokens: facts(document), headlines: headlines(document), ..Self::default() };
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
    fn review(&mut self, document: &Document, change: &Change, touched: &WordSet) -> Vec<Range<usize>> {
        self.sentences.resize(self.tokens.len(), 0);
        for (number, sentence) in document.sentences.iter().enumerate() {
            self.sentences[sentence.clone()].fill(number as u32);
        }
        let words = self.words.iter().enumerate();
        let places: Vec<usize> =
            words.filter(|(_, word)| touched.may_hold(**word)).map(|(at, _)| at).collect();
        let shown: Vec<(u32, u32)> =
            places.iter().map(|&at| (self.words[at], self.tokens[at].seen)).collect();
        let evidence = Index::new(&shown);
        let mut stale: Vec<Range<usize>> = Vec::new();
        for at in places {
            let now = evidence.get(self.words[at]);
            let is_stale = std::mem::replace(&mut self.tokens[at].evidence, now) != now;
            let is_known = change.tokens.added().contains(&at) || stale.last().is_some_and(|it| at < it.end);
            if is_stale && !is_known {
                stale.push(document.sentences[self.sentence_of(at)].clone());
            }
        }
        stale
    }

    /// The number of the sentence that holds a token.
    pub(super) fn sentence_of(&self, at: usize) -> usize {
        self.sentences[at] as usize
    }

    /// The token at an index, or nothing where there is none.
    pub(super) fn get(&self, at: usize) -> &Facts {
        self.tokens.get(at).unwrap_or(&Facts::NOTHING)
    }
}

const fn word(facts: &Facts) -> u32 {
    facts.surface.lower
}

/// The words of which the `new` tokens show something else than those that are `gone`. Of the others the new ones get to
/// know what all occurrences show.
fn touched(gone: &[Facts], new: &mut [Facts]) -> WordSet {
    const KNOWN: u32 = 1 << 31;
    let seen = |facts: &Facts| (word(facts), facts.seen);
    let mut shown: Vec<(u32, u32)> = gone.iter().map(seen).collect();
    let before = Index::new(&shown);
    shown.clear();
    shown.extend(new.iter().map(seen));
    let after = Index::new(&shown);
    shown.clear();
    shown.extend(gone.iter().map(|facts| (word(facts), facts.evidence | KNOWN)));
    let known = Index::new(&shown);
    for facts in &mut *new {
        facts.evidence = known.get(word(facts)) & !KNOWN;
    }
    let words = gone.iter().chain(&*new).map(word);
    WordSet::new(words.filter(|&word| before.get(word) != after.get(word) || known.get(word) == 0))
}
