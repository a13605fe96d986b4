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

pub mod analysis;
mod attribution;
pub mod comparison;
pub mod correction;
#[cfg(target_family = "wasm")]
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
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use analysis::Analysis;
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
    pub use crate::sharp::{Impression, Part, Spelled, spelled};
    pub use crate::tagger::*;
}

use analysis::{Notice, Profile};
use text::Document;

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
    analyze_in_stages(text, options, None, |_| ())
}

/// Like [`analyze_with`], with the sharper reading that these weights give.
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
    mut done: impl FnMut(&'static str),
) -> Analysis {
    if text.len() > text::MAX_BYTES {
        return Analysis { notice: Some(Notice::TooLong), ..Analysis::default() };
    }
    let document = Document::new(text);
    done("tokens and sentences");
    if !options.any_language
        && let Some(notice) = language::notice(&document)
    {
        return Analysis { notice: Some(notice), ..Analysis::default() };
    }
    let reading = attribution::Reading::new(&document);
    done("language, word classes, quotes");
    let impression = sharp.map(|sharp| sharp.look(&reading));
    if impression.is_some() {
        done("sharper reading");
    }
    let impression = impression.as_ref();
    let entities = entity::find_entities(&document, impression);
    done("entities");
    let hedges = hedge::find_hedges(&document, reading.classes(), impression);
    done("hedges");
    let attributions = attribution::find_attributions(&reading, &entities, &hedges, impression);
    done("attributions");
    let mut analysis = Analysis {
        notice: None,
        sentences: document.sentences.iter().map(|sentence| document.span(sentence.clone())).collect(),
        quotes: quote::marks(&document, reading.quotations(), &attributions),
        hedges,
        entities,
        attributions,
        profile: Profile::default(),
        corrections: Vec::new(),
    };
    analysis.profile = profile::profile(&document, &analysis);
    done("marks and profile");
    analysis
}
