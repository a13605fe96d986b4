//! Puts corrections into an analysis, and derives anew whatever follows from its marks.

use super::{Anchor, Correction, Set, Statement};
use crate::analysis::{Analysis, Entity, Hedge};
use crate::attribution::{self, Given};
use crate::text::{Document, Span, overlap, sort_by_number};
use crate::{entity, profile, quote};
use std::ops::Range;

/// The analysis of `text` with `corrections`, one after the other. Those that it had before stay.
///
/// The result lists all of them, with their words as they stand in `text` and whether they
/// [fit](Correction::fits). A text that was not marked on purpose takes none.
#[must_use]
pub fn correct(text: &str, analysis: &Analysis, corrections: &[Correction]) -> Analysis {
    let mut corrections: Vec<Correction> = corrections.to_vec();
    if corrections.is_empty() {
        return analysis.clone();
    }
    if analysis.notice.is_some() {
        for correction in &mut corrections {
            correction.fits = false;
        }
        return Analysis { corrections, ..analysis.clone() };
    }
    let document = Document::new(text);
    let reading = attribution::Reading::new(&document);
    let mut marks = Marks {
        document: &document,
        entities: analysis.entities.clone(),
        hedges: analysis.hedges.clone(),
        attributions: analysis.attributions.iter().map(|it| Given::of(&document, it)).collect(),
    };
    let mut shift = 0;
    for correction in &mut corrections {
        correction.fits = settle(&document, correction, &mut shift) && marks.apply(correction);
    }
    let earlier = analysis.corrections.iter().filter(|it| !corrections.contains(it)).cloned();
    let corrections = earlier.chain(corrections.iter().cloned()).collect();
    let entities = entity::name_again(&document, marks.entities);
    let others = attribution::Marks { entities: &entities, hedges: &marks.hedges };
    let attributions = attribution::describe_given(&reading, marks.attributions, others);
    let mut corrected = Analysis {
        notice: None,
        sentences: analysis.sentences.clone(),
        quotes: quote::marks(&document, reading.quotations(), &attributions),
        hedges: marks.hedges,
        entities,
        attributions,
        profile: analysis.profile.clone(),
        corrections,
    };
    corrected.profile = profile::profile(&document, &corrected);
    corrected
}

/// Finds all words of a correction, and makes them whole words; says whether they are there. `shift` is how far
/// those before had moved: an edit moves all that stands behind it by as much.
fn settle(document: &Document, correction: &mut Correction, shift: &mut i64) -> bool {
    let mut are_there = true;
    for anchor in correction.anchors_mut() {
        let found = anchor.find(document.text, *shift);
        let tokens = found.map(|span| (span, document.tokens_in(span)));
        if let Some((span, tokens)) = tokens.filter(|(_, tokens)| !tokens.is_empty()) {
            *shift = i64::from(span.start) - i64::from(anchor.start);
            *anchor = Anchor::new(document.text, document.span(tokens));
        } else {
            are_there = false;
        }
    }
    are_there
}

/// The marks that corrections are about; the others follow from them.
struct Marks<'d> {
    document: &'d Document<'d>,
    entities: Vec<Entity>,
    hedges: Vec<Hedge>,
    attributions: Vec<Given>,
}

impl Marks<'_> {
    /// Does what a correction says whose words are found; says whether it could.
    fn apply(&mut self, correction: &Correction) -> bool {
        let Anchor { start, end, .. } = correction.at;
        match &correction.set {
            Set::Entity(kind) => {
                let apart = |it: &Entity| it.end <= start || end <= it.start;
                self.entities.retain(apart);
                self.entities.extend(kind.map(|kind| Entity {
                    start,
                    end,
                    kind,
                    name: String::new(),
                    entity: 0,
                    confidence: 1.0,
                    corrected: true,
                }));
                sort_by_number(&mut self.entities, |it| it.start.into());
            }
            Set::Hedge(kind) => {
                let apart = |it: &Hedge| it.end <= start || end <= it.start;
                self.hedges.retain(apart);
                let hedge = kind.map(|kind| Hedge { start, end, kind, confidence: 1.0, corrected: true });
                self.hedges.extend(hedge);
                sort_by_number(&mut self.hedges, |it| it.start.into());
            }
            Set::Attribution(None) => {
                let cue = self.tokens(&correction.at);
                self.attributions.retain(|it| !it.has_cue_in(&cue));
            }
            Set::Attribution(Some(statement)) => {
                let Some(given) = self.given(statement) else { return false };
                let tokens = self.tokens(&correction.at);
                self.attributions.retain(|it| !it.has_cue_in(&tokens) && !it.has_cue_in(&given.cue));
                self.attributions.push(given);
            }
        }
        true
    }

    /// The words of an anchor, by their tokens.
    fn tokens(&self, anchor: &Anchor) -> Range<usize> {
        self.document.tokens_in(Span { start: anchor.start, end: anchor.end })
    }

    /// A statement by its tokens, if it has a cue and a content of its own.
    fn given(&self, statement: &Statement) -> Option<Given> {
        let cue = self.tokens(&statement.cue);
        let source = statement.source.as_ref().map(|source| self.tokens(source));
        if source.as_ref().is_some_and(|it| overlap(it, &cue)) {
            return None;
        }
        let mut content: Vec<Range<usize>> = statement.content.iter().map(|it| self.tokens(it)).collect();
        for hole in source.iter().chain([&cue]) {
            content = content.into_iter().flat_map(|piece| cut(&piece, hole)).collect();
        }
        content.retain(|piece| !piece.is_empty());
        sort_by_number(&mut content, |piece| piece.start as u64);
        // Pieces that the reader chose one by one may overlap or touch.
        content.dedup_by(|next, last| {
            let one = next.start <= last.end;
            last.end = if one { last.end.max(next.end) } else { last.end };
            one
        });
        let Statement { source_type, traceable, stance, ref speaker, .. } = *statement;
        (!content.is_empty()).then(|| Given {
            source,
            cue,
            content,
            confidence: 1.0,
            corrected: true,
            source_type,
            traceable,
            stance,
            speaker: speaker.clone(),
        })
    }
}

/// What is left of `piece` before and behind `hole`.
fn cut(piece: &Range<usize>, hole: &Range<usize>) -> [Range<usize>; 2] {
    if overlap(piece, hole) {
        [piece.start..hole.start.max(piece.start), hole.end.min(piece.end)..piece.end]
    } else {
        [piece.clone(), 0..0]
    }
}
