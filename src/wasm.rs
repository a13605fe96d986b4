//! The JavaScript module: with the files beside it, the only one that knows JavaScript values. `input`, `options` and `found`
//! read and check what is handed in, the rest hands out.
//!
//! Offsets are UTF-16 code units from here on. Whatever goes wrong is thrown as an `Error` whose
//! message is one plain sentence.

#![expect(clippy::missing_errors_doc, reason = "these comments are JSDoc; there the word is `@throws`")]
#![cfg_attr(
    not(feature = "engine"),
    allow(dead_code, unused_imports, reason = "most of what is handed in and out belongs to the engine")
)]

#[cfg(feature = "article")]
mod article;
#[cfg(feature = "engine")]
mod document;
mod found;
mod input;
mod options;
mod sharp;

use crate::{
    dom::{Painting, Reading, Source},
    export,
    text::{OffsetMap, OffsetUnit, Span},
};
use input::Format;
use js_sys::JSON;
use options::Wanted;
use serde::Serialize;
#[cfg(feature = "engine")]
pub use sharp::use_sharp;
use std::rc::Rc;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Range;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

/// Shows the message of a panic in the console; without it there is only “unreachable”.
#[wasm_bindgen(start, private)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Finds entities, quotes, attributions and hedges in a text.
///
/// @throws Where the text is no string, or an option has a wrong name or type.
#[cfg(feature = "engine")]
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    analyze_text(&input::text(text)?, &options::read(options)?)
}

/// The text that a reader sees inside an element, and that offsets refer to: blocks are set apart by
/// an empty line, `<br>` is a line end, what is hidden is left out. Shadow trees are not entered.
///
/// @throws Where the root is no element.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(
    #[wasm_bindgen(unchecked_param_type = "Element")] root: &JsValue,
) -> Result<String, JsValue> {
    Ok(Reading::new(&input::element(root)?).text().to_owned())
}

/// Marks in place what an analysis of `readText(root)` has found.
///
/// @throws Where the root is no element, or the analysis is none or does not fit the element's text.
#[wasm_bindgen]
pub fn paint(
    #[wasm_bindgen(unchecked_param_type = "Element")] root: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
) -> Result<Highlighting, JsValue> {
    let root = Rc::new(input::element(root)?);
    let reading = Rc::new(root.read());
    Highlighting::new(root, reading, analysis, Wanted::default())
}

/// Reads, analyses and marks an element: `paint(root, analyze(readText(root), options))`.
///
/// @throws Where the root is no element, or an option has a wrong name or type.
#[cfg(feature = "engine")]
#[wasm_bindgen]
pub fn highlight(
    #[wasm_bindgen(unchecked_param_type = "Element")] root: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<Highlighting, JsValue> {
    let root = input::element(root)?;
    let options = options::read(options)?;
    let reading = Reading::new(&root);
    let analysis = analyze_text(reading.text(), &options)?;
    Highlighting::new(Rc::new(root), Rc::new(reading), analysis, options)
}

/// The analysis of a text with what a reader has corrected; corrections that it had before stay.
///
/// The result has all of them in `corrections`, with their words as they stand in the text and whether they
/// fit. Whatever follows from the marks, the profile too, follows from the corrected ones.
///
/// @throws Where the text is no string, the analysis is none, or the corrections are no such list.
#[cfg(feature = "engine")]
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn correct(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Correction[]")] corrections: JsValue,
) -> Result<JsValue, JsValue> {
    let text = input::text(text)?;
    let mut analysis = input::analysis(analysis)?;
    let mut corrections = input::corrections(corrections)?;
    let map = OffsetMap::new(&text, OffsetUnit::Utf16);
    analysis.restore_offsets(&map);
    for correction in &mut corrections {
        correction.map_offsets(|at| map.byte(at));
    }
    let mut corrected = crate::correction::correct(&text, &analysis, &corrections);
    corrected.convert_offsets(&map);
    to_js(&corrected)
}

/// The analysis of a text with the marks that are wanted alone: what `analyze` gives with these options.
///
/// @throws Where the text is no string, the analysis is none, or an option has a wrong name or type.
#[cfg(feature = "engine")]
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn select(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Pick<Options, 'kinds' | 'leastConfidence'>")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = input::text(text)?;
    let mut analysis = input::analysis(analysis)?;
    let options = options::read(options)?;
    let map = OffsetMap::new(&text, OffsetUnit::Utf16);
    analysis.restore_offsets(&map);
    let mut selected = options.select(&text, &analysis);
    selected.convert_offsets(&map);
    to_js(&selected)
}

/// Two articles side by side, by their analyses: how each is sourced, who is heard in which, and which names
/// only one of them has.
///
/// @throws Where one of them is no analysis.
#[cfg(feature = "engine")]
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Analysis")] first: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] second: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&crate::comparison::compare(&input::analysis(first)?, &input::analysis(second)?))
}

