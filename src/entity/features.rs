//! The features of a token that tell names.

use super::evidence;
use super::facts::{Facts, opens};
use super::page::Page;
use super::words::list;
use crate::tagger::{Templates, mix};
use crate::text::Document;
use std::ops::Range;

/// A token's sentence.
struct Sentence<'d> {
    document: &'d Document<'d>,
    page: &'d Page,
    tokens: Range<usize>,
    headline: bool,
}

impl Sentence<'_> {
    /// The token at `index`, or nothing where it lies outside the sentence.
    fn get(&self, index: usize) -> &Facts {
        self.page.get(if self.tokens.contains(&index) { index } else { usize::MAX })
    }
}

/// Replaces the content of `features` by the features of the token `at`.
pub(super) fn features(document: &Document, page: &Page, at: usize, features: &mut Vec<u32>) {
    let mut templates = Templates::new(features);
    let number = page.sentence_of(at);
    let tokens = document.sentences[number].clone();
    let sentence = Sentence { document, page, tokens, headline: page.headlines[number] };
    let window = [-2, -1, 0, 1, 2].map(|offset| sentence.get(at.wrapping_add_signed(offset)));
    words(&mut templates, window);
    shapes(&mut templates, window);
    lists(&mut templates, window);
    place(&mut templates, &sentence, at);
    bridge(&mut templates, &sentence, at);
    run(&mut templates, &sentence, at);
}

fn words(templates: &mut Templates, [before2, before, this, next, next2]: [&Facts; 5]) {
    templates.section(1);
    templates.add(0);
    templates.add(this.surface.word);
    for facts in [before2, before, this, next, next2] {
        templates.add(facts.surface.lower);
    }
    templates.pair(before.surface.lower, this.surface.lower);
    templates.pair(this.surface.lower, next.surface.lower);
    templates.pair(before.surface.lower, next.surface.lower);
    templates.pair(before2.surface.lower, before.surface.lower);
    templates.pair(next.surface.lower, next2.surface.lower);
    for affix in this.surface.prefixes.into_iter().chain(this.surface.suffixes) {
        templates.some(affix);
    }
    templates.some(before.surface.suffixes[1]);
    templates.some(next.surface.suffixes[1]);
    templates.pair(this.surface.suffixes[1], before.surface.lower);
    templates.pair(this.surface.suffixes[1], next.surface.lower);
}

fn shapes(templates: &mut Templates, [before2, before, this, next, next2]: [&Facts; 5]) {
    templates.section(2);
    let shape = |facts: &Facts| facts.surface.shape;
    let (left, right) = (mix(shape(before2), shape(before)), mix(shape(next), shape(next2)));
    templates.add(shape(this));
    templates.pair(shape(before), shape(this));
    templates.pair(shape(this), shape(next));
    templates.triple(shape(before), shape(this), shape(next));
    templates.triple(left, shape(this), right);
    templates.pair(this.surface.lower, this.surface.form as u32);
    templates.triple(before.surface.lower, shape(this), shape(next));
    templates.triple(next.surface.lower, shape(this), shape(before));
}

fn lists(templates: &mut Templates, window: [&Facts; 5]) {
    templates.section(3);
    let [before2, before, this, next, next2] = window.map(Facts::lists);
    let form = window[2].surface.form as u32;
    for lists in [before2, before, this, next, next2] {
        templates.some(lists);
    }
    templates.triple(before, this, form);
    templates.triple(this, next, form);
    templates.triple(before, this, next);
    templates.some(this >> list::NAME);
    templates.some(this & list::GIVEN_NAME);
    templates.some(before & (list::GIVEN_NAME | list::HONORIFIC));
}

/// Where the token stands in its sentence, and what its document shows of it.
fn place(templates: &mut Templates, sentence: &Sentence, at: usize) {
    templates.section(4);
    let this = sentence.get(at);
    let begins = at == sentence.tokens.start || opens(sentence.document, at - 1);
    let situation = u32::from(begins) | u32::from(sentence.headline) << 1 | (this.surface.form as u32) << 2;
    templates.add(situation);
    templates.pair(situation, this.evidence);
    templates.pair(this.surface.lower, situation);
    for bit in 0..evidence::BITS {
        templates.when(this.evidence >> bit & 1 == 1, this.surface.form as u32);
    }
}

/// Two runs of capitals and the small word between them, for the small word and for the right-hand run:
/// one name (`Bank of England`) or two (`Paris and London`)?
fn bridge(templates: &mut Templates, sentence: &Sentence, at: usize) {
    templates.section(5);
    let document = sentence.document;
    let capital = sentence.get(at).surface.has_capital();
    let mut joint = if capital { sentence.get(at).run(at).start.wrapping_sub(1) } else { at };
    if joint < sentence.tokens.end && document.word(joint) == "the" {
        joint = joint.wrapping_sub(1);
    }
    if joint >= sentence.tokens.end || joint <= sentence.tokens.start {
        return;
    }
    let next = joint + 1 + usize::from(document.word(joint + 1) == "the");
    let (left, word, right) = (sentence.get(joint - 1), sentence.get(joint), sentence.get(next));
    if !left.surface.has_capital() || !right.surface.has_capital() {
        return;
    }
    let role = word.surface.lower ^ u32::from(capital);
    let (left_run, right_run) = (left.run(joint - 1), right.run(next));
    let length = |run: &Range<usize>| run.len().min(3) as u32;
    let lower = |index: usize| sentence.page.get(index).surface.lower;
    templates.triple(role, length(&left_run), length(&right_run));
    templates.triple(role, left.evidence, right.evidence);
    templates.triple(role, left.lists(), right.lists());
    templates.pair(role, lower(left_run.start));
    templates.pair(role, left.surface.lower);
    templates.pair(role, right.surface.lower);
    templates.pair(role, lower(right_run.end - 1));
    templates.pair(role, lower(right_run.end));
}

/// Where a capital stands in its run, and what stands around the run.
fn run(templates: &mut Templates, sentence: &Sentence, at: usize) {
    templates.section(6);
    let Range { start, end } = sentence.get(at).run(at);
    if start == end {
        return;
    }
    let (first, last) = (sentence.get(start), sentence.get(end - 1));
    let (before, behind) = (sentence.get(start.wrapping_sub(1)), sentence.get(end));
    let length = (end - start).min(5) as u32;
    let position = (at - start).min(3) as u32 | ((end - 1 - at).min(3) as u32) << 2;
    templates.pair(position, length);
    templates.pair(position, last.surface.lower);
    templates.pair(position, first.surface.lower);
    templates.pair(position, before.surface.lower);
    templates.pair(position, behind.surface.lower);
    templates.triple(length, before.surface.lower, behind.surface.lower);
    templates.triple(position, first.lists(), last.lists());
    templates.triple(position, before.lists(), behind.lists());
    templates.pair(position, last.surface.suffixes[1]);
    templates.pair(last.surface.lower, behind.surface.lower);
    templates.some(sentence.get(start.wrapping_sub(2)).surface.lower);
    templates.some(sentence.get(end + 1).surface.lower);
    templates.triple(position, first.evidence, last.evidence);
}
