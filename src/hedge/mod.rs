//! Hedges: words that weaken what is said, and how the weaknesses of an attribution are put in sentences.

mod explain;

pub(crate) use explain::reason;

use crate::analysis::{Hedge, HedgeKind};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::{Class, Document, TokenKind};

/// How often an entry of the list is a hedge where it stands, as counted in labelled training texts.
const CONFIDENCE: f32 = 0.8;

/// The hedges of `document`, in order.
pub(crate) fn find_hedges(document: &Document, classes: &[Class]) -> Vec<Hedge> {
    let mut hedges = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let found = lexicon()
            .hedges
            .longest_at(document, at)
            .filter(|&(end, &kind)| weakens(document, classes, at, end, kind));
        if let Some((end, &kind)) = found {
            let span = document.span(at..end);
            hedges.push(Hedge { start: span.start, end: span.end, kind, confidence: CONFIDENCE });
        }
        at = found.map_or(at + 1, |(end, _)| end);
    }
    hedges
}

/// Leaves out the entry's other uses: the month of May, `some 300 people`, a permission denied.
fn weakens(document: &Document, classes: &[Class], at: usize, end: usize, kind: HedgeKind) -> bool {
    let next = classes.get(end);
    let begins_sentence = at == 0 || matches!(document.word(at - 1), "." | "”" | "“" | "\"");
    let name = document.word(at).starts_with(char::is_uppercase) && !begins_sentence;
    match kind {
        HedgeKind::Modal if name => false,
        HedgeKind::Modal => next != Some(&Class::Number) && document.kind(end) != Some(TokenKind::Number),
        HedgeKind::Quantity => {
            !matches!(next, Some(Class::Number | Class::Function(FunctionWord::Preposition)))
        }
        _ => true,
    }
}
