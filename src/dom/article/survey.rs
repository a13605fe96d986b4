//! One walk over a page: every block of text, with what tells prose from everything else.

use super::name::{Part, part_of};
use crate::dom::{
    read::{Guide, Run, Walk},
    style::{Flow, Style},
};
use web_sys::{Element, Node};

/// Fewer words are no prose by themselves.
const SHORTEST_PROSE: usize = 8;

/// Closing marks that may follow the end of a sentence.
const CLOSING: [char; 7] = ['"', '\'', '”', '’', ')', ']', '»'];

/// Where a text node stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The block around it, by index into [`Survey::blocks`].
    pub(super) block: usize,
    is_link: bool,
    is_inside: bool,
}

/// An element that sets its text apart, with what is known of the text directly in it.
pub(super) struct Block {
    pub(super) element: Element,
    pub(super) name: String,
    /// The block around it, by index; its own for the first.
    pub(super) around: usize,
    pub(super) is_aside: bool,
    /// Whether it is within the scope.
    pub(super) is_inside: bool,
    pub(super) words: usize,
    link_words: usize,
    ends_sentence: bool,
}

impl Block {
    /// Words outside links.
    pub(super) const fn own_words(&self) -> usize {
        self.words - self.link_words
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }

    /// Whether it is more a list of links than text.
    pub(super) const fn is_links(&self) -> bool {
        self.link_words * 2 >= self.words
    }

    /// Whether it reads like a paragraph of an article.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= SHORTEST_PROSE && !self.is_links() && !self.is_heading()
    }

    /// Whether it belongs to a text that has prose around it: short paragraphs do, labels do not.
    pub(super) fn goes_with_prose(&self) -> bool {
        let is_paragraph = matches!(self.name.as_str(), "p" | "li" | "blockquote" | "dd" | "pre");
        !self.is_links()
            && (self.is_prose() && (is_paragraph || self.ends_sentence)
                || self.ends_sentence && self.words > 1
                || is_paragraph && self.words > 2)
    }
}

/// What is left of the page: only what is inside or around these elements.
pub(super) struct Scope(pub(super) Vec<Element>);

/// The blocks of a page, in order, and the runs of text in them.
pub(super) struct Survey {
    pub(super) blocks: Vec<Block>,
    pub(super) runs: Vec<Run<Place>>,
}

impl Survey {
    /// Looks at everything inside `root` that is within `scope`.
    pub(super) fn new(root: &Element, scope: Option<&Scope>) -> Self {
        let mut surveying = Surveying::new(root, scope);
        surveying.advance(usize::MAX);
        surveying.finish()
    }

    fn of(mut blocks: Vec<Block>, runs: Vec<Run<Place>>) -> Self {
        for Run { data, place, .. } in &runs {
            let block = &mut blocks[place.block];
            let words = data.split_ascii_whitespace().count();
            block.words += words;
            block.link_words += if place.is_link { words } else { 0 };
            if let Some(last) = data.trim_end().trim_end_matches(CLOSING).chars().next_back() {
                block.ends_sentence = matches!(last, '.' | '!' | '?' | '…' | ':');
            }
        }
        Self { blocks, runs }
    }

    /// Takes the blocks at these indices, with all that is in them, for the scope of a survey that had none.
    pub(super) fn narrow(&mut self, scope: &[usize]) {
        for index in 0..self.blocks.len() {
            // Inner blocks follow those around them.
            let around = self.blocks[index].around;
            let is_inside = scope.contains(&index) || around < index && self.blocks[around].is_inside;
            self.blocks[index].is_inside = is_inside;
        }
    }
}

/// A survey that is made in steps.
pub(super) struct Surveying<'a> {
    surveyor: Surveyor<'a>,
    walk: Walk<Place>,
}

impl<'a> Surveying<'a> {
    pub(super) fn new(root: &Element, scope: Option<&'a Scope>) -> Self {
        let mut surveyor = Surveyor { blocks: Vec::new(), scope };
        let is_inside = scope.is_none_or(|Scope(elements)| elements.contains(root));
        let block = surveyor.block(root, root.local_name(), 0, false, is_inside);
        let walk = Walk::new(root, Place { block, is_link: false, is_inside });
        Self { surveyor, walk }
    }

    /// Goes on for so many steps; true at the end.
    pub(super) fn advance(&mut self, steps: usize) -> bool {
        self.walk.advance(&mut self.surveyor, steps)
    }

    pub(super) fn finish(self) -> Survey {
        Survey::of(self.surveyor.blocks, self.walk.finish())
    }
}

struct Surveyor<'a> {
    blocks: Vec<Block>,
    scope: Option<&'a Scope>,
}

impl Surveyor<'_> {
    fn block(
        &mut self,
        element: &Element,
        name: String,
        around: usize,
        is_aside: bool,
        is_inside: bool,
    ) -> usize {
        self.blocks.push(Block {
            element: element.clone(),
            name,
            around,
            is_aside,
            is_inside,
            words: 0,
            link_words: 0,
            ends_sentence: false,
        });
        self.blocks.len() - 1
    }

    /// Whether `element` is inside the scope, or `None` where it has nothing to do with it.
    fn is_inside(&self, element: &Element) -> Option<bool> {
        let Some(Scope(elements)) = self.scope else { return Some(true) };
        let node: &Node = element;
        if elements.iter().any(|other| other.contains(Some(node))) {
            return Some(true);
        }
        elements.iter().any(|other| node.contains(Some(other))).then_some(false)
    }
}

impl Guide for Surveyor<'_> {
    type Place = Place;

    fn enter(&mut self, element: &Element, style: &Style, around: Place) -> Option<Place> {
        let is_inside = around.is_inside || self.is_inside(element)?;
        let part = part_of(element, style);
        if part == Part::Furniture {
            return None;
        }
        let is_link = around.is_link || style.name == "a";
        let block = if style.flow == Flow::Inline {
            around.block
        } else {
            let is_aside = part == Part::Aside || self.blocks[around.block].is_aside;
            self.block(element, style.name.clone(), around.block, is_aside, is_inside)
        };
        Some(Place { block, is_link, is_inside })
    }
}
