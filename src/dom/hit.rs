//! Which character lies at a point of the viewport.

use js_sys::{Function, JsString, Reflect};
use std::iter::successors;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node, Range, Text};

/// The ways to ask a document, each with the keys of its answer: the standard one, then that of `WebKit`.
const WAYS: [(&str, &str, &str); 2] = [
    ("caretPositionFromPoint", "offsetNode", "offset"),
    ("caretRangeFromPoint", "startContainer", "startOffset"),
];

/// How far beside a character a point may lie, in CSS pixels.
const TOLERANCE: f64 = 3.0;

/// How many units on either side of the caret are tested: more than an emoji with its joiners has.
const REACH: u32 = 16;

/// The text node and the unit in it that are drawn at a point. The browser always finds a caret
/// near by; there is no answer where the text beside it is not at the point.
pub(super) fn character_at(document: &Document, x: f32, y: f32) -> Option<(Text, u32)> {
    let (text, caret) = caret_at(document, x, y)?;
    let range = document.create_range().ok()?;
    let end = text.length();
    let behind = caret..end.min(caret + REACH);
    let before = caret.saturating_sub(REACH)..caret;
    // Between two nodes WebKit puts the caret at the end of the first, the next one's first letter behind it.
    let next = (caret == end).then(|| text_behind(&text)).flatten();
    // The character that is at the point goes before one that is only near it.
    [0.0, TOLERANCE].into_iter().find_map(|tolerance| {
        let covers = |text: &Text, part| covers(&range, text, part, (x.into(), y.into()), tolerance);
        if covers(&text, behind.clone()) {
            return Some((text.clone(), caret));
        }
        if covers(&text, before.clone()) {
            return Some((text.clone(), caret - 1));
        }
        let next = next.as_ref()?;
        covers(next, 0..next.length().min(REACH)).then(|| (next.clone(), 0))
    })
}

/// The text node that follows in the document.
fn text_behind(text: &Text) -> Option<Text> {
    let mut node: Node = text.clone().unchecked_into();
    loop {
        node = node.first_child().or_else(|| {
            successors(Some(node), Node::parent_node).find_map(|ancestor| ancestor.next_sibling())
        })?;
        if node.node_type() == Node::TEXT_NODE {
            return Some(node.unchecked_into());
        }
    }
}

#[expect(clippy::cast_sign_loss, reason = "an offset in a node is never negative")]
fn caret_at(document: &Document, x: f32, y: f32) -> Option<(Text, u32)> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsString::from(key)).ok();
    let (ask, node, offset) = WAYS.iter().find_map(|(method, node, offset)| {
        Some((get(document, method)?.dyn_into::<Function>().ok()?, node, offset))
    })?;
    let caret = ask.call2(document, &x.into(), &y.into()).ok().filter(JsValue::is_object)?;
    let node: Node = get(&caret, node)?.unchecked_into();
    let text = (node.node_type() == Node::TEXT_NODE).then(|| node.unchecked_into())?;
    Some((text, get(&caret, offset)?.as_f64()? as u32))
}

/// Whether the units `part` of `text` are drawn within `tolerance` of the point.
fn covers(
    range: &Range,
    text: &Text,
    part: std::ops::Range<u32>,
    (x, y): (f64, f64),
    tolerance: f64,
) -> bool {
    if part.is_empty() || range.set_start(text, part.start).is_err() || range.set_end(text, part.end).is_err()
    {
        return false;
    }
    let Some(rects) = range.get_client_rects() else { return false };
    (0..rects.length()).filter_map(|index| rects.get(index)).any(|rect| {
        rect.width() > 0.0
            && (rect.left() - tolerance..=rect.right() + tolerance).contains(&x)
            && (rect.top() - tolerance..=rect.bottom() + tolerance).contains(&y)
    })
}
