//! Entities: names, dates, amounts.
//!
//! Amounts and dates follow exact patterns ([`amount`], [`date`]); names come from capitals, lists and
//! what the rest of the document shows ([`name`]). [`alias`] then gives every mention the fullest name
//! of what it stands for.

mod alias;
mod amount;
mod date;
mod evidence;
mod name;
mod run;

use crate::analysis::{Entity, EntityKind};
use crate::text::{Class, Document};
use std::ops::Range;

/// A mention by its tokens, not yet tied to other mentions.
#[derive(Debug, Clone, PartialEq)]
struct Mention {
    tokens: Range<usize>,
    kind: EntityKind,
    confidence: f32,
}

/// The entities of `document`, in order; none overlaps another.
pub(crate) fn find_entities(document: &Document, classes: &[Class]) -> Vec<Entity> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let found = amount::at(document, at).or_else(|| date::at(document, at));
        at = found.as_ref().map_or(at + 1, |mention| mention.tokens.end);
        mentions.extend(found);
    }
    name::find_names(document, classes, &mut mentions);
    mentions.sort_by_key(|mention| mention.tokens.start);
    alias::entities(document, mentions)
}
