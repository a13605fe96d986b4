//! Painting through `CSS.highlights`.

use crate::{Page, analysis, find, js, painted};
use sourcelight::wasm::{highlight, paint};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn paints_each_kind_under_its_name() {
    let page = Page::new("<p>👍 <b>Anna</b> Nowak said</p><p>that “it” may rise.</p>");
    let mut highlighting = page.paint(&[
        ("person", "Anna Nowak"),
        ("source", "Anna Nowak"),
        ("cue", "said"),
        ("content", "that “it” may rise"),
        ("quote", "“it”"),
        ("hedge", "may"),
    ]);
    assert_eq!(painted("person"), "Anna| Nowak|");
    assert_eq!(painted("source"), "Anna| Nowak|");
    assert_eq!(painted("cue"), "said|");
    assert_eq!(painted("content"), "that “it” may rise|");
    assert_eq!(painted("quote"), "“it”|");
    assert_eq!(painted("hedge"), "may|");
    highlighting.clear();
    highlighting.clear();
    for kind in ["person", "source", "cue", "content", "quote", "hedge"] {
        assert_eq!(painted(kind), "", "{kind}");
    }
}

#[wasm_bindgen_test]
fn hedged_attributions_look_different() {
    let page = Page::new("<p>Critics suggested a plan.</p>");
    let mut highlighting = page.paint(&[("cue-hedged", "suggested"), ("content-hedged", "a plan")]);
    assert_eq!((painted("cue-hedged"), painted("cue")), ("suggested|".into(), String::new()));
    assert_eq!((painted("content-hedged"), painted("content")), ("a plan|".into(), String::new()));
    highlighting.clear();
}

#[wasm_bindgen_test]
fn doubtful_attributions_look_fainter() {
    let page = Page::new("<p>Critics suggested a plan, or said so.</p>");
    let faint = [
        ("source-faint", "Critics"),
        ("cue-hedged-faint", "suggested"),
        ("content-hedged-faint", "a plan"),
        ("cue-faint", "said"),
        ("content-faint", "so"),
    ];
    let mut highlighting = page.paint(&faint);
    for (kind, words) in faint {
        assert_eq!(painted(kind), format!("{words}|"), "{kind}");
        assert_eq!(painted(kind.trim_end_matches("-faint")), "", "{kind}");
    }
    highlighting.clear();
}

#[wasm_bindgen_test]
fn content_inside_other_content_is_told_apart() {
    let page = Page::new("<p>She said he said no.</p>");
    let mut highlighting = page.paint(&[("content", "he said no"), ("nested", "no")]);
    assert_eq!(painted("content"), "he said no|");
    assert_eq!(painted("nested"), "no|");
    highlighting.clear();
}

/// What is registered later lies on top.
#[wasm_bindgen_test]
fn whatever_is_painted_first_the_kinds_are_registered_in_their_order() {
    let spy =
        "CSS.highlights.clear(); globalThis.order = []; CSS.highlights.set = function (name, highlight) {
        order.push(name);
        return HighlightRegistry.prototype.set.call(this, name, highlight);
    }";
    js(spy, &JsValue::NULL, &JsValue::NULL);
    let page = Page::new("<p>One</p>");
    let place = |kind: &str| {
        let place = js("return order.indexOf('sourcelight-' + a)", &kind.into(), &JsValue::NULL);
        place.as_f64().unwrap()
    };
    let order =
        ["content-faint", "content", "nested", "quote", "person", "work", "hedge", "source", "cue", "focus"];
    let mut highlighting = page.paint(&[("cue", "One")]);
    assert!(order.is_sorted_by(|a, b| place(a) < place(b)));
    assert!(place(order[0]) >= 0.0);

    highlighting.clear();
    js("CSS.highlights.delete('sourcelight-cue'); order.length = 0", &JsValue::NULL, &JsValue::NULL);
    let mut highlighting = page.paint(&[("content", "One"), ("cue", "One")]);
    assert!(order.is_sorted_by(|a, b| place(a) < place(b)));
    assert_eq!((painted("content"), painted("cue")), ("One|".into(), "One|".into()));
    highlighting.clear();
    js("delete CSS.highlights.set", &JsValue::NULL, &JsValue::NULL);
}

