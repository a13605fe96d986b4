//! A text that is edited, for JavaScript.

use super::{input, options, sharp, to_js};
use crate::text::{OffsetMap, OffsetUnit};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// A text and its analysis. After an edit only what the edit can change is analysed again, and only what has
/// changed is handed over.
#[wasm_bindgen]
pub struct Document(crate::Document);

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
        Ok(Self(sharp::document(&text, options, instant)))
    }

    /// The text as it stands.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text().to_owned()
    }

    /// Everything that is found in the text as it stands: what `analyze` gives for it.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn analysis(&self) -> Result<JsValue, JsValue> {
        let mut analysis = self.0.analysis().clone();
        analysis.convert_offsets(&OffsetMap::new(self.0.text(), OffsetUnit::Utf16));
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
        let before = OffsetMap::new(self.0.text(), OffsetUnit::Utf16);
        let range = before.byte(start) as usize..before.byte(end) as usize;
        let fits =
            start <= end && before.get(range.start as u32) == start && before.get(range.end as u32) == end;
        let change = if fits { self.0.edit(range, &text).ok() } else { None };
        let mut change = change.ok_or_else(|| input::no_place(start, end))?;
        let added = text.encode_utf16().count() as u32;
        let after = OffsetMap::new(self.0.text(), OffsetUnit::Utf16);
        change.convert_offsets(&after, added.cast_signed() - (end - start).cast_signed());
        to_js(&change)
    }
}
