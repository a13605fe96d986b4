//! What weakens an attribution, in words a reader understands: all sentences in one place.

use crate::analysis::{Reason, ReasonCode, SourceType};
use crate::text::{Document, Span};

/// The reason `code`, which rests on the words at `span`, for a source of kind `source_type`.
pub(crate) fn reason(document: &Document, code: ReasonCode, source_type: SourceType, span: Span) -> Reason {
    let [before, behind] = sentence(code, source_type);
    let text = [before, span.of(document.text), behind].concat();
    Reason { code, start: span.start, end: span.end, text }
}

/// What stands before and behind the words that a reason rests on.
const fn sentence(code: ReasonCode, source_type: SourceType) -> [&'static str; 2] {
    match (code, source_type) {
        (ReasonCode::UnnamedSource, SourceType::Document) => {
            ["“", "” names no text that could be looked up."]
        }
        (ReasonCode::UnnamedSource, SourceType::Pronoun) => ["“", "” refers to no one who is named."],
        (ReasonCode::UnnamedSource, _) => ["“", "” names no one who could be asked."],
        (ReasonCode::NoSource, _) => ["“", "” leaves out who says so."],
        (ReasonCode::HedgedCue, _) => ["“", "” puts this as a view or a guess, not as a fact."],
        (ReasonCode::DoubtfulCue, _) => ["With “", "” the writer keeps a distance from what is said."],
        (ReasonCode::Anonymity, _) => ["The text says why no name is given: “", "”."],
        (ReasonCode::HedgedContent, _) => ["“", "” inside the statement makes it less certain."],
    }
}
