//! The sharper reading: a small transformer that scores the labels which the linear models score too.
//!
//! The transformer reads a document once ([`encoder`], from words in pieces, [`spelling`] and [`pieces`]) and
//! keeps a vector for each token. From these come scores of the labels of each tagger ([`heads`]), which the
//! tagger adds to its own ([`Opinion`](crate::tagger::Opinion)) before it looks for the best sequence of labels.
//! All that comes later is the same code. Weights come from a file of their own ([`file`]).

mod attention;
mod codes;
mod encoder;
mod file;
mod heads;
mod layer;
mod math;
mod matrix;
mod memory;
mod pieces;
mod rows;
mod spelling;
#[cfg(test)]
mod tests;

pub use file::FileError;
pub use heads::{Impression, Part, Sharp};
pub use memory::Memory;
pub use spelling::{Spelled, spelled};
