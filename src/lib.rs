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
mod lexicon;
pub mod text;

pub use analysis::Analysis;

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
    let document = text::Document::new(text);
    Analysis {
        sentences: document.sentences.iter().map(|s| document.span(s.clone())).collect(),
        ..Analysis::default()
    }
}
