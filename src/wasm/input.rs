//! What JavaScript hands in, checked: each mistake is an `Error` that says what was expected.

use crate::{
    Analysis,
    correction::Correction,
    dom::{Kind, Mark},
    text::Span,
};
use js_sys::{Error, Reflect};
use serde::{Deserialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

/// Attributions less likely to be right than this are painted faintly.
const FAINT_BELOW: f64 = 0.75;

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
    parse(analysis, "this is not an analysis as `analyze` returns it")
}

/// What a reader has corrected.
pub(super) fn corrections(list: JsValue) -> Result<Vec<Correction>, JsValue> {
    parse(list, "the corrections must be a list as `analysis.corrections` is one")
}

/// What an analysis marks.
pub(super) fn marks(analysis: &JsValue) -> Result<Vec<Mark>, JsValue> {
    let found: Found = parse(analysis.clone(), "this is not an analysis as `analyze` returns it")?;
    let mut marks = Vec::new();
    let mut mark = |kind, span| marks.push(Mark { kind, span });
    for attribution in found.attributions {
        let [content, source, cue] =
            Kind::of_attribution(attribution.hedged, attribution.confidence < FAINT_BELOW);
        if attribution.within.is_some() {
            attribution.content.iter().for_each(|&span| mark(Kind::Nested, span));
        }
        attribution.content.into_iter().for_each(|span| mark(content, span));
        attribution.source.into_iter().for_each(|span| mark(source, span));
        attribution.cue.into_iter().for_each(|span| mark(cue, span));
    }
    found.quotes.into_iter().for_each(|quote| mark(Kind::Quote, quote.span()));
    found.hedges.into_iter().for_each(|hedge| mark(Kind::Hedge, hedge.span()));
    found.entities.into_iter().for_each(|e| mark(e.kind, Span { start: e.start, end: e.end }));
    Ok(marks)
}

/// The mistake of an edit from `start` to `end` where a text has no such place.
pub(super) fn no_place(start: u32, end: u32) -> JsValue {
    error(&format!(
        "the offsets {start} to {end} are no place in this text: give two borders of characters in UTF-16 units, in order"
    ))
}

pub(super) fn spans(value: JsValue) -> Result<Vec<Span>, JsValue> {
    parse(value, "the spans must be pairs of offsets, [[start, end], …]")
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

/// As much of an analysis as is painted.
#[derive(Deserialize)]
struct Found {
    entities: Vec<FoundEntity>,
    quotes: Vec<FoundStretch>,
    attributions: Vec<FoundAttribution>,
    hedges: Vec<FoundStretch>,
}

#[derive(Deserialize)]
struct FoundEntity {
    start: u32,
    end: u32,
    kind: Kind,
}

#[derive(Deserialize)]
struct FoundStretch {
    start: u32,
    end: u32,
}

impl FoundStretch {
    const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

#[derive(Deserialize)]
struct FoundAttribution {
    content: Vec<Span>,
    source: Vec<Span>,
    cue: Vec<Span>,
    hedged: bool,
    within: Option<u32>,
    /// Marks of one's own, without a confidence, are sure.
    #[serde(default = "sure")]
    confidence: f64,
}

const fn sure() -> f64 {
    1.0
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
