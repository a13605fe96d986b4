//! Quotations: which quote marks belong together.
//!
//! Marks are paired paragraph by paragraph with a stack, so quotations nest and never cross. A
//! quotation that is still open where its paragraph ends goes on if the next paragraph opens with
//! the same mark, as English typesetting has it; otherwise it ends there, unclosed.

mod mark;

use crate::analysis::{Attribution, Quote, QuoteKind};
use crate::text::{Document, Span};
use mark::{Mark, Style};
use std::ops::Range;

/// A quotation, by its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// All its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    /// Whether its closing mark was found.
    pub(crate) closed: bool,
    /// Whether it lies in another quotation.
    pub(crate) inner: bool,
    /// How it stands in its sentence.
    pub(crate) kind: QuoteKind,
}

/// A quotation that waits for its closing mark.
struct Open {
    start: usize,
    style: Style,
}

/// The quotations of `document`, by start, an outer one before those inside it.
pub(crate) fn find_quotations(document: &Document) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut stack: Vec<Open> = Vec::new();
    for paragraph in &document.paragraphs {
        let tokens = document.sentences[paragraph.start].start..document.sentences[paragraph.end - 1].end;
        let mut at = tokens.start;
        if let Some(open) = stack.first() {
            if mark::style_of(document.word(at)) == Some(open.style) {
                at += 1;
            } else {
                end_all(document, &mut stack, tokens.start, &mut found);
            }
        }
        for at in at..tokens.end {
            match mark::read(document, at, tokens.clone(), stack.last().map(|open| open.style)) {
                Some(Mark::Opens(style)) => stack.push(Open { start: at, style }),
                Some(Mark::Closes(style)) => close(document, &mut stack, style, at, &mut found),
                None => {}
            }
        }
        // Only the outermost quotation is carried over into the next paragraph.
        if stack.len() > 1 {
            let inner = stack.split_off(1);
            found.extend(inner.iter().map(|open| quotation(document, open.start..tokens.end, false, true)));
        }
    }
    end_all(document, &mut stack, document.tokens.len(), &mut found);
    found.sort_by_key(|quotation| (quotation.tokens.start, usize::MAX - quotation.tokens.end));
    found
}

/// Closes the innermost quotation of `style`; those opened inside it and never closed end there too.
fn close(document: &Document, stack: &mut Vec<Open>, style: Style, at: usize, found: &mut Vec<Quotation>) {
    let Some(depth) = stack.iter().rposition(|open| open.style == style) else { return };
    for open in stack.split_off(depth + 1) {
        // A single mark that nothing closes is an apostrophe.
        if open.style != Style::Single {
            found.push(quotation(document, open.start..at, false, true));
        }
    }
    if let Some(open) = stack.pop() {
        found.push(quotation(document, open.start..at + 1, true, depth > 0));
    }
}

/// Ends what is still open before the token `end`: each at the end of the paragraph that it opened in.
fn end_all(document: &Document, stack: &mut Vec<Open>, end: usize, found: &mut Vec<Quotation>) {
    let inner = stack.len() > 1;
    for open in stack.drain(..) {
        if open.style != Style::Single {
            found.push(quotation(document, open.start..end, false, inner));
        }
    }
}

fn quotation(document: &Document, tokens: Range<usize>, closed: bool, inner: bool) -> Quotation {
    let kind = if is_clause(document, &tokens, closed) { QuoteKind::Quotation } else { QuoteKind::Fragment };
    Quotation { tokens, closed, inner, kind }
}

/// Whether the words inside stand as a clause: they begin with a capital, at the start of a sentence or
/// behind a comma or colon, and end with the punctuation of a sentence.
fn is_clause(document: &Document, tokens: &Range<usize>, closed: bool) -> bool {
    let last = if closed { tokens.end.saturating_sub(2) } else { tokens.end - 1 };
    let first =
        (tokens.start + 1..tokens.end).find(|&at| document.word(at).starts_with(char::is_alphanumeric));
    let capital =
        first.is_some_and(|at| document.word(at).starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    let punctuated = matches!(document.word(last), "." | "," | "!" | "?" | "…" | "..." | "—");
    let behind = matches!(document.word(tokens.end), "." | "," | "");
    (capital && (punctuated || behind)) || (punctuated && tokens.len() > 8)
}

/// The result's form of `quotations`, each tied to the attribution with the smallest content that touches it.
pub(crate) fn marks(
    document: &Document,
    quotations: &[Quotation],
    attributions: &[Attribution],
) -> Vec<Quote> {
    let mut quotes: Vec<Quote> =
        quotations.iter().map(|quotation| unattributed(document, quotation)).collect();
    let mut best = vec![usize::MAX; quotes.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let size = attribution.content.iter().map(|piece| piece.len()).sum();
        for piece in &attribution.content {
            let behind = quotes.partition_point(|quote| quote.start < piece.end);
            // Outer quotations don't overlap: none before one that ends before the piece can reach it.
            let first = (0..behind)
                .rev()
                .find(|&at| !quotations[at].inner && quotes[at].end <= piece.start)
                .map_or(0, |at| at + 1);
            for at in first..behind {
                let touches = Span { start: quotes[at].start, end: quotes[at].end }.overlaps(*piece);
                if touches && size < best[at] {
                    best[at] = size;
                    quotes[at].attribution = Some(index as u32);
                }
            }
        }
    }
    quotes
}

fn unattributed(document: &Document, quotation: &Quotation) -> Quote {
    let span = document.span(quotation.tokens.clone());
    Quote {
        start: span.start,
        end: span.end,
        kind: quotation.kind,
        closed: quotation.closed,
        attribution: None,
        confidence: if quotation.closed { 0.95 } else { 0.6 },
    }
}
