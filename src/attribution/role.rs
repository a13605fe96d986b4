//! The source and the content of one cue: a tagger that reads the words around it.

use super::between::{Between, between};
use super::cue::{CUE, SOURCE};
use super::facts::{Facts, list, quoted};
use super::reading::Reading;
use crate::tagger::{Found, Label, OUTSIDE, Reader, Templates, begin, inside, mix};
use std::ops::Range;

/// The kinds of span that the tagger of roles marks beside [`SOURCE`].
pub const CONTENT: usize = 0;

/// How many tokens on each side of a cue are read at most, so that time stays linear in any text.
const FARTHEST: usize = 300;

/// How many other cues on each side of a cue are read at most: no sentence that means something has as many,
/// and where every other word is one, each would be read with hundreds of others.
const MOST_CUES: usize = 20;

/// The longest quotation, in tokens, that is read whole.
const LONGEST_QUOTATION: usize = 250;

/// The spans of the tagger of cues as a label for each token.
#[must_use]
pub fn labels_of(tokens: usize, found: &[Found]) -> Vec<Label> {
    let mut labels = vec![OUTSIDE; tokens];
    for span in found {
        labels[span.tokens.clone()].fill(inside(span.kind));
        labels[span.tokens.start] = begin(span.kind);
    }
    labels
}

/// The source, if any, and the pieces of the content among what the tagger of roles has found around a cue.
/// What looks like the source of an agentless cue is the subject of its content; any other cue without a
/// source ties nothing.
pub(super) fn parts(reader: &RoleReader, mut found: Vec<Found>) -> Option<(Option<Found>, Vec<Found>)> {
    found.retain(|part| reader.means_something(part));
    if reader.is_agentless() {
        return Some((None, found)).filter(|(_, content)| !content.is_empty());
    }
    let (sources, content): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|part| part.kind == SOURCE);
    let source = sources.into_iter().max_by(|a, b| a.probability.total_cmp(&b.probability))?;
    Some((Some(source), content)).filter(|(_, content)| !content.is_empty())
}

/// Describes what stands around one cue to the tagger of roles.
#[derive(Debug)]
pub struct RoleReader<'r> {
    reading: &'r Reading<'r>,
    labels: &'r [Label],
    cue: Range<usize>,
    window: Range<usize>,
    /// What lies between the cue and each token of the window.
    between: Vec<Between>,
    /// For each token of the window that lies in a source, what the tagger of cues says of the tokens before
    /// and behind that source: whether another cue has it.
    neighbours: Vec<u32>,
    /// What stands before the cue.
    lead: u32,
    /// What the cue is: the list's word on it, its last word, and what stands before and behind it.
    verb: u32,
    word: u32,
    shape: u32,
    /// What stands before and behind the cue and the source next to it.
    outer: u32,
    quoted: u32,
}

impl<'r> RoleReader<'r> {
    /// Reads what stands around the cue in the tokens `cue`; `labels` are those of the tagger of cues.
    #[must_use]
    pub fn new(reading: &'r Reading<'r>, labels: &'r [Label], cue: Range<usize>) -> Self {
        let window = window(reading, labels, cue.clone());
        let between = between(reading, labels, &cue, &window);
        let head = reading.head_of_cue(&cue);
        let tag = |at: usize| reading.facts(at).tag;
        let mut before = cue.start;
        while before > window.start && labels[before - 1] == inside(SOURCE) {
            before -= 1;
        }
        if before > window.start && labels[before - 1] == begin(SOURCE) {
            before -= 1;
        }
        let mut behind = cue.end;
        if behind < window.end && labels[behind] == begin(SOURCE) {
            behind += 1;
            while behind < window.end && labels[behind] == inside(SOURCE) {
                behind += 1;
            }
        }
        Self {
            reading,
            labels,
            verb: reading.facts(head).verb | (reading.facts(cue.start).lists & 7) << 16,
            word: reading.facts(head).lower,
            shape: mix(tag(cue.start.wrapping_sub(1)), tag(cue.end)),
            outer: mix(tag(before.wrapping_sub(1)), tag(behind)),
            neighbours: neighbours(labels, &window),
            lead: tag(cue.start.wrapping_sub(1)),
            quoted: reading.facts(cue.start).quoted & quoted::INSIDE,
            cue,
            window,
            between,
        }
    }

    /// The tokens that it reads.
    #[must_use]
    pub fn window(&self) -> Range<usize> {
        self.window.clone()
    }

    /// Whether there is more to a part than marks and the words that begin a phrase; "their" alone is a source
    /// ("their claim") and no content.
    fn means_something(&self, part: &Found) -> bool {
        let owners: &[&str] = if part.kind == CONTENT { &["my", "our", "your", "its", "their"] } else { &[] };
        part.tokens.clone().any(|at| {
            let is = |begin: &&str| self.reading.document.word(at).eq_ignore_ascii_case(begin);
            !self.reading.is_mark(at) && !["a", "an", "the"].iter().chain(owners).any(is)
        })
    }

