//! Hedges and the sourcing of attributions, by tables of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use serde_json::{Value, to_value};
use sourcelight::analysis::{Attribution, Hedge};
use sourcelight::text::Span;
use sourcelight::{Analysis, Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeCase {
    text: String,
    /// Each hedge: `kind: words`.
    wanted: Vec<String>,
    #[serde(default)]
    known_failure: bool,
}

#[derive(Deserialize, Debug, Clone, PartialEq)]
#[serde(deny_unknown_fields)]
struct SourceCase {
    text: String,
    /// Which of the text's attributions is meant.
    #[serde(default)]
    index: usize,
    /// `source type, traceable, stance`, and `hedged` where it is.
    wanted: String,
    /// The codes of the reasons.
    #[serde(default)]
    reasons: Vec<String>,
    speaker: Option<String>,
    /// The source of the attribution through which it comes.
    through: Option<String>,
    /// The words that say why the source is not named.
    #[serde(default)]
    anonymity: Vec<String>,
    #[serde(default)]
    known_failure: bool,
}

fn read(text: &str) -> Analysis {
    analyze_with(text, Options { any_language: true })
}

/// The name of an enum's value as the result has it.
fn label(value: impl serde::Serialize) -> String {
    to_value(value).ok().as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn show_hedge(hedge: &Hedge, text: &str) -> String {
    format!("{}: {}", label(hedge.kind), &text[hedge.start as usize..hedge.end as usize])
}

fn show_source(attribution: &Attribution) -> String {
    let kind =
        [label(attribution.source_type), label(attribution.traceable), label(attribution.stance)].join(", ");
    if attribution.hedged { kind + ", hedged" } else { kind }
}

#[test]
fn hedges_are_marked_as_in_the_table() {
    check(include_str!("cases/hedges.toml"), |case: &HedgeCase| {
        let found: Vec<_> =
            read(&case.text).hedges.iter().map(|hedge| show_hedge(hedge, &case.text)).collect();
        compare(&case.text, &case.wanted, &found, case.known_failure)
    });
}

#[test]
fn sources_are_judged_as_in_the_table() {
    check(include_str!("cases/sources.toml"), |case: &SourceCase| {
        let analysis = read(&case.text);
        let words = |spans: &[Span]| -> Vec<String> {
            spans.iter().map(|span| span.of(&case.text).to_owned()).collect()
        };
        let found = analysis.attributions.get(case.index).map(|found| SourceCase {
            text: case.text.clone(),
            index: case.index,
            wanted: show_source(found),
            reasons: found.reasons.iter().map(|reason| label(reason.code)).collect(),
            speaker: found.speaker.clone(),
            through: found.through.map(|at| words(&analysis.attributions[at as usize].source).join(" ")),
            anonymity: words(&found.anonymity),
            known_failure: case.known_failure,
        });
        compare(&case.text, &Some(case.clone()), &found, case.known_failure)
    });
}

#[test]
fn a_reason_names_the_words_that_it_rests_on() {
    let text = "Experts have suggested that the dam could fail.";
    let analysis = read(text);
    let reasons = &analysis.attributions[0].reasons;
    assert_eq!(reasons.len(), 2);
    for reason in reasons {
        let words = &text[reason.start as usize..reason.end as usize];
        assert!(reason.text.contains(words), "{:?} does not name {words:?}", reason.text);
    }
}

#[test]
fn a_reason_fits_the_kind_of_source() {
    let first = |text: &str| read(text).attributions[0].reasons[0].text.clone();
    assert_eq!(first("Experts said that the dam would fail."), "“Experts” names no one who could be asked.");
    assert_eq!(
        first("Studies show that the lake is warming."),
        "“Studies” names no text that could be looked up."
    );
}
