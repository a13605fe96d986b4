//! The article on a page, told from menus, comments, share bars, teasers and captions.
//!
//! Prose decides: the article is the smallest element that holds most of the page's prose. Names of
//! elements only say what to leave out. The page is read as it stands; nothing in it is changed.

mod name;
mod survey;

use super::read::{Reading, Run};
use crate::dom::Source;
use survey::{Block, Place, Scope, Survey, Surveying};
use web_sys::{Element, Range};

/// A page with fewer words of prose has no article.
const FEWEST_WORDS: usize = 60;

/// The share of all prose that the article's element holds.
const MOST: f64 = 0.8;

/// The share that is enough for an element which says that it is an article, if no other has as much as `RIVAL`.
const ENOUGH: f64 = 0.4;
const RIVAL: f64 = 0.15;

/// Where the article of a page is.
pub(crate) struct Article {
    /// What the page shows.
    page: Element,
    body: Element,
    /// The headline, where it stands outside.
    title: Option<Element>,
    /// Whether what is named as standing beside an article is the article.
    takes_asides: bool,
}

/// Looks for the article of a page in steps, so that the page can answer meanwhile.
pub(crate) struct Search {
    page: Element,
    surveying: Surveying<'static>,
}

impl Search {
    pub(crate) fn new(page: Element) -> Self {
        Self { surveying: Surveying::new(&page, None), page }
    }

    /// Goes on for so many steps, at most three a node; true at the end.
    pub(crate) fn advance(&mut self, steps: usize) -> bool {
        self.surveying.advance(steps)
    }

    /// The article and its text; `None` where there is hardly any prose.
    pub(crate) fn finish(self) -> Option<(Article, Reading)> {
        Article::of(&self.page, self.surveying.finish())
    }
}

impl Article {
    fn of(page: &Element, mut survey: Survey) -> Option<(Self, Reading)> {
        let blocks = &survey.blocks;
        let prose = |takes_asides: bool| -> usize {
            blocks.iter().filter(|block| takes_asides || !block.is_aside).map(words_of_prose).sum()
        };
        let takes_asides = prose(false) < FEWEST_WORDS;
        if prose(takes_asides) < FEWEST_WORDS {
            return None;
        }
        let root = holder_of_prose(blocks, takes_asides);
        let body = &blocks[root].element;
        let title = blocks[..root]
            .iter()
            .rposition(|block| block.name == "h1" && block.words > 0 && !body.contains(Some(&block.element)));
        let article = Self {
            page: page.clone(),
            body: body.clone(),
            title: title.map(|index| blocks[index].element.clone()),
            takes_asides,
        };
        let scope: Vec<usize> = title.into_iter().chain([root]).collect();
        survey.narrow(&scope);
        let reading = article.reading(survey);
        Some((article, reading))
    }

    fn reading(&self, Survey { blocks, runs }: Survey) -> Reading {
        let kept = self.is_kept(&blocks);
        Reading::of(without(runs, |run| kept[run.place.block]))
    }

    /// What is to be read of the blocks of the article.
    fn is_kept(&self, blocks: &[Block]) -> Vec<bool> {
        let is_body = |block: &Block| {
            (self.takes_asides || !block.is_aside) && !block.is_heading() && block.goes_with_prose()
        };
        let is_title = |block: &Block| self.title.as_ref() == Some(&block.element);
        let mut kept = vec![false; blocks.len()];
        // A heading belongs to what follows it.
        let mut leads_on = false;
        let are_read = |(_, block): &(usize, &Block)| block.is_inside && block.words > 0;
        for (index, block) in blocks.iter().enumerate().rev().filter(are_read) {
            let is_heading = block.is_heading() && (self.takes_asides || !block.is_aside);
            kept[index] = is_title(block) || if is_heading { leads_on } else { is_body(block) };
            if !is_heading {
                leads_on = kept[index] || leads_on && !block.is_links() && !block.is_aside;
            }
        }
        if let Some(headline) = self.headline(blocks, &kept) {
            kept[headline] = true;
        }
        kept
    }

    /// The headline inside: bars for sharing and dates may stand between it and the text.
    fn headline(&self, blocks: &[Block], kept: &[bool]) -> Option<usize> {
        let first = kept.iter().position(|&is_kept| is_kept)?;
        let is_headline = |block: &Block| {
            block.name == "h1" && block.is_inside && block.words > 0 && (self.takes_asides || !block.is_aside)
        };
        if self.title.is_some() { None } else { blocks[..=first].iter().rposition(is_headline) }
    }
}

impl Source for Article {
    fn root(&self) -> &Element {
        &self.page
    }

    fn read(&self) -> Reading {
        self.reading(Survey::new(&self.page, Some(&Scope(self.parts()))))
    }

    fn parts(&self) -> Vec<Element> {
        self.title.iter().chain([&self.body]).cloned().collect()
    }
}

/// What a reader has selected on a page, in whole paragraphs.
pub(crate) struct Selected {
    page: Element,
    range: Range,
}

impl Selected {
    /// The paragraphs inside `page` that `range` touches.
    pub(crate) const fn new(page: Element, range: Range) -> Self {
        Self { page, range }
    }
}

impl Source for Selected {
    fn root(&self) -> &Element {
        &self.page
    }

    fn read(&self) -> Reading {
        let Survey { blocks, runs } = Survey::new(&self.page, None);
        let mut touched = vec![false; blocks.len()];
        for run in &runs {
            touched[run.place.block] |= self.range.intersects_node(&run.node).unwrap_or(false);
        }
        Reading::of(without(runs, |run| touched[run.place.block]))
    }
}

/// The runs that are kept; what stood between them sets them apart.
fn without(runs: Vec<Run<Place>>, is_kept: impl Fn(&Run<Place>) -> bool) -> Vec<Run<Place>> {
    let mut dropped = 0;
    let mut kept = Vec::with_capacity(runs.len());
    for mut run in runs {
        if is_kept(&run) {
            run.gap = run.gap.max(std::mem::take(&mut dropped));
            kept.push(run);
        } else {
            dropped = 2;
        }
    }
    kept
}

fn words_of_prose(block: &Block) -> usize {
    if block.is_prose() { block.own_words() } else { 0 }
}

/// The deepest block that holds most of the prose.
#[expect(clippy::cast_precision_loss, reason = "no page has that many words")]
fn holder_of_prose(blocks: &[Block], takes_asides: bool) -> usize {
    let mut prose: Vec<usize> = blocks
        .iter()
        .map(|block| if takes_asides || !block.is_aside { words_of_prose(block) } else { 0 })
        .collect();
    // Inner blocks follow those around them.
    for index in (1..blocks.len()).rev() {
        prose[blocks[index].around] += prose[index];
    }
    let share = |index: usize| prose[index] as f64 / prose[0] as f64;
    let mut holder = 0;
    loop {
        let inside = || (1..blocks.len()).filter(|&index| blocks[index].around == holder);
        let Some(most) = inside().max_by_key(|&index| prose[index]) else { return holder };
        let has_rival = inside().any(|index| index != most && share(index) >= RIVAL);
        let is_clear =
            share(most) >= MOST || share(most) >= ENOUGH && !has_rival && is_article(&blocks[most]);
        if !is_clear || blocks[most].is_prose() {
            return holder;
        }
        holder = most;
    }
}

/// Whether the block itself says that it holds an article.
fn is_article(block: &Block) -> bool {
    let has = |name: &str, value: &str| block.element.get_attribute(name).is_some_and(|found| found == value);
    matches!(block.name.as_str(), "article" | "main") || has("role", "main") || has("itemprop", "articleBody")
}
