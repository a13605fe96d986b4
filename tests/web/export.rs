//! `exportAs`: what the page saves.

use crate::{js, message};
use sourcelight::wasm::{analyze, correct, export_as};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "Ferry late 👍\n\nThe ferry will sail in May, Ingrid Solheim told reporters. “It 🎈 floats,” she said. \
    Experts have suggested that it leaks.";

fn export(format: &str, options: &str) -> String {
    let analysis = analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    let options = js_sys::JSON::parse(options).unwrap();
    export_as(&TEXT.into(), analysis, &format.into(), &options).unwrap()
}

#[wasm_bindgen_test]
fn every_format_is_written() {
    for (format, beginning) in [
        (
            "json",
            "{\n  \"id\": \"\",\n  \"schema_version\": 1,\n  \"offsets\": \"utf16\",\n  \"text\": \"Ferry",
        ),
        ("jsonl", "{\"id\":\"\",\"schema_version\":1,"),
        ("web-annotation", "{\n  \"@context\""),
        ("html", "<!doctype html>"),
        ("markdown", "# Ferry late 👍\n\n"),
        ("csv", "\u{feff}id,"),
        ("labels", "{\"id\":\"\",\"text\":\"Ferry"),
    ] {
        let written = export(format, "null");
        assert!(written.starts_with(beginning), "{format}: {written}");
        assert!(written.contains("Experts"), "{format}: {written}");
    }
}

#[wasm_bindgen_test]
fn json_is_the_analysis_with_its_text() {
    let analysis = analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    let same = "const {id, schema_version, offsets, text, ...rest} = JSON.parse(a); \
        return JSON.stringify(rest) === JSON.stringify(b)";
    assert_eq!(js(same, &export("json", "null").into(), &analysis), JsValue::TRUE);
}

#[wasm_bindgen_test]
fn offsets_and_names_are_as_asked_for() {
    let json = export("jsonl", r#"{"id": "a", "offsets": "chars"}"#);
    let quote =
        "const r = JSON.parse(a), q = r.quotes[0]; return r.id + [...r.text].slice(q.start, q.end).join('')";
    assert_eq!(js(quote, &json.into(), &JsValue::NULL), "a“It 🎈 floats,”");
    assert!(export("html", r#"{"title": "A & B"}"#).contains("<h1>A &amp; B</h1>"));
}

#[wasm_bindgen_test]
fn corrections_change_the_analysis_and_go_along() {
    let analysis = || analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    let list = r#"[{"at": {"start": 84, "end": 86, "text": "It"}, "set": {"entity": "product"}}]"#;
    let corrected = correct(&TEXT.into(), analysis(), js_sys::JSON::parse(list).unwrap()).unwrap();
    let marked = "const e = b.entities.find((it) => it.corrected); return a.slice(e.start, e.end) + e.kind";
    assert_eq!(js(marked, &TEXT.into(), &corrected), "Itproduct");
    let fits = "return b.corrections[0].fits && a.slice(b.corrections[0].at.start).startsWith('It 🎈')";
    assert_eq!(js(fits, &TEXT.into(), &corrected), JsValue::TRUE);
    let json = export_as(&TEXT.into(), corrected, &"json".into(), &JsValue::UNDEFINED).unwrap();
    assert!(json.contains("\"corrections\": ["));
    assert!(
        message(correct(&TEXT.into(), analysis(), JsValue::from(3)))
            .contains("the corrections must be a list")
    );
}

#[wasm_bindgen_test]
fn mistakes_are_named() {
    let analysis = || analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    let try_it = |analysis: JsValue, format: &str, options: &str| {
        message(export_as(&TEXT.into(), analysis, &format.into(), &js_sys::JSON::parse(options).unwrap()))
    };
    assert!(try_it(analysis(), "pdf", "null").contains("`csv`, `labels`, not `pdf`"));
    assert!(try_it(JsValue::from(3), "csv", "null").contains("not an analysis"));
    assert!(try_it(analysis(), "csv", r#"{"name": 1}"#).contains("no option `name`"));
    assert!(try_it(analysis(), "csv", r#"{"id": 1}"#).contains("`id` must be a string"));
    assert!(try_it(analysis(), "csv", r#"{"offsets": "words"}"#).contains("`utf16`"));
}

#[wasm_bindgen_test]
fn an_analysis_of_another_text_does_no_harm() {
    let analysis = analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    for format in ["json", "web-annotation", "html", "markdown", "csv"] {
        let written = export_as(&"👍👍 Two.".into(), analysis.clone(), &format.into(), &JsValue::NULL);
        assert!(!written.unwrap().is_empty());
    }
}
