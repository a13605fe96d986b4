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
mod stretch;
mod tagged;
mod words;

pub(crate) use alias::same_things;
pub use tagged::{NAME_KINDS, NameReader};

use crate::analysis::{Entity, EntityKind};
use crate::sharp::Impression;
use crate::text::{Document, Span};
use facts::Page;
use std::ops::Range;
use words::list;

/// A mention by its tokens, not yet tied to other mentions.
#[derive(Debug, Clone, PartialEq)]
struct Mention {
    tokens: Range<usize>,
    kind: EntityKind,
    confidence: f32,
}

/// The entities of `document`, in order; none overlaps another. `impression` is what a sharper reading makes of
/// the document.
pub(crate) fn find_entities(document: &Document, impression: Option<&Impression>) -> Vec<Entity> {
    let mut page = Page::new(document);
    let exact = find_exact(document, &page);
    page.note(&exact);
    let names = tagged::find_names(document, page, impression);
    alias::entities(document, merge(names, exact))
}

/// The entities of a corrected list, in order: numbered and named as if they had been found so.
pub(crate) fn name_again(document: &Document, mut entities: Vec<Entity>) -> Vec<Entity> {
    let tokens = |it: &Entity| document.tokens_in(Span { start: it.start, end: it.end });
    entities.retain(|it| !tokens(it).is_empty());
    let mention = |it: &Entity| Mention { tokens: tokens(it), kind: it.kind, confidence: it.confidence };
    let mut named = alias::entities(document, entities.iter().map(mention).collect());
    named.iter_mut().zip(entities).for_each(|(named, entity)| named.corrected = entity.corrected);
    named
}

/// The dates and amounts of `document`.
fn find_exact(document: &Document, page: &Page) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let begins = page.get(at).lists & list::EXACT_BEGINS != 0;
        let found = if begins { amount::at(document, at).or_else(|| date::at(document, at)) } else { None };
        at = found.as_ref().map_or(at + 1, |mention| mention.tokens.end);
        mentions.extend(found);
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
    kept.append(&mut exact);
    kept.sort_by_key(|mention| mention.tokens.start);
    kept
}
