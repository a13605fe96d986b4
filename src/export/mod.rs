//! What leaves Sourcelight: an article and what was found in it, in the formats of other programs.
//!
//! The page and the command line write the same bytes. [`record`], [`labels`] and [`web_annotation`] give values
//! for any serde serialiser, so that no JSON is written here; [`html`], [`markdown`] and [`csv`] give
//! text. Whatever the article holds, it comes out as text: nothing in it is active in a browser, a
//! spreadsheet or a Markdown viewer.

mod annotation;
mod block;
mod csv;
mod html;
mod labels;
mod markdown;
mod record;
mod words;

pub use annotation::{Collection, web_annotation};
pub use csv::{CSV_HEADER, csv};
pub use html::html;
pub use labels::{Labels, labels};
pub use markdown::markdown;
pub use record::{Record, SCHEMA_VERSION, record};

use crate::Analysis;
use crate::text::Span;

/// An article with what was found in it. Offsets in `analysis` are bytes of `text`.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// What the article is known by: a file's name, an address; may be empty.
    pub id: &'a str,
    /// Its headline; empty for the first line of the text.
    pub title: &'a str,
    /// The text that was analysed.
    pub text: &'a str,
    /// What was found. Spans that do not fit the text are left out, and so are indices that name no attribution.
    pub analysis: &'a Analysis,
}

impl<'a> Article<'a> {
    /// The headline: as given, else the first line of the text, else the name of the program.
    fn headline(&self) -> &'a str {
        let first_line = self.text.lines().map(str::trim).find(|line| !line.is_empty());
        Some(self.title.trim()).filter(|title| !title.is_empty()).or(first_line).unwrap_or("Sourcelight")
    }

    /// The number of the attribution at `index`, from 1.
    fn number(&self, index: u32) -> Option<usize> {
        let index = index as usize;
        (index < self.analysis.attributions.len()).then_some(index + 1)
    }

    /// The words of all `spans`, white space made single and pieces set apart by `…`.
    fn words(&self, spans: &[Span]) -> String {
        let mut words = String::new();
        for (at, span) in spans.iter().enumerate() {
            if at > 0 {
                words.push_str(" …");
            }
            for word in span.of(self.text).split_whitespace() {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(word);
            }
        }
        words
    }
}
