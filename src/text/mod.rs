//! From a string to tokens, sentences and paragraphs.
//!
//! Everything inside the crate speaks of byte offsets into the text ([`Span`]); other units
//! ([`OffsetMap`]) appear only where results leave it.

mod address;
mod change;
mod chars;
mod class;
mod document;
mod offsets;
mod order;
mod paragraph;
mod sentence;
mod span;
mod surface;
mod token;
mod tokenize;
mod word;

pub(crate) use change::{Change, Dirty, Placed, Splice, carry, put_in, renew};
pub(crate) use class::{Class, classes, headlines};
pub use document::Document;
pub use offsets::{OffsetMap, OffsetUnit};
pub(crate) use order::{in_one, sort_by_number};
pub use span::Span;
pub(crate) use surface::{Form, Surface};
pub(crate) use token::overlap;
pub use token::{Token, TokenKind};
pub(crate) use tokenize::first_token;
pub use tokenize::tokenize;

/// The longest text that is analysed, in bytes: 64 MiB. Offsets are `u32`, and so always fit.
pub const MAX_BYTES: usize = 64 << 20;
