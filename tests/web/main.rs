//! The JavaScript module in a real browser: reading, painting, hitting, errors.
#![cfg(all(target_family = "wasm", target_os = "unknown"))]
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

mod analyze;
mod errors;
mod export;
mod geometry;
mod marks;
mod paint;
mod read;

use js_sys::{Function, JSON, Reflect};
use std::fmt::Write;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element on the page, which goes with the test.
struct Page(Element);

impl Page {
    fn new(html: &str) -> Self {
        let root = document().create_element("div").unwrap();
        root.set_inner_html(html);
        document().body().unwrap().append_child(&root).unwrap();
        Self(root)
    }

    fn text(&self) -> String {
        sourcelight::wasm::read_text(&self.0).unwrap()
    }

    fn paint(&self, marks: &[(&str, &str)]) -> sourcelight::wasm::Highlighting {
        sourcelight::wasm::paint(&self.0, analysis(&self.text(), marks)).unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Runs JavaScript with the arguments `a` and `b`.
fn js(body: &str, a: &JsValue, b: &JsValue) -> JsValue {
    Function::new_with_args("a, b", body).call2(&JsValue::NULL, a, b).unwrap()
}

/// What lies painted under a highlight name: the pieces of text, each followed by `|`.
fn painted(kind: &str) -> String {
    let pieces = "return [...(CSS.highlights.get('sourcelight-' + a) ?? [])]
        .map(r => r.startContainer.data.slice(r.startOffset, r.endOffset) + '|').join('')";
    js(pieces, &kind.into(), &JsValue::UNDEFINED).as_string().unwrap()
}

/// The offsets, in UTF-16 units, of the first occurrence of `part`.
fn find(text: &str, part: &str) -> (usize, usize) {
    let start = text.split_once(part).unwrap().0.encode_utf16().count();
    (start, start + part.encode_utf16().count())
}

/// An analysis by hand: pairs of a mark's kind and the text that it covers.
fn analysis(text: &str, marks: &[(&str, &str)]) -> JsValue {
    let (mut entities, mut quotes, mut attributions, mut hedges) = Default::default();
    for (kind, part) in marks {
        let (start, end) = find(text, part);
        let role = kind.split('-').next().unwrap();
        let list: &mut String = match role {
            "quote" => &mut quotes,
            "hedge" => &mut hedges,
            "content" | "source" | "cue" | "nested" => &mut attributions,
            _ => &mut entities,
        };
        if !list.is_empty() {
            list.push(',');
        }
        match role {
            "content" | "source" | "cue" | "nested" => {
                let at = |name| if role == name { format!("[[{start}, {end}]]") } else { "[]".to_owned() };
                let content = if role == "nested" { at("nested") } else { at("content") };
                let (source, cue) = (at("source"), at("cue"));
                let (weak, within) = (kind.contains("-hedged"), if role == "nested" { "0" } else { "null" });
                let confidence = if kind.ends_with("-faint") { "0.6" } else { "0.9" };
                write!(
                    list,
                    r#"{{"content": {content}, "source": {source}, "cue": {cue}, "hedged": {weak},
                        "within": {within}, "confidence": {confidence}}}"#
                )
            }
            _ => write!(list, r#"{{"start": {start}, "end": {end}, "kind": "{kind}"}}"#),
        }
        .unwrap();
    }
    JSON::parse(&format!(
        r#"{{"notice": null, "sentences": [], "entities": [{entities}], "quotes": [{quotes}],
            "attributions": [{attributions}], "hedges": [{hedges}]}}"#
    ))
    .unwrap()
}

/// The message of a thrown `Error`.
fn message<T>(result: Result<T, JsValue>) -> String {
    let error = result.err().unwrap();
    assert!(error.is_instance_of::<js_sys::Error>());
    Reflect::get(&error, &"message".into()).unwrap().as_string().unwrap()
}
