//! The parts of a sentence that can hold a name: capitals, and what may stand between and around them.
//! Everything else is outside without a look at the model, which is most of an article.

use super::page::Page;
use crate::text::{Document, Form};
use std::ops::Range;

/// Small words that a name may go on over, in a row: `Bank of the West`.
const GAP: usize = 3;
/// Small words or numbers that a name may begin with: `van der Bellen`, `2024 Olympics`.
const LEAD: usize = 2;

/// The stretches of `sentence`, in order.
pub(super) fn stretches(document: &Document, page: &Page, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in sentence.clone() {
        if !page.get(at).surface.has_capital() {
            continue;
        }
        // One word behind a capital may end its name: `Green party`, `Suk-fan`.
        let hyphen = document.word(at + 1) == "-" && document.touches_previous(at + 1);
        let behind = if is_bracket(document, at + 1) { 1 } else { 2 + usize::from(hyphen) };
        let end = (at + behind).min(sentence.end);
        match found.last_mut() {
            Some(last) if at < last.end + GAP && !(last.end..at).any(|at| is_bracket(document, at)) => {
                last.end = end;
            }
            _ => {
                let floor = found.last().map_or(sentence.start, |last| last.end);
                let mut start = at;
                while start > floor && at - start < LEAD && can_lead(document, page, start - 1) {
                    start -= 1;
                }
                found.push(start..end);
            }
        }
    }
    found
}

/// A bracket ends a name: `Qatar Fund (QF) and Research Council`.
fn is_bracket(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "(" | ")" | "[" | "]")
}

/// Whether a name may begin with this token although it has no capital.
fn can_lead(document: &Document, page: &Page, at: usize) -> bool {
    match page.get(at).surface.form {
        Form::Lower => document.word(at).len() <= 3,
        Form::Digits => true,
        _ => document.word(at) == "-",
    }
}
