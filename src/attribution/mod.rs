//! Attributions: who says what, by which words.
//!
//! A trained tagger marks the cues, and the sources beside them ([`cue`]). For each cue a second one reads
//! the words around it and marks what is its source and what is its content ([`role`]); a cue without a
//! content is none ([`link`]). Contents are then mended to whole quotations ([`repair`]). What kind of
//! source and how sure a cue it is follows from the words themselves ([`kind`], [`stance`]). Speakers
//! are named when all entities are known ([`speaker`]); through whom a content comes ([`chain`]), why a
//! source is not named ([`anonymity`]) and what weakens the attribution ([`reasons`]) come last.

mod anonymity;
mod between;
mod cast;
mod chain;
mod cue;
mod facts;
mod kind;
mod link;
mod reading;
mod reasons;
mod repair;
mod role;
mod speaker;
mod stance;

pub use cue::{CUE, CueReader, SOURCE};
pub use reading::Reading;
pub use role::{CONTENT, RoleReader, labels_of, parts, probability};

use crate::analysis::{Attribution, Entity, Form, Hedge, Stance, Traceable};
use crate::text::Span;
use link::Link;
use std::ops::Range;

/// The attributions of a document whose `entities` and `hedges` are known, by the start of their first part.
pub(crate) fn find_attributions(
    reading: &Reading,
    entities: &[Entity],
    hedges: &[Hedge],
) -> Vec<Attribution> {
    let links = link::find_links(reading);
    let within = chain::nesting(&links);
    let speakers = speaker::resolve(reading, &links, &within, entities);
    let parts = links.iter().zip(within).zip(speakers);
    let mut attributions: Vec<Attribution> = parts
        .map(|((link, within), speaker)| attribution(reading, link, within, speaker, entities))
        .collect();
    chain::relay(reading.document, &mut attributions);
    anonymity::explain(reading, &mut attributions);
    reasons::give(reading.document, &mut attributions, hedges);
    attributions
}

fn attribution(
    reading: &Reading,
    link: &Link,
    within: Option<u32>,
    speaker: Option<&Entity>,
    entities: &[Entity],
) -> Attribution {
    let document = reading.document;
    let spans = |ranges: &[Range<usize>]| {
        ranges.iter().map(|range| document.span(range.clone())).collect::<Vec<Span>>()
    };
    let source = spans(link.source.as_slice());
    let (source_type, traceable) = kind::source(reading, link.source.clone(), speaker, entities);
    Attribution {
        content: spans(&link.content),
        source,
        cue: spans(std::slice::from_ref(&link.cue)),
        form: form(reading, &link.content),
        source_type,
        traceable,
        stance: link.stance,
        hedged: traceable == Traceable::No || matches!(link.stance, Stance::Hedged | Stance::Doubtful),
        reasons: Vec::new(),
        speaker: speaker.map(|entity| entity.name.clone()),
        within,
        through: None,
        anonymity: Vec::new(),
        confidence: link.confidence,
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
