//! Attributions: who says what, by which words.
//!
//! A trained tagger marks the cues, and the sources beside them ([`cue`]). For each cue a second one reads
//! the words around it and marks what is its source and what is its content ([`role`]); one that is
//! sure is asked for again where it has none, and a cue that is left without a content is none ([`propose`]);
//! and the subject of "is expected to" is no source ([`passive`]), nor is what stands before "for allegedly" a
//! content ([`adverb`]); of "a person close to the talks" the person is the source ([`insider`]). Contents are mended to whole quotations ([`repair`]) and to what the quotation beside a cue
//! shows ([`beside`]). A third model keeps or drops each of these proposals ([`verdict`]), and [`link`] holds what is kept. Quotations that are signed ([`signed`]) or have a
//! verb of saying that no tagger has marked ([`uncued`]) join them; each quotation belongs to the nearest cue ([`share`]).
//!
//! Speakers are named when all entities are known ([`speaker`]), by a source's own words ([`issuer`]), behind pronouns ([`cast`]) and descriptions
//! ([`described`]) too. Small models judge what kind of source and how sure a cue it is ([`judge`]); what rules and lists say
//! of them ([`kind`], [`stance`]) are features of theirs, and decide where they are certain. Through whom a content
//! comes ([`chain`]), why a source is not named ([`anonymity`]) and what weakens the attribution ([`reasons`]) come
//! last. Attributions whose parts a reader has put right are described in the same way ([`given`]).

mod adverb;
mod anonymity;
mod beside;
mod between;
mod cast;
mod chain;
mod cue;
mod described;
mod facts;
mod given;
mod insider;
mod introduced;
mod issuer;
mod judge;
mod kind;
mod link;
mod marked;
mod passive;
mod propose;
mod reading;
mod reasons;
mod repair;
mod role;
mod share;
mod signed;
mod speaker;
mod stance;
mod tie;
mod uncued;
mod verdict;

pub(crate) use chain::relay;
pub(crate) use given::{Given, describe_given};

pub use cue::{CUE, CueReader, SOURCE};
pub use judge::{Question, SOURCE_TYPES, STANCES, TRACEABLE};
pub use marked::Marked;
pub use propose::Roles;
pub(crate) use reading::Known as KnownReading;
pub use reading::Reading;
pub use role::{CONTENT, RoleReader, labels_of};
pub use verdict::Proposals;

use crate::analysis::{Attribution, Entity, Form, Hedge, Stance, Traceable};
use crate::sharp::Impression;
use crate::text::{Dirty, Span, Splice};
use anonymity::Stated;
use judge::{Judged, Kinds};
use link::Link;
use std::ops::Range;

/// What is kept of the attributions of a document.
#[derive(Debug, Default)]
pub(crate) struct Known {
    links: link::Known,
    judged: Vec<Judged>,
    stated: Vec<Stated>,
}

/// The other marks of a document, each list in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marks<'m> {
    pub(crate) entities: &'m [Entity],
    pub(crate) hedges: &'m [Hedge],
}

/// What an edit has done to the tokens.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) tokens: Splice,
    /// Where a token or one that it sees is another one now.
    pub(crate) dirty: Dirty,
}

/// The attributions of a document, by the start of their first part, as they are after an `edit`, which `renamed`
/// the entities of some tokens. `impression` is what a sharper reading makes of the document.
pub(crate) fn find_attributions(
    reading: &Reading,
    marks: Marks,
    known: &mut Known,
    mut edit: Edit,
    renamed: Vec<Range<usize>>,
    impression: Option<&Impression>,
) -> Vec<Attribution> {
    let links = link::find_links(reading, &mut known.links, &edit, impression);
    edit.dirty.add(reading.document, renamed, 1);
    describe(reading, &links, &[], marks, known, &edit)
}

/// What there is to say of `links`, which are in order. Where a reader knows better, `given` has an entry for
/// each of them.
fn describe(
    reading: &Reading,
    links: &[Link],
    given: &[Given],
    Marks { entities, hedges }: Marks,
    known: &mut Known,
    edit: &Edit,
) -> Vec<Attribution> {
    let within = chain::nesting(links);
    let speakers = speaker::resolve(reading, links, &within, entities);
    let mut kinds = judge::judge(reading, links, &speakers, entities, &mut known.judged, edit);
    kinds.iter_mut().zip(given).for_each(|(kinds, given)| given.settle(kinds));
    let mut attributions: Vec<Attribution> =
        (links.iter().zip(kinds)).map(|(link, kinds)| attribution(reading, link, kinds)).collect();
    for (index, (within, speaker)) in within.into_iter().zip(speakers).enumerate() {
        let attribution = &mut attributions[index];
        let name = speaker.map(|entity| entity.name.clone());
        attribution.within = within;
        attribution.corrected = given.get(index).is_some_and(|given| given.corrected);
        attribution.speaker = match given.get(index) {
            Some(given) => given.speaker(name),
            None => name,
        };
    }
    chain::relay(reading.document, &mut attributions);
    anonymity::explain(reading, &mut attributions, &mut known.stated, edit.tokens);
    reasons::give(reading.document, &mut attributions, hedges);
    attributions
}

fn attribution(reading: &Reading, link: &Link, kinds: Kinds) -> Attribution {
    let spans = |ranges: &[Range<usize>]| {
        ranges.iter().map(|range| reading.document.span(range.clone())).collect::<Vec<Span>>()
    };
    let Kinds { source_type, traceable, stance } = kinds;
    Attribution {
        content: spans(&link.content),
        source: spans(link.source.as_slice()),
        cue: spans(std::slice::from_ref(&link.cue)),
        form: form(reading, &link.content),
        source_type,
        traceable,
        stance,
        hedged: traceable == Traceable::No || matches!(stance, Stance::Hedged | Stance::Doubtful),
        reasons: Vec::new(),
        speaker: None,
        within: None,
        through: None,
        anonymity: Vec::new(),
        confidence: link.confidence,
        corrected: false,
    }
}

fn form(reading: &Reading, content: &[Range<usize>]) -> Form {
    if content.iter().all(|piece| reading.is_quoted(piece.clone())) {
        Form::Direct
    } else if content.iter().any(|piece| reading.has_quote(piece.clone())) {
        Form::Mixed
    } else {
        Form::Indirect
    }
}

/// Where the first part of an attribution begins: the order of the list.
fn start(attribution: &Attribution) -> u32 {
    let parts = attribution.content.iter().chain(&attribution.source).chain(&attribution.cue);
    parts.map(|part| part.start).min().unwrap_or_default()
}
