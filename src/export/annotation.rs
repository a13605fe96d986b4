//! The marks as annotations of the W3C's Web Annotation Data Model, for annotation tools and libraries.
//!
//! Each mark is an annotation that points at its words twice: by their position, which the model
//! counts in code points, and by the words themselves with some of what stands around them, which find
//! the place again where the text has moved. An attribution's target is its content; its source and
//! cue are bodies that point into the same text. Identifiers are relative to the document's own address.

use super::{Article, words};
use crate::analysis::Attribution;
use crate::text::{OffsetMap, OffsetUnit, Span};
use serde::Serialize;

/// How many characters of the text around a mark are given on either side.
const CONTEXT: usize = 32;

/// All annotations of one article, as `application/ld+json`.
#[derive(Debug, Serialize)]
pub struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    generator: Generator,
    total: usize,
    first: Page<'a>,
}

#[derive(Debug, Serialize)]
struct Generator {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    part_of: &'static str,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Debug, Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Resource<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Text(Text),
    Words(Resource<'a>),
}

#[derive(Debug, Serialize)]
struct Text {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
}

/// A stretch of the article.
#[derive(Debug, Serialize)]
struct Resource<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
    source: String,
    selector: [Selector<'a>; 2],
}

#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

/// The annotations of an article: attributions, quotes, entities, hedges.
#[must_use]
pub fn web_annotation<'a>(article: &Article<'a>) -> Collection<'a> {
    let writer = Writer {
        text: article.text,
        source: reference(article.id),
        positions: OffsetMap::new(article.text, OffsetUnit::Chars),
    };
    let items = writer.annotations(article);
    Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "#annotations",
        kind: "AnnotationCollection",
        label: article.headline(),
        generator: Generator { kind: "Software", name: concat!("Sourcelight ", env!("CARGO_PKG_VERSION")) },
        total: items.len(),
        first: Page {
            id: "#annotations-1",
            kind: "AnnotationPage",
            part_of: "#annotations",
            start_index: 0,
            items,
        },
    }
}

struct Writer<'a> {
    text: &'a str,
    /// What the article is known by, as a reference.
    source: String,
    positions: OffsetMap,
}

impl<'a> Writer<'a> {
    fn annotations(&self, article: &Article<'a>) -> Vec<Annotation<'a>> {
        let analysis = article.analysis;
        let attributions = analysis.attributions.iter().map(|attribution| {
            let content = self.resources(&attribution.content, None);
            let target = if content.is_empty() { self.resources(&attribution.cue, None) } else { content };
            ("attribution", "describing", self.attribution(attribution), target)
        });
        let quotes = analysis.quotes.iter().map(|quote| {
            let body = vec![tag("quote"), tag(words::quote(quote.kind))];
            ("quote", "tagging", body, self.resource(quote.start, quote.end))
        });
        let entities = analysis.entities.iter().map(|entity| {
            let mut body =
                vec![tag(words::entity(entity.kind).0), text("identifying", entity.name.clone(), None)];
            body.extend(corrected(entity.corrected));
            ("entity", "identifying", body, self.resource(entity.start, entity.end))
        });
        let hedges = analysis.hedges.iter().map(|hedge| {
            let mut body = vec![tag("hedge"), tag(words::hedge(hedge.kind).0)];
            body.extend(corrected(hedge.corrected));
            ("hedge", "tagging", body, self.resource(hedge.start, hedge.end))
        });
        let mut count = 0;
        let all = attributions.chain(quotes).chain(entities).chain(hedges);
        all.filter(|(.., target)| !target.is_empty())
            .map(|(what, motivation, body, target)| {
                count += 1;
                Annotation { id: format!("#{what}-{count}"), kind: "Annotation", motivation, body, target }
            })
            .collect()
    }

    fn attribution(&self, attribution: &Attribution) -> Vec<Body<'a>> {
        let mut body = vec![
            tag(if attribution.hedged { "hedged attribution" } else { "attribution" }),
            tag(words::form(attribution.form)),
            text("classifying", format!("source: {}", words::source(attribution.source_type).1), Some("en")),
            text("classifying", format!("source: {}", words::traceable(attribution.traceable).1), Some("en")),
            text("classifying", format!("cue: {}", words::stance(attribution.stance).1), Some("en")),
        ];
        body.extend(corrected(attribution.corrected));
        body.extend(attribution.speaker.iter().map(|speaker| text("identifying", speaker.clone(), None)));
        body.extend(
            attribution.reasons.iter().map(|reason| text("commenting", reason.text.clone(), Some("en"))),
        );
        body.extend(self.resources(&attribution.source, Some("identifying")).into_iter().map(Body::Words));
        body.extend(self.resources(&attribution.cue, Some("linking")).into_iter().map(Body::Words));
        body
    }

    fn resource(&self, start: u32, end: u32) -> Vec<Resource<'a>> {
        self.resources(&[Span { start, end }], None)
    }

    fn resources(&self, spans: &[Span], purpose: Option<&'static str>) -> Vec<Resource<'a>> {
        let fitting = spans.iter().filter(|span| !span.of(self.text).is_empty());
        fitting
            .map(|&span| Resource {
                kind: "SpecificResource",
                purpose,
                source: self.source.clone(),
                selector: [
                    Selector::Position {
                        start: self.positions.get(span.start),
                        end: self.positions.get(span.end),
                    },
                    self.quote(span),
                ],
            })
            .collect()
    }

    fn quote(&self, span: Span) -> Selector<'a> {
        let (before, behind) = (&self.text[..span.start as usize], &self.text[span.end as usize..]);
        let prefix = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let suffix = behind.char_indices().nth(CONTEXT).map_or(behind.len(), |(at, _)| at);
        Selector::Quote { exact: span.of(self.text), prefix: &before[prefix..], suffix: &behind[..suffix] }
    }
}

/// Tells a mark that a reader has set from one that the engine has found.
fn corrected<'a>(is_so: bool) -> Option<Body<'a>> {
    is_so.then(|| tag(words::CORRECTED))
}

fn tag<'a>(value: &str) -> Body<'a> {
    text("tagging", value.to_owned(), Some("en"))
}

fn text<'a>(purpose: &'static str, value: String, language: Option<&'static str>) -> Body<'a> {
    Body::Text(Text { kind: "TextualBody", purpose, value, format: "text/plain", language })
}

/// A name as a relative reference or an address: what may not stand in one is percent-encoded.
fn reference(name: &str) -> String {
    let mut reference = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            reference.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
            reference.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    if reference.is_empty() { "#text".to_owned() } else { reference }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_references() {
        assert_eq!(reference("articles/the ferry.txt"), "articles/the%20ferry.txt");
        assert_eq!(reference("https://a.example/b?c=%20#d"), "https://a.example/b?c=%20#d");
        assert_eq!(reference("“x”"), "%E2%80%9Cx%E2%80%9D");
        assert_eq!(reference(""), "#text");
    }
}
