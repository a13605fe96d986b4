//! The chain of sources: which attribution lies in which, and through whom a content comes.

use super::link::{self, Link};
use super::speaker::Person;
use crate::analysis::{Attribution, SourceType};
use crate::text::Document;

/// How many attributions around one are looked at.
const DEPTH: usize = 8;

/// The attributions around one that lies in `first`, outwards; `within` tells in which one lies.
pub(super) fn around(first: Option<u32>, within: impl Fn(u32) -> Option<u32>) -> impl Iterator<Item = u32> {
    std::iter::successors(first, move |&at| within(at)).take(DEPTH)
}

/// For each link the smallest other one in whose content its cue lies.
pub(super) fn nesting(links: &[Link]) -> Vec<Option<u32>> {
    let mut within = vec![None; links.len()];
    for (inner, link) in links.iter().enumerate() {
        let holders =
            link::near(links, inner).filter(|&outer| links[outer].holds(link) && !link.holds(&links[outer]));
        within[inner] = holders.min_by_key(|&outer| links[outer].content_len()).map(|outer| outer as u32);
    }
    within
}

/// Sets through whom each attribution comes: the nearest one around it that has another speaker.
pub(crate) fn relay(document: &Document, attributions: &mut [Attribution]) {
    for index in 0..attributions.len() {
        let inner = &attributions[index];
        let through = around(inner.within, |at| attributions[at as usize].within)
            .find(|&at| !is_same(document, inner, &attributions[at as usize]));
        attributions[index].through = through;
    }
}

/// Whether the source of `inner` is that of `outer`, in whose content it lies.
fn is_same(document: &Document, inner: &Attribution, outer: &Attribution) -> bool {
    if let (Some(inner), Some(outer)) = (&inner.speaker, &outer.speaker) {
        return inner == outer;
    }
    let first = |it: &Attribution| it.source.first().map_or("", |source| source.of(document.text));
    let (inner_words, outer_words) = (first(inner), first(outer));
    if inner_words.is_empty() || outer_words.is_empty() {
        return false;
    }
    match Person::of(inner_words) {
        None => inner_words.eq_ignore_ascii_case(outer_words),
        Some(Person::First) => true,
        // "He said he …", "experts said they …".
        Some(person) => match Person::of(outer_words) {
            Some(other) => person == other,
            None => match person {
                Person::Many => outer.source_type != SourceType::Person,
                Person::Thing => matches!(outer.source_type, SourceType::Organization | SourceType::Document),
                _ => outer.source_type == SourceType::Official && inner.speaker.is_none(),
            },
        },
    }
}
