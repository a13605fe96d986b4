//! Entities: names, dates, amounts.
//!
//! Amounts and dates follow exact patterns ([`amount`], [`date`]). Names come from a trained tagger
//! ([`tagged`]), which sees words, lists and what the rest of the document shows ([`facts`],
//! [`evidence`], [`features`]). [`alias`] then gives every mention the fullest name of what it stands for.

mod alias;
mod amount;
mod date;
mod evidence;
mod facts;
mod features;
mod page;
mod stretch;
mod tagged;
mod words;

pub(crate) use alias::same_things;
pub use tagged::{NAME_KINDS, NameReader};

use crate::analysis::{Entity, EntityKind};
use crate::sharp::Impression;
use crate::text::{Change, Document, Placed, Span, Splice, put_in};
use page::Page;
use std::ops::Range;
use tagged::Names;
use words::list;

/// A mention by its tokens, not yet tied to other mentions.
#[derive(Debug, Clone, PartialEq)]
struct Mention {
    tokens: Range<usize>,
    kind: EntityKind,
    confidence: f32,
}

impl Placed for Mention {
    fn place(&self) -> &Range<usize> {
        &self.tokens
    }

    fn follow(&mut self, tokens: Splice) {
        self.tokens = tokens.shift_range(&self.tokens);
    }
}

/// The entities of a corrected list, in order: numbered and named as if they had been found so.
pub(crate) fn name_again(document: &Document, mut entities: Vec<Entity>) -> Vec<Entity> {
    let tokens = |it: &Entity| document.tokens_in(Span { start: it.start, end: it.end });
    entities.retain(|it| !tokens(it).is_empty());
    let mention = |it: &Entity| Mention { tokens: tokens(it), kind: it.kind, confidence: it.confidence };
    let mentions: Vec<Mention> = entities.iter().map(mention).collect();
    let mut named = alias::entities(document, &mentions, &mut alias::Known::default(), &[]);
    named.iter_mut().zip(entities).for_each(|(named, entity)| named.corrected = entity.corrected);
    named
}

/// What is kept of the entities of a document.
#[derive(Debug, Default)]
pub(crate) struct Known {
    names: Names,
    mentions: Vec<Mention>,
    aliases: alias::Known,
}

/// The entities of `document`, of which `known` was known before `change`, in order; none overlaps another.
/// Where they are others now is given too. `impression` is what a sharper reading makes of the document.
pub(crate) fn find_entities(
    document: &Document,
    known: &mut Known,
    change: &Change,
    impression: Option<&Impression>,
) -> (Vec<Entity>, Vec<Range<usize>>) {
    let (names, exact) = known.names.edit(document, change, impression);
    let mentions = merge(names, exact);
    let changed = changed(&known.mentions, &mentions, change.tokens);
    let kept = kept(&known.mentions, &mentions, change.tokens);
    let entities = alias::entities(document, &mentions, &mut known.aliases, &kept);
    known.mentions = mentions;
    (entities, changed)
}

/// For each of the `new` mentions which of the `old` ones it is, if it lies so far from the `change` that it tells the
/// same as before.
fn kept(old: &[Mention], new: &[Mention], change: Splice) -> Vec<Option<usize>> {
    let far = |tokens: &Range<usize>| {
        tokens.end + alias::REACH <= change.start || tokens.start >= change.old_end + alias::REACH
    };
    let mut old = old.iter().enumerate().filter(|(_, mention)| far(&mention.tokens)).peekable();
    let is = |mention: &Mention| {
        while old.next_if(|(_, it)| change.shift(it.tokens.start) < mention.tokens.start).is_some() {}
        let same = |it: &Mention| change.shift_range(&it.tokens) == mention.tokens && it.kind == mention.kind;
        old.next_if(|(_, it)| same(it)).map(|(at, _)| at)
    };
    new.iter().map(is).collect()
}

/// The tokens of the mentions that are not in both lists; between them `change` was made.
fn changed(old: &[Mention], new: &[Mention], change: Splice) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut new = new.iter().peekable();
    for mention in old {
        let tokens = change.cover(&mention.tokens);
        while let Some(added) = new.next_if(|it| it.tokens.start < tokens.start) {
            found.push(added.tokens.clone());
        }
        if new.next_if(|it| it.tokens == tokens && it.kind == mention.kind).is_none() {
            found.push(tokens);
        }
    }
    found.extend(new.map(|added| added.tokens.clone()));
    found
}

/// The dates and amounts of `document`, each paragraph read by itself.
fn find_exact(document: &Document, page: &Page) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for paragraph in 0..document.paragraphs.len() {
        let Range { start, end } = document.tokens_of(paragraph..paragraph + 1);
        let begins = |at: &usize| page.get(start + at).lists & list::EXACT_BEGINS != 0;
        if (0..end - start).any(|at| begins(&at)) {
            let text = document.excerpt(paragraph..paragraph + 1);
            let mut at = 0;
            while at < end - start {
                let found = || amount::at(&text, at).or_else(|| date::at(&text, at));
                let found = if begins(&at) { found() } else { None };
                at = found.as_ref().map_or(at + 1, |mention| mention.tokens.end);
                mentions.extend(found.map(|mention| Mention {
                    tokens: start + mention.tokens.start..start + mention.tokens.end,
                    ..mention
                }));
            }
        }
    }
    mentions
}

/// Both lists in one, in order; where a name overlaps dates or amounts, the longer ones stay.
fn merge(names: Vec<Mention>, mut exact: Vec<Mention>) -> Vec<Mention> {
    let mut beaten = vec![false; exact.len()];
    let mut kept = Vec::with_capacity(names.len() + exact.len());
    for name in names {
        let first = exact.partition_point(|other| other.tokens.end <= name.tokens.start);
        let count = exact[first..].partition_point(|other| other.tokens.start < name.tokens.end);
        let overlapped = first..first + count;
        if exact[overlapped.clone()].iter().all(|other| other.tokens.len() < name.tokens.len()) {
            beaten[overlapped].fill(true);
            kept.push(name);
        }
    }
    let mut beaten = beaten.into_iter();
    exact.retain(|_| !beaten.next().unwrap_or_default());
    put_in(&mut kept, exact);
    kept
}
