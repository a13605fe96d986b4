//! A text that is edited, for JavaScript.

use super::{input, options, sharp, to_js};
use crate::text::{OffsetMap, OffsetUnit};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// A text and its analysis. After an edit only what the edit can change is analysed again, and only what has
/// changed is handed over.
#[wasm_bindgen]
pub struct Document {
    document: crate::Document,
    offsets: OffsetMap,
}

#[wasm_bindgen]
impl Document {
    /// Analyses a text.
    ///
    /// @throws Where the text is no string, or an option has a wrong name or type.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DocumentOptions")] options: &JsValue,
    ) -> Result<Self, JsValue> {
        let text = input::text(text)?;
        let (options, instant) = options::read_for_document(options)?;
        let offsets = OffsetMap::new(&text, OffsetUnit::Utf16);
        Ok(Self { document: sharp::document(&text, options, instant), offsets })
    }

    /// The text as it stands.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> String {
        self.document.text().to_owned()
    }

    /// Everything that is found in the text as it stands: what `analyze` gives for it.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn analysis(&self) -> Result<JsValue, JsValue> {
        let mut analysis = self.document.analysis().clone();
        analysis.convert_offsets(&self.offsets);
        to_js(&analysis)
    }

    /// Puts a text in place of the one from `start` to `end`, and tells how the analysis changes by it.
    ///
    /// @throws Where the offsets are no place in the text, or the text is no string.
    #[wasm_bindgen(unchecked_return_type = "Change")]
    pub fn edit(
        &mut self,
        start: u32,
        end: u32,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let text = input::text(text)?;
        let before = &self.offsets;
        let range = before.byte(start) as usize..before.byte(end) as usize;
        let fits =
            start <= end && before.get(range.start as u32) == start && before.get(range.end as u32) == end;
        let change = if fits { self.document.edit(range, &text).ok() } else { None };
        let mut change = change.ok_or_else(|| input::no_place(start, end))?;
        let added = text.encode_utf16().count() as u32;
        self.offsets = OffsetMap::new(self.document.text(), OffsetUnit::Utf16);
        change.convert_offsets(&self.offsets, added.cast_signed() - (end - start).cast_signed());
        to_js(&change)
    }
}
