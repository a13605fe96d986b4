//! What JavaScript hands in, checked: each mistake is an `Error` that says what was expected.

use super::found;
use crate::{Analysis, correction::Correction, dom::Mark, text::Span};
use js_sys::{Error, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

const NO_ANALYSIS: &str = "this is not an analysis as `analyze` returns it";

pub(super) fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| error(&format!("the text must be a string, not {}", describe(value))))
}

/// Elements of other windows (frames) are welcome, so it is not `instanceof` that decides.
pub(super) fn element(value: &JsValue) -> Result<Element, JsValue> {
    let node_type = if value.is_object() { Reflect::get(value, &"nodeType".into())?.as_f64() } else { None };
    if node_type == Some(f64::from(Node::ELEMENT_NODE)) {
        Ok(value.unchecked_ref::<Element>().clone())
    } else {
        Err(error(&format!("the root must be an element of a page, not {}", describe(value))))
    }
}

/// The formats of exports.
#[derive(Clone, Copy)]
pub(super) enum Format {
    Json,
    JsonLines,
    WebAnnotation,
    Html,
    Markdown,
    Csv,
    Labels,
}

const FORMATS: [(&str, Format); 7] = [
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("web-annotation", Format::WebAnnotation),
    ("html", Format::Html),
    ("markdown", Format::Markdown),
    ("csv", Format::Csv),
    ("labels", Format::Labels),
];

pub(super) fn format(value: &JsValue) -> Result<Format, JsValue> {
    let name = value.as_string();
    let found = FORMATS.iter().find(|(format, _)| name.as_deref() == Some(format));
    found.map(|(_, format)| *format).ok_or_else(|| {
        let formats = FORMATS.map(|(format, _)| format).join("`, `");
        let value = name.map_or_else(|| describe(value), |name| format!("`{name}`"));
        error(&format!("the format must be one of `{formats}`, not {value}"))
    })
}

/// A whole analysis.
pub(super) fn analysis(analysis: JsValue) -> Result<Analysis, JsValue> {
    parse(analysis, NO_ANALYSIS)
}

/// What a reader has corrected.
pub(super) fn corrections(list: JsValue) -> Result<Vec<Correction>, JsValue> {
    parse(list, "the corrections must be a list as `analysis.corrections` is one")
}

/// What an analysis marks.
pub(super) fn marks(analysis: &JsValue) -> Result<Vec<Mark>, JsValue> {
    found::marks(analysis).map_err(|mistake| error(&format!("{NO_ANALYSIS}: {mistake}")))
}

/// The mistake of an edit from `start` to `end` where a text has no such place.
pub(super) fn no_place(start: u32, end: u32) -> JsValue {
    error(&format!(
        "the offsets {start} to {end} are no place in this text: give two borders of characters in UTF-16 units, in order"
    ))
}

pub(super) fn spans(value: &JsValue) -> Result<Vec<Span>, JsValue> {
    let spans = found::spans("each", value);
    spans.map_err(|mistake| {
        error(&format!("the spans must be pairs of offsets, [[start, end], …]: {mistake}"))
    })
}

/// Makes sure that `spans` lie in a text of `length` units.
pub(super) fn check_fit(mut spans: impl Iterator<Item = Span>, length: u32) -> Result<(), JsValue> {
    let misfit = spans.find(|span| span.start > span.end || span.end > length);
    misfit.map_or(Ok(()), |Span { start, end }| {
        Err(error(&format!(
            "the offsets {start} to {end} do not fit this element's text, which has {length} UTF-16 units: \
             they belong to another text, or the element has changed since it was read"
        )))
    })
}

fn parse<T: DeserializeOwned>(value: JsValue, expected: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|mistake| {
        let mistake = mistake.to_string();
        error(&format!("{expected}: {}", mistake.trim_start_matches("Error: ")))
    })
}

pub(super) fn error(message: &str) -> JsValue {
    Error::new(message).into()
}

/// What a value is, in a word: `null`, `a number`, `an object (NodeList)`.
pub(super) fn describe(value: &JsValue) -> String {
    if value.is_null() || value.is_undefined() {
        return if value.is_null() { "null" } else { "undefined" }.to_owned();
    }
    if value.is_object() {
        let constructor = Reflect::get(value, &"constructor".into()).unwrap_or_default();
        let class = Reflect::get(&constructor, &"name".into()).ok().and_then(|name| name.as_string());
        return format!("an object ({})", class.unwrap_or_default());
    }
    let name = value.js_typeof().as_string().unwrap_or_default();
    format!("a {name}")
}