    /// Whether the cue names no source by its nature: `reportedly`, `it is believed`, but not `reportedly said`.
    #[must_use]
    pub fn is_agentless(&self) -> bool {
        let facts = || self.cue.clone().map(|at| self.reading.facts(at));
        let listed = |facts: &Facts| facts.lists & list::AGENTLESS != 0;
        facts().any(listed) && facts().all(|facts| facts.verb == 0 || listed(facts))
    }
}

/// The cue's sentence and the quotations that reach into or lie next to it; inside a quotation no more
/// than the sentence.
fn window(reading: &Reading, labels: &[Label], cue: Range<usize>) -> Range<usize> {
    let Range { start, end } = unbounded_window(reading, cue.clone());
    let (start, end) = (start.max(cue.start.saturating_sub(FARTHEST)), end.min(cue.end + FARTHEST));
    let is_cue = |at: &usize| labels[*at] == begin(CUE);
    let first = (start..cue.start).rev().filter(is_cue).nth(MOST_CUES).map_or(start, |at| at + 1);
    let last = (cue.end..end).filter(is_cue).nth(MOST_CUES).unwrap_or(end);
    first..last
}

fn unbounded_window(reading: &Reading, cue: Range<usize>) -> Range<usize> {
    let sentence = reading.sentence(cue.start);
    let around = reading.quotation_around(cue.start);
    if let Some(around) = around {
        let within = sentence.start.max(around.tokens.start)..sentence.end.min(around.tokens.end);
        return within.start.min(cue.start)..within.end.max(cue.end);
    }
    let (mut start, mut end) = (sentence.start, sentence.end.max(cue.end));
    let short = |tokens: &Range<usize>| tokens.len() <= LONGEST_QUOTATION;
    let reach =
        |at: usize| reading.quotation_around(at).map(|quotation| quotation.tokens.clone()).filter(short);
    if let Some(quotation) = reach(start).or_else(|| reach(start.checked_sub(1)?)) {
        start = quotation.start;
    }
    if let Some(quotation) = reach(end - 1).filter(|quotation| quotation.end > end).or_else(|| reach(end)) {
        end = end.max(quotation.end);
    }
    start..end
}

/// For each token in a source the labels on both sides of that source; 0 for others.
fn neighbours(labels: &[Label], window: &Range<usize>) -> Vec<u32> {
    let mut sides = vec![0; window.len()];
    let mut at = window.start;
    while at < window.end {
        let start = at;
        at += 1;
        if labels[start] != begin(SOURCE) {
            continue;
        }
        while at < window.end && labels[at] == inside(SOURCE) {
            at += 1;
        }
        let side = |at: Option<usize>| at.and_then(|at| labels.get(at)).map_or(0, |&label| u32::from(label));
        sides[start - window.start..at - window.start]
            .fill(64 | side(start.checked_sub(1)) << 3 | side(Some(at)));
    }
    sides
}

impl Reader for RoleReader<'_> {
    fn word(&self, _at: usize) -> Option<u32> {
        None
    }

    fn stretches(&self) -> Vec<Range<usize>> {
        vec![self.window.clone()]
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        let mut templates = Templates::new(features);
        let (side, distance) = match at {
            at if at < self.cue.start => (1, self.cue.start - at),
            at if at >= self.cue.end => (2, at - self.cue.end + 1),
            _ => (3, 0),
        };
        templates.add(0);
        templates.add(side);
        if side == 3 {
            return;
        }
        let place = mix(side, near_or_far(distance));
        let near = |offset: isize| self.reading.facts(at.wrapping_add_signed(offset));
        let window = [near(-2), near(-1), near(0), near(1), near(2)];
        let between = self.between[at - self.window.start];
        words(&mut templates, side, place, window);
        self.cue(&mut templates, side, place, near(0));
        self.labels(&mut templates, at, side, place);
        self.paths(&mut templates, at, side, between, window);
        self.quotes(&mut templates, at, side, between, window);
    }
}

/// Small distances as they are, larger ones by their size.
fn near_or_far(distance: usize) -> u32 {
    match distance {
        0..=5 => distance as u32,
        6..=8 => 6,
        9..=15 => 7,
        16..=30 => 8,
        _ => 9,
    }
}

