//! Analyses that no engine has made of the text: of another one, put together by hand, or damaged on their way.
//! Whatever takes an analysis takes these, and makes of them what it can.

use proptest::prelude::*;
use serde_json::Value;
use sourcelight::analysis::{EntityKind, HedgeKind};
use sourcelight::comparison::compare;
use sourcelight::correction::{Anchor, Correction, Set, Statement, correct};
use sourcelight::export::{self, Article};
use sourcelight::text::{OffsetMap, OffsetUnit};
use sourcelight::{Analysis, Selection, analyze, select};

const TEXT: &str = "Ferry late 🎈\n\nThe Oslo Post reported on Monday that Ingrid Solheim had said the ferry would \
    likely sail. “It leaks,” critics said. An official, who spoke on condition of anonymity, told Hale Marine that \
    it cost $3 million; Solheim denied it.";

fn anchor(words: &str) -> Anchor {
    let start = TEXT.find(words).unwrap() as u32;
    let end = start + words.len() as u32;
    Anchor { start, end, text: words.to_owned(), before: String::new(), after: String::new() }
}

/// One of each kind.
fn corrections() -> Vec<Correction> {
    let statement = Statement {
        source: Some(anchor("Hale Marine")),
        cue: anchor("reported"),
        content: vec![anchor("it cost $3 million")],
        source_type: None,
        traceable: None,
        stance: None,
        speaker: None,
    };
    let correction = |words, set| Correction { at: anchor(words), set, fits: true };
    vec![
        correction("Monday", Set::Entity(Some(EntityKind::Event))),
        correction("late", Set::Hedge(Some(HedgeKind::Modal))),
        correction("reported", Set::Attribution(Some(Box::new(statement)))),
        correction("denied", Set::Attribution(None)),
    ]
}

/// Whatever a program can do with an analysis.
fn use_all(text: &str, analysis: &Analysis) {
    let article = Article { id: "a", title: "", text, analysis };
    assert!(export::html(&article).ends_with("</html>\n"));
    let _ = (export::markdown(&article), serde_json::to_value(export::web_annotation(&article)).unwrap());
    serde_json::to_value(export::labels("a", text, analysis)).unwrap();
    for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
        let map = OffsetMap::new(text, unit);
        let _ = export::csv(&article, &map);
        let mut converted = analysis.clone();
        converted.convert_offsets(&map);
        serde_json::to_value(export::record("a", Some(text), &converted, unit)).unwrap();
        converted.restore_offsets(&map);
        converted.restore_offsets(&map);
    }
    let mut selection = Selection::default();
    selection.entities.pop();
    let selected = select(text, analysis, &selection);
    selection.least_confidence = 0.5;
    selection.quotes = false;
    let _ = select(text, &selected, &selection);
    let _ = [compare(analysis, &selected), compare(&selected, analysis), compare(analysis, analysis)];
    for list in [&corrections(), &analysis.corrections] {
        let corrected = correct(text, analysis, list);
        let _ = select(text, &corrected, &selection);
    }
}

/// What is done to one place of an analysis.
#[derive(Debug, Clone)]
enum Damage {
    Number(u32),
    Reverse,
    Repeat,
    Clear,
}

fn damage() -> impl Strategy<Value = Damage> {
    let number = prop_oneof![Just(0), 0..300_u32, Just(u32::MAX), any::<u32>()];
    prop_oneof![
        6 => number.prop_map(Damage::Number),
        1 => Just(Damage::Reverse),
        1 => Just(Damage::Repeat),
        1 => Just(Damage::Clear),
    ]
}

/// The places in `value` where `damage` can be done.
fn places<'v>(value: &'v mut Value, damage: &Damage, found: &mut Vec<&'v mut Value>) {
    match value {
        Value::Number(_) if matches!(damage, Damage::Number(_)) => found.push(value),
        Value::Array(list) if !matches!(damage, Damage::Number(_)) && !list.iter().any(Value::is_number) => {
            found.push(value);
        }
        Value::Array(list) => list.iter_mut().for_each(|it| places(it, damage, found)),
        Value::Object(fields) => fields.values_mut().for_each(|it| places(it, damage, found)),
        _ => (),
    }
}

impl Damage {
    fn apply(&self, analysis: &mut Value, place: prop::sample::Index) {
        let mut found = Vec::new();
        places(analysis, self, &mut found);
        if found.is_empty() {
            return;
        }
        let at = place.index(found.len());
        match (self, &mut *found[at]) {
            (Self::Number(number), value) => *value = Value::from(*number),
            (Self::Reverse, Value::Array(list)) => list.reverse(),
            (Self::Repeat, Value::Array(list)) => list.extend_from_within(..),
            (_, Value::Array(list)) => list.clear(),
            _ => unreachable!("only lists are found for what is done to lists"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_analysis_is_taken(
        damages in prop::collection::vec((damage(), any::<prop::sample::Index>()), 1..6),
        text in prop_oneof![4 => Just(TEXT), 1 => Just(""), 1 => Just("👍👍 “Two,” he said."), ],
    ) {
        let whole = correct(TEXT, &analyze(TEXT), &corrections());
        let mut damaged = serde_json::to_value(whole).unwrap();
        for (damage, place) in damages {
            damage.apply(&mut damaged, place);
        }
        use_all(text, &serde_json::from_value(damaged).unwrap());
    }
}

#[test]
fn indices_and_spans_beyond_all_lists_and_texts_are_left_out() {
    let mut damaged = analyze(TEXT);
    let count = damaged.attributions.len();
    assert!(count > 2);
    for attribution in &mut damaged.attributions {
        (attribution.within, attribution.through) = (Some(999), Some(u32::MAX));
        attribution.anonymity.iter_mut().for_each(|it| (it.start, it.end) = (it.end, it.start));
    }
    damaged.profile.voices.iter_mut().for_each(|voice| voice.attributions.push(u32::MAX));
    use_all(TEXT, &damaged);
    let article = Article { id: "a", title: "", text: TEXT, analysis: &damaged };
    assert!(!export::markdown(&article).contains("Through number"));
    assert!(!export::html(&article).contains("not first-hand"));
    let table = export::csv(&article, &OffsetMap::new(TEXT, OffsetUnit::Bytes));
    assert!(!table.contains("1000") && table.lines().count() == count);
}
