//! The article on somebody else's page, for the browser extension.

use super::{Highlighting, input, options::Wanted};
use crate::{
    dom::{Article, Selected, Source},
};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Range;

/// The text of a page that is marked: its article, or what a reader has selected.
#[wasm_bindgen]
pub struct PageText {
    source: Rc<dyn Source>,
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
        Ok(Article::find(&input::element(page)?).map(|article| Self { source: Rc::new(article) }))
    }

    /// The paragraphs inside an element that a live range touches.
    ///
    /// @throws Where the page is no element.
    #[wasm_bindgen(js_name = ofSelection)]
    pub fn of_selection(
        #[wasm_bindgen(unchecked_param_type = "Element")] page: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Range")] range: &JsValue,
    ) -> Result<Self, JsValue> {
        let range: Range = range.unchecked_ref::<Range>().clone();
        Ok(Self { source: Rc::new(Selected::new(input::element(page)?, range)) })
    }

    /// The text as it is now; offsets refer to it.
    #[must_use]
    pub fn read(&self) -> String {
        self.source.read().text().to_owned()
    }

    /// Marks in place what an analysis of `read()` has found.
    ///
    /// @throws Where the analysis is none or does not fit the text.
    pub fn paint(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    ) -> Result<Highlighting, JsValue> {
        Highlighting::new(Rc::clone(&self.source), self.source.read(), analysis, Wanted::default())
    }
}
