//! Who says what, by a table of cases.
#![cfg(not(target_family = "wasm"))]

use serde::Deserialize;
use sourcelight::analysis::Attribution;
use sourcelight::text::Span;
use sourcelight::{Options, analyze_with};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

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
    let table: Table = toml::from_str(include_str!("cases/attributions.toml")).unwrap();
    assert!(table.case.len() >= 100);
    let mut wrong = Vec::new();
    for case in &table.case {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let found: Vec<String> = analysis.attributions.iter().map(|it| show(it, &case.text)).collect();
        match (found == case.wanted, case.known_failure) {
            (true, true) => wrong.push(format!("{:?}\n  comes right: no known failure any more", case.text)),
            (false, false) => {
                wrong.push(format!("{:?}\n  wanted {:?}\n  got    {found:?}", case.text, case.wanted));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