#[wasm_bindgen_test]
fn breaks_between_blocks_are_not_painted() {
    let page = Page::new("<p>One two</p> <p>three</p><ul><li>four</li></ul><p>five six</p>");
    let mut highlighting = page.paint(&[("quote", "two\n\nthree\n\nfour\n\nfive")]);
    assert_eq!(painted("quote"), "two|three|four|five|");
    highlighting.clear();
}

#[wasm_bindgen_test]
fn overlapping_spans_of_a_kind_cover_the_text_once() {
    let page = Page::new("<p>One <i>two</i> three four</p>");
    let marks = [("content", "One two three"), ("content", "two three"), ("content", "three four")];
    let mut highlighting = page.paint(&marks);
    assert_eq!(painted("content"), "One |two| three| four|");
    highlighting.clear();
}

#[wasm_bindgen_test]
fn two_highlightings_do_not_disturb_each_other() {
    let (first, second) = (Page::new("<p>Anna said</p>"), Page::new("<p>Boris said</p>"));
    let mut one = first.paint(&[("person", "Anna")]);
    let mut two = second.paint(&[("person", "Boris")]);
    assert_eq!(painted("person"), "Anna|Boris|");
    one.clear();
    assert_eq!(painted("person"), "Boris|");
    two.focus(&js("return [[0, 2]]", &JsValue::NULL, &JsValue::NULL)).unwrap();
    one.focus(&js("return [[5, 9]]", &JsValue::NULL, &JsValue::NULL)).unwrap();
    assert_eq!(painted("focus"), "Bo|said|");
    two.clear();
    assert_eq!((painted("person"), painted("focus")), (String::new(), "said|".into()));
    one.clear();
}

#[wasm_bindgen_test]
fn focus_replaces_what_was_lit_up_before() {
    let page = Page::new("<p>One <b>two</b> three</p>");
    let mut highlighting = page.paint(&[]);
    for (spans, lit) in [("[[0, 3]]", "One|"), ("[[8, 13], [2, 5]]", "e |t|three|"), ("[]", "")] {
        highlighting.focus(&js(&format!("return {spans}"), &JsValue::NULL, &JsValue::NULL)).unwrap();
        assert_eq!(painted("focus"), lit);
    }
}

#[wasm_bindgen_test]
fn update_follows_the_page() {
    let page = Page::new("<p>He said “one” then.</p>");
    let mut highlighting = highlight(&page.0, &JsValue::UNDEFINED).unwrap();
    assert_eq!(painted("quote"), "“one”|");
    page.0.set_inner_html("<p>The minister said:</p><p>He said “two 👍” then.</p>");
    highlighting.update().unwrap();
    assert_eq!(painted("quote"), "“two 👍”|");
    let quotes = "return b.quotes.map(q => a.slice(q.start, q.end)).join()";
    assert_eq!(js(quotes, &page.text().into(), &highlighting.analysis()), "“two 👍”");
    highlighting.clear();
    assert_eq!(painted("quote"), "");
}

#[wasm_bindgen_test]
fn stale_nodes_do_no_harm() {
    let page = Page::new("<p>One two</p><p>three</p>");
    let mut highlighting = page.paint(&[("person", "three")]);
    page.0.first_element_child().unwrap().set_inner_html("1");
    assert!(highlighting.range_of(4, 7).is_none());
    assert!(highlighting.focus(&js("return [[0, 3]]", &JsValue::NULL, &JsValue::NULL)).is_ok());
    page.0.set_inner_html("");
    highlighting.clear();
    assert_eq!(painted("person"), "");
}

#[wasm_bindgen_test]
fn the_same_text_in_new_nodes_can_be_located() {
    let page = Page::new("<p>One two</p>");
    let mut highlighting = page.paint(&[]);
    page.0.set_inner_html("<p>One <b>two</b></p>");
    let (start, end) = find(&page.text(), "two");
    let range = highlighting.range_of(start as u32, end as u32).unwrap();
    assert_eq!(String::from(range.to_string()), "two");
}

#[wasm_bindgen_test]
fn an_analysis_may_come_from_a_worker() {
    let page = Page::new("<p>Anna said</p>");
    let sent =
        js("return structuredClone(a)", &analysis(&page.text(), &[("person", "Anna")]), &JsValue::NULL);
    let mut highlighting = paint(&page.0, sent).unwrap();
    assert_eq!(painted("person"), "Anna|");
    highlighting.clear();
}
