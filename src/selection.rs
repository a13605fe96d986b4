//! Which marks of an analysis are wanted: the others are left out, and what follows from the marks follows.

use crate::analysis::{Analysis, EntityKind};
use crate::text::Document;
use crate::{attribution, profile};

/// The marks that are wanted. The default is all of them.
///
/// ```
/// use sourcelight::{Selection, select};
///
/// let text = "Anna Berg said that the ferry would likely sail.";
/// let mut selection = Selection::default();
/// selection.entities.clear();
/// selection.least_confidence = 0.5;
/// let analysis = select(text, &sourcelight::analyze(text), &selection);
/// assert!(analysis.entities.is_empty() && analysis.attributions.len() == 1);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Selection {
    /// Whether attributions are.
    pub attributions: bool,
    /// Whether quotes are.
    pub quotes: bool,
    /// Whether hedges are.
    pub hedges: bool,
    /// The kinds of entities that are.
    pub entities: Vec<EntityKind>,
    /// How likely to be right a mark must be, from 0 to 1.
    pub least_confidence: f32,
}

impl Default for Selection {
    fn default() -> Self {
        let entities = EntityKind::ALL.to_vec();
        Self { attributions: true, quotes: true, hedges: true, entities, least_confidence: 0.0 }
    }
}

/// The analysis of `text` with the marks that are wanted alone.
///
/// Indices and the profile fit what is left: an attribution lies within the nearest one around it that is
/// left, and comes through the nearest one that has another speaker. Names keep their numbers.
#[must_use]
pub fn select(text: &str, analysis: &Analysis, selection: &Selection) -> Analysis {
    if analysis.notice.is_some() || *selection == Selection::default() {
        return analysis.clone();
    }
    let document = Document::new(text);
    let mut selected = analysis.clone();
    let is_sure = |confidence: f32| confidence >= selection.least_confidence;
    let is_kept: Vec<bool> =
        analysis.attributions.iter().map(|it| selection.attributions && is_sure(it.confidence)).collect();
    keep_attributions(&mut selected, &is_kept);
    attribution::relay(&document, &mut selected.attributions);
    selected.quotes.retain(|it| selection.quotes && is_sure(it.confidence));
    selected.hedges.retain(|it| selection.hedges && is_sure(it.confidence));
    selected.entities.retain(|it| selection.entities.contains(&it.kind) && is_sure(it.confidence));
    selected.profile = profile::profile(&document, &selected);
    selected
}

/// Leaves out the other attributions, and lets every index name what it named.
fn keep_attributions(analysis: &mut Analysis, is_kept: &[bool]) {
    let mut count = 0;
    let places: Vec<Option<u32>> = is_kept
        .iter()
        .map(|&kept| {
            count += u32::from(kept);
            kept.then(|| count - 1)
        })
        .collect();
    let place = |index: u32| places.get(index as usize).copied().flatten();
    let all = std::mem::take(&mut analysis.attributions);
    let around = |index: &u32| all.get(*index as usize).and_then(|it| it.within);
    let mut kept = Vec::with_capacity(count as usize);
    for attribution in all.iter().zip(is_kept).filter_map(|(it, &is_kept)| is_kept.then_some(it)) {
        // No chain is longer than the list, even in an analysis made by hand whose indices go in a circle.
        let mut holders = std::iter::successors(attribution.within, around).take(all.len());
        let mut attribution = attribution.clone();
        attribution.within = holders.find_map(place);
        kept.push(attribution);
    }
    for quote in &mut analysis.quotes {
        quote.attribution = quote.attribution.and_then(place);
    }
    analysis.attributions = kept;
}
