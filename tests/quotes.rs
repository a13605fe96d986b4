//! Quotations, by a table of cases.
#![cfg(not(target_family = "wasm"))]

use serde::Deserialize;
use sourcelight::analysis::{Quote, QuoteKind};
use sourcelight::{Options, analyze_with};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

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
    let table: Table = toml::from_str(include_str!("cases/quotes.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let found: Vec<_> = analysis.quotes.iter().map(|quote| written(quote, &case.text)).collect();
        if found != case.expect {
            wrong.push(format!(
                "{}: {:?}\n  wanted {:?}\n  got    {found:?}",
                case.name, case.text, case.expect
            ));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
