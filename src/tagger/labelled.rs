//! The spans of a text that is edited, in two looks: where a word occurs again in the text, its other
//! occurrences have a say in what it is.
//!
//! What the first look gives is kept for each token. After an edit only the stretches that are new or
//! stale get it again; the second look is had where that has changed what the words say of one another.

use super::tag::{Judge, Room};
use super::votes::Votes;
use super::words::WordSet;
use super::{Found, OUTSIDE, Reader};
use crate::text::{Splice, carry, put_in};
use std::ops::Range;

/// What a judge has made of a text so far.
#[derive(Debug, Default)]
pub(crate) struct Labelled {
    stretches: Vec<Range<usize>>,
    /// For each token of the stretches, one after the other, what stands for its word, …
    words: Vec<Option<u32>>,
    /// … the scores of its labels, …
    scores: Vec<f32>,
    /// … and their probabilities before other occurrences have their say, …
    nodes: Vec<f32>,
    /// … which are found in a stretch once one of its words occurs elsewhere too.
    weighed: Vec<bool>,
    found: Vec<Found>,
}

impl Labelled {
    /// The spans, in order.
    pub(crate) fn found(&self) -> &[Found] {
        &self.found
    }

    /// The spans, in order.
    pub(crate) fn into_found(self) -> Vec<Found> {
        self.found
    }

    /// Looks at the text again, in which the tokens `change` have been replaced. `reader` describes the
    /// new text; its stretches are those in the new tokens. Stretches of old for which `is_stale` have
    /// other features than before.
    pub(crate) fn edit(
        &mut self,
        judge: &Judge,
        reader: &impl Reader,
        change: Splice,
        is_stale: impl Fn(&Range<usize>) -> bool,
    ) {
        let mut room = Room::default();
        let mut touched = self.replace(judge, reader, change, &mut room);
        let rows = rows(&self.stretches);
        let mut anew = vec![false; self.stretches.len()];
        for (at, stretch) in self.stretches.iter().enumerate() {
            anew[at] = change.added().contains(&stretch.start);
            if anew[at] || !is_stale(stretch) {
                continue;
            }
            let mut look = Look::default();
            look.take(judge, reader, stretch, &mut room);
            let scores = &mut self.scores[judge.cells(&rows[at])];
            if !is_same(scores, &look.scores) {
                scores.copy_from_slice(&look.scores);
                touched.extend(self.words[rows[at].clone()].iter().flatten());
                (anew[at], self.weighed[at]) = (true, false);
            }
        }
        carry(&mut self.found, change);
        if !touched.is_empty() {
            let touched = WordSet::new(touched);
            for (row, anew) in rows.iter().zip(&mut anew) {
                *anew |= self.words[row.clone()].iter().flatten().any(|&word| touched.may_hold(word));
            }
        }
        self.decide(judge, &rows, &anew, &mut room);
    }

    /// Puts the new stretches in place of the old ones; which words occur otherwise now.
    fn replace(&mut self, judge: &Judge, reader: &impl Reader, change: Splice, room: &mut Room) -> Vec<u32> {
        let new = reader.stretches();
        let mut look = Look::default();
        for stretch in &new {
            look.take(judge, reader, stretch, room);
        }
        let first = self.stretches.partition_point(|stretch| stretch.start < change.start);
        let last = self.stretches.partition_point(|stretch| stretch.start < change.old_end);
        let tokens = |stretches: &[Range<usize>]| stretches.iter().map(Range::len).sum::<usize>();
        let start = tokens(&self.stretches[..first]);
        let row = start..start + tokens(&self.stretches[first..last]);
        let cells = judge.cells(&row);
        let touched = differing(
            (&self.stretches[first..last], &self.words[row.clone()], &self.scores[cells.clone()]),
            (&new, &look.words, &look.scores),
            judge,
        );
        for stretch in &mut self.stretches[last..] {
            *stretch = change.shift_range(stretch);
        }
        self.weighed.splice(first..last, new.iter().map(|_| false));
        self.stretches.splice(first..last, new);
        self.words.splice(row, look.words);
        self.nodes.splice(cells.clone(), look.scores.iter().map(|_| 0.0));
        self.scores.splice(cells, look.scores);
        touched
    }

