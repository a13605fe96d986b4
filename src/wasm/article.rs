//! The article on somebody else's page, for the browser extension.

use super::{Highlighting, input, options::Wanted};
use crate::{
    dom::{Reading, Search, Selected, Source},
    text::Span,
};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, Range};

/// Looks for the article of a page in steps, so that the page can answer meanwhile. What is found holds only where the
/// page did not change between two steps.
#[wasm_bindgen]
pub struct ArticleSearch {
    search: Search,
}

#[wasm_bindgen]
impl ArticleSearch {
    /// Begins to look inside an element, such as `document.body`.
    ///
    /// @throws Where the page is no element.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Element")] page: &JsValue) -> Result<Self, JsValue> {
        Ok(Self { search: Search::new(input::element(page)?) })
    }

    /// Goes on for so many steps, two or three an element; `true` at the end.
    pub fn advance(&mut self, steps: usize) -> bool {
        self.search.advance(steps)
    }

    /// The article; `undefined` where there is hardly any prose.
    #[must_use]
    pub fn finish(self) -> Option<PageText> {
        let (article, reading) = self.search.finish()?;
        Some(PageText { source: Rc::new(article), reading: Rc::new(reading) })
    }
}

/// The text of a page that is marked: its article, or what a reader has selected.
#[wasm_bindgen]
pub struct PageText {
    source: Rc<dyn Source>,
    /// As it was read last.
    reading: Rc<Reading>,
}

#[wasm_bindgen]
impl PageText {
    /// Finds the article inside an element, such as `document.body`; `undefined` where there is hardly any prose.
    ///
    /// @throws Where the page is no element.
    #[wasm_bindgen(js_name = ofArticle)]
    pub fn of_article(
        #[wasm_bindgen(unchecked_param_type = "Element")] page: &JsValue,
    ) -> Result<Option<Self>, JsValue> {
        let mut search = ArticleSearch::new(page)?;
        search.advance(usize::MAX);
        Ok(search.finish())
    }

    /// The paragraphs inside an element that a live range touches.
    ///
    /// @throws Where the page is no element.
    #[wasm_bindgen(js_name = ofSelection)]
    pub fn of_selection(
        #[wasm_bindgen(unchecked_param_type = "Element")] page: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Range")] range: &JsValue,
    ) -> Result<Self, JsValue> {
        let range = range.unchecked_ref::<Range>().clone();
        let selected = Selected::new(input::element(page)?, range);
        Ok(Self { reading: Rc::new(selected.read()), source: Rc::new(selected) })
    }

    /// The elements that all of the text is in.
    #[must_use]
    pub fn parts(&self) -> Vec<Element> {
        self.source.parts()
    }

    /// The text as it was read last, which at first is when it was found.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> String {
        self.reading.text().to_owned()
    }

    /// The text as it is now; offsets refer to it until it is read again.
    pub fn read(&mut self) -> String {
        self.reading = Rc::new(self.source.read());
        self.reading.text().to_owned()
    }

    /// A live range over a stretch of the text that was read last; `undefined` where there is no such text.
    #[wasm_bindgen(js_name = rangeOf)]
    #[must_use]
    pub fn range_of(&self, start: u32, end: u32) -> Option<Range> {
        self.reading.range_of(Span { start, end })
    }

    /// Marks in place what an analysis of the text that was read last has found.
    ///
    /// @throws Where the analysis is none or does not fit the text.
    pub fn paint(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    ) -> Result<Highlighting, JsValue> {
        Highlighting::new(Rc::clone(&self.source), Rc::clone(&self.reading), analysis, Wanted::default())
    }
}
