//! The answer to one article, or to what should have been one, in the format that was asked for.

use crate::args::{Format, Request};
use crate::engine::Engine;
use crate::input::{Article, Failure, Item};
use crate::report;
use serde::Serialize;
use serde_json::{Value, json};
use sourcelight::export::{self, record};
use sourcelight::text::OffsetMap;
use sourcelight::{Analysis, Options};
use std::io;
use std::panic::{self, AssertUnwindSafe};

/// What is to be written for one item.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For standard output; empty where there is nothing to say.
    pub(crate) bytes: Vec<u8>,
    /// For standard error, where something was wrong.
    pub(crate) complaint: Option<String>,
}

/// Works out the answer to one item.
pub(crate) fn answer(request: &Request, engine: &Engine, item: Item) -> Answer {
    let answered = match item {
        Ok(article) => or_failure(&article.id, || found(request, engine, &article))
            .unwrap_or_else(|failure| wrong(request, failure)),
        Err(failure) => wrong(request, failure),
    };
    answered.unwrap_or_else(|error| Answer { bytes: Vec::new(), complaint: Some(error.to_string()) })
}

/// What `work` gives for the article `id`; where it panics, the others are answered all the same.
fn or_failure<T>(id: &Value, work: impl FnOnce() -> T) -> Result<T, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| Failure {
        name: name(id),
        line: None,
        error: "it could not be analysed; please report it".to_owned(),
    })
}

/// The name of an article, for people.
fn name(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn found(request: &Request, engine: &Engine, Article { id, text }: &Article) -> io::Result<Answer> {
    let mut analysis = engine.analyze(text, Options { any_language: request.any_language });
    let mut complaint = None;
    if let Some(corrections) = &request.corrections {
        (analysis, complaint) = corrections.apply(text, &analysis);
    }
    let offsets = OffsetMap::new(text, request.offsets.into());
    let name = name(id);
    let article = |analysis| export::Article { id: &name, title: "", text, analysis };
    let mut bytes = Vec::new();
    match request.format {
        Format::Text => {
            if request.has_several() {
                report::heading(&mut bytes, id)?;
            }
            report::write(&mut bytes, text, &analysis)?;
        }
        Format::Json | Format::Jsonl => {
            analysis.convert_offsets(&offsets);
            bytes = json(request, &in_full(request, id, text, &analysis))?;
        }
        Format::WebAnnotation => bytes = json(request, &export::web_annotation(&article(&analysis)))?,
        Format::Html => bytes = export::html(&article(&analysis)).into_bytes(),
        Format::Markdown => bytes = export::markdown(&article(&analysis)).into_bytes(),
        Format::Csv => bytes = export::csv(&article(&analysis), &offsets).into_bytes(),
        Format::Labels => bytes = line(&export::labels(id, text, &analysis))?,
    }
    Ok(Answer { bytes, complaint })
}

fn in_full<'a>(
    request: &Request,
    id: &'a Value,
    text: &'a str,
    analysis: &'a Analysis,
) -> export::Record<'a, &'a Value> {
    record(id, request.with_text.then_some(text), analysis, request.offsets.into())
}

fn wrong(request: &Request, Failure { name, line, error }: Failure) -> io::Result<Answer> {
    let Some(line) = line else {
        return Ok(Answer { bytes: Vec::new(), complaint: Some(format!("{name}: {error}")) });
    };
    let complaint = Some(format!("{name}, line {line}: {error}"));
    let bytes = match request.format {
        Format::Json | Format::Jsonl => json(request, &json!({ "id": null, "line": line, "error": error }))?,
        _ => Vec::new(),
    };
    Ok(Answer { bytes, complaint })
}

/// One value: on one line, or indented, and further where it will be one of an array.
fn json(request: &Request, value: &impl Serialize) -> io::Result<Vec<u8>> {
    if request.format == Format::Jsonl {
        return line(value);
    }
    let text = serde_json::to_string_pretty(value)?;
    // There is no line end inside a JSON string.
    Ok(if request.has_several() { text.replace('\n', "\n  ") } else { text }.into_bytes())
}

fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_the_failure_of_one_article() {
        assert_eq!(or_failure(&json!(1), || 2).ok(), Some(2));
        let failure = or_failure(&json!("ferry.txt"), || panic!("as a test")).unwrap_err();
        assert_eq!((failure.name.as_str(), failure.line), ("ferry.txt", None));
        assert!(failure.error.contains("please report it"));
    }
}
