//! What kind of source an attribution has, whether it can be traced, and what its cue commits to: three small
//! models, for which the rules of [`kind`] and [`stance`] are features among others.
//!
//! To the models an attribution is one token, alone in its stretch.

use super::Edit;
use super::insider;
use super::introduced::Introduced;
use super::kind;
use super::link::Link;
use super::reading::Reading;
use super::stance;
use crate::analysis::{Entity, EntityKind, SourceType, Stance, Traceable};
use crate::tagger::{Reader, Tagger, Templates, hash, mix};
use crate::text::{Dirty, Placed, Splice, carry, sort_by_number};
use std::ops::Range;
use std::sync::LazyLock;

/// What a model is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What kind of source it is.
    SourceType,
    /// Whether the source can be traced.
    Traceable,
    /// What the cue commits to.
    Stance,
}

/// The answers that a model can give, by the number of its kind.
pub const SOURCE_TYPES: [SourceType; 6] = [
    SourceType::Person,
    SourceType::Organization,
    SourceType::Official,
    SourceType::Group,
    SourceType::Document,
    SourceType::Pronoun,
];
/// As [`SOURCE_TYPES`].
pub const TRACEABLE: [Traceable; 3] = [Traceable::Yes, Traceable::Partly, Traceable::No];
/// As [`SOURCE_TYPES`].
pub const STANCES: [Stance; 6] = [
    Stance::Neutral,
    Stance::Hedged,
    Stance::Doubtful,
    Stance::Assertive,
    Stance::Negative,
    Stance::Intention,
];

static MODELS: LazyLock<[Option<Tagger>; 3]> = LazyLock::new(|| {
    [
        Tagger::read(include_bytes!("source_types.bin")).ok(),
        Tagger::read(include_bytes!("traceable.bin")).ok(),
        Tagger::read(include_bytes!("stances.bin")).ok(),
    ]
});

/// What is known of one attribution.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kinds {
    pub(super) source_type: SourceType,
    pub(super) traceable: Traceable,
    pub(super) stance: Stance,
}

/// A link with its kinds, kept from one edit to the next.
#[derive(Debug)]
pub(crate) struct Judged {
    link: Link,
    head: usize,
    /// What the rest of the document tells: whether the speaker is known, and whether the source was introduced.
    told: (bool, u32),
    kinds: Kinds,
}

impl Placed for Judged {
    fn place(&self) -> &Range<usize> {
        &self.link.cue
    }

    fn follow(&mut self, tokens: Splice) {
        self.link.follow(tokens);
        self.head = tokens.shift(self.head);
    }
}

impl Judged {
    /// Whether nothing that it rests on is `dirty`.
    fn is_clean(&self, dirty: &Dirty) -> bool {
        let parts = self.link.source.iter().chain([&self.link.cue]).chain(self.link.content.first());
        !parts.into_iter().any(|part| dirty.touches(part))
    }
}

/// The kinds of each of the `links`, whose sources refer to `speakers`; `known` are those before an `edit`.
pub(super) fn judge(
    reading: &Reading,
    links: &[Link],
    speakers: &[Option<&Entity>],
    entities: &[Entity],
    known: &mut Vec<Judged>,
    edit: &Edit,
) -> Vec<Kinds> {
    carry(known, edit.tokens);
    sort_by_number(known, |it| it.link.cue.start as u64);
    let starts: Vec<usize> = known.iter().map(|it| it.link.cue.start).collect();
    let mut old: Vec<Option<Judged>> = known.drain(..).map(Some).collect();
    let introduced = Introduced::new(reading);
    let kept = links.iter().zip(speakers).map(|(link, speaker)| {
        let told = |it: &Judged| (speaker.is_some(), introduced.before(reading, it.head));
        let at = starts.binary_search(&link.cue.start).ok()?;
        old[at].take_if(|it| it.link == *link && it.is_clean(&edit.dirty) && it.told == told(it))
    });
    let mut judged: Vec<Option<Judged>> = kept.collect();
    let asked: Vec<usize> = (0..links.len()).filter(|&at| judged[at].is_none()).collect();
    let cases = asked.iter().map(|&at| (&links[at], speakers[at]));
    let mut judge = Judge::new(reading, cases, entities, introduced);
    for ((&at, kinds), case) in asked.iter().zip(answers(&mut judge, entities)).zip(&judge.cases) {
        let told = (speakers[at].is_some(), judge.introduced.before(reading, case.head));
        judged[at] = Some(Judged { link: case.link.clone(), head: case.head, told, kinds });
    }
    known.extend(judged.into_iter().flatten());
    known.iter().map(|it| it.kinds).collect()
}

