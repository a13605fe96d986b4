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
#[cfg(target_family = "wasm")]
mod dom;
mod entity;
mod hedge;
mod lexicon;
mod quote;
pub mod text;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use analysis::Analysis;

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
pub fn analyze_with(text: &str, _options: Options) -> Analysis {
    let document = Document::new(text);
    let classes = text::classes(&document);
    let quotations = quote::find_quotations(&document);
    let entities = entity::find_entities(&document, &classes);
    let attributions = attribution::find_attributions(&document, &classes, &quotations, &entities);
    Analysis {
        notice: None,
        sentences: document.sentences.iter().map(|sentence| document.span(sentence.clone())).collect(),
        quotes: quote::marks(&document, &quotations, &attributions),
        hedges: hedge::find_hedges(&document, &classes),
        entities,
        attributions,
    }
}
