//! What weakens an attribution: its source, its cue, and the hedges in its content.

use super::start;
use crate::analysis::{Attribution, Hedge, HedgeKind, ReasonCode, SourceType, Stance, Traceable};
use crate::hedge::reason;
use crate::text::{Document, Span};

/// How many hedges of one content are named.
const MOST: usize = 3;
/// How many attributions before a hedge are looked at for the content that it lies in.
const REACH: usize = 16;

/// Sets the reasons of all `attributions`.
pub(super) fn give(document: &Document, attributions: &mut [Attribution], hedges: &[Hedge]) {
    for attribution in &mut *attributions {
        let source_type = attribution.source_type;
        attribution.reasons =
            of(attribution).map(|(code, span)| reason(document, code, source_type, span)).collect();
    }
    for hedge in hedges.iter().filter(|hedge| weakens(hedge.kind)) {
        let span = Span { start: hedge.start, end: hedge.end };
        if let Some(holder) = holder(attributions, span) {
            let Attribution { reasons, source_type, .. } = &mut attributions[holder];
            let named = reasons.iter().filter(|it| it.code == ReasonCode::HedgedContent).count();
            if named < MOST {
                reasons.push(reason(document, ReasonCode::HedgedContent, *source_type, span));
            }
        }
    }
}

/// The reasons that lie in the source and the cue, with the words that they rest on.
fn of(attribution: &Attribution) -> impl Iterator<Item = (ReasonCode, Span)> {
    let (source, cue) = (attribution.source.first().copied(), attribution.cue.first().copied());
    let untraceable = attribution.traceable == Traceable::No;
    let sourceless = attribution.source_type == SourceType::None;
    let code = match attribution.stance {
        Stance::Hedged => Some(ReasonCode::HedgedCue),
        // Without a source nobody is kept at a distance.
        Stance::Doubtful if !sourceless => Some(ReasonCode::DoubtfulCue),
        _ => None,
    };
    let unnamed = if sourceless {
        cue.map(|cue| (ReasonCode::NoSource, cue))
    } else {
        source.map(|source| (ReasonCode::UnnamedSource, source))
    };
    let anonymity = attribution.anonymity.first().map(|span| (ReasonCode::Anonymity, *span));
    unnamed.filter(|_| untraceable).into_iter().chain(anonymity).chain(code.zip(cue))
}

/// Hedges that make a statement less certain; the others leave open who or how many.
const fn weakens(kind: HedgeKind) -> bool {
    matches!(kind, HedgeKind::Modal | HedgeKind::Evidential | HedgeKind::Approximation)
}

/// The attribution with the smallest content around `hedge`, unless a cue there takes the hedge for itself.
fn holder(attributions: &[Attribution], hedge: Span) -> Option<usize> {
    let behind = attributions.partition_point(|it| start(it) < hedge.end);
    let near = behind.saturating_sub(REACH)..behind;
    if attributions[near.clone()].iter().any(|it| it.cue.iter().any(|cue| cue.overlaps(hedge))) {
        return None;
    }
    let size = |index: &usize| attributions[*index].content.iter().map(|piece| piece.len()).sum::<usize>();
    let holds = |index: &usize| attributions[*index].content.iter().any(|piece| piece.contains(hedge));
    near.filter(holds).min_by_key(size)
}
