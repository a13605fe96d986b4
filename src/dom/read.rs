//! The text of an element, in one walk over its nodes.

use super::style::{Flow, Style};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text, Window};

/// A text with the nodes that it was read from.
#[derive(Clone)]
pub(crate) struct Reading {
    text: String,
    length: u32,
    pub(super) segments: Vec<Segment>,
}

/// A text node's share of the text. Line breaks between blocks belong to none.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) node: Text,
    pub(super) start: u32,
    pub(super) length: u32,
}

impl Segment {
    pub(super) const fn end(&self) -> u32 {
        self.start + self.length
    }
}

impl Reading {
    /// Reads what a reader sees inside `root`: blocks set apart by an empty line, a line end for a
    /// `<br>` and between table cells, nothing that is hidden. Every text node counts as it is, unit
    /// for unit, but a line end that the page shows as a space is read as one.
    pub(crate) fn new(root: &Element) -> Self {
        Self::of(runs(root, &mut Everything, ()))
    }

    /// Puts runs together, which are in order.
    pub(super) fn of<P>(runs: Vec<Run<P>>) -> Self {
        let bytes = runs.iter().map(|run| run.gap as usize + run.data.len()).sum();
        let segments = Vec::with_capacity(runs.len());
        let mut reading = Self { text: String::with_capacity(bytes), length: 0, segments };
        for Run { node, data, gap, .. } in runs {
            if !reading.text.is_empty() {
                reading.text.extend((0..gap).map(|_| '\n'));
                reading.length += gap;
            }
            let length = node.length();
            reading.text.push_str(&data);
            reading.segments.push(Segment { node, start: reading.length, length });
            reading.length += length;
        }
        reading
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The length of the text.
    pub(crate) const fn length(&self) -> u32 {
        self.length
    }

    /// Whether the nodes still stand inside `root`, as long as they were.
    pub(super) fn is_current(&self, root: &Element) -> bool {
        self.segments.iter().all(|s| s.node.length() == s.length && root.contains(Some(&s.node)))
    }
}

/// A text node as it is read.
pub(super) struct Run<P> {
    pub(super) node: Text,
    pub(super) data: String,
    /// How many line ends stand before it.
    pub(super) gap: u32,
    /// Where it stands, in the guide's terms.
    #[cfg_attr(not(feature = "article"), expect(dead_code, reason = "only an article leaves runs out"))]
    pub(super) place: P,
}

/// Goes along through the elements that are read, and may leave some out.
pub(super) trait Guide {
    /// What the guide knows of the text inside an element.
    type Place: Copy;

    /// Called for every element that is seen, with the place around it; `None` leaves it out.
    fn enter(&mut self, element: &Element, style: &Style, around: Self::Place) -> Option<Self::Place>;
}

/// The guide that leaves out nothing.
struct Everything;

impl Guide for Everything {
    type Place = ();

    fn enter(&mut self, _: &Element, _: &Style, (): ()) -> Option<()> {
        Some(())
    }
}

/// Everything that `guide` lets be read inside `root`, in order.
pub(super) fn runs<G: Guide>(root: &Element, guide: &mut G, place: G::Place) -> Vec<Run<G::Place>> {
    let mut walk = Walk::new(root, place);
    walk.advance(guide, usize::MAX);
    walk.finish()
}

/// A walk over the nodes inside an element, which may be made in steps.
pub(super) struct Walk<P> {
    window: Option<Window>,
    /// The elements around the next node, from the outside in.
    open: Vec<(Element, Style, P)>,
    next: Option<Node>,
    reader: Reader<P>,
}

impl<P: Copy> Walk<P> {
    pub(super) fn new(root: &Element, place: P) -> Self {
        let window = root.is_connected().then(|| root.owner_document()?.default_view()).flatten();
        let style = Style::new(root, window.as_ref(), None);
        Self {
            window,
            open: vec![(root.clone(), style, place)],
            next: root.first_child(),
            reader: Reader { runs: Vec::new(), gap: 0, blank: Vec::new() },
        }
    }

    /// Goes on for so many steps; true at the end.
    pub(super) fn advance<G: Guide<Place = P>>(&mut self, guide: &mut G, steps: usize) -> bool {
        let Self { window, open, next, reader } = self;
        for _ in 0..steps {
            let Some((element, style, place)) = open.last() else { return true };
            let Some(node) = next.take() else {
                reader.set_apart(style.flow);
                *next = element.next_sibling();
                open.pop();
                continue;
            };
            *next = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => reader.read(node.unchecked_into(), style, *place),
                Node::ELEMENT_NODE => {
                    let element: Element = node.unchecked_into();
                    let style = Style::new(&element, window.as_ref(), Some(style));
                    reader.set_apart(style.flow);
                    if !matches!(style.flow, Flow::Hidden | Flow::LineBreak)
                        && let Some(place) = guide.enter(&element, &style, *place)
                    {
                        *next = element.first_child();
                        open.push((element, style, place));
                    }
                }
                _ => {}
            }
        }
        open.is_empty()
    }

    pub(super) fn finish(self) -> Vec<Run<P>> {
        self.reader.runs
    }
}

struct Reader<P> {
    runs: Vec<Run<P>>,
    /// How many line ends stand between the text so far and what follows.
    gap: u32,
    /// White space that counts only where more text follows on the same line.
    blank: Vec<Run<P>>,
}

impl<P: Copy> Reader<P> {
    /// Makes room before and after an element.
    fn set_apart(&mut self, flow: Flow) {
        self.gap = match flow {
            Flow::Hidden | Flow::Inline => return,
            Flow::LineBreak => self.gap + 1,
            Flow::Cell => self.gap.max(1),
            Flow::Block => self.gap.max(2),
        };
        self.blank.clear();
    }

    fn read(&mut self, node: Text, style: &Style, place: P) {
        let data = node.data();
        if !data.trim().is_empty() {
            if style.is_visible() {
                self.runs.append(&mut self.blank);
                let gap = std::mem::take(&mut self.gap);
                self.runs.push(Run { node, data: as_shown(data, style), gap, place });
            }
        } else if self.gap == 0 && !self.runs.is_empty() {
            self.blank.push(Run { node, data: as_shown(data, style), gap: 0, place });
        }
    }
}

/// Line ends in the source are spaces on the page, unless the style keeps them.
fn as_shown(data: String, style: &Style) -> String {
    let has_line_ends = data.contains('\n') || data.contains('\r');
    if has_line_ends && !style.keeps_lines() { data.replace(['\n', '\r'], " ") } else { data }
}
