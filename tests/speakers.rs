//! Who is behind a source, by a table of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use sourcelight::{Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// Of each attribution with a source: `source = speaker`, or `source = ?` where no one is named.
    wanted: Vec<String>,
    #[serde(default)]
    known_failure: bool,
}

#[test]
fn speakers_are_named_as_in_the_table() {
    check(include_str!("cases/speakers.toml"), |case: &Case| {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let with_source = analysis.attributions.iter().filter_map(|found| {
            let source = found.source.first()?.of(&case.text);
            Some(format!("{source} = {}", found.speaker.as_deref().unwrap_or("?")))
        });
        compare(&case.text, &case.wanted, &with_source.collect(), case.known_failure)
    });
}