    /// Has the second look at the stretches that are marked.
    fn decide(&mut self, judge: &Judge, rows: &[Range<usize>], marked: &[bool], room: &mut Room) {
        let mut ahead = self.stretches.iter().zip(marked);
        let mut around = ahead.next();
        self.found.retain(|found| {
            while around.is_some_and(|(stretch, _)| stretch.end <= found.tokens.start) {
                around = ahead.next();
            }
            !around.is_some_and(|(_, is_marked)| *is_marked)
        });
        let marked = || (0..rows.len()).filter(|&at| marked[at]).map(|at| (at, &rows[at]));
        let heard = WordSet::new(marked().flat_map(|(_, row)| &self.words[row.clone()]).flatten().copied());
        let votes = self.votes(judge, rows, &heard, room);
        let mut found = Vec::new();
        for (at, row) in marked() {
            let cells = judge.cells(row);
            let own = self.nodes[cells.clone()].chunks_exact(judge.labels());
            room.scores.clear();
            room.scores.extend_from_slice(&self.scores[cells]);
            for ((word, own), scores) in
                self.words[row.clone()].iter().zip(own).zip(room.scores.chunks_exact_mut(judge.labels()))
            {
                if let Some(word) = *word {
                    votes.add_to(word, own, scores);
                }
            }
            judge.chain().best(&room.scores, &mut room.path, &mut room.back);
            if room.path.iter().any(|&label| label != OUTSIDE) {
                judge.chain().posterior(&room.scores, None, &mut room.posterior);
                judge.collect(self.stretches[at].start, &room.path, &room.posterior.nodes, &mut found);
            }
        }
        put_in(&mut self.found, found);
    }

    /// What the occurrences of the words `heard` say.
    fn votes(&mut self, judge: &Judge, rows: &[Range<usize>], heard: &WordSet, room: &mut Room) -> Votes {
        let words = self.words.iter().enumerate();
        let places: Vec<(usize, u32)> =
            words.filter_map(|(at, word)| Some((at, word.filter(|&word| heard.may_hold(word))?))).collect();
        let mut votes = Votes::new(places.iter().map(|&(_, word)| word), judge.labels());
        let mut rest = &places[..];
        for (row, weighed) in rows.iter().zip(&mut self.weighed) {
            let own;
            (own, rest) = rest.split_at(rest.iter().take_while(|(at, _)| *at < row.end).count());
            if !own.iter().any(|&(_, word)| votes.is_shared(word)) {
                continue;
            }
            if !*weighed {
                let cells = judge.cells(row);
                judge.chain().posterior(&self.scores[cells.clone()], None, &mut room.posterior);
                self.nodes[cells].copy_from_slice(&room.posterior.nodes);
                *weighed = true;
            }
            for &(at, word) in own {
                votes.cast(word, &self.nodes[judge.cells(&(at..at + 1))]);
            }
        }
        votes
    }
}

/// For each stretch the rows of its tokens.
fn rows(stretches: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut end = 0;
    let row = |stretch: &Range<usize>| {
        end += stretch.len();
        end - stretch.len()..end
    };
    stretches.iter().map(row).collect()
}

/// What the first look at some stretches gives, in rows.
#[derive(Default)]
struct Look {
    words: Vec<Option<u32>>,
    scores: Vec<f32>,
}

impl Look {
    fn take(&mut self, judge: &Judge, reader: &impl Reader, stretch: &Range<usize>, room: &mut Room) {
        judge.score(reader, stretch, room, &mut self.scores);
        self.words.extend(stretch.clone().map(|at| reader.word(at)));
    }
}

/// Stretches with the words and the scores of their rows.
type Looked<'l> = (&'l [Range<usize>], &'l [Option<u32>], &'l [f32]);

/// The words of the stretches between the first and the last that differ: in others, of the same words and
/// scores, the probabilities are the same.
fn differing(old: Looked, new: Looked, judge: &Judge) -> Vec<u32> {
    let (old_rows, new_rows) = (rows(old.0), rows(new.0));
    let (old_end, new_end) = (old_rows.len(), new_rows.len());
    let shorter = old_end.min(new_end);
    let is_same = |one: usize, other: usize| {
        let (one, other) = (&old_rows[one], &new_rows[other]);
        old.1[one.clone()] == new.1[other.clone()]
            && is_same(&old.2[judge.cells(one)], &new.2[judge.cells(other)])
    };
    let front = (0..shorter).take_while(|&at| is_same(at, at)).count();
    let back = (1..=shorter - front).take_while(|&at| is_same(old_end - at, new_end - at)).count();
    let words = |(_, words, _): Looked, rows: &[Range<usize>]| {
        let words = rows.iter().flat_map(|row| &words[row.clone()]).flatten().copied();
        words.collect::<Vec<u32>>()
    };
    [words(old, &old_rows[front..old_end - back]), words(new, &new_rows[front..new_end - back])].concat()
}

/// Whether all scores are the same to the last bit.
fn is_same(one: &[f32], other: &[f32]) -> bool {
    one.iter().map(|score| score.to_bits()).eq(other.iter().map(|score| score.to_bits()))
}
