//! What weakens an attribution, in words a reader understands: all sentences in one place.

use crate::analysis::{Reason, ReasonCode};
use crate::text::{Document, Span};

/// The reason `code`, which rests on the words at `span`.
pub(crate) fn reason(document: &Document, code: ReasonCode, span: Span) -> Reason {
    let [before, behind] = sentence(code);
    let text = [before, span.of(document.text), behind].concat();
    Reason { code, start: span.start, end: span.end, text }
}

/// What stands before and behind the words that a reason rests on.
const fn sentence(code: ReasonCode) -> [&'static str; 2] {
    match code {
        ReasonCode::UnnamedSource => ["No one is named: “", "” could be anyone."],
        ReasonCode::NoSource => ["“", "” leaves out who says so."],
        ReasonCode::HedgedCue => ["“", "” is weaker than “said”: the source itself is not certain."],
        ReasonCode::DoubtfulCue => ["With “", "” the writer keeps a distance from what is said."],
        ReasonCode::Anonymity => ["The text says why no name is given: “", "”."],
        ReasonCode::HedgedContent => ["“", "” inside the statement makes it less certain."],
    }
}
