//! Quotations, by a table of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use sourcelight::analysis::{Quote, QuoteKind};
use sourcelight::{Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    expect: Vec<String>,
}

/// `quotation: “No.”`, `fragment, unclosed: “no`
fn written(quote: &Quote, text: &str) -> String {
    let kind = match quote.kind {
        QuoteKind::Quotation => "quotation",
        QuoteKind::Fragment => "fragment",
        QuoteKind::Scare => "scare",
        QuoteKind::Title => "title",
    };
    let closed = if quote.closed { "" } else { ", unclosed" };
    format!("{kind}{closed}: {}", &text[quote.start as usize..quote.end as usize])
}

#[test]
fn quotations_are_found_as_in_the_table() {
    check(include_str!("cases/quotes.toml"), |case: &Case| {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let found: Vec<_> = analysis.quotes.iter().map(|quote| written(quote, &case.text)).collect();
        compare(&case.text, &case.expect, &found, false).map(|wrong| format!("{}: {wrong}", case.name))
    });
}