/// Writes a text and what was found in it in a format of other programs: `json`, `jsonl`, `web-annotation`,
/// `html`, `markdown`, `csv`, or `labels` to train and score programs with. What is written holds the text, and needs nothing else.
///
/// @throws Where the analysis is none, the format is unknown, or an option has a wrong name or type.
#[cfg(feature = "engine")]
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ExportOptions")] options: &JsValue,
) -> Result<String, JsValue> {
    let text = input::text(text)?;
    let mut analysis = input::analysis(analysis)?;
    let options = options::read_for_export(options)?;
    analysis.restore_offsets(&OffsetMap::new(&text, OffsetUnit::Utf16));
    let offsets = OffsetMap::new(&text, options.offsets);
    let format = input::format(format)?;
    if matches!(format, Format::Json | Format::JsonLines) {
        analysis.convert_offsets(&offsets);
        let record = export::record(&options.id, Some(&text), &analysis, options.offsets);
        return json(&record, matches!(format, Format::Json));
    }
    let article =
        export::Article { id: &options.id, title: &options.title, text: &text, analysis: &analysis };
    match format {
        Format::Html => Ok(export::html(&article)),
        Format::Markdown => Ok(export::markdown(&article)),
        Format::Labels => json(&export::labels(&options.id, &text, &analysis), false),
        Format::Csv => Ok(format!("{}{}", export::CSV_HEADER, export::csv(&article, &offsets))),
        _ => json(&export::web_annotation(&article), true),
    }
}

/// The version of Sourcelight.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The marks on one element. They stay until `clear()`, even where this object is forgotten.
#[wasm_bindgen]
pub struct Highlighting {
    source: Rc<dyn Source>,
    options: Wanted,
    analysis: JsValue,
    painting: Painting,
}

impl Highlighting {
    fn new(
        source: Rc<dyn Source>,
        reading: Rc<Reading>,
        analysis: JsValue,
        options: Wanted,
    ) -> Result<Self, JsValue> {
        let marks = input::marks(&analysis)?;
        input::check_fit(marks.iter().map(|mark| mark.span), reading.length())?;
        let painting = Painting::new(Rc::clone(&source), reading, marks)?;
        Ok(Self { source, options, analysis, painting })
    }
}

#[wasm_bindgen]
impl Highlighting {
    /// What the marks show.
    #[wasm_bindgen(getter, unchecked_return_type = "Analysis")]
    #[must_use]
    pub fn analysis(&self) -> JsValue {
        self.analysis.clone()
    }

    /// Reads the element again, analyses its text and replaces the marks. The options are those that
    /// `highlight` was given; after `paint` they are the default ones.
    #[cfg(feature = "engine")]
    pub fn update(&mut self) -> Result<(), JsValue> {
        self.painting.clear();
        let reading = self.source.read();
        let analysis = analyze_text(reading.text(), &self.options)?;
        *self = Self::new(Rc::clone(&self.source), Rc::new(reading), analysis, self.options.clone())?;
        Ok(())
    }

    /// Takes every mark out. Calling it again does nothing.
    pub fn clear(&mut self) {
        self.painting.clear();
    }

    /// The offset of the character at a point of the viewport (as `clientX`, `clientY` of a mouse event);
    /// `undefined` outside the element, beside its text, and where the text has changed since.
    #[wasm_bindgen(js_name = offsetAt)]
    pub fn offset_at(&mut self, x: f32, y: f32) -> Option<u32> {
        self.painting.offset_at(x, y)
    }

    /// A live range over a stretch of the text, for scrolling and geometry; `undefined` where there
    /// is no such text, or where it has changed since.
    #[wasm_bindgen(js_name = rangeOf)]
    pub fn range_of(&mut self, start: u32, end: u32) -> Option<Range> {
        if end > self.painting.length() {
            return None;
        }
        self.painting.range_of(Span { start, end })
    }

    /// Lights up these stretches of the text, under the highlight name `sourcelight-focus`, in place
    /// of those before; `[]` puts them out. Nothing lights up where the text has changed since.
    ///
    /// @throws Where the spans are no pairs of offsets within the text.
    pub fn focus(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Span[]")] spans: &JsValue,
    ) -> Result<(), JsValue> {
        let spans = input::spans(spans)?;
        input::check_fit(spans.iter().copied(), self.painting.length())?;
        self.painting.focus(&spans)
    }
}

fn analyze_text(text: &str, options: &Wanted) -> Result<JsValue, JsValue> {
    let mut analysis = options.analyze(text);
    analysis.convert_offsets(&OffsetMap::new(text, OffsetUnit::Utf16));
    to_js(&analysis)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    Ok(value.serialize(&serializer)?)
}

/// JSON by the browser's own means, which weigh nothing.
fn json(value: &impl Serialize, indented: bool) -> Result<String, JsValue> {
    let space = if indented { JsValue::from(2) } else { JsValue::UNDEFINED };
    let text = JSON::stringify_with_replacer_and_space(&to_js(value)?, &JsValue::NULL, &space)?;
    Ok(String::from(text) + "\n")
}
