//! What the names of an element say it is: its tag, its role, its classes and its id.

use crate::dom::style::Style;
use web_sys::Element;

/// What may be marked, what stands beside it, and what nobody reads as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    /// Comments, teasers, notices: text, but beside the article.
    Aside,
    /// Menus, buttons, captions.
    Furniture,
}

/// The words that name what stands beside an article, sorted.
const ASIDES: &str = include_str!("asides.txt");

/// An element with one of these holds the article, whatever it is called.
const MAIN: &str = "h1, main, [role=main], [itemprop=articleBody]";

/// What the names of `element` say.
pub(super) fn part_of(element: &Element, style: &Style) -> Part {
    let name = style.name.as_str();
    let attribute = |wanted| if style.has_attributes { element.get_attribute(wanted) } else { None };
    let role = attribute("role").unwrap_or_default();
    if is_furniture(name, &role) || attribute("aria-hidden").is_some_and(|value| value == "true") {
        return Part::Furniture;
    }
    let is_beside = matches!(name, "aside" | "footer" | "form" | "dialog")
        || matches!(
            role.as_str(),
            "complementary" | "contentinfo" | "dialog" | "alertdialog" | "alert" | "note"
        )
        || style.has_attributes && (is_named_aside(&element.class_name()) || is_named_aside(&element.id()));
    let is_body = matches!(name, "body" | "main" | "article" | "h1");
    if is_beside && !is_body && !matches!(element.query_selector(MAIN), Ok(Some(_))) {
        Part::Aside
    } else {
        Part::Text
    }
}

fn is_furniture(name: &str, role: &str) -> bool {
    matches!(name, "nav" | "button" | "label" | "input" | "figcaption" | "caption" | "menu" | "legend")
        || matches!(
            role,
            "navigation"
                | "search"
                | "button"
                | "menu"
                | "menubar"
                | "toolbar"
                | "tablist"
                | "tooltip"
                | "status"
        )
}

/// Whether one of the words that `names` are made of is in the list: `post-comments`, `relatedStories`.
fn is_named_aside(names: &str) -> bool {
    let bytes = names.as_bytes();
    let starts = |at: usize| {
        bytes[at].is_ascii_alphabetic()
            && (at == 0
                || !bytes[at - 1].is_ascii_alphabetic()
                || bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase())
    };
    (0..bytes.len()).filter(|&at| starts(at)).any(|start| {
        let length = 1
            + (start + 1..bytes.len())
                .take_while(|&at| bytes[at].is_ascii_alphabetic() && !starts(at))
                .count();
        names.get(start..start + length).is_some_and(is_aside)
    })
}

fn is_aside(word: &str) -> bool {
    ASIDES.lines().any(|entry| entry.eq_ignore_ascii_case(word))
}
