//! Which proposals of the taggers are attributions: a small model that sees each of them whole, beside the
//! others of its text. To the model a proposal is one token, alone in its stretch.

use super::facts::{Facts, list};
use super::kind;
use super::link::Link;
use super::propose::{Proposal, Roles, propose};
use super::reading::Reading;
use crate::lexicon::FunctionWord;
use crate::tagger::{BINS, Found, Opinion, Reader, Tagger, Templates, Weighing, hash, mix};
use crate::text::overlap;
use std::ops::Range;

/// What the taggers propose for a text, described to the model.
#[derive(Debug)]
pub struct Proposals<'r> {
    reading: &'r Reading<'r>,
    pub(super) list: Vec<Proposal>,
    scene: Scene,
    /// Those that the model is asked about, by their places in the list.
    asked: Vec<usize>,
}

/// What kind of text it is, roughly: quoted words, proposals, speech in the first person.
type Scene = [u32; 3];

/// What the model says of a proposal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    /// Its place among the proposals, and how many there are.
    place: usize,
    count: usize,
    scene: Scene,
    /// The probability and the confidence, where it is taken for an attribution.
    taken: Option<(f32, f32)>,
}

/// How many others on each side have a say in a verdict.
const REACH: usize = 12;

impl<'r> Proposals<'r> {
    /// What `roles` propose for the cues in `found`, all that the tagger of cues has marked.
    #[must_use]
    pub fn new(reading: &'r Reading<'r>, found: &[Found], roles: Roles) -> Self {
        Self::of(reading, propose(reading, found, roles))
    }

    /// What was proposed, by cue.
    pub(super) fn of(reading: &'r Reading<'r>, list: Vec<Proposal>) -> Self {
        let scene = scene(reading, &list);
        let asked = (0..list.len()).collect();
        Self { reading, list, scene, asked }
    }

    /// The source, the cue and the content of each.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Range<usize>>, &Range<usize>, &[Range<usize>])> {
        self.list.iter().map(|Proposal { link, .. }| (link.source.as_ref(), &link.cue, &link.content[..]))
    }

    /// What `model` says of each: it is asked where an edit may have changed the answer. With `leniency` it takes
    /// them for attributions more readily, and its confidence is the probability as it is then.
    pub(super) fn judge(mut self, model: &Tagger, leniency: Option<f32>) -> Vec<Proposal> {
        let ends = self.ends_of_rows();
        self.asked = (0..self.list.len()).filter(|&at| !self.holds_still(at, &ends)).collect();
        let weighing = Weighing { share: 1.0, transitions: vec![0.0; 9], calibration: vec![0; BINS] };
        let opinion = leniency.map(|more| {
            let scores = [0.0, more, 0.0].repeat(self.list.len());
            Opinion { weighing: &weighing, start: 0, scores: scores.into() }
        });
        let mut answers = model.mark_with(&self, opinion.as_ref()).into_iter().peekable();
        let (scene, count) = (self.scene, self.list.len());
        let mut asked = self.asked.into_iter().peekable();
        for (place, proposal) in self.list.iter_mut().enumerate() {
            let mut taken = proposal.verdict.and_then(|verdict| verdict.taken);
            if asked.next_if_eq(&place).is_some() {
                let answer = answers.next_if(|found| found.tokens.start == place);
                let confidence = |found: &Found| leniency.map_or(found.confidence, |_| found.probability);
                taken = answer.map(|found| (found.probability, confidence(&found)));
            }
            proposal.verdict = Some(Verdict { place, count, scene, taken });
        }
        self.list
    }

    /// For each proposal where the row ends in which all have had their verdicts side by side.
    fn ends_of_rows(&self) -> Vec<usize> {
        let place = |at: usize| self.list.get(at).and_then(|proposal| proposal.verdict).map(|it| it.place);
        let mut ends: Vec<usize> = (1..=self.list.len()).collect();
        for at in (1..self.list.len()).rev() {
            if place(at).is_some() && place(at) == place(at - 1).map(|before| before + 1) {
                ends[at - 1] = ends[at];
            }
        }
        ends
    }

    /// Whether the verdict on a proposal rests on the same as before: the kind of text, and the others around it,
    /// none of which is another one now.
    fn holds_still(&self, index: usize, ends: &[usize]) -> bool {
        let around = |place: usize, count: usize| (place.min(REACH), (count - place).min(REACH));
        let (before, behind) = around(index, self.list.len());
        let Some(was) = self.list[index].verdict else { return false };
        was.scene == self.scene
            && around(was.place, was.count) == (before, behind)
            && ends[index - before] >= index + behind
    }
}

impl Proposal {
    /// The link of a proposal that is taken for an attribution with `least` probability or more.
    pub(super) fn taken(&self, least: f32) -> Option<Link> {
        let (probability, confidence) = self.verdict?.taken?;
        (probability >= least).then(|| Link { confidence, ..self.link.clone() })
    }
}

