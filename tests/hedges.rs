//! Hedges and the sourcing of attributions, by tables of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use serde_json::{Value, to_value};
use sourcelight::analysis::{Attribution, Hedge};
use sourcelight::{Analysis, Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeCase {
    text: String,
    /// Each hedge: `kind: words`.
    wanted: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceCase {
    text: String,
    /// `source type, traceable, stance`, and `hedged` where it is, of the first attribution.
    wanted: String,
    /// The codes of the reasons, where it is hedged.
    #[serde(default)]
    reasons: Vec<String>,
    speaker: Option<String>,
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
        compare(&case.text, &case.wanted, &found, false)
    });
}

#[test]
fn sources_are_judged_as_in_the_table() {
    check(include_str!("cases/sources.toml"), |case: &SourceCase| {
        let analysis = read(&case.text);
        let found = analysis.attributions.first().map(|found| {
            let reasons: Vec<_> = found.reasons.iter().map(|reason| label(reason.code)).collect();
            (show_source(found), reasons, found.speaker.clone())
        });
        let wanted = (case.wanted.clone(), case.reasons.clone(), case.speaker.clone());
        compare(&case.text, &Some(wanted), &found, false)
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
