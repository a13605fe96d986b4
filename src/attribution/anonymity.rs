//! Why a source is not named, where the text says so: "who spoke on condition of anonymity".

use super::reading::Reading;
use super::start;
use crate::analysis::{Attribution, Traceable};
use crate::lexicon::{FunctionWord, lexicon};
use crate::text::{Class, Placed, Span, Splice, carry, put_in};
use std::ops::Range;

/// How many tokens the words reach before the phrase that the list knows, and behind it.
const BEFORE: usize = 6;
const BEHIND: usize = 24;
/// How many attributions back one is looked for.
const REACH: usize = 6;

/// Words that say why a source is not named.
#[derive(Debug)]
pub(crate) struct Stated {
    words: Range<usize>,
}

impl Placed for Stated {
    fn place(&self) -> &Range<usize> {
        &self.words
    }

    fn follow(&mut self, tokens: Splice) {
        self.words = tokens.shift_range(&self.words);
    }
}

/// Gives each stated reason for anonymity to the attribution whose source it is about; `known` are those before
/// a change of `tokens`.
pub(super) fn explain(
    reading: &Reading,
    attributions: &mut [Attribution],
    known: &mut Vec<Stated>,
    tokens: Splice,
) {
    carry(known, tokens);
    put_in(known, find(reading, tokens.added()));
    for Stated { words } in known {
        let span = reading.document.span(words.clone());
        let sentence = reading.document.span(reading.sentence(words.start));
        if let Some(owner) = owner(attributions, span, sentence) {
            attributions[owner].anonymity.push(span);
        }
    }
}

/// The reasons stated in some paragraphs.
fn find(reading: &Reading, Range { start: mut at, end }: Range<usize>) -> Vec<Stated> {
    let mut found = Vec::new();
    while at < end {
        let Some((behind, ())) = lexicon().anonymity.longest_at(reading.document, at) else {
            at += 1;
            continue;
        };
        let words = clause(reading, at..behind);
        at = words.end;
        found.push(Stated { words });
    }
    found
}

/// From the "who" or "speaking" before the phrase to the mark that ends what it is about.
fn clause(reading: &Reading, phrase: Range<usize>) -> Range<usize> {
    let sentence = reading.sentence(phrase.start);
    let opens = |at: &usize| {
        reading.is_function(*at, FunctionWord::Relative)
            || ["speaking", "spoke", "talking"].iter().any(|verb| reading.document.word(*at) == *verb)
    };
    let first = phrase.start.saturating_sub(BEFORE).max(sentence.start);
    let before = || (first..phrase.start).rev().take_while(|at| !reading.is_mark(*at));
    let start = before().filter(opens).last().unwrap_or(phrase.start);
    // What the phrase is not about ends it: "who asked not to be named said …".
    let goes_on = matches!(reading.class(phrase.end), Some(Class::Function(_)))
        || reading.document.word(phrase.end).ends_with("ly");
    let last = if goes_on { sentence.end.min(phrase.end + BEHIND) } else { phrase.end };
    let end = (phrase.end..last).find(|&at| reading.is_mark(at)).unwrap_or(last);
    start..end
}

/// The attribution whose source the words are about: of those whose source has no name and that don't say the
/// words themselves the nearest in the sentence, else the last one before it.
fn owner(attributions: &[Attribution], words: Span, sentence: Span) -> Option<usize> {
    let behind = attributions.partition_point(|it| start(it) < words.end);
    let near = behind.saturating_sub(REACH)..attributions.len().min(behind + REACH);
    let unnamed = near.filter(|&index| {
        let attribution = &attributions[index];
        attribution.traceable != Traceable::Yes
            && !attribution.source.is_empty()
            && !attribution.content.iter().any(|piece| piece.overlaps(words))
    });
    let unnamed: Vec<(u32, usize)> = unnamed.map(|index| (source(&attributions[index]), index)).collect();
    let here = unnamed.iter().filter(|(start, _)| (sentence.start..sentence.end).contains(start));
    let before = unnamed.iter().rev().find(|(start, _)| *start < sentence.start);
    here.min_by_key(|(start, _)| start.abs_diff(words.start)).or(before).map(|&(_, index)| index)
}

/// Where the source of an attribution begins.
fn source(attribution: &Attribution) -> u32 {
    attribution.source.first().map_or(u32::MAX, |it| it.start)
}
