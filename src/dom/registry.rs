//! Painting with the CSS Custom Highlight API, which leaves the page's nodes alone.
//!
//! The names in `CSS.highlights` belong to the whole document. So there is one `Highlight` a kind,
//! which stays once it is there, and everybody adds and removes only their own ranges.
//!
//! What is registered later lies on top, and all kinds are registered together, from the lowest to the highest.
//! Priorities would do the same, but where they go down in the order of registration, `WebKit` (2.50) ends the page.

use super::{Kind, Mark, locate::pieces, read::Reading};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, StaticRange, StaticRangeInit};

// Bindings of our own: those of web-sys still count as unstable.
#[wasm_bindgen]
extern "C" {
    /// The map from names to highlights.
    pub(super) type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;

    /// A set of ranges that look alike.
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &StaticRange) -> bool;
}

/// The registry of the document that `root` belongs to, where the browser has one.
pub(super) fn of(root: &Element) -> Option<HighlightRegistry> {
    let window = root.owner_document()?.default_view()?;
    let css = Reflect::get(&window, &JsString::from("CSS")).ok()?;
    let registry = Reflect::get(&css, &JsString::from("highlights")).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}

/// Ranges of ours, each with the highlight that it was added to.
#[derive(Default)]
pub(super) struct Lit(Vec<(Highlight, Vec<StaticRange>)>);

impl Lit {
    /// Adds a range for each piece of `layers`, which hold one kind each.
    pub(super) fn new<'m>(
        registry: &HighlightRegistry,
        reading: &Reading,
        layers: impl Iterator<Item = &'m [Mark]>,
    ) -> Result<Self, JsValue> {
        let mut lit = Self::default();
        for layer in layers {
            let Some(highlight) = layer.first().and_then(|first| highlight(registry, first.kind)) else {
                continue;
            };
            let ranges = ranges(reading, layer)?;
            for range in &ranges {
                highlight.add(range);
            }
            lit.0.push((highlight, ranges));
        }
        Ok(lit)
    }

    /// Takes the ranges out again.
    pub(super) fn clear(self) {
        for (highlight, ranges) in self.0 {
            for range in ranges {
                highlight.remove(&range);
            }
        }
    }
}

/// The highlight of a kind.
fn highlight(registry: &HighlightRegistry, kind: Kind) -> Option<Highlight> {
    let name = name(kind);
    registry.get(&name).or_else(|| {
        register(registry);
        registry.get(&name)
    })
}

/// Registers all kinds in their order, those that are there too.
fn register(registry: &HighlightRegistry) {
    for kind in Kind::ALL {
        let name = name(kind);
        let highlight = registry.get(&name).unwrap_or_else(Highlight::new);
        registry.delete(&name);
        registry.set(&name, &highlight);
    }
}

fn name(kind: Kind) -> String {
    ["sourcelight-", kind.name()].concat()
}

fn ranges(reading: &Reading, layer: &[Mark]) -> Result<Vec<StaticRange>, JsValue> {
    let pieces = pieces(&reading.segments, layer.iter().map(|mark| mark.span));
    let range = |piece: super::locate::Piece| {
        let node = &reading.segments[piece.segment].node;
        StaticRange::new(&StaticRangeInit::new(node, piece.end, node, piece.start))
    };
    pieces.into_iter().map(range).collect()
}
