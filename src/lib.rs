//! Sourcelight reads a news article and finds **who says what, and how sure they are**.
//!
//! [`analyze`] takes a text and returns an [`Analysis`]: entities, quotes, attributions (source,
//! cue and content, tied together) and hedges, as flat lists of byte spans.
//!
//! ```
//! let analysis = sourcelight::analyze("Defence experts have suggested that the plan would fail.");
//! let attribution = &analysis.attributions[0];
//! assert!(attribution.hedged);
//! ```
//!
//! [`Document`] keeps the analysis of a text that is edited, [`select`] leaves marks out of one, [`correction`] puts in
//! what a reader knows better, [`comparison`] sets two articles side by side, and [`export`] writes an article and its
//! marks for other programs. Offsets are bytes; [`text::OffsetMap`] converts them into UTF-16 units or code points.
//!
//! The same text gives the same analysis each time, in time that is linear in the text. No text makes it panic.

pub mod analysis;
mod attribution;
pub mod comparison;
pub mod correction;
mod document;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
mod dom;
mod entity;
pub mod export;
mod hedge;
mod language;
mod lexicon;
mod profile;
mod quote;
mod selection;
mod sharp;
mod tagger;
pub mod text;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub mod wasm;

pub use analysis::Analysis;
pub use document::{Document, EditError};
pub use selection::{Selection, select};
pub use sharp::{FileError, Sharp};

/// What the crate `train` shares with the engine; no part of the interface.
#[doc(hidden)]
pub mod training {
    pub use crate::attribution::{
        CONTENT, CUE, CueReader, Marked, Proposals, Question, Reading, RoleReader, Roles, SOURCE,
        SOURCE_TYPES, STANCES, TRACEABLE, labels_of,
    };
    pub use crate::entity::{NAME_KINDS, NameReader};
    pub use crate::hedge::{BELIEVED, HedgeReader, POSSIBLE, VAGUE};
    pub use crate::sharp::{Impression, Memory, Part, Spelled, spelled};
    pub use crate::tagger::*;
}

/// What may be asked of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Mark the text even where it does not look like English prose.
    pub any_language: bool,
}

/// Finds entities, quotes, attributions and hedges in `text`; offsets are bytes.
#[must_use]
pub fn analyze(text: &str) -> Analysis {
    analyze_with(text, Options::default())
}

/// Like [`analyze`], with options.
#[must_use]
pub fn analyze_with(text: &str, options: Options) -> Analysis {
    Document::with(text, options).into_analysis()
}

/// Like [`analyze_with`], with the sharper reading that these weights give; not where the text is longer than
/// [`Sharp::MOST`].
#[must_use]
pub fn analyze_sharply(text: &str, options: Options, sharp: &Sharp) -> Analysis {
    analyze_in_stages(text, options, Some(sharp), |_| ())
}

/// Like [`analyze_with`]; calls `done` with the name of each stage that is over. For measuring.
#[doc(hidden)]
#[must_use]
pub fn analyze_in_stages(
    text: &str,
    options: Options,
    sharp: Option<&Sharp>,
    done: impl FnMut(&'static str),
) -> Analysis {
    Document::in_stages(text, options, sharp, done).into_analysis()
}
