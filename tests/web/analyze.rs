//! `analyze`: a text in, a plain object out.

use crate::{Page, js};
use js_sys::Reflect;
use sourcelight::wasm::{analyze, highlight, version};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Characters of every length in UTF-16, joined and combined, before a name.
const TEXT: &str =
    "👩🏽‍🚀 Cafe\u{301} 漢字 👍: Anna Nowak said that “prices” would likely rise. 🇵🇱 Anna Nowak said so.";

#[wasm_bindgen_test]
fn offsets_count_utf16_units() {
    let result = analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    let quoted = js("return b.quotes.map(q => a.slice(q.start, q.end)).join()", &TEXT.into(), &result);
    assert_eq!(quoted, "“prices”");
    let last = js("return a.slice(...b.sentences.at(-1))", &TEXT.into(), &result);
    assert!(last.as_string().unwrap().ends_with("Anna Nowak said so."), "{last:?}");
}

#[wasm_bindgen_test]
fn a_lone_surrogate_counts_as_one_unit() {
    let text = js("return '\\udc00 Warsaw \\ud83d: “prices” rose, it said.'", &JsValue::NULL, &JsValue::NULL);
    let result = analyze(&text, &JsValue::UNDEFINED).unwrap();
    assert_eq!(js("return b.quotes.map(q => a.slice(q.start, q.end)).join()", &text, &result), "“prices”");
}

#[wasm_bindgen_test]
fn missing_values_are_null() {
    let result = analyze(&TEXT.into(), &JsValue::UNDEFINED).unwrap();
    assert!(Reflect::get(&result, &"notice".into()).unwrap().is_null());
}

#[wasm_bindgen_test]
fn analyses_do_not_pile_up() {
    let page = Page::new(&format!("<p>{TEXT}</p>"));
    let run = || {
        for _ in 0..500 {
            let mut highlighting = highlight(&page.0, &JsValue::UNDEFINED).unwrap();
            highlighting.clear();
        }
        js("return a.buffer.byteLength", &wasm_bindgen::memory(), &JsValue::NULL).as_f64().unwrap()
    };
    let settled = run();
    assert!(run() <= settled, "memory grows with each analysis");
}

#[wasm_bindgen_test]
fn tells_its_version() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
