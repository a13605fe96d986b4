//! `readText`: which text an element has.

use crate::{Page, document, js};
use sourcelight::wasm::read_text;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const STRUCTURES: &[(&str, &str)] = &[
    // Blocks.
    ("One", "One"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<h1>Head</h1>\n\n  <p>One</p>\n  <p>Two</p>\n", "Head\n\nOne\n\nTwo"),
    ("<div><div><p>One</p></div></div><div>Two</div>", "One\n\nTwo"),
    ("One<p>Two</p>Three", "One\n\nTwo\n\nThree"),
    ("<p>One</p><p> </p><p>&nbsp;</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One</p><hr><p>Two</p>", "One\n\nTwo"),
    ("<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>", "One\n\nTwo\n\nThree"),
    ("<blockquote>One</blockquote><figure><img><figcaption>Two</figcaption></figure>", "One\n\nTwo"),
    ("<span style='display:block'>One</span>Two", "One\n\nTwo"),
    ("<div style='display:flex'><span>One</span><span>Two</span></div>", "One\n\nTwo"),
    // Tables: cells never run together.
    (
        "<table>\n<tr>\n<th>City</th>\n<th>People</th></tr><tr><td>Warsaw</td><td>1,860</td></tr></table>",
        "City\nPeople\n\nWarsaw\n1,860",
    ),
    // Inline.
    ("<p>Ms <b>An<i>n</i></b>a <a href='#'>said</a>.</p>", "Ms Anna said."),
    ("<p><b>One</b> <i>Two</i></p>", "One Two"),
    ("<p><b>One</b>\n  <i>Two</i></p>", "One   Two"),
    ("<p><b>One</b> </p> <p> <i>Two</i></p>", "One\n\nTwo"),
    ("<p>One<!-- no -->Two</p>", "OneTwo"),
    ("<p>One<span style='display:contents'>Two</span></p>", "OneTwo"),
    ("<p>One<span style='display:inline-block'>Two</span></p>", "OneTwo"),
    ("<p>Four<wbr>teen&shy;th</p>", "Fourteen\u{ad}th"),
    // Line ends.
    ("<p>One<br>Two<br><br>Three</p>", "One\nTwo\n\nThree"),
    ("<p>One <br> <br> Two<br></p><p>Three</p>", "One \n\n Two\n\nThree"),
    ("<p>One<br style='display:none'>Two</p>", "OneTwo"),
    ("<p>One\ntwo\n\nthree</p>", "One two  three"),
    ("<pre>One\ntwo\n\n three</pre>", "One\ntwo\n\n three"),
    ("<p style='white-space:pre-wrap'>One\ntwo</p>", "One\ntwo"),
    // Hidden.
    ("<p>One</p><p hidden>No</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<span style='display:none'>no</span>Two</p>", "OneTwo"),
    ("<p>One<span style='visibility:hidden'>no<b style='visibility:visible'>Two</b></span></p>", "OneTwo"),
    ("<script>no</script><style>no{}</style><noscript>no</noscript><template>no</template>One", "One"),
    (
        "One<textarea>no</textarea><select><option>no</select><svg><text>no</text></svg><iframe>no</iframe>",
        "One",
    ),
    // Editable text.
    (
        "<div contenteditable><div>One</div><div><br></div><div>Two</div></div><input value='no'>",
        "One\n\n\nTwo",
    ),
    // Nothing.
    ("", ""),
    (" \n ", ""),
    ("<p></p><br><br>", ""),
    // Characters.
    ("<p>A 👩🏽‍🚀 e\u{301} 漢\u{a0}שלום</p>", "A 👩🏽‍🚀 e\u{301} 漢\u{a0}שלום"),
];

#[wasm_bindgen_test]
fn reads_what_a_reader_sees() {
    for (html, expected) in STRUCTURES {
        assert_eq!(Page::new(html).text(), *expected, "{html}");
    }
}

#[wasm_bindgen_test]
fn reads_an_element_that_is_on_no_page() {
    let root = document().create_element("article").unwrap();
    root.set_inner_html(
        "<h1>Head</h1><p>One <b>two</b><br>three</p><p hidden>No</p>
         <table><tr><td>Four</td><td>Five</td></tr></table><pre>Six\n<i>seven\n8</i></pre>",
    );
    let expected = "Head\n\nOne two\nthree\n\nFour\nFive\n\nSix\nseven\n8";
    assert_eq!(read_text(&root).unwrap(), expected);
}

#[wasm_bindgen_test]
fn reads_an_element_of_a_frame() {
    let page = Page::new("<iframe></iframe>");
    let root = js(
        "let d = a.firstChild.contentDocument; d.body.innerHTML = '<p>One</p><p>Two</p>'; return d.body",
        &page.0,
        &JsValue::NULL,
    );
    assert_eq!(read_text(&root).unwrap(), "One\n\nTwo");
}

#[wasm_bindgen_test]
fn keeps_every_unit_of_a_node() {
    let page = Page::new("<p></p>");
    // Line ends of all sorts, and half a surrogate pair, which no text can hold in UTF-8.
    let lengths = "a.textContent = b; return a.textContent.length";
    for text in ["one\r\ntwo\rthree\tfour", "👍🏽 x"] {
        let length = js(lengths, &page.0.first_element_child().unwrap(), &text.into());
        assert_eq!(JsValue::from(page.text().encode_utf16().count() as u32), length);
    }
    js("a.textContent = 'x\\ud83d y'", &page.0, &JsValue::NULL);
    assert_eq!(page.text(), "x\u{fffd} y");
}
