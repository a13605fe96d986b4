//! From marked attributions to ranges of our own tokens, and to labels.

use crate::corpora::{Marks, Report};
use crate::gold::Allowed;
use sourcelight::text::Document;
use sourcelight::training::{CONTENT, CUE, Label, SOURCE, begin, inside};
use std::ops::Range;

/// An attribution on tokens.
#[derive(Debug, Clone)]
pub(crate) struct Attribution {
    pub(crate) cue: Range<usize>,
    pub(crate) source: Option<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
    /// Not marked by a person, and perhaps none.
    pub(crate) unsure: bool,
}

/// The attributions of `report` on the tokens of its `document`; those without a cue are left out.
pub(crate) fn align(report: &Report, document: &Document) -> Vec<Attribution> {
    align_each(&report.attributions, document).into_iter().flatten().collect()
}

/// Each of these attributions on the tokens of their `document`, where it has a cue.
pub(crate) fn align_each<'m>(
    marks: impl IntoIterator<Item = &'m Marks>,
    document: &Document,
) -> Vec<Option<Attribution>> {
    let text = document.text;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let tokens = |spans: &[(usize, usize)]| {
        let range = |&(start, end): &(usize, usize)| {
            let (start, end) = (*bytes.get(start)?, *bytes.get(end)?);
            let first = document.tokens.partition_point(|token| token.span.end as usize <= start);
            let last = document.tokens.partition_point(|token| (token.span.start as usize) < end);
            (first < last).then_some(first..last)
        };
        spans.iter().filter_map(range).collect::<Vec<_>>()
    };
    let attribution = |marks: &Marks| {
        Some(Attribution {
            cue: tokens(&marks.cue).into_iter().next()?,
            source: tokens(&marks.source).into_iter().next(),
            content: tokens(&marks.content),
            unsure: marks.unsure,
        })
    };
    marks.into_iter().map(attribution).collect()
}

/// Every label.
const ANY: Allowed = Allowed::MAX;

/// Allows the labels of a span of this kind; returns whether it was free.
fn put(allowed: &mut [Allowed], tokens: Range<usize>, kind: usize) -> bool {
    let bit = |label: Label| 1 << label;
    let free = tokens.clone().all(|at| allowed[at] == 1 || allowed[at] == ANY);
    if free {
        allowed[tokens.clone()].fill(bit(inside(kind)));
        allowed[tokens.start] = bit(begin(kind));
    }
    free
}

/// The labels that the tagger of cues may give. In a corpus that marks no attribution inside another
/// (`outer_alone`), everything is possible inside a content.
pub(crate) fn cue_labels(tokens: usize, golds: &[Attribution], outer_alone: bool) -> Vec<Allowed> {
    let mut allowed = vec![1; tokens];
    if outer_alone {
        for piece in golds.iter().flat_map(|gold| &gold.content) {
            allowed[piece.clone()].fill(ANY);
        }
    }
    for gold in golds.iter().filter(|gold| gold.unsure) {
        for tokens in gold.source.iter().chain([&gold.cue]) {
            allowed[tokens.clone()].fill(ANY);
        }
    }
    let sure = || golds.iter().filter(|gold| !gold.unsure);
    for gold in sure() {
        put(&mut allowed, gold.cue.clone(), CUE);
    }
    for source in sure().filter_map(|gold| gold.source.clone()) {
        put(&mut allowed, source, SOURCE);
    }
    allowed
}

/// The labels that the tagger of roles may give around the cue of `gold`, or for a cue that is none.
pub(crate) fn role_labels(tokens: usize, gold: Option<&Attribution>, cue: &Range<usize>) -> Vec<Allowed> {
    let mut allowed = vec![1; tokens];
    let Some(gold) = gold else { return allowed };
    let free = |piece: &Range<usize>| piece.end <= cue.start || cue.end <= piece.start;
    if let Some(source) = gold.source.clone().filter(free) {
        put(&mut allowed, source, SOURCE);
    }
    for piece in gold.content.iter().filter(|piece| free(piece)) {
        put(&mut allowed, piece.clone(), CONTENT);
    }
    allowed
}