fn words(
    templates: &mut Templates,
    side: u32,
    place: u32,
    [before2, before, this, next, next2]: [&Facts; 5],
) {
    templates.add(place);
    templates.pair(place, this.tag);
    templates.pair(place, this.lower);
    templates.triple(place, before.tag, this.tag);
    templates.triple(place, this.tag, next.tag);
    for facts in [before, this, next] {
        templates.pair(side, facts.lower);
    }
    for facts in [before2, before, this, next, next2] {
        templates.pair(side, facts.tag);
    }
    let sided = mix(side, this.tag);
    templates.triple(sided, before.tag, next.tag);
    templates.triple(sided, before2.tag, before.tag);
    templates.triple(sided, next.tag, next2.tag);
    templates.triple(side, before.lower, this.lower);
    templates.triple(side, this.lower, next.lower);
    templates.triple(side, before.lower, this.tag);
    templates.triple(side, this.tag, next.lower);
    templates.pair(side, this.lists);
    templates.pair(side, this.suffix);
}

impl RoleReader<'_> {
    fn cue(&self, templates: &mut Templates, side: u32, place: u32, this: &Facts) {
        templates.pair(place, self.verb);
        templates.pair(place, self.word);
        templates.triple(side, self.verb, this.tag);
        templates.triple(side, self.word, this.tag);
        templates.triple(side, self.verb, this.lower);
        templates.pair(place, self.shape);
        templates.triple(side, self.shape, this.tag);
        templates.triple(side, self.shape, self.verb);
        templates.triple(side, self.outer, this.tag);
        templates.triple(side, self.outer, self.verb);
        templates.triple(place, self.outer, self.quoted);
        templates.pair(side, self.outer);
    }

    /// What the tagger of cues says of the token, and the how-manieth such span it is from the cue.
    fn labels(&self, templates: &mut Templates, at: usize, side: u32, place: u32) {
        let label =
            |at: Option<usize>| at.and_then(|at| self.labels.get(at)).map_or(99, |&label| u32::from(label));
        let (before, this, next) = (label(at.checked_sub(1)), label(Some(at)), label(Some(at + 1)));
        let Between { sources, cues, .. } = self.between[at - self.window.start];
        let rank = mix(side, sources << 2 | cues);
        templates.triple(before, this, next);
        templates.pair(rank, this);
        templates.triple(rank, this, self.verb);
        templates.triple(rank, this, self.shape);
        templates.triple(rank, this, self.outer);
        templates.triple(rank, before, this);
        templates.triple(rank, this, next);
        templates.pair(place, this);
        let taken = self.neighbours[at - self.window.start];
        templates.triple(rank, taken, self.outer);
        templates.triple(rank, taken, self.verb);
        templates.triple(rank, taken, self.lead);
        templates.pair(taken, self.lead);
    }

    /// What lies between, and the edges of sentences.
    fn paths(
        &self,
        templates: &mut Templates,
        at: usize,
        side: u32,
        between: Between,
        [_, before, this, next, _]: [&Facts; 5],
    ) {
        let Between { commas, quotations, cues, sources, turns } = between;
        let path = between.number();
        let sentence = this.sentence.wrapping_sub(self.reading.facts(self.cue.start).sentence);
        let borders = u32::from(before.sentence != this.sentence || at == self.window.start)
            | u32::from(next.sentence != this.sentence) << 1;
        templates.pair(side, path);
        templates.triple(side, path, this.tag);
        templates.triple(side, path, before.tag);
        templates.triple(side, mix(commas, turns), this.tag);
        templates.triple(side, mix(commas, quotations), self.verb);
        templates.triple(side, mix(cues, sources), this.tag);
        templates.triple(side, mix(turns, commas), self.verb);
        templates.triple(side, mix(turns, commas), mix(before.tag, this.tag));
        templates.triple(side, sentence, borders);
        templates.triple(side, mix(sentence, borders), self.outer);
        templates.triple(side, borders, this.tag);
        templates.triple(side, mix(commas, turns), self.outer);
        templates.triple(side, mix(commas, quotations), self.outer);
        templates.triple(side, mix(commas, turns), self.shape);
    }

    fn quotes(
        &self,
        templates: &mut Templates,
        at: usize,
        side: u32,
        Between { quotations, commas, .. }: Between,
        [_, before, this, next, _]: [&Facts; 5],
    ) {
        let around = self.reading.quotation_around(at);
        let shared = around.is_some_and(|quotation| quotation.tokens.contains(&self.cue.start));
        let state = mix(this.quoted, mix(side, self.quoted << 1 | u32::from(shared)));
        templates.add(state);
        templates.pair(state, quotations);
        templates.triple(state, before.quoted, next.quoted);
        templates.pair(state, self.verb);
        templates.pair(state, self.outer);
        templates.triple(state, quotations, self.outer);
        templates.triple(state, quotations << 2 | commas, this.tag);
        templates.triple(state, before.tag, this.tag);
        templates.triple(state, this.tag, next.tag);
        let sentence = this.sentence.wrapping_sub(self.reading.facts(self.cue.start).sentence);
        templates.triple(state, sentence, quotations);
    }
}
