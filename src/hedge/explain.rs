//! Why an attribution is hedged, in words a reader understands: all sentences in one place.

use crate::analysis::{Reason, ReasonCode};
use crate::text::{Document, Span};

/// The source is an open category.
pub(crate) fn unnamed_source(document: &Document, source: Span) -> Reason {
    reason(
        ReasonCode::UnnamedSource,
        source,
        ["No one is named: “", source.of(document.text), "” could be anyone."],
    )
}

/// There is no source.
pub(crate) fn no_source(document: &Document, cue: Span) -> Reason {
    reason(ReasonCode::NoSource, cue, ["“", cue.of(document.text), "” leaves out who says so."])
}

/// The cue is less than certain.
pub(crate) fn hedged_cue(document: &Document, cue: Span) -> Reason {
    reason(
        ReasonCode::HedgedCue,
        cue,
        ["“", cue.of(document.text), "” is weaker than “said”: the source itself is not certain."],
    )
}

/// The writer keeps a distance.
pub(crate) fn doubtful_cue(document: &Document, cue: Span) -> Reason {
    reason(
        ReasonCode::DoubtfulCue,
        cue,
        ["With “", cue.of(document.text), "” the writer keeps a distance from what is said."],
    )
}

fn reason(code: ReasonCode, span: Span, text: [&str; 3]) -> Reason {
    Reason { code, start: span.start, end: span.end, text: text.concat() }
}
