//! Every mistake is an `Error` with a sentence that helps.

use crate::{Page, analysis, document, js, message};
use sourcelight::wasm::{analyze, highlight, paint, read_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn value(source: &str) -> JsValue {
    js(&format!("return {source}"), &JsValue::NULL, &JsValue::NULL)
}

#[wasm_bindgen_test]
fn a_text_is_a_string() {
    for (text, what) in
        [("null", "null"), ("undefined", "undefined"), ("5", "a number"), ("['x']", "an object (Array)")]
    {
        let said = message(analyze(&value(text), &JsValue::UNDEFINED));
        assert_eq!(said, format!("the text must be a string, not {what}"));
    }
}

#[wasm_bindgen_test]
fn options_have_known_names_and_types() {
    for (options, said) in [
        (
            "({anylanguage: true})",
            "there is no option `anylanguage`; there is `anyLanguage`, `engine`, `kinds`, `leastConfidence`, `maxLength`",
        ),
        ("({kinds: 'person'})", "the option `kinds` must be a list of kinds, not a string"),
        (
            "({kinds: ['persons']})",
            "`persons` is no kind; there are `attribution`, `quote`, `hedge`, `person`, `organization`, `place`, \
             `group`, `date`, `time`, `money`, `percent`, `quantity`, `event`, `product`, `law` and `work`",
        ),
        ("({leastConfidence: 1.5})", "the option `leastConfidence` must be a number from 0 to 1, not 1.5"),
        ("({leastConfidence: NaN})", "the option `leastConfidence` must be a number from 0 to 1, not NaN"),
        ("({maxLength: -1})", "the option `maxLength` must be a number of UTF-16 units, not -1"),
        ("({maxLength: '5'})", "the option `maxLength` must be a number of UTF-16 units, not a string"),
        ("({anyLanguage: 1})", "the option `anyLanguage` must be true or false, not 1"),
        ("true", "the options must be an object, not a boolean"),
    ] {
        assert_eq!(message(analyze(&"x".into(), &value(options))), said);
    }
    for options in ["undefined", "null", "({})", "({anyLanguage: undefined})", "({anyLanguage: true})"] {
        assert!(analyze(&"x".into(), &value(options)).is_ok(), "{options}");
    }
}

#[wasm_bindgen_test]
fn a_root_is_an_element() {
    for (root, what) in [
        ("null", "null"),
        ("'#article'", "a string"),
        ("document", "an object (HTMLDocument)"),
        ("document.createTextNode('x')", "an object (Text)"),
        ("Object.create(null)", "an object ()"),
    ] {
        let said = format!("the root must be an element of a page, not {what}");
        assert_eq!(message(read_text(&value(root))), said);
        assert_eq!(message(highlight(&value(root), &JsValue::UNDEFINED)), said);
        assert_eq!(message(paint(&value(root), JsValue::NULL)), said);
    }
}

#[wasm_bindgen_test]
fn an_analysis_has_its_fields() {
    let root = document().create_element("p").unwrap();
    let attribution = "{content: [[0, 1]], source: [], cue: [], hedged: false, within: null}";
    let with = |lists: &str| format!("({{entities: [], quotes: [], attributions: [], hedges: [], {lists}}})");
    for (broken, mistake) in [
        ("null".to_owned(), "it must be an object, not null"),
        ("'x'".to_owned(), "it must be an object, not a string"),
        ("({})".to_owned(), "attributions must be a list, not undefined"),
        (with("quotes: {}"), "quotes must be a list, not an object (Object)"),
        (with("hedges: [7]"), "hedges must be an object, not a number"),
        (with("hedges: [{start: 0, end: -1}]"), "each offset must be a whole number from 0 up"),
        (with("quotes: [{start: 0.5, end: 1}]"), "each offset must be a whole number from 0 up"),
        (with("entities: [{start: 0, end: 1, kind: 'cat'}]"), "kind must be a kind of entity, not a string"),
        (with("attributions: [{...SPOKEN, cue: [[0]]}]"), "each offset must be a whole number from 0 up"),
        (with("attributions: [{...SPOKEN, hedged: 1}]"), "hedged must be true or false, not a number"),
    ] {
        let broken = broken.replace("SPOKEN", attribution);
        let said = message(paint(&root, value(&broken)));
        assert_eq!(said, format!("this is not an analysis as `analyze` returns it: {mistake}"));
    }
}

#[wasm_bindgen_test]
fn an_analysis_of_another_text_does_not_fit() {
    let page = Page::new("<p>Short 👍.</p>");
    let said = message(paint(&page.0, analysis("A much longer text", &[("person", "text")])));
    assert!(
        said.starts_with("the offsets 14 to 18 do not fit this element's text, which has 9 UTF-16"),
        "{said}"
    );
    let said = message(page.paint(&[]).focus(&value("[[0, 10]]")));
    assert!(said.starts_with("the offsets 0 to 10 do not fit"), "{said}");
    let said = message(page.paint(&[]).focus(&value("[1, 2]")));
    assert!(said.starts_with("the spans must be pairs of offsets, [[start, end], …]: "), "{said}");
}