/// How likely an attribution must be one where a sharper reading has a say. The model learned from what the taggers
/// propose alone: where more is proposed, and believed in, it takes too much for one.
pub(super) const LEAST_SHARPLY: f32 = 0.73;

/// A count of `part` in `whole` in steps that double.
fn share(part: usize, whole: usize) -> u32 {
    (256 * part / whole.max(1)).checked_ilog2().map_or(0, |log| log + 1)
}

/// How many tokens show what kind of text it is, and what stands for an unknown kind.
const ENOUGH: usize = 150;
const UNKNOWN: u32 = 99;

fn scene(reading: &Reading, list: &[Proposal]) -> Scene {
    let tokens = reading.classes().len();
    if tokens < ENOUGH {
        return [UNKNOWN; 3];
    }
    let outer = reading.quotations().iter().filter(|quotation| !quotation.inner);
    let quoted = outer.map(|quotation| quotation.tokens.len()).sum();
    let spoken = reading.persons().filter(|&at| reading.quotation_around(at).is_none()).count();
    let sure = list.iter().filter(|proposal| proposal.belief() > 0.5).count();
    [share(quoted, tokens), share(4 * sure, tokens), share(4 * spoken, tokens)]
}

/// Steps of even odds: how sure a tagger is.
fn step(probability: f32) -> u32 {
    const STEPS: [f32; 9] = [0.1, 0.25, 0.4, 0.55, 0.7, 0.82, 0.92, 0.97, 0.99];
    STEPS.iter().filter(|&&least| probability >= least).count() as u32
}

/// Small counts as they are, larger ones by their size.
fn size(count: usize) -> u32 {
    match count {
        0..=3 => count as u32,
        4..=6 => 4,
        7..=12 => 5,
        13..=25 => 6,
        26..=60 => 7,
        _ => 8,
    }
}

/// How a proposal stands to the others of its text.
#[derive(Debug, Default)]
struct Others {
    /// The cue of the proposal that holds it, and how sure that is.
    outer: u32,
    outer_belief: u32,
    /// Whether a surer one claims the same words, has the same source, has its cue in this one's source.
    rivals: u32,
    /// How many of its sentence there are.
    near: u32,
}

impl Proposals<'_> {
    fn others(&self, index: usize) -> Others {
        let Proposal { link, .. } = &self.list[index];
        let belief = self.list[index].belief();
        let sentence = self.reading.facts(link.cue.start).sentence;
        let mut others = Others::default();
        let mut smallest = usize::MAX;
        let near = index.saturating_sub(REACH)..self.list.len().min(index + REACH);
        for proposal in near.filter(|&other| other != index).map(|other| &self.list[other]) {
            let Link { cue, source, content, .. } = &proposal.link;
            if proposal.link.holds(link) {
                if proposal.link.content_len() < smallest {
                    smallest = proposal.link.content_len();
                    others.outer = self.reading.facts(cue.end - 1).lower;
                    others.outer_belief = 1 + step(proposal.belief()) / 2;
                }
            } else if !link.holds(&proposal.link) {
                let claimed = content.iter().any(|piece| link.content.iter().any(|own| overlap(own, piece)));
                let surer = u32::from(proposal.belief() > belief);
                others.rivals |= u32::from(claimed) << surer;
            }
            if source.is_some() && *source == link.source {
                others.rivals |= 4 << u32::from(proposal.belief() > belief);
            }
            if self.reading.facts(cue.start).sentence == sentence {
                others.near = (others.near + 1).min(4);
            }
        }
        others
    }

    /// Who or what the source is, in one number.
    fn voice(&self, source: Option<&Range<usize>>) -> (u32, u32, &Facts) {
        let Some(source) = source else { return (0, 0, self.reading.facts(usize::MAX)) };
        let head = kind::head(self.reading, source.clone());
        let facts = self.reading.facts(head);
        let function = self.reading.is_function(source.start, FunctionWord::Pronoun)
            || self.reading.is_function(source.start, FunctionWord::Relative);
        let voice = if function && source.len() == 1 {
            facts.lower
        } else {
            mix(facts.tag, facts.lists >> list::SOURCE)
        };
        (1, voice, facts)
    }
}

impl Reader for Proposals<'_> {
    fn word(&self, _at: usize) -> Option<u32> {
        None
    }

    fn stretches(&self) -> Vec<Range<usize>> {
        self.asked.iter().map(|&at| at..at + 1).collect()
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        let mut templates = Templates::new(features);
        let Proposal { link, beliefs, .. } = &self.list[at];
        let belief = step(self.list[at].belief());
        let beliefs = beliefs.map(step);
        let others = self.others(at);
        self.beliefs(&mut templates, beliefs, belief, &others);
        self.cue(&mut templates, link, belief);
        self.parties(&mut templates, link, belief, &others);
    }
}

