//! Cues and sources: the words that tie a source to a content, and the words that name sources.

use super::facts::{Facts, list, quoted};
use super::reading::Reading;
use crate::tagger::{Reader, Templates};
use std::ops::Range;

/// The kinds of span that the tagger of cues marks.
pub const CUE: usize = 0;
/// Somebody's or something's name or description beside a cue.
pub const SOURCE: usize = 1;

/// Describes a document to the tagger of cues.
#[derive(Debug)]
pub struct CueReader<'r> {
    reading: &'r Reading<'r>,
    sentences: Vec<Range<usize>>,
    /// The first token that the tables below have an entry for: the nearest verbs that may be cues, and the
    /// nearest marks.
    first: usize,
    last_verb: Vec<u32>,
    next_verb: Vec<u32>,
    last_mark: Vec<u32>,
    next_mark: Vec<u32>,
}

const NOWHERE: u32 = u32::MAX;

/// A token at this distance is too far to be seen.
const FAR: usize = 9;

impl<'r> CueReader<'r> {
    /// Reads a document.
    #[must_use]
    pub fn new(reading: &'r Reading<'r>) -> Self {
        Self::of(reading, reading.document.sentences.clone())
    }

    /// Reads some sentences of a document.
    pub(super) fn of(reading: &'r Reading<'r>, sentences: Vec<Range<usize>>) -> Self {
        let first = sentences.first().map_or(0, |sentence| sentence.start.saturating_sub(FAR));
        let end = sentences.last().map_or(0, |sentence| sentence.end + FAR);
        let tokens = first..end.min(reading.document.tokens.len());
        let is_verb = |at: usize| reading.facts(at).verb != 0;
        let is_mark = |at: usize| reading.is_mark(at);
        Self {
            reading,
            sentences,
            first,
            next_verb: nexts(tokens.clone(), is_verb),
            last_verb: lasts(tokens.clone(), is_verb),
            last_mark: lasts(tokens.clone(), is_mark),
            next_mark: nexts(tokens, is_mark),
        }
    }

    /// The facts of the token at an index of a table, and how far it is from `at`.
    fn far(&self, index: u32, at: usize) -> (&Facts, u32) {
        let distance = (index as usize).abs_diff(at).min(FAR);
        let known = distance < FAR;
        (self.reading.facts(if known { index as usize } else { usize::MAX }), distance as u32)
    }
}

/// For each of the tokens the last one before it that fits.
fn lasts(tokens: Range<usize>, fits: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut found = Vec::with_capacity(tokens.len());
    let mut last = NOWHERE;
    for at in tokens {
        found.push(last);
        last = if fits(at) { at as u32 } else { last };
    }
    found
}

/// For each of the tokens the first one behind it that fits.
fn nexts(tokens: Range<usize>, fits: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut found = vec![NOWHERE; tokens.len()];
    let mut next = NOWHERE;
    for (at, found) in tokens.zip(&mut found).rev() {
        *found = next;
        next = if fits(at) { at as u32 } else { next };
    }
    found
}

impl Reader for CueReader<'_> {
    fn word(&self, _at: usize) -> Option<u32> {
        None
    }

    fn stretches(&self) -> Vec<Range<usize>> {
        self.sentences.clone()
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        let mut templates = Templates::new(features);
        let near = |offset: isize| self.reading.facts(at.wrapping_add_signed(offset));
        let window = [near(-3), near(-2), near(-1), near(0), near(1), near(2), near(3)];
        words(&mut templates, window);
        tags(&mut templates, window);
        lists(&mut templates, window);
        quotes(&mut templates, window);
        self.surroundings(&mut templates, at);
    }
}

fn words(templates: &mut Templates, [_, before2, before, this, next, next2, _]: [&Facts; 7]) {
    templates.add(0);
    for facts in [before2, before, this, next, next2] {
        templates.add(facts.lower);
    }
    templates.pair(before.lower, this.lower);
    templates.pair(this.lower, next.lower);
    templates.triple(before.lower, this.lower, next.lower);
    templates.pair(before2.lower, before.lower);
    templates.pair(next.lower, next2.lower);
    templates.add(this.prefix);
    templates.add(this.suffix);
    templates.add(before.suffix);
    templates.add(next.suffix);
    templates.pair(before.tag, this.lower);
    templates.pair(this.lower, next.tag);
    templates.triple(before.tag, this.lower, next.tag);
    templates.triple(before2.tag, before.tag, this.lower);
    templates.triple(this.lower, next.tag, next2.tag);
}

fn tags(templates: &mut Templates, [before3, before2, before, this, next, next2, next3]: [&Facts; 7]) {
    for facts in [before3, before2, before, this, next, next2, next3] {
        templates.add(facts.tag);
    }
    templates.pair(before.tag, this.tag);
    templates.pair(this.tag, next.tag);
    templates.triple(before2.tag, before.tag, this.tag);
    templates.triple(before.tag, this.tag, next.tag);
    templates.triple(this.tag, next.tag, next2.tag);
    templates.triple(before.lower, this.tag, next.tag);
    templates.triple(before.tag, this.tag, next.lower);
    templates.pair(this.prefix, next.tag);
    templates.pair(this.prefix, before.tag);
}

fn lists(templates: &mut Templates, [_, before2, before, this, next, next2, _]: [&Facts; 7]) {
    for facts in [before2, before, this, next, next2] {
        templates.some(facts.verb);
        templates.some(facts.lists);
    }
    templates.triple(this.verb, before.tag, next.tag);
    templates.pair(this.verb, next.lower);
    templates.pair(this.verb, before.lower);
    templates.pair(this.lists, next.lower);
    templates.triple(this.lists, before.lists, next.lists);
    templates.triple(this.verb, next.tag, next2.tag);
}

fn quotes(templates: &mut Templates, [_, before2, before, this, next, next2, _]: [&Facts; 7]) {
    templates.pair(this.quoted, this.tag);
    templates.triple(before.quoted, this.quoted, next.quoted);
    templates.triple(before2.quoted, this.verb, next2.quoted);
    templates.pair(this.quoted & quoted::INSIDE, this.lower);
    templates.pair(this.lists & list::HEADLINE, this.tag);
}

impl CueReader<'_> {
    /// The nearest possible cues and marks, and the place in the sentence.
    fn surroundings(&self, templates: &mut Templates, at: usize) {
        let this = self.reading.facts(at);
        let (next, next_distance) = self.far(self.next_verb[at - self.first], at);
        let (last, last_distance) = self.far(self.last_verb[at - self.first], at);
        templates.pair(next.verb, next_distance);
        templates.pair(last.verb, last_distance);
        templates.triple(next.verb, this.tag, next_distance.min(3));
        templates.triple(last.verb, this.tag, last_distance.min(3));
        templates.pair(next.lower, this.tag);
        templates.pair(last.lower, this.tag);
        let (open, open_distance) = self.far(self.last_mark[at - self.first], at);
        let (close, close_distance) = self.far(self.next_mark[at - self.first], at);
        templates.pair(open.tag, open_distance);
        templates.pair(close.tag, close_distance);
        templates.triple(open.tag, close.tag, this.tag);
        templates.triple(open.tag, this.verb, close.tag);
        templates.triple(open.quoted, this.verb, close.quoted);
        let sentence = &self.reading.document.sentences[this.sentence as usize];
        let begin = (at - sentence.start).min(4) as u32;
        templates.pair(begin, this.tag);
        templates.pair((sentence.end - at).min(4) as u32, this.tag);
    }
}
