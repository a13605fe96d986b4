//! The seam between text and labels: a linear-chain model over hashed features.
//!
//! A stage of the engine describes each token by features ([`hash`]), a [`Model`] turns them into scores
//! of labels, and a [`Chain`] finds the best legal sequence of labels and how likely it is. Labels mark
//! spans ([`scheme`]): a span of kind *k* opens with `B-k` and goes on with `I-k`; `O` is outside.
//!
//! Another model that scores the same labels can be weighed in ([`opinion`]): what comes later does not know
//! the difference.
//!
//! The features are the same code in training and at run time; the weights are data
//! ([`model`]).

mod chain;
mod hash;
mod holding;
mod labelled;
mod model;
mod opinion;
mod scheme;
mod tag;
mod templates;
mod votes;
mod weights;
mod words;

pub use chain::{Chain, Posterior};
pub use hash::{hash, mix};
pub(crate) use labelled::Labelled;
pub use model::{BINS, Model, ModelError, Rows, bin, write_model};
pub use opinion::{Opinion, Weighing};
pub use scheme::{Label, MAX_LABELS, OUTSIDE, begin, can_follow, inside, kind_of, labels, spans};
pub use tag::{Found, Reader, Tagger};
pub use templates::Templates;
pub(crate) use words::WordSet;
