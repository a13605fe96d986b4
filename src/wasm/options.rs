//! The options that JavaScript hands in, checked: one that is unknown or of another type is an `Error`.

use super::input::{describe, error};
use super::sharp;
use crate::{Analysis, Options, Selection, analysis::Notice, text::OffsetUnit};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What may be asked of an analysis.
#[derive(Clone, Default)]
pub(super) struct Wanted {
    options: Options,
    instant: bool,
    selection: Selection,
    /// In UTF-16 units.
    max_length: Option<f64>,
}

impl Wanted {
    pub(super) fn analyze(&self, text: &str) -> Analysis {
        let length = || f64::from(text.encode_utf16().count() as u32);
        if self.max_length.is_some_and(|most| length() > most) {
            return Analysis { notice: Some(Notice::TooLong), ..Analysis::default() };
        }
        self.select(text, &sharp::document(text, self.options, self.instant).into_analysis())
    }

    pub(super) fn select(&self, text: &str, analysis: &Analysis) -> Analysis {
        crate::select(text, analysis, &self.selection)
    }
}

pub(super) fn read(value: &JsValue) -> Result<Wanted, JsValue> {
    let mut wanted = Wanted::default();
    read_options(
        value,
        &["anyLanguage", "engine", "kinds", "leastConfidence", "maxLength"],
        |name, value| {
            match name {
                "anyLanguage" => wanted.options.any_language = flag(name, value)?,
                "engine" => wanted.instant = is_instant(value)?,
                "kinds" => select_kinds(&mut wanted.selection, value)?,
                "leastConfidence" => {
                    let least = value.as_f64().filter(|least| (0.0..=1.0).contains(least));
                    let least = least.ok_or_else(|| wrong_option(name, "a number from 0 to 1", value))?;
                    wanted.selection.least_confidence = least as f32;
                }
                _ => {
                    let most = value.as_f64().filter(|most| *most >= 0.0);
                    let most = most.ok_or_else(|| wrong_option(name, "a number of UTF-16 units", value))?;
                    wanted.max_length = Some(most);
                }
            }
            Ok(())
        },
    )?;
    Ok(wanted)
}

/// The options of a text that is edited, and whether the instant engine alone is wanted; all of its marks are handed
/// over, or all that has changed.
pub(super) fn read_for_document(value: &JsValue) -> Result<(Options, bool), JsValue> {
    let (mut options, mut instant) = (Options::default(), false);
    read_options(value, &["anyLanguage", "engine"], |name, value| {
        match name {
            "anyLanguage" => options.any_language = flag(name, value)?,
            _ => instant = is_instant(value)?,
        }
        Ok(())
    })?;
    Ok((options, instant))
}

fn is_instant(value: &JsValue) -> Result<bool, JsValue> {
    match value.as_string().as_deref() {
        Some("instant") => Ok(true),
        Some("sharp") => Ok(false),
        _ => Err(wrong_option("engine", "\"instant\" or \"sharp\"", value)),
    }
}

fn flag(name: &str, value: &JsValue) -> Result<bool, JsValue> {
    value.as_bool().ok_or_else(|| wrong_option(name, "true or false", value))
}

/// Selects the kinds of a list such as `["attribution", "person"]`.
fn select_kinds(selection: &mut Selection, list: &JsValue) -> Result<(), JsValue> {
    if !Array::is_array(list) {
        return Err(wrong_option("kinds", "a list of kinds", list));
    }
    (selection.attributions, selection.quotes, selection.hedges) = (false, false, false);
    selection.entities.clear();
    for kind in list.unchecked_ref::<Array>().iter() {
        match kind.as_string().as_deref() {
            Some("attribution") => selection.attributions = true,
            Some("quote") => selection.quotes = true,
            Some("hedge") => selection.hedges = true,
            name => selection.entities.push(serde_wasm_bindgen::from_value(kind.clone()).map_err(|_| {
                let name = name.map_or_else(|| describe(&kind), |name| format!("`{name}`"));
                error(&format!("{name} is no kind; there are {KINDS}"))
            })?),
        }
    }
    Ok(())
}

const KINDS: &str = "`attribution`, `quote`, `hedge`, `person`, `organization`, `place`, `group`, `date`, `time`, \
    `money`, `percent`, `quantity`, `event`, `product`, `law` and `work`";

/// What may be asked of an export.
pub(super) struct ExportOptions {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) offsets: OffsetUnit,
}

pub(super) fn read_for_export(value: &JsValue) -> Result<ExportOptions, JsValue> {
    let mut options = ExportOptions { id: String::new(), title: String::new(), offsets: OffsetUnit::Utf16 };
    read_options(value, &["id", "title", "offsets"], |name, value| {
        let text = value.as_string().ok_or_else(|| wrong_option(name, "a string", value))?;
        match (name, text.as_str()) {
            ("id", _) => options.id = text,
            ("title", _) => options.title = text,
            (_, "bytes") => options.offsets = OffsetUnit::Bytes,
            (_, "chars") => options.offsets = OffsetUnit::Chars,
            (_, "utf16") => options.offsets = OffsetUnit::Utf16,
            _ => {
                return Err(error(&format!(
                    "there is no offset `{text}`; there are `bytes`, `chars` and `utf16`"
                )));
            }
        }
        Ok(())
    })?;
    Ok(options)
}

/// Hands `take` each option that is given; one that is not among `known` is a mistake.
fn read_options(
    value: &JsValue,
    known: &[&str],
    mut take: impl FnMut(&str, &JsValue) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(());
    }
    if !value.is_object() {
        return Err(error(&format!("the options must be an object, not {}", describe(value))));
    }
    for key in Object::keys(value.unchecked_ref::<Object>()) {
        let name = key.as_string().unwrap_or_default();
        if !known.contains(&name.as_str()) {
            let known = known.join("`, `");
            return Err(error(&format!("there is no option `{name}`; there is `{known}`")));
        }
        let value = Reflect::get(value, &key)?;
        if !value.is_undefined() {
            take(&name, &value)?;
        }
    }
    Ok(())
}

fn wrong_option(name: &str, expected: &str, value: &JsValue) -> JsValue {
    let found = value
        .as_f64()
        .map_or_else(|| describe(value), |_| String::from(Object::from(value.clone()).to_string()));
    error(&format!("the option `{name}` must be {expected}, not {found}"))
}
