//! Attributions whose parts are given: as the engine has found them before, or as a reader has put them right.

use super::judge::Kinds;
use super::link::Link;
use super::reading::Reading;
use super::{Edit, Known, Marks, describe, stance};
use crate::analysis::{Attribution, SourceType, Stance, Traceable};
use crate::text::{Change, Dirty, Document, Span, in_one, overlap, sort_by_number};
use std::ops::Range;

/// An attribution by its tokens, and what a reader has said of it; the rest is judged.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) source: Option<Range<usize>>,
    /// Not empty.
    pub(crate) cue: Range<usize>,
    /// Its pieces, in order; never empty.
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) confidence: f32,
    /// Whether a reader has given the parts.
    pub(crate) corrected: bool,
    pub(crate) source_type: Option<SourceType>,
    pub(crate) traceable: Option<Traceable>,
    pub(crate) stance: Option<Stance>,
    /// The name of the speaker; empty for nobody.
    pub(crate) speaker: Option<String>,
}

impl Given {
    /// An attribution of an analysis of `document`. What a reader has corrected in it stays as it is.
    pub(crate) fn of(document: &Document, attribution: &Attribution) -> Self {
        let tokens = |spans: &[Span]| {
            let ranges = spans.iter().map(|span| document.tokens_in(*span));
            ranges.filter(|range| !range.is_empty()).collect::<Vec<_>>()
        };
        let &Attribution { source_type, traceable, stance, confidence, corrected, .. } = attribution;
        let cue = tokens(&attribution.cue).into_iter().next().unwrap_or_default();
        let speaker = || attribution.speaker.clone().unwrap_or_default();
        Self {
            source: tokens(&attribution.source).into_iter().next(),
            cue,
            content: tokens(&attribution.content),
            confidence,
            corrected,
            source_type: corrected.then_some(source_type),
            traceable: corrected.then_some(traceable),
            stance: corrected.then_some(stance),
            speaker: corrected.then(speaker),
        }
    }

    /// Whether its cue shares a token with `tokens`.
    pub(crate) fn has_cue_in(&self, tokens: &Range<usize>) -> bool {
        overlap(&self.cue, tokens)
    }

    /// Puts what a reader has said in the place of what was judged.
    pub(super) fn settle(&self, kinds: &mut Kinds) {
        kinds.source_type = self.source_type.unwrap_or(kinds.source_type);
        kinds.traceable = self.traceable.unwrap_or(kinds.traceable);
        kinds.stance = self.stance.unwrap_or(kinds.stance);
    }

    /// The speaker's name, where a reader has said who it is; `judged` otherwise.
    pub(super) fn speaker(&self, judged: Option<String>) -> Option<String> {
        match &self.speaker {
            Some(name) => Some(name.clone()).filter(|name| !name.is_empty()),
            None => judged,
        }
    }

    fn link(&self, reading: &Reading) -> Link {
        Link {
            source: self.source.clone(),
            cue: self.cue.clone(),
            content: self.content.clone(),
            stance: stance::of(reading, self.cue.clone(), &self.content),
            confidence: self.confidence,
        }
    }
}

/// The attributions with these parts, by the start of their first part.
pub(crate) fn describe_given(reading: &Reading, mut given: Vec<Given>, marks: Marks) -> Vec<Attribution> {
    given.retain(|it| !it.cue.is_empty() && !it.content.is_empty());
    sort_by_number(&mut given, |it| in_one(it.link(reading).start(), it.cue.start));
    let links: Vec<Link> = given.iter().map(|it| it.link(reading)).collect();
    let everything = Edit { tokens: Change::everything(reading.document).tokens, dirty: Dirty::default() };
    describe(reading, &links, &given, marks, &mut Known::default(), &everything)
}
