//! Corrections: what a reader knows better than the engine, as data.
//!
//! A [`Correction`] names words of the text and says what holds there: which entity or hedge they are, what
//! attribution has them as its cue, or that they are nothing of the kind. So the same list can be kept, taken
//! back one by one and applied again ([`correct`]), also where the text has changed elsewhere meanwhile
//! ([`Anchor`]). Everything that follows from the marks follows from the corrected ones: names, speakers,
//! kinds of source that no reader has given, reasons, the profile.

mod anchor;
mod apply;

pub use anchor::Anchor;
pub use apply::correct;

use crate::analysis::{EntityKind, HedgeKind, SourceType, Stance, Traceable};
use serde::{Deserialize, Serialize};

/// One thing that a reader has corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The words in question: those of the entity or the hedge; of an attribution its cue.
    pub at: Anchor,
    /// What holds there. Marks of the same sort that overlap the words give way.
    pub set: Set,
    /// Whether the words were found in the text; where they were not, nothing was corrected.
    #[serde(default = "yes")]
    pub fits: bool,
}

const fn yes() -> bool {
    true
}

/// What a reader says of some words; with `None` that they are nothing of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    /// They are an entity of this kind.
    Entity(Option<EntityKind>),
    /// They are a hedge of this kind.
    Hedge(Option<HedgeKind>),
    /// They are the cue of this attribution.
    Attribution(Option<Box<Statement>>),
}

/// An attribution as a reader sees it. What is left out is judged by the engine from the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The words that name the source; `None` where there are none.
    #[serde(default)]
    pub source: Option<Anchor>,
    /// The words that link source and content.
    pub cue: Anchor,
    /// The pieces of what is said; at least one. Source and cue are cut out of them.
    pub content: Vec<Anchor>,
    /// What kind of source it is.
    #[serde(default)]
    pub source_type: Option<SourceType>,
    /// Whether a reader could tell who exactly the source is.
    #[serde(default)]
    pub traceable: Option<Traceable>,
    /// What the cue says about the content.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// Who speaks, by name; `""` for nobody whose name is known.
    #[serde(default)]
    pub speaker: Option<String>,
}

impl Correction {
    /// Converts the offsets of all its words, such as into bytes: [`correct`] takes no other unit.
    pub fn map_offsets(&mut self, map: impl Fn(u32) -> u32) {
        for anchor in self.anchors_mut() {
            anchor.start = map(anchor.start);
            anchor.end = map(anchor.end);
        }
    }

    /// Every stretch of text that it names.
    fn anchors_mut(&mut self) -> impl Iterator<Item = &mut Anchor> {
        let parts = match &mut self.set {
            Set::Attribution(Some(statement)) => {
                let Statement { source, cue, content, .. } = &mut **statement;
                Some(source.iter_mut().chain([cue]).chain(content))
            }
            _ => None,
        };
        std::iter::once(&mut self.at).chain(parts.into_iter().flatten())
    }
}
