//! The weights of the sharper reading, from when JavaScript has handed them in: what is analysed from then on is read
//! with them too.

use super::input::error;
use crate::{Document, Options, Sharp};
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

thread_local! {
    static WEIGHTS: RefCell<Option<Arc<Sharp>>> = const { RefCell::new(None) };
}

/// From now on texts are read with these weights too: that finds more, and takes longer. Without weights, they are
/// read as at first. Only this thread is concerned; a worker has weights of its own.
///
/// @throws Where the bytes are no weights, or not those of this version. Then nothing has changed.
#[cfg(feature = "engine")]
#[wasm_bindgen(js_name = useSharp)]
pub fn use_sharp(weights: Option<Vec<u8>>) -> Result<(), JsValue> {
    let weights = weights.map(|bytes| Sharp::read(&bytes)).transpose();
    let weights = weights.map_err(|found| error(&found.to_string()))?;
    WEIGHTS.set(weights.map(Arc::new));
    Ok(())
}

/// A text, read with the weights that are there, or without them where the `instant` engine alone is wanted.
pub(super) fn document(text: &str, options: Options, instant: bool) -> Document {
    let weights = if instant { None } else { WEIGHTS.with_borrow(Clone::clone) };
    match weights {
        Some(sharp) => Document::sharply(text, options, sharp),
        None => Document::with(text, options),
    }
}