/// The kinds of each case of `judge`.
fn answers(judge: &mut Judge, entities: &[Entity]) -> Vec<Kinds> {
    let mut kinds: Vec<Kinds> = judge.cases.iter().map(|case| case.rules).collect();
    let questions = [Question::SourceType, Question::Traceable, Question::Stance];
    for (question, model) in questions.into_iter().zip(MODELS.iter()) {
        judge.question = question;
        for found in model.iter().flat_map(|model| model.mark(judge)) {
            let kinds = &mut kinds[found.tokens.start];
            match question {
                Question::SourceType => kinds.source_type = SOURCE_TYPES[found.kind],
                Question::Traceable => kinds.traceable = TRACEABLE[found.kind],
                Question::Stance => kinds.stance = STANCES[found.kind],
            }
        }
    }
    for (kinds, case) in kinds.iter_mut().zip(&judge.cases) {
        settle(judge.reading, case, kinds, entities);
    }
    kinds
}

/// What rules and lists know better than the models.
fn settle(reading: &Reading, Case { link, rules, .. }: &Case, kinds: &mut Kinds, entities: &[Entity]) {
    if let Some(stance) = stance::certain(reading, link.cue.clone(), &link.content) {
        kinds.stance = stance;
    }
    match &link.source {
        None => {
            (kinds.source_type, kinds.traceable) = (SourceType::None, Traceable::No);
            // The list of cues without a source knows how sure they are.
            let sure = match link.stance {
                Stance::Negative => kinds.stance == Stance::Neutral,
                stance => matches!(stance, Stance::Hedged | Stance::Doubtful),
            };
            if sure {
                kinds.stance = link.stance;
            }
        }
        Some(source) => {
            if let Some(traceable) = insider::traceable(reading, source) {
                (kinds.source_type, kinds.traceable) = (SourceType::Group, traceable);
            } else if let Some(source_type) = kind::name(reading, source.clone(), entities) {
                (kinds.source_type, kinds.traceable) = (source_type, Traceable::Yes);
            } else if kinds.traceable == Traceable::No && rules.traceable == Traceable::Partly {
                // "Experts from the University of Warsaw": a name says where to ask.
                kinds.traceable = Traceable::Partly;
            }
        }
    }
}

/// Describes attributions to the model that is asked.
#[derive(Debug)]
pub(super) struct Judge<'r> {
    reading: &'r Reading<'r>,
    cases: Vec<Case<'r>>,
    introduced: Introduced,
    question: Question,
}

/// One attribution, and what the rules say of it.
#[derive(Debug)]
struct Case<'r> {
    link: &'r Link,
    rules: Kinds,
    head: usize,
    /// The kinds of the names in its source, a bit each, and whether the speaker is known.
    names: u32,
    /// The kinds of the name that holds its head.
    head_name: u32,
}

impl<'r> Judge<'r> {
    pub(super) fn new(
        reading: &'r Reading<'r>,
        links: impl Iterator<Item = (&'r Link, Option<&'r Entity>)>,
        entities: &[Entity],
        introduced: Introduced,
    ) -> Self {
        let case = |(link, speaker): (&'r Link, Option<&Entity>)| {
            let head = link.source.clone().map_or(link.cue.start, |source| kind::head(reading, source));
            let (source_type, traceable) = kind::source(reading, link.source.clone(), speaker, entities);
            let names =
                |range| kind::named_in(reading, range, entities).fold(0, |bits, kind| bits | bit(kind));
            Case {
                link,
                rules: Kinds { source_type, traceable, stance: link.stance },
                head,
                names: link.source.clone().map_or(0, names) | u32::from(speaker.is_some()),
                head_name: names(head..head + 1),
            }
        };
        let cases = links.map(case).collect();
        Self { reading, cases, introduced, question: Question::SourceType }
    }

    pub(super) fn asking(mut self, question: Question) -> Self {
        self.question = question;
        self
    }
}

const fn bit(kind: EntityKind) -> u32 {
    2 << kind as u32
}

