//! How an element stands in the flow of text.

use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, Window};

// Getters spare a copy of the property's name at each call: 5,000 text nodes in 18 ms in place of 78.
#[wasm_bindgen]
extern "C" {
    /// A computed style.
    type Computed;
    #[wasm_bindgen(method, getter)]
    fn display(this: &Computed) -> String;
    #[wasm_bindgen(method, getter)]
    fn visibility(this: &Computed) -> String;
    #[wasm_bindgen(method, getter, js_name = whiteSpace)]
    fn white_space(this: &Computed) -> String;

    /// An element that may have the attribute `hidden`.
    type Hideable;
    #[wasm_bindgen(method, getter)]
    fn hidden(this: &Hideable) -> JsValue;
}

/// What an element does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Neither it nor its content is seen.
    Hidden,
    /// `<br>`.
    LineBreak,
    /// Its text runs on with the text around it.
    Inline,
    /// A table cell: on a line of its own.
    Cell,
    /// A paragraph, heading, list item, …: set apart.
    Block,
}

/// An element's place in the flow, with what its text nodes must know.
pub(super) struct Style {
    /// The element's local name.
    #[cfg_attr(not(feature = "article"), expect(dead_code, reason = "only who looks for an article asks"))]
    pub(super) name: String,
    /// Without any it has no class, role or id, and is not asked for them: each answer is a copy of a string.
    #[cfg_attr(not(feature = "article"), expect(dead_code, reason = "only who looks for an article asks"))]
    pub(super) has_attributes: bool,
    pub(super) flow: Flow,
    /// Where the element is on a page; otherwise only its name and ancestors tell.
    computed: Option<Computed>,
    visible: OnceCell<bool>,
    preformatted: bool,
}

impl Style {
    /// The style of `element`; `window` is `None` for an element that is on no page.
    pub(super) fn new(element: &Element, window: Option<&Window>, parent: Option<&Self>) -> Self {
        let name = element.local_name();
        let has_attributes = element.has_attributes();
        let hidden = is_unread(&name)
            || (parent.is_some()
                && has_attributes
                && element.unchecked_ref::<Hideable>().hidden().is_truthy());
        let computed = window
            .filter(|_| !hidden)
            .and_then(|window| Some(window.get_computed_style(element).ok()??.unchecked_into::<Computed>()));
        let flow = match (hidden, &computed) {
            (true, _) => Flow::Hidden,
            (false, Some(style)) => by_display(&style.display(), &name),
            (false, None) => by_name(&name),
        };
        let preformatted = name == "pre" || parent.is_some_and(|parent| parent.preformatted);
        Self { name, has_attributes, flow, computed, visible: OnceCell::new(), preformatted }
    }

    /// Whether text directly inside it is seen.
    pub(super) fn is_visible(&self) -> bool {
        let look = || self.computed.as_ref().is_none_or(|style| style.visibility() == "visible");
        *self.visible.get_or_init(look)
    }

    /// Whether a line end in the source is a line end on the page.
    pub(super) fn keeps_lines(&self) -> bool {
        match &self.computed {
            Some(style) => !matches!(style.white_space().as_str(), "normal" | "nowrap"),
            None => self.preformatted,
        }
    }
}

/// Elements whose text nodes are no text of the page: code, form values, what stands in for a picture.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "textarea"
            | "select"
            | "datalist"
            | "iframe"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "svg"
            | "math"
    )
}

fn by_display(display: &str, name: &str) -> Flow {
    match display {
        "none" => Flow::Hidden,
        _ if name == "br" => Flow::LineBreak,
        "table-cell" => Flow::Cell,
        "contents" => Flow::Inline,
        _ if display.starts_with("inline") || display.starts_with("ruby") => Flow::Inline,
        _ => Flow::Block,
    }
}

fn by_name(name: &str) -> Flow {
    match name {
        "br" => Flow::LineBreak,
        "td" | "th" => Flow::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "legend" | "li" | "main"
        | "menu" | "nav" | "ol" | "p" | "pre" | "search" | "section" | "summary" | "table" | "tbody"
        | "tfoot" | "thead" | "tr" | "ul" => Flow::Block,
        "head" | "title" => Flow::Hidden,
        _ => Flow::Inline,
    }
}
