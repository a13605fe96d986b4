//! A cue with what was found to belong to it, kept from one edit to the next.

use super::reading::Reading;
use super::role::RoleReader;
use crate::tagger::{Found, Label};
use crate::text::{Dirty, Placed, Splice, sort_by_number};
use std::ops::Range;

/// A cue and what was found for it, if anything.
#[derive(Debug)]
pub(super) struct Tie<F> {
    pub(super) cue: Found,
    /// The quotation that it is next to, where that made it a cue.
    pub(super) quotation: Option<Range<usize>>,
    pub(super) found: Option<F>,
    /// The tokens that all of it rests on.
    seen: Range<usize>,
}

impl<F> Tie<F> {
    /// What was found for `cue`; `labels` are those of the tagger of cues.
    pub(super) fn new(
        reading: &Reading,
        labels: &[Label],
        cue: Found,
        quotation: Option<Range<usize>>,
        found: Option<F>,
    ) -> Self {
        let window = RoleReader::new(reading, labels, cue.tokens.clone()).window();
        let seen = seen(reading, window, &cue.tokens);
        Self { cue, quotation, found, seen }
    }
}

/// The paragraphs of the `window` that is read around a cue, of the quotations that reach into it or lie next
/// to it, and the paragraph behind: a quotation alone there may go on.
fn seen(reading: &Reading, window: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let mut seen = window.clone();
    let mut hold = |tokens: Range<usize>| seen = seen.start.min(tokens.start)..seen.end.max(tokens.end);
    let mut hold_quotation = |at: usize| {
        reading.quotation_around(at).into_iter().for_each(|quotation| hold(quotation.tokens.clone()));
    };
    let borders = [window.start.saturating_sub(1), window.start, cue.start, window.end - 1, window.end];
    borders.into_iter().for_each(&mut hold_quotation);
    let last = reading.document.tokens.len() - 1;
    let start = reading.paragraph(seen.start).start;
    let end = reading.paragraph(seen.end - 1).end;
    let behind = reading.paragraph(end.min(last));
    let over = reading.quotation_around(behind.end - 1).map_or(0, |quotation| quotation.tokens.end);
    start..behind.end.max(over)
}

impl<F: Placed> Placed for Tie<F> {
    fn place(&self) -> &Range<usize> {
        &self.cue.tokens
    }

    fn follow(&mut self, tokens: Splice) {
        self.cue.follow(tokens);
        self.quotation.iter_mut().for_each(|quotation| *quotation = tokens.cover(quotation));
        self.found.iter_mut().for_each(|found| found.follow(tokens));
        self.seen = tokens.cover(&self.seen);
    }
}

/// What is still right of the tie of a cue in `old`, which is in order.
pub(super) fn kept<F>(
    old: &mut [Tie<F>],
    cue: &Found,
    quotation: Option<&Range<usize>>,
    dirty: &Dirty,
) -> Option<Tie<F>> {
    let at = old.binary_search_by_key(&cue.tokens.start, |tie| tie.cue.tokens.start).ok()?;
    let tie = &mut old[at];
    let same = tie.cue == *cue && tie.quotation.as_ref() == quotation && !dirty.touches(&tie.seen);
    same.then(|| Tie {
        cue: cue.clone(),
        quotation: quotation.cloned(),
        found: tie.found.take(),
        seen: tie.seen.clone(),
    })
}

/// The cues that are not both in `old` and in `new`.
pub(super) fn changed<'n, F>(
    old: &[Tie<F>],
    new: impl Iterator<Item = &'n Range<usize>>,
) -> Vec<Range<usize>> {
    let mut new: Vec<&Range<usize>> = new.collect();
    sort_by_number(&mut new, |cue| cue.start as u64);
    let gone = old
        .iter()
        .map(|tie| &tie.cue.tokens)
        .filter(|cue| new.binary_search_by_key(&cue.start, |it| it.start).is_err());
    let come = new
        .iter()
        .copied()
        .filter(|cue| old.binary_search_by_key(&cue.start, |tie| tie.cue.tokens.start).is_err());
    gone.chain(come).cloned().collect()
}
