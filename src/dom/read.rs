//! The text of an element, in one walk over its nodes.

use super::style::{Flow, Style};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text, Window};

/// A text with the nodes that it was read from.
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
        let window = root.is_connected().then(|| root.owner_document()?.default_view()).flatten();
        let mut reader = Reader::default();
        reader.walk(root, window.as_ref());
        Self { text: reader.text, length: reader.length, segments: reader.segments }
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

#[derive(Default)]
struct Reader {
    text: String,
    length: u32,
    segments: Vec<Segment>,
    /// How many line ends stand between the text so far and what follows.
    gap: u32,
    /// White space that counts only where more text follows on the same line.
    blank: Vec<(Text, String)>,
}

impl Reader {
    fn walk(&mut self, root: &Element, window: Option<&Window>) {
        let mut open = vec![(root.clone(), Style::new(root, window, None))];
        let mut next = root.first_child();
        while let Some((element, style)) = open.last() {
            let Some(node) = next else {
                self.set_apart(style.flow);
                next = element.next_sibling();
                open.pop();
                continue;
            };
            next = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => self.read(node.unchecked_into(), style),
                Node::ELEMENT_NODE => {
                    let element: Element = node.unchecked_into();
                    let style = Style::new(&element, window, Some(style));
                    self.set_apart(style.flow);
                    if !matches!(style.flow, Flow::Hidden | Flow::LineBreak) {
                        next = element.first_child();
                        open.push((element, style));
                    }
                }
                _ => {}
            }
        }
    }

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

    fn read(&mut self, node: Text, style: &Style) {
        let data = node.data();
        if !data.trim().is_empty() {
            if style.is_visible() {
                self.open_line();
                self.push(node, &as_shown(data, style));
            }
        } else if self.gap == 0 && !self.text.is_empty() {
            self.blank.push((node, as_shown(data, style)));
        }
    }

    /// Writes what stands between the text so far and the next.
    fn open_line(&mut self) {
        if !self.text.is_empty() {
            self.text.extend((0..self.gap).map(|_| '\n'));
            self.length += self.gap;
        }
        self.gap = 0;
        for (node, data) in std::mem::take(&mut self.blank) {
            self.push(node, &data);
        }
    }

    fn push(&mut self, node: Text, data: &str) {
        let length = data.encode_utf16().count() as u32;
        self.text.push_str(data);
        self.segments.push(Segment { node, start: self.length, length });
        self.length += length;
    }
}

/// Line ends in the source are spaces on the page, unless the style keeps them.
fn as_shown(data: String, style: &Style) -> String {
    const LINE_ENDS: [char; 2] = ['\n', '\r'];
    if data.contains(LINE_ENDS) && !style.keeps_lines() { data.replace(LINE_ENDS, " ") } else { data }
}
