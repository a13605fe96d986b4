//! What an edit replaces: in a text, and in every list that follows its order.

use super::{Document, sort_by_number};
use std::ops::Range;

/// A stretch of a list that another one takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Splice {
    /// Where both begin.
    pub(crate) start: usize,
    /// Where the old stretch ends in the old list, …
    pub(crate) old_end: usize,
    /// … and the new one in the new list.
    pub(crate) new_end: usize,
}

impl Splice {
    /// The stretch that is gone.
    pub(crate) const fn gone(self) -> Range<usize> {
        self.start..self.old_end
    }

    /// The stretch that is there instead.
    pub(crate) const fn added(self) -> Range<usize> {
        self.start..self.new_end
    }

    /// Where something stands now that stood at `at` before the old stretch or behind it.
    pub(crate) const fn shift(self, at: usize) -> usize {
        if at < self.old_end { at } else { at - self.old_end + self.new_end }
    }

    /// As [`Splice::shift`], of what lies on one side of the old stretch as a whole.
    pub(crate) const fn shift_range(self, range: &Range<usize>) -> Range<usize> {
        if range.start < self.old_end {
            range.start..range.end
        } else {
            self.shift(range.start)..range.end - self.old_end + self.new_end
        }
    }

    /// Everything that `range` has become, with what is new where the old stretch reaches into it.
    pub(crate) fn cover(self, range: &Range<usize>) -> Range<usize> {
        let is_behind = range.start >= self.old_end;
        let start = if is_behind { self.shift(range.start) } else { range.start.min(self.start) };
        let end = if range.end <= self.start { range.end } else { self.shift(range.end.max(self.old_end)) };
        start..end
    }

    /// Puts `new` into `list` in place of the old stretch.
    pub(crate) fn replace<T>(self, list: &mut Vec<T>, new: impl IntoIterator<Item = T>) {
        list.splice(self.gone(), new);
    }
}

/// What an edit has replaced in a document: whole paragraphs, in each of its lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    pub(crate) paragraphs: Splice,
    pub(crate) sentences: Splice,
    pub(crate) tokens: Splice,
}

impl Change {
    /// All of `document`, in place of nothing.
    pub(crate) const fn everything(document: &Document) -> Self {
        const fn all(length: usize) -> Splice {
            Splice { start: 0, old_end: 0, new_end: length }
        }
        Self {
            paragraphs: all(document.paragraphs.len()),
            sentences: all(document.sentences.len()),
            tokens: all(document.tokens.len()),
        }
    }

    /// The same with the paragraphs within `reach` tokens on both sides; `document` is the one after the edit.
    pub(crate) fn widened(&self, document: &Document, reach: usize) -> Self {
        let Range { start, end } = self.tokens.added();
        self.covering(document, &(start.saturating_sub(reach)..end + reach))
    }

    /// The same with the paragraphs on both sides as far as `tokens` reach; `document` is the one after the edit.
    pub(crate) fn covering(&self, document: &Document, tokens: &Range<usize>) -> Self {
        let Range { mut start, mut end } = self.paragraphs.added();
        let begin = |paragraph: usize| document.tokens_of(paragraph..paragraph).start;
        while start > 0 && begin(start) > tokens.start {
            start -= 1;
        }
        while end < document.paragraphs.len() && begin(end) < tokens.end {
            end += 1;
        }
        let widen = |splice: Splice, new: Range<usize>| Splice {
            start: new.start,
            old_end: splice.old_end + new.end - splice.new_end,
            new_end: new.end,
        };
        Self {
            paragraphs: widen(self.paragraphs, start..end),
            sentences: widen(self.sentences, document.sentences_of(start..end)),
            tokens: widen(self.tokens, document.tokens_of(start..end)),
        }
    }
}

/// Stretches of a document, in tokens, in which something has changed: whole paragraphs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dirty(Vec<Range<usize>>);

impl Dirty {
    /// What `change` has put into a document, and the paragraphs within `reach` tokens of it.
    pub(crate) fn new(document: &Document, change: &Change, reach: usize) -> Self {
        let mut dirty = Self::default();
        dirty.add(document, [change.tokens.added()], reach);
        dirty
    }

    /// Adds the paragraphs that hold some of the `stretches` or come within `reach` tokens of them.
    pub(crate) fn add(
        &mut self,
        document: &Document,
        stretches: impl IntoIterator<Item = Range<usize>>,
        reach: usize,
    ) {
        let wide = |stretch: Range<usize>| {
            let last =
                (stretch.end.max(stretch.start + 1) - 1 + reach).min(document.tokens.len().saturating_sub(1));
            let first = document.paragraph_of(stretch.start.saturating_sub(reach));
            document.tokens_of(first..document.paragraph_of(last) + 1)
        };
        self.0.extend(stretches.into_iter().map(wide));
        sort_by_number(&mut self.0, |stretch| stretch.start as u64);
        self.0.dedup_by(|next, last| {
            let one = next.start <= last.end;
            if one {
                last.end = last.end.max(next.end);
            }
            one
        });
    }

    /// From the first of it to the last.
    pub(crate) fn hull(&self) -> Range<usize> {
        self.0.first().map_or(0, |first| first.start)..self.0.last().map_or(0, |last| last.end)
    }

    /// Whether any of `range` lies in it.
    pub(crate) fn touches(&self, range: &Range<usize>) -> bool {
        let first = self.0.partition_point(|stretch| stretch.end <= range.start);
        self.0.get(first).is_some_and(|stretch| stretch.start < range.end)
    }

    /// The sentences in it, in order.
    pub(crate) fn sentences(&self, document: &Document) -> Vec<Range<usize>> {
        let first = |at: usize| document.sentences.partition_point(|sentence| sentence.start < at);
        let sentences =
            |stretch: &Range<usize>| &document.sentences[first(stretch.start)..first(stretch.end)];
        self.0.iter().flat_map(sentences).cloned().collect()
    }
}

/// What has its place among the tokens, and is found in order.
pub(crate) trait Placed {
    /// Its tokens.
    fn place(&self) -> &Range<usize>;
    /// Moves all of it along with a change on one side of it.
    fn follow(&mut self, tokens: Splice);
}

/// Takes out of `list` what began in the old stretch of `tokens`, and moves along what stands behind.
pub(crate) fn carry<T: Placed>(list: &mut Vec<T>, tokens: Splice) {
    list.retain_mut(|item| {
        let stays = !tokens.gone().contains(&item.place().start);
        if stays {
            item.follow(tokens);
        }
        stays
    });
}

/// Puts what is `new` among `list`; both are in order. A sort would take more code for each kind of list.
pub(crate) fn put_in<T: Placed>(list: &mut Vec<T>, new: Vec<T>) {
    let mut new = new.into_iter().peekable();
    for item in std::mem::take(list) {
        while let Some(added) = new.next_if(|added| added.place().start < item.place().start) {
            list.push(added);
        }
        list.push(item);
    }
    list.extend(new);
}

/// Puts what was found anew in the `dirty` stretches in place of what begins there.
pub(crate) fn renew<T: Placed>(list: &mut Vec<T>, dirty: &Dirty, new: Vec<T>) {
    list.retain_mut(|item| {
        let start = item.place().start;
        !dirty.touches(&(start..start + 1))
    });
    put_in(list, new);
}