impl Proposals<'_> {
    fn beliefs(
        &self,
        templates: &mut Templates,
        [cue, source, content]: [u32; 3],
        all: u32,
        others: &Others,
    ) {
        templates.add(0);
        templates.add(all);
        templates.add(cue);
        templates.add(source);
        templates.add(content);
        templates.pair(cue, source);
        templates.pair(cue, content);
        templates.pair(source, content);
        templates.triple(cue, source, content);
        templates.add(others.rivals);
        templates.pair(others.rivals, all);
        templates.add(others.outer);
        templates.pair(others.outer_belief, all);
        templates.pair(others.near, all);
        for measure in self.scene {
            templates.add(measure);
            templates.pair(measure, all);
            templates.pair(measure, others.outer_belief);
        }
    }

    fn cue(&self, templates: &mut Templates, Link { cue, .. }: &Link, belief: u32) {
        let facts = |at| self.reading.facts(at);
        let head = self.reading.head_of_cue(cue);
        let phrase = cue.clone().map(|at| facts(at).lower).fold(hash([]), mix);
        templates.section(1);
        templates.add(phrase);
        templates.add(facts(head).lower);
        templates.add(facts(head).prefix);
        templates.add(facts(head).suffix);
        templates.add(facts(head).verb);
        templates.add(facts(head).tag);
        templates.add(facts(cue.start).lists & 15);
        templates.pair(facts(head).prefix, facts(head).suffix);
        templates.pair(facts(head).lower, belief);
        templates.pair(facts(head).verb, belief);
        templates.pair(facts(head).tag, belief);
        templates.pair(facts(cue.start.wrapping_sub(1)).lower, facts(cue.start).lower);
        templates.pair(facts(cue.start.wrapping_sub(1)).tag, facts(cue.start).tag);
        templates.pair(facts(cue.end).lower, facts(cue.end - 1).lower);
        templates.pair(facts(cue.end).tag, facts(head).lower);
        templates.triple(facts(cue.start.wrapping_sub(1)).tag, facts(head).verb, facts(cue.end).tag);
        templates.pair(size(cue.len()), facts(head).verb);
        for at in cue.clone().take(6) {
            templates.section(2);
            templates.add(facts(at).lower);
        }
    }

    fn parties(&self, templates: &mut Templates, link: &Link, belief: u32, others: &Others) {
        let Link { source, cue, content, .. } = link;
        let facts = |at| self.reading.facts(at);
        let head = self.reading.head_of_cue(cue);
        let (verb, word) = (facts(head).verb, facts(head).lower);
        let (named, voice, noun) = self.voice(source.as_ref());
        let side = |part: &Range<usize>| u32::from(part.start >= cue.end);
        let far = |part: &Range<usize>| {
            size(part.start.saturating_sub(cue.end).max(cue.start.saturating_sub(part.end)))
        };
        let (order, distance) = source.as_ref().map_or((9, 9), |source| (side(source), far(source)));
        let first = facts(content[0].start);
        let second = facts(content[0].start + 1);
        let length = size(link.content_len());
        let quoted = if content.iter().all(|piece| self.reading.is_quoted(piece.clone())) {
            2
        } else {
            u32::from(content.iter().any(|piece| self.reading.has_quote(piece.clone())))
        };
        let spoken = u32::from(self.reading.quotation_around(cue.start).is_some());
        let has_verb = content.iter().flat_map(Clone::clone).any(|at| {
            self.reading.is_function(at, FunctionWord::Auxiliary) || matches!(facts(at).tag, 41..=49)
        });
        let form = mix(quoted << 2 | spoken << 1 | u32::from(has_verb), mix(side(&content[0]), length));
        templates.section(3);
        templates.add(voice);
        templates.add(noun.lower);
        templates.add(noun.suffix);
        templates.add(named);
        templates.pair(voice, belief);
        templates.pair(voice, word);
        templates.pair(voice, verb);
        templates.pair(voice, spoken);
        templates.pair(noun.lower, word);
        templates.pair(order, distance);
        templates.triple(order, distance, verb);
        templates.pair(source.as_ref().map_or(0, |source| size(source.len())), voice);
        templates.add(first.lower);
        templates.add(first.tag);
        templates.pair(first.lower, second.lower);
        templates.pair(first.tag, second.tag);
        templates.pair(first.lower, word);
        templates.pair(first.tag, word);
        templates.triple(first.tag, second.tag, verb);
        templates.triple(voice, verb, first.tag);
        templates.add(form);
        templates.pair(form, verb);
        templates.pair(form, belief);
        templates.pair(form, voice);
        templates.pair(length, word);
        templates.triple(quoted, spoken, word);
        templates.triple(quoted, spoken, voice);
        templates.triple(side(&content[0]), far(&content[0]), verb);
        templates.pair(content.len().min(3) as u32, quoted);
        templates.pair(u32::from(has_verb), word);
        templates.triple(others.outer, word, spoken);
        templates.triple(others.rivals, verb, quoted);
        templates.pair(first.sentence.abs_diff(facts(cue.start).sentence).min(3), form);
        templates.pair(facts(cue.start).lists & list::HEADLINE, form);
        templates.triple(self.scene[1], word, spoken);
        templates.triple(self.scene[2], verb, spoken);
        templates.triple(self.scene[2], voice, spoken);
    }
}
