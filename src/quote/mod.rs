//! Quotations: which quote marks belong together.
//!
//! Each mark is judged by its shape and by what it touches ([`mark`]), then by what follows it in its
//! paragraph ([`ahead`]), and paired with a stack ([`pair`]), so quotations nest and never cross. A
//! quotation that is still open where its paragraph ends goes on if the next paragraph opens with
//! the same mark, as English typesetting has it; otherwise it ends there, unclosed. What a quotation is
//! in its sentence follows from its words and those around it ([`kind`]).

mod ahead;
mod kind;
mod mark;
mod pair;

use crate::analysis::{Attribution, Quote, QuoteKind};
use crate::text::{Document, Span, Splice, in_one, sort_by_number};
use mark::find_marks;
use pair::Pairing;
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

/// The quotations of `document`, by start, an outer one before those inside it.
pub(crate) fn find_quotations(document: &Document) -> Vec<Quotation> {
    let (mut marks, mut paragraphs) = (Vec::new(), Vec::with_capacity(document.paragraphs.len()));
    for paragraph in &document.paragraphs {
        let tokens = document.sentences[paragraph.start].start..document.sentences[paragraph.end - 1].end;
        let first = marks.len();
        find_marks(document, tokens.clone(), &mut marks);
        paragraphs.push((tokens, first..marks.len()));
    }
    let mut pairing = Pairing::new(document);
    for (tokens, own) in paragraphs {
        let behind = own.end;
        pairing.paragraph(tokens, &marks[own], &marks[behind..]);
    }
    let mut found = pairing.finish();
    let last = document.tokens.len();
    sort_by_number(&mut found, |quotation| in_one(quotation.tokens.start, last - quotation.tokens.end));
    let mut outer_end = 0;
    for quotation in &mut found {
        quotation.inner = quotation.tokens.start < outer_end;
        quotation.kind = kind::kind(document, quotation);
        outer_end = outer_end.max(quotation.tokens.end);
    }
    found
}

/// The stretches, in tokens, of the quotations that are not in both lists; between them `change` was made.
pub(crate) fn changed(old: &[Quotation], new: &[Quotation], change: Splice) -> Vec<Range<usize>> {
    let order = |it: &Quotation| (it.tokens.start, usize::MAX - it.tokens.end);
    let mut found = Vec::new();
    let mut new = new.iter().peekable();
    for quotation in old {
        let moved = Quotation { tokens: change.cover(&quotation.tokens), ..quotation.clone() };
        while let Some(added) = new.next_if(|it| order(it) < order(&moved)) {
            found.push(added.tokens.clone());
        }
        if new.next_if_eq(&&moved).is_none() {
            found.push(moved.tokens);
        }
    }
    found.extend(new.map(|added| added.tokens.clone()));
    found
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