impl Reader for Judge<'_> {
    fn word(&self, _at: usize) -> Option<u32> {
        None
    }

    fn stretches(&self) -> Vec<Range<usize>> {
        let about_source = self.question != Question::Stance;
        let cases = self.cases.iter().enumerate();
        let asked = cases.filter(|(_, case)| !about_source || case.link.source.is_some());
        asked.map(|(at, _)| at..at + 1).collect()
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        let mut templates = Templates::new(features);
        let case = &self.cases[at];
        match self.question {
            Question::SourceType | Question::Traceable => self.source(&mut templates, case),
            Question::Stance => self.cue(&mut templates, case),
        }
    }
}

/// How many words of a source or cue are looked at.
const WORDS: usize = 10;

impl Judge<'_> {
    fn source(&self, templates: &mut Templates, case: &Case) {
        let Some(source) = case.link.source.clone() else { return };
        let facts = |at| self.reading.facts(at);
        let rules = mix(case.rules.source_type as u32, case.rules.traceable as u32);
        let (first, head) = (facts(source.start), facts(case.head));
        let noun = head.lists >> super::facts::list::SOURCE;
        let length = source.len().min(6) as u32;
        let before = self.introduced.before(self.reading, case.head);
        templates.add(0);
        templates.add(rules);
        templates.add(case.names);
        templates.add(head.lower);
        templates.add(head.suffix);
        templates.add(first.lower);
        templates.add(facts(source.end - 1).lower);
        templates.add(noun);
        templates.add(length);
        templates.pair(rules, first.lower);
        templates.pair(rules, case.names);
        templates.pair(rules, noun);
        templates.pair(first.lower, head.lower);
        templates.pair(first.lower, noun);
        templates.triple(first.lower, noun, length);
        templates.triple(noun, case.names, before);
        templates.triple(first.lower, before, noun);
        templates.pair(before, head.lower);
        templates.pair(rules, before);
        templates.pair(case.names, head.lower);
        templates.pair(facts(case.head + 1).lower, noun);
        templates.pair(facts(case.head + 1).lower, case.names);
        templates.pair(facts(case.head.wrapping_sub(1)).lower, head.lower);
        templates.pair(facts(source.start.wrapping_sub(1)).lower, first.tag);
        templates.pair(head.tag, first.tag);
        templates.triple(head.suffix, first.lower, case.names);
        templates.pair(case.head_name, case.rules.source_type as u32);
        templates.pair(case.head_name, length);
        templates.section(1);
        for at in source.clone().take(WORDS) {
            templates.section(1);
            templates.add(facts(at).lower);
            templates.pair(facts(at).lower, noun);
        }
        templates.section(2);
        templates.add(case.link.stance as u32);
        templates.pair(facts(case.link.cue.start).lower, noun);
    }

    fn cue(&self, templates: &mut Templates, case: &Case) {
        let Link { cue, content, .. } = case.link;
        let facts = |at| self.reading.facts(at);
        let start = content.first().map_or(usize::MAX, |piece| piece.start);
        let stance = case.rules.stance as u32;
        let first = facts(start).lower;
        let quoted = u32::from(self.reading.quotation_around(start).is_some());
        let behind = u32::from(start > cue.start);
        let source_type = case.rules.source_type as u32;
        let words = cue.clone().take(WORDS).map(|at| facts(at).lower);
        let phrase = words.clone().fold(hash([]), mix);
        templates.add(0);
        templates.add(stance);
        templates.add(phrase);
        templates.pair(stance, first);
        templates.pair(stance, quoted);
        templates.pair(phrase, first);
        templates.pair(phrase, source_type);
        templates.pair(phrase, quoted);
        templates.pair(stance, source_type);
        templates.triple(stance, behind, quoted);
        templates.add(first);
        templates.pair(first, facts(start + 1).lower);
        templates.pair(stance, facts(start).tag);
        templates.pair(facts(cue.start).lower, facts(start).tag);
        templates.pair(facts(cue.start.wrapping_sub(1)).lower, stance);
        templates.pair(facts(cue.start.wrapping_sub(2)).lower, stance);
        templates.pair(facts(cue.start.wrapping_sub(1)).lower, facts(cue.start).lower);
        templates.pair(facts(cue.end).lower, facts(cue.end - 1).lower);
        templates.add(facts(cue.end - 1).lower);
        templates.pair(cue.len().min(5) as u32, stance);
        for at in cue.clone().take(WORDS) {
            templates.section(1);
            let facts = facts(at);
            templates.add(facts.lower);
            templates.add(facts.prefix);
            templates.add(facts.verb);
            templates.pair(facts.verb, first);
            templates.pair(facts.lower, first);
            templates.pair(facts.lower, source_type);
            templates.pair(facts.prefix, quoted);
        }
    }
}
