//! What of an analysis is painted, read field by field: the script that paints inside other sites' pages is compiled
//! at each click, and what reads any value by its type would be a third of it.

use super::input::describe;
use crate::{
    dom::{Kind, Mark},
    text::Span,
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

/// Attributions less likely to be right than this are painted faintly.
const FAINT_BELOW: f64 = 0.75;

#[wasm_bindgen]
extern "C" {
    /// An analysis, or one of its marks: an object that may lack any of these.
    type Found;
    #[wasm_bindgen(method, getter)]
    fn entities(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn quotes(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn attributions(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn hedges(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn start(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn end(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn content(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn source(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn cue(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn hedged(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn within(this: &Found) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn confidence(this: &Found) -> JsValue;
}

/// What was read, or what is wrong with it, as the end of a sentence.
type Read<T> = Result<T, String>;

/// What an analysis marks.
pub(super) fn marks(analysis: &JsValue) -> Read<Vec<Mark>> {
    let analysis = object("it", analysis)?;
    let mut marks = Vec::new();
    for attribution in objects("attributions", &analysis.attributions())? {
        add_attribution(&attribution, &mut marks)?;
    }
    for quote in objects("quotes", &analysis.quotes())? {
        marks.push(Mark { kind: Kind::Quote, span: stretch(&quote)? });
    }
    for hedge in objects("hedges", &analysis.hedges())? {
        marks.push(Mark { kind: Kind::Hedge, span: stretch(&hedge)? });
    }
    for entity in objects("entities", &analysis.entities())? {
        let kind = entity.kind();
        let known = kind.as_string().and_then(|name| Kind::of_entity(&name));
        let known = known.ok_or_else(|| wrong("kind", "a kind of entity", &kind))?;
        marks.push(Mark { kind: known, span: stretch(&entity)? });
    }
    Ok(marks)
}

fn add_attribution(attribution: &Found, marks: &mut Vec<Mark>) -> Read<()> {
    let hedged = attribution.hedged();
    let hedged = hedged.as_bool().ok_or_else(|| wrong("hedged", "true or false", &hedged))?;
    // Marks of one's own, without a confidence, are sure.
    let is_doubtful = attribution.confidence().as_f64().is_some_and(|confidence| confidence < FAINT_BELOW);
    let [content, source, cue] = Kind::of_attribution(hedged, is_doubtful);
    let statement = spans("content", &attribution.content())?;
    let mut add = |kind, spans: &[Span]| marks.extend(spans.iter().map(|&span| Mark { kind, span }));
    if attribution.within().as_f64().is_some() {
        add(Kind::Nested, &statement);
    }
    add(content, &statement);
    add(source, &spans("source", &attribution.source())?);
    add(cue, &spans("cue", &attribution.cue())?);
    Ok(())
}

fn stretch(mark: &Found) -> Read<Span> {
    Ok(Span { start: offset(&mark.start())?, end: offset(&mark.end())? })
}

/// A list of pairs of offsets.
pub(super) fn spans(name: &str, value: &JsValue) -> Read<Vec<Span>> {
    list(name, value)?.iter().map(|pair| span(name, &pair)).collect()
}

fn span(name: &str, value: &JsValue) -> Read<Span> {
    let pair = list(name, value)?;
    Ok(Span { start: offset(&pair.get(0))?, end: offset(&pair.get(1))? })
}

#[expect(clippy::cast_sign_loss, reason = "no number below nought gets there")]
fn offset(value: &JsValue) -> Read<u32> {
    let offsets = 0.0..=f64::from(u32::MAX);
    let whole = value.as_f64().filter(|number| number.fract() == 0.0 && offsets.contains(number));
    whole.map(|number| number as u32).ok_or_else(|| "each offset must be a whole number from 0 up".to_owned())
}

fn objects(name: &str, value: &JsValue) -> Read<Vec<Found>> {
    list(name, value)?.iter().map(|item| object(name, &item)).collect()
}

fn list(name: &str, value: &JsValue) -> Read<Array> {
    if Array::is_array(value) {
        Ok(value.clone().unchecked_into())
    } else {
        Err(wrong(name, "a list", value))
    }
}

fn object(name: &str, value: &JsValue) -> Read<Found> {
    if value.is_object() { Ok(value.clone().unchecked_into()) } else { Err(wrong(name, "an object", value)) }
}

fn wrong(name: &str, expected: &str, found: &JsValue) -> String {
    format!("{name} must be {expected}, not {}", describe(found))
}
