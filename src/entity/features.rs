//! The features of a token that tell names.

use super::evidence;
use super::facts::{Facts, Page, list, opens};
use crate::tagger::mix;
use crate::text::Document;
use std::ops::Range;

/// Numbers the templates in the order of their calls, so that equal values of different templates differ.
struct Templates<'o> {
    number: u32,
    features: &'o mut Vec<u32>,
}

impl Templates<'_> {
    fn add(&mut self, value: u32) {
        self.number += 1;
        self.features.push(mix(self.number, value));
    }

    fn pair(&mut self, first: u32, second: u32) {
        self.add(mix(first, second));
    }

    fn triple(&mut self, first: u32, second: u32, third: u32) {
        self.add(mix(mix(first, second), third));
    }

    /// A feature that is left out where there is nothing to tell.
    fn some(&mut self, value: u32) {
        self.number += 1;
        if value != 0 {
            self.features.push(mix(self.number, value));
        }
    }
}

/// Replaces the content of `features` by the features of the token `at`.
pub(super) fn features(document: &Document, page: &Page, at: usize, features: &mut Vec<u32>) {
    let sentence = page.sentence_of(at);
    features.clear();
    let mut templates = Templates { number: 0, features };
    let range = document.sentences[sentence].clone();
    let near = |offset: isize| {
        let index = at as isize + offset;
        let inside = usize::try_from(index).is_ok_and(|index| range.contains(&index));
        page.get(if inside { index } else { -1 })
    };
    let window = [near(-2), near(-1), near(0), near(1), near(2)];
    words(&mut templates, window);
    shapes(&mut templates, window);
    lists(&mut templates, window);
    places(&mut templates, document, page, sentence, at);
}

fn words(templates: &mut Templates, [before2, before, this, next, next2]: [&Facts; 5]) {
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

fn lists(templates: &mut Templates, [before2, before, this, next, next2]: [&Facts; 5]) {
    for facts in [before2, before, this, next, next2] {
        templates.some(facts.lists);
    }
    templates.triple(before.lists, this.lists, this.surface.form as u32);
    templates.triple(this.lists, next.lists, this.surface.form as u32);
    templates.triple(before.lists, this.lists, next.lists);
    templates.some(this.lists >> list::NAME);
    templates.some(this.lists & list::GIVEN_NAME);
    templates.some(before.lists & (list::GIVEN_NAME | list::HONORIFIC));
}

/// Where the token stands in its run of capitals, its sentence, its document.
fn places(templates: &mut Templates, document: &Document, page: &Page, sentence: usize, at: usize) {
    let range = document.sentences[sentence].clone();
    let this = page.get(at as isize);
    let (start, end) = (this.run.0 as usize, this.run.1 as usize);
    let begins = at == range.start || opens(document, at - 1);
    let headline = page.headlines[sentence];
    let situation = u32::from(begins) | u32::from(headline) << 1 | u32::from(this.surface.form as u32) << 2;
    templates.add(situation);
    templates.pair(situation, this.evidence);
    templates.pair(this.surface.lower, situation);
    for bit in 0..evidence::BITS {
        templates.number += 1;
        if this.evidence >> bit & 1 == 1 {
            templates.features.push(mix(templates.number, this.surface.form as u32));
        }
    }
    bridge(templates, document, page, &range, at);
    if end == 0 {
        return;
    }
    let outside = |index: isize| {
        let known = usize::try_from(index).is_ok_and(|index| range.contains(&index));
        page.get(if known { index } else { -1 })
    };
    let (first, last) = (page.get(start as isize), page.get(end as isize - 1));
    let (before, behind) = (outside(start as isize - 1), outside(end as isize));
    let length = (end - start).min(5) as u32;
    let position = (at - start).min(3) as u32 | ((end - 1 - at).min(3) as u32) << 2;
    templates.pair(position, length);
    templates.pair(position, last.surface.lower);
    templates.pair(position, first.surface.lower);
    templates.pair(position, before.surface.lower);
    templates.pair(position, behind.surface.lower);
    templates.triple(length, before.surface.lower, behind.surface.lower);
    templates.triple(position, first.lists, last.lists);
    templates.triple(position, before.lists, behind.lists);
    templates.pair(position, last.surface.suffixes[1]);
    templates.pair(last.surface.lower, outside(end as isize).surface.lower);
    templates.some(outside(start as isize - 2).surface.lower);
    templates.some(outside(end as isize + 1).surface.lower);
    templates.triple(position, first.evidence, last.evidence);
}

/// Two runs of capitals and the small word between them, for the small word and for the right-hand run:
/// one name (`Bank of England`) or two (`Paris and London`)?
fn bridge(templates: &mut Templates, document: &Document, page: &Page, range: &Range<usize>, at: usize) {
    let this = page.get(at as isize);
    let capital = this.surface.has_capital();
    let mut joint = if capital { (this.run.0 as usize).wrapping_sub(1) } else { at };
    if joint < range.end && document.word(joint) == "the" {
        joint = joint.wrapping_sub(1);
    }
    if joint >= range.end || joint <= range.start {
        return;
    }
    let next = joint + 1 + usize::from(document.word(joint + 1) == "the");
    let (left, word, right) =
        (page.get(joint as isize - 1), page.get(joint as isize), page.get(next as isize));
    if next >= range.end || !left.surface.has_capital() || !right.surface.has_capital() {
        return;
    }
    let role = word.surface.lower ^ u32::from(capital);
    let length = |facts: &Facts| (facts.run.1 - facts.run.0).min(3);
    templates.triple(role, length(left), length(right));
    templates.triple(role, left.evidence, right.evidence);
    templates.triple(role, left.lists, right.lists);
    templates.pair(role, page.get(left.run.0 as isize).surface.lower);
    templates.pair(role, left.surface.lower);
    templates.pair(role, right.surface.lower);
    templates.pair(role, page.get(right.run.1 as isize - 1).surface.lower);
    templates.pair(role, page.get(right.run.1 as isize).surface.lower);
}
