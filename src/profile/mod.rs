//! The profile of an article: plain counts over what was found, no verdict.

mod voices;
mod words;

use crate::analysis::{Analysis, Attribution, Profile, QuoteKind};
use crate::text::{Document, Span};
use words::{Words, merge};

/// Counts what `analysis` has found in `document`.
pub(crate) fn profile(document: &Document, analysis: &Analysis) -> Profile {
    let words = Words::of(document);
    let contents = merge(analysis.attributions.iter().flat_map(|it| it.content.iter().copied()).collect());
    let quotations = merge(quoted(analysis).collect());
    let others = merge(contents.iter().chain(&quotations).copied().collect());
    let cues = analysis.attributions.iter().filter(|it| !it.source.is_empty());
    let taken = merge(others.iter().copied().chain(cues.flat_map(|it| it.cue.iter().copied())).collect());
    let own_words = words.all() - words.in_all(&others);
    let hedges = analysis.hedges.iter().map(|hedge| Span { start: hedge.start, end: hedge.end });
    let hedges = hedges.filter(|hedge| !touches(&taken, *hedge)).count() as u32;
    let mut profile = Profile {
        words: words.all(),
        attributed_words: words.in_all(&contents),
        quoted_words: words.in_all(&quotations),
        hedges,
        hedges_per_100: (f64::from(hedges) * 100.0 / f64::from(own_words.max(1))) as f32,
        voices: voices::voices(document, analysis, &words),
        ..Profile::default()
    };
    analysis.attributions.iter().for_each(|attribution| add(&mut profile, attribution));
    profile
}

fn add(profile: &mut Profile, attribution: &Attribution) {
    profile.attributions += 1;
    profile.hedged += u32::from(attribution.hedged);
    profile.relayed += u32::from(attribution.through.is_some());
    profile.traceable.add(attribution.traceable);
    profile.source_types.add(attribution.source_type);
    profile.stances.add(attribution.stance);
}

/// Somebody's words: titles, and words that the writer only keeps at a distance, are none.
fn quoted(analysis: &Analysis) -> impl Iterator<Item = Span> {
    let speech =
        analysis.quotes.iter().filter(|it| matches!(it.kind, QuoteKind::Quotation | QuoteKind::Fragment));
    speech.map(|quote| Span { start: quote.start, end: quote.end })
}

/// Whether `span` overlaps one of the `merged` spans.
fn touches(merged: &[Span], span: Span) -> bool {
    let first = merged.partition_point(|it| it.end <= span.start);
    merged.get(first).is_some_and(|it| it.overlaps(span))
}
