//! Painting with `<mark>` elements, for browsers without the CSS Custom Highlight API.
//!
//! Each piece of a text node gets an element of its own. Layers go in from the bottom up, so that
//! the mark of a lower layer is around those of a higher one and marks always nest.

use super::{
    Mark,
    locate::{Piece, pieces},
    read::{Reading, Segment},
};
use js_sys::{JsString, WeakSet};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Document, Element, Node, Text};

// The bindings of web-sys take text through UTF-8, where a lone surrogate is lost.
#[wasm_bindgen]
extern "C" {
    /// A text node.
    type Characters;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Characters) -> JsString;
    #[wasm_bindgen(method, js_name = appendData)]
    fn append_data(this: &Characters, data: &JsString);
}

thread_local! {
    /// The text nodes that were split off, by whichever wrapping, from the one before them. Other
    /// neighbours were there before us and must stay apart.
    static SPLIT_OFF: WeakSet = WeakSet::new();
}

/// Elements that were put around text, and the text nodes inside and beside them.
#[derive(Default)]
pub(super) struct Wrapping {
    elements: Vec<Element>,
    nodes: Vec<Text>,
}

impl Wrapping {
    /// Wraps the pieces of `layers`, which hold one kind each, from the lowest to the highest. The
    /// segments of `reading` become those of the text nodes after the cuts.
    pub(super) fn new<'m>(
        reading: &mut Reading,
        layers: impl Iterator<Item = &'m [Mark]>,
    ) -> Result<Self, JsValue> {
        let mut wrapping = Self::default();
        for layer in layers {
            let Some(first) = layer.first() else { continue };
            let class = format!("sourcelight sourcelight-{}", first.kind.name());
            let pieces = pieces(&reading.segments, layer.iter().map(|mark| mark.span));
            let mut pieces = pieces.into_iter().peekable();
            for (index, segment) in std::mem::take(&mut reading.segments).into_iter().enumerate() {
                let inside = std::iter::from_fn(|| pieces.next_if(|piece| piece.segment == index));
                wrapping.wrap_segment(segment, inside, &class, &mut reading.segments)?;
            }
        }
        Ok(wrapping)
    }

    /// Wraps `pieces` of one segment, and pushes the segments that it is cut into.
    fn wrap_segment(
        &mut self,
        segment: Segment,
        pieces: impl Iterator<Item = Piece>,
        class: &str,
        cut: &mut Vec<Segment>,
    ) -> Result<(), JsValue> {
        let base = segment.start;
        let mut rest = segment;
        for piece in pieces {
            let (start, end) = (base + piece.start, base + piece.end);
            if rest.start < start {
                let tail = self.split(&mut rest, start)?;
                cut.push(std::mem::replace(&mut rest, tail));
            }
            let tail = if end < rest.end() { Some(self.split(&mut rest, end)?) } else { None };
            self.wrap(&rest.node, class)?;
            if let Some(tail) = tail {
                cut.push(std::mem::replace(&mut rest, tail));
            }
        }
        cut.push(rest);
        Ok(())
    }

    /// Cuts `head` at the offset `at` and gives what follows.
    fn split(&mut self, head: &mut Segment, at: u32) -> Result<Segment, JsValue> {
        let node = head.node.split_text(at - head.start)?;
        SPLIT_OFF.with(|split| split.add(&node));
        self.nodes.push(node.clone());
        let tail = Segment { node, start: at, length: head.end() - at };
        head.length = at - head.start;
        Ok(tail)
    }

    fn wrap(&mut self, node: &Text, class: &str) -> Result<(), JsValue> {
        let (Some(parent), Some(document)) = (node.parent_node(), node.owner_document()) else {
            return Ok(());
        };
        let element = mark_element(&document, class)?;
        parent.insert_before(&element, Some(node))?;
        element.append_child(node)?;
        self.elements.push(element);
        self.nodes.push(node.clone());
        Ok(())
    }

    /// Takes the elements out again and joins the text nodes that were cut.
    pub(super) fn clear(self) {
        for element in self.elements {
            unwrap(&element);
        }
        for node in self.nodes {
            join(node);
        }
    }
}

fn mark_element(document: &Document, class: &str) -> Result<Element, JsValue> {
    let element = document.create_element("mark")?;
    element.set_class_name(class);
    Ok(element)
}

/// Puts the children of `element` in its place.
fn unwrap(element: &Element) {
    let Some(parent) = element.parent_node() else { return };
    while let Some(child) = element.first_child() {
        // Can't fail: the child moves up within its own tree.
        let _ = parent.insert_before(&child, Some(element));
    }
    element.remove();
}

/// Joins `node` with its neighbours, as far as these were one node before.
fn join(node: Text) {
    let mut head = node;
    if is_split_off(&head)
        && let Some(previous) = head.previous_sibling().and_then(as_text)
    {
        append(&previous, &head);
        head = previous;
    }
    while let Some(next) = head.next_sibling().and_then(as_text).filter(is_split_off) {
        append(&head, &next);
    }
}

fn append(head: &Text, tail: &Text) {
    head.unchecked_ref::<Characters>().append_data(&tail.unchecked_ref::<Characters>().data());
    tail.remove();
}

fn is_split_off(node: &Text) -> bool {
    SPLIT_OFF.with(|split| split.has(node))
}

fn as_text(node: Node) -> Option<Text> {
    (node.node_type() == Node::TEXT_NODE).then(|| node.unchecked_into())
}
