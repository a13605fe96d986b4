//! An article as labelled text: the form in which corpora of names, attributions and hedges are kept, one JSON
//! object a line, so that a reader's corrections can train and score programs. Offsets are code points.

use super::words;
use crate::Analysis;
use crate::analysis::{Attribution, Entity, EntityKind, Hedge, SourceType, Stance, Traceable};
use crate::text::{OffsetMap, OffsetUnit, Span};
use serde::Serialize;

/// An article with all that is marked in it, whether a reader has corrected it or not.
#[derive(Debug, Serialize)]
pub struct Labels<'a, I> {
    id: I,
    text: &'a str,
    entities: Vec<Label>,
    attributions: Vec<LabelledAttribution<'a>>,
    hedges: Vec<Label>,
    sentences: Vec<LabelledSentence>,
}

#[derive(Debug, Serialize)]
struct Label {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct LabelledAttribution<'a> {
    content: Vec<Span>,
    source: Vec<Span>,
    cue: Vec<Span>,
    quote_style: &'static str,
    source_type: SourceType,
    traceable: Traceable,
    stance: Stance,
    hedged: bool,
    speaker: Option<&'a str>,
    /// Whether it lies inside the content of another one.
    inside: bool,
}

#[derive(Debug, Serialize)]
struct LabelledSentence {
    start: u32,
    end: u32,
    /// Whether a hedge stands in it.
    uncertain: bool,
}

/// The labels of `text`. Offsets of `analysis` are bytes.
#[must_use]
pub fn labels<'a, I: Serialize>(id: I, text: &'a str, analysis: &'a Analysis) -> Labels<'a, I> {
    let chars = OffsetMap::new(text, OffsetUnit::Chars);
    let span = |span: Span| Span { start: chars.get(span.start), end: chars.get(span.end) };
    let spans = |of: &[Span]| of.iter().copied().map(span).collect::<Vec<_>>();
    let label = |start, end, kind| {
        let Span { start, end } = span(Span { start, end });
        Label { start, end, kind }
    };
    let entity = |it: &Entity| label(it.start, it.end, entity_type(it.kind));
    let hedge = |it: &Hedge| label(it.start, it.end, words::hedge(it.kind).0);
    let attribution = |it: &'a Attribution| LabelledAttribution {
        content: spans(&it.content),
        source: spans(&it.source),
        cue: spans(&it.cue),
        quote_style: words::form(it.form),
        source_type: it.source_type,
        traceable: it.traceable,
        stance: it.stance,
        hedged: it.hedged,
        speaker: it.speaker.as_deref(),
        inside: it.within.is_some(),
    };
    let sentence = |it: &Span| {
        let first = analysis.hedges.partition_point(|hedge| hedge.start < it.start);
        let uncertain = analysis.hedges.get(first).is_some_and(|hedge| hedge.start < it.end);
        let Span { start, end } = span(*it);
        LabelledSentence { start, end, uncertain }
    };
    Labels {
        id,
        text,
        entities: analysis.entities.iter().map(entity).collect(),
        attributions: analysis.attributions.iter().map(attribution).collect(),
        hedges: analysis.hedges.iter().map(hedge).collect(),
        sentences: analysis.sentences.iter().map(sentence).collect(),
    }
}

/// What corpora of names call the kinds.
const fn entity_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Group => "NORP",
        EntityKind::Date => "DATE",
        EntityKind::Time => "TIME",
        EntityKind::Money => "MONEY",
        EntityKind::Percent => "PERCENT",
        EntityKind::Quantity => "QUANTITY",
        EntityKind::Event => "EVENT",
        EntityKind::Product => "PRODUCT",
        EntityKind::Law => "LAW",
        EntityKind::Work => "WORK",
    }
}
