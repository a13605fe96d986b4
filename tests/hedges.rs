//! Hedges and the sourcing of attributions, by tables of cases.
#![cfg(not(target_family = "wasm"))]

use serde::Deserialize;
use serde_json::{Value, to_value};
use sourcelight::analysis::{Attribution, Hedge};
use sourcelight::{Analysis, Options, analyze_with};

#[derive(Deserialize)]
struct Table<C> {
    case: Vec<C>,
}

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
    let table: Table<HedgeCase> = toml::from_str(include_str!("cases/hedges.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let found: Vec<_> =
            read(&case.text).hedges.iter().map(|hedge| show_hedge(hedge, &case.text)).collect();
        if found != case.wanted {
            wrong.push(format!("{:?}\n  wanted {:?}\n  got    {found:?}", case.text, case.wanted));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn sources_are_judged_as_in_the_table() {
    let table: Table<SourceCase> = toml::from_str(include_str!("cases/sources.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let analysis = read(&case.text);
        let Some(found) = analysis.attributions.first() else {
            wrong.push(format!("{:?}\n  no attribution", case.text));
            continue;
        };
        let reasons: Vec<_> = found.reasons.iter().map(|reason| label(reason.code)).collect();
        let got = (show_source(found), reasons, found.speaker.clone());
        let wanted = (case.wanted.clone(), case.reasons.clone(), case.speaker.clone());
        if got != wanted {
            wrong.push(format!("{:?}\n  wanted {wanted:?}\n  got    {got:?}", case.text));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
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
