//! Painting with `<mark>` elements, where the browser has no `CSS.highlights`.

use crate::{Page, js};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Hides `CSS.highlights` until it is dropped.
struct NoHighlights;

impl NoHighlights {
    fn new() -> Self {
        let hide = "Object.defineProperty(CSS, 'highlights', {value: undefined, configurable: true, writable: true})";
        js(
            &format!("globalThis.kept = Object.getOwnPropertyDescriptor(CSS, 'highlights'); {hide}"),
            &JsValue::NULL,
            &JsValue::NULL,
        );
        Self
    }
}

impl Drop for NoHighlights {
    fn drop(&mut self) {
        js("Object.defineProperty(CSS, 'highlights', globalThis.kept)", &JsValue::NULL, &JsValue::NULL);
    }
}

/// The text nodes inside, each followed by `|`.
fn nodes(page: &Page) -> String {
    let walk = "let walker = document.createTreeWalker(a, 4), found = '';
        while (walker.nextNode()) found += walker.currentNode.data + '|';
        return found";
    js(walk, &page.0, &JsValue::NULL).as_string().unwrap()
}

fn spans(source: &str) -> JsValue {
    js(&format!("return {source}"), &JsValue::NULL, &JsValue::NULL)
}

/// The page's HTML with short tags for our elements.
fn html(page: &Page) -> String {
    page.0
        .inner_html()
        .replace("<mark class=\"sourcelight sourcelight-", "<")
        .replace("</mark>", "</>")
        .replace("\">", ">")
}

#[wasm_bindgen_test]
fn overlapping_marks_nest() {
    let _guard = NoHighlights::new();
    let page = Page::new("<p>Anna <i>said</i> it rose.</p>");
    let before = page.0.inner_html();
    let mut highlighting = page.paint(&[
        ("content", "said it"),
        ("person", "Anna said"),
        ("hedge", "aid it r"),
        ("quote", "rose"),
    ]);
    assert_eq!(
        html(&page),
        "<p><person>Anna </><i><content><person>s<hedge>aid</></></></i>\
         <content><hedge> it</></><hedge> </><quote><hedge>r</>ose</>.</p>"
    );
    highlighting.clear();
    assert_eq!(page.0.inner_html(), before);
    assert_eq!(nodes(&page), "Anna |said| it rose.|");
}

#[wasm_bindgen_test]
fn clearing_leaves_no_trace() {
    let _guard = NoHighlights::new();
    let page = Page::new("<p>One two</p> <p>three <mark>four</mark></p>");
    // Neighbours that were apart before stay apart, and half a surrogate pair is kept.
    js(
        "a.firstChild.firstChild.splitText(5); a.lastChild.firstChild.data = 'th\\ud83dree '",
        &page.0,
        &JsValue::NULL,
    );
    let (before, nodes_before) = (page.0.inner_html(), nodes(&page));
    let state = "return JSON.stringify(a.innerHTML)";
    let exact = js(state, &page.0, &JsValue::NULL);
    let mut highlighting = page.paint(&[("quote", "e two\n\nth"), ("place", "two"), ("date", "ree f")]);
    assert_ne!(page.0.inner_html(), before);
    highlighting.focus(&spans("[[1, 5]]")).unwrap();
    highlighting.clear();
    highlighting.clear();
    assert_eq!(js(state, &page.0, &JsValue::NULL), exact);
    assert_eq!(nodes(&page), nodes_before);
}

#[wasm_bindgen_test]
fn focus_comes_and_goes_alone() {
    let _guard = NoHighlights::new();
    let page = Page::new("<p>One two three</p>");
    let mut highlighting = page.paint(&[("quote", "One two")]);
    let before = (html(&page), nodes(&page));
    highlighting.focus(&spans("[[2, 5], [8, 13]]")).unwrap();
    assert_eq!(html(&page), "<p><quote>On<focus>e t</>wo</> <focus>three</></p>");
    highlighting.focus(&spans("[]")).unwrap();
    assert_eq!((html(&page), nodes(&page)), before);
    assert_eq!(String::from(highlighting.range_of(2, 9).unwrap().to_string()), "e two t");
    highlighting.clear();
    assert_eq!(nodes(&page), "One two three|");
}

#[wasm_bindgen_test]
fn two_highlightings_of_one_element_go_in_any_order() {
    let _guard = NoHighlights::new();
    for first_goes_first in [true, false] {
        let page = Page::new("<p>One two three four</p>");
        let mut first = page.paint(&[("person", "two"), ("quote", "three four")]);
        let mut second = page.paint(&[("place", "o thr"), ("date", "four")]);
        assert_eq!(String::from(first.range_of(4, 13).unwrap().to_string()), "two three");
        let (earlier, later) =
            if first_goes_first { (&mut first, &mut second) } else { (&mut second, &mut first) };
        earlier.clear();
        later.clear();
        assert_eq!(
            (html(&page), nodes(&page)),
            ("<p>One two three four</p>".into(), "One two three four|".into())
        );
    }
}

#[wasm_bindgen_test]
fn an_edit_inside_a_mark_survives() {
    let _guard = NoHighlights::new();
    let page = Page::new("<p>One two three</p>");
    let mut highlighting = page.paint(&[("person", "two")]);
    js("a.querySelector('mark').firstChild.data = 'second'", &page.0, &JsValue::NULL);
    highlighting.clear();
    assert_eq!(nodes(&page), "One second three|");
}
