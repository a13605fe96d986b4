//! From points of the viewport to offsets, and from offsets to ranges.

use crate::{Page, find, js};
use sourcelight::wasm::Highlighting;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const HTML: &str = "<div style='font: 20px/2 monospace; width: 600px; margin-left: 40px'>
    <p>👩🏽‍🚀 Cafe\u{301} <b>Anna</b> said.</p><p>Yes.</p></div>";

/// A point at the given fractions of the box around a part of the text.
fn point(page: &Page, highlighting: &mut Highlighting, part: &str, across: f64, down: f64) -> (f32, f32) {
    let (start, end) = find(&page.text(), part);
    let range = highlighting.range_of(start as u32, end as u32).unwrap();
    js("a.startContainer.parentElement.scrollIntoView()", &range, &JsValue::NULL);
    let rect = range.get_bounding_client_rect();
    ((rect.x() + across * rect.width()) as f32, (rect.y() + down * rect.height()) as f32)
}

#[wasm_bindgen_test]
fn finds_the_character_at_a_point() {
    let page = Page::new(HTML);
    let mut highlighting = page.paint(&[]);
    for part in ["C", "f", "A", "a said", "Y", "."] {
        // A pixel from the edge at least: WebKit looks at whole pixels.
        for across in [0.1, 0.14] {
            let (x, y) = point(&page, &mut highlighting, part, across, 0.5);
            assert_eq!(
                highlighting.offset_at(x, y),
                Some(find(&page.text(), part).0 as u32),
                "{part} {across}"
            );
        }
    }
    for part in ["A", "C", "Y"] {
        for across in [0.4, 0.9] {
            let (x, y) = point(&page, &mut highlighting, part, across, 0.5);
            let offset = find(&page.text(), part).0 as u32;
            assert_eq!(highlighting.offset_at(x, y), Some(offset), "{part} {across}");
        }
    }
}

#[wasm_bindgen_test]
fn finds_an_emoji_by_either_half() {
    let page = Page::new(HTML);
    let mut highlighting = page.paint(&[]);
    let (start, end) = find(&page.text(), "👩🏽‍🚀");
    for across in [0.2, 0.8] {
        let (x, y) = point(&page, &mut highlighting, "👩🏽‍🚀", across, 0.5);
        let offset = highlighting.offset_at(x, y).unwrap() as usize;
        assert!((start..end).contains(&offset), "{across}: {offset}");
    }
}

#[wasm_bindgen_test]
fn finds_nothing_beside_the_text() {
    let page = Page::new(HTML);
    let mut highlighting = page.paint(&[]);
    let (x, y) = point(&page, &mut highlighting, "Yes.", 1.0, 0.5);
    assert_eq!(highlighting.offset_at(x + 30.0, y), None);
    assert_eq!(highlighting.offset_at(x + 300.0, y), None);
    assert_eq!(highlighting.offset_at(x, y + 30.0), None);
    assert_eq!(highlighting.offset_at(-5.0, -5.0), None);
}

#[wasm_bindgen_test]
fn finds_nothing_outside_the_element() {
    let (page, other) = (Page::new(HTML), Page::new(HTML));
    let mut inside = page.paint(&[]);
    let mut outside = other.paint(&[]);
    let (x, y) = point(&page, &mut inside, "Anna", 0.5, 0.5);
    assert!(inside.offset_at(x, y).is_some());
    assert_eq!(outside.offset_at(x, y), None);
}

#[wasm_bindgen_test]
fn ranges_cover_their_text() {
    let page = Page::new("<p>One <b>two</b></p><p>three</p>");
    let mut highlighting = page.paint(&[]);
    let mut text =
        |start, end| highlighting.range_of(start, end).map(|range| String::from(range.to_string()));
    assert_eq!(text(0, 7).as_deref(), Some("One two"));
    assert_eq!(text(4, 14).as_deref(), Some("twothree"));
    assert_eq!(text(7, 9), None);
    assert_eq!(text(5, 5), None);
    assert_eq!(text(9, 15), None);
    assert_eq!(text(4, 2), None);
}

#[wasm_bindgen_test]
fn finds_the_same_in_the_way_of_webkit() {
    let page = Page::new(HTML);
    let mut highlighting = page.paint(&[]);
    let (x, y) = point(&page, &mut highlighting, "Anna", 0.4, 0.5);
    let standard = highlighting.offset_at(x, y);
    // A browser without this way either gets one made of the standard answer.
    let hide = "document.caretRangeFromPoint ??= (x, y) => {
            let caret = Document.prototype.caretPositionFromPoint.call(document, x, y);
            return {startContainer: caret.offsetNode, startOffset: caret.offset};
        };
        document.caretPositionFromPoint = undefined";
    js(hide, &JsValue::NULL, &JsValue::NULL);
    let webkit = highlighting.offset_at(x, y);
    js("delete document.caretPositionFromPoint", &JsValue::NULL, &JsValue::NULL);
    assert!(webkit.is_some());
    assert_eq!(webkit, standard);
}
