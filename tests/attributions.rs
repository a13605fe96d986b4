//! Who says what, by a table of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use sourcelight::analysis::Attribution;
use sourcelight::text::Span;
use sourcelight::{Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// Each attribution: `[source] <cue> {content}`, a pair of braces a piece, `> ` before an inner one.
    wanted: Vec<String>,
    #[serde(default)]
    known_failure: bool,
}

fn show(attribution: &Attribution, text: &str) -> String {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    let pieces: Vec<String> =
        attribution.content.iter().map(|piece| format!("{{{}}}", piece.of(text))).collect();
    let inner = if attribution.within.is_some() { "> " } else { "" };
    format!("{inner}[{}] <{}> {}", words(&attribution.source), words(&attribution.cue), pieces.join(" "))
}

#[test]
fn attributions_are_found_as_in_the_table() {
    let cases = check(include_str!("cases/attributions.toml"), |case: &Case| {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let found: Vec<String> =
            analysis.attributions.iter().map(|attribution| show(attribution, &case.text)).collect();
        compare(&case.text, &case.wanted, &found, case.known_failure)
    });
    assert!(cases >= 150);
}
