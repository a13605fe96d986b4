//! Attributions: who says what, by which words.
//!
//! A trained tagger marks the cues, and the sources beside them ([`cue`]). For each cue a second one reads
//! the words around it and marks what is its source and what is its content ([`role`]); a cue without a
//! content is none ([`link`]). Contents are then mended to whole quotations ([`repair`]). What kind of
//! source and how sure a cue it is follows from the words themselves ([`kind`], [`stance`]). Speakers
//! are named last, when all entities are known ([`speaker`]).

mod between;
mod cue;
mod facts;
mod kind;
mod link;
mod reading;
mod repair;
mod role;
mod speaker;
mod stance;

pub use cue::{CUE, CueReader, SOURCE};
pub use reading::Reading;
pub use role::{CONTENT, RoleReader, labels_of, parts, probability};

use crate::analysis::{Attribution, Entity, Form, Reason, SourceType, Stance, Traceable};
use crate::hedge;
use crate::text::{Document, Span};
use link::Link;
use std::ops::Range;

/// The attributions of a document whose `entities` are known, by the start of their first part.
pub(crate) fn find_attributions(reading: &Reading, entities: &[Entity]) -> Vec<Attribution> {
    let links = link::find_links(reading);
    let within = nesting(&links);
    let speakers = speaker::resolve(reading, &links, &within, entities);
    links
        .iter()
        .zip(within)
        .zip(speakers)
        .map(|((link, within), speaker)| attribution(reading, link, within, speaker, entities))
        .collect()
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
    let mut attribution = Attribution {
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
        confidence: link.confidence,
    };
    attribution.reasons = reasons(document, &attribution);
    attribution
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

/// For each link the smallest other one in whose content its cue lies.
fn nesting(links: &[Link]) -> Vec<Option<u32>> {
    let mut within = vec![None; links.len()];
    for (inner, link) in links.iter().enumerate() {
        let holders =
            link::near(links, inner).filter(|&outer| links[outer].holds(link) && !link.holds(&links[outer]));
        within[inner] = holders.min_by_key(|&outer| links[outer].content_len()).map(|outer| outer as u32);
    }
    within
}

fn reasons(document: &Document, attribution: &Attribution) -> Vec<Reason> {
    let first = |spans: &[Span]| spans.first().copied();
    let cue = first(&attribution.cue);
    let mut reasons = Vec::new();
    if attribution.traceable == Traceable::No {
        reasons.extend(match attribution.source_type {
            SourceType::None => cue.map(|span| hedge::no_source(document, span)),
            _ => first(&attribution.source).map(|span| hedge::unnamed_source(document, span)),
        });
    }
    reasons.extend(match attribution.stance {
        Stance::Hedged => cue.map(|span| hedge::hedged_cue(document, span)),
        Stance::Doubtful if attribution.source_type != SourceType::None => {
            cue.map(|span| hedge::doubtful_cue(document, span))
        }
        _ => None,
    });
    reasons
}
