//! From an element to its text, and from spans of that text back to marks on the page.
//!
//! [`Reading`] is the text of an element with the text nodes it came from; [`Painting`] is a set
//! of marks on them. Every offset in this module counts UTF-16 units of the reading's text, as
//! JavaScript does. Nothing here knows what an analysis is.
//!
//! Shadow trees are not entered: their text is neither read nor marked.

#[cfg(feature = "article")]
mod article;
mod hit;
mod kind;
mod locate;
mod marks;
mod read;
mod registry;
mod style;

#[cfg(feature = "article")]
pub(crate) use article::{Search, Selected};
pub(crate) use kind::Kind;
pub(crate) use read::Reading;

use crate::text::Span;
use marks::Wrapping;
use registry::Lit;
use std::{collections::BinaryHeap, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::{Element, Range};

/// A stretch of text that is to be shown as something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// Where a text comes from, which may be read again.
pub(crate) trait Source {
    /// What all of its text nodes are inside of.
    fn root(&self) -> &Element;

    /// Its text as it is now.
    fn read(&self) -> Reading;

    /// The elements that all of its text is in.
    #[cfg(feature = "article")]
    fn parts(&self) -> Vec<Element> {
        vec![self.root().clone()]
    }
}

/// All that is seen inside an element.
impl Source for Element {
    fn root(&self) -> &Element {
        self
    }

    fn read(&self) -> Reading {
        Reading::new(self)
    }
}

/// Marks on the text of one source, which stay until they are cleared.
pub(crate) struct Painting {
    source: Rc<dyn Source>,
    reading: Rc<Reading>,
    marks: Paint,
    focus: Paint,
}

impl Painting {
    /// Paints `marks` on the text nodes of `reading`, which has just been read from `source`.
    pub(crate) fn new(
        source: Rc<dyn Source>,
        mut reading: Rc<Reading>,
        marks: Vec<Mark>,
    ) -> Result<Self, JsValue> {
        let marks = Paint::new(source.root(), &mut reading, marks)?;
        Ok(Self { source, reading, marks, focus: Paint::default() })
    }

    /// Takes every mark out, the focus too.
    pub(crate) fn clear(&mut self) {
        self.focus.clear();
        self.marks.clear();
    }

    /// Lights up `spans` in place of those that were lit up before.
    pub(crate) fn focus(&mut self, spans: &[Span]) -> Result<(), JsValue> {
        self.focus.clear();
        if !spans.is_empty() && self.refresh() {
            let marks = spans.iter().map(|&span| Mark { kind: Kind::Focus, span }).collect();
            self.focus = Paint::new(self.source.root(), &mut self.reading, marks)?;
        }
        Ok(())
    }

    /// The offset of the character at a point of the viewport.
    pub(crate) fn offset_at(&mut self, x: f32, y: f32) -> Option<u32> {
        if !self.refresh() {
            return None;
        }
        let (node, offset) = hit::character_at(&self.source.root().owner_document()?, x, y)?;
        self.reading.offset_of(&node, offset)
    }

    /// A range over the text of `span`.
    pub(crate) fn range_of(&mut self, span: Span) -> Option<Range> {
        if !self.refresh() {
            return None;
        }
        self.reading.range_of(span)
    }

    /// The length of the text that is marked.
    pub(crate) fn length(&self) -> u32 {
        self.reading.length()
    }

    /// Makes sure that the reading's nodes are those on the page: other marks, or the page itself,
    /// may have cut or replaced them. `false` where the text has changed, so that no offset holds.
    fn refresh(&mut self) -> bool {
        if self.reading.is_current(self.source.root()) {
            return true;
        }
        let now = self.source.read();
        let same = now.text() == self.reading.text();
        if same {
            self.reading = Rc::new(now);
        }
        same
    }
}

/// Marks that were painted together, by whichever way the browser has.
enum Paint {
    Lit(Lit),
    Wrapped(Wrapping),
}

impl Default for Paint {
    fn default() -> Self {
        Self::Lit(Lit::default())
    }
}

impl Paint {
    fn new(root: &Element, reading: &mut Rc<Reading>, marks: Vec<Mark>) -> Result<Self, JsValue> {
        // A heap sorts with a tenth of the code, which in other sites' pages is compiled at each click.
        let marks = BinaryHeap::from(marks).into_sorted_vec();
        let layers = marks.chunk_by(|a, b| a.kind == b.kind);
        Ok(match registry::of(root) {
            Some(registry) => Self::Lit(Lit::new(&registry, reading, layers)?),
            None => Self::Wrapped(Wrapping::new(Rc::make_mut(reading), layers)?),
        })
    }

    fn clear(&mut self) {
        match std::mem::take(self) {
            Self::Lit(lit) => lit.clear(),
            Self::Wrapped(wrapping) => wrapping.clear(),
        }
    }
}
