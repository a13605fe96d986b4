//! Names, dates and amounts, by a table of cases.
#![cfg(not(target_family = "wasm"))]

mod table;

use serde::Deserialize;
use sourcelight::analysis::{Entity, EntityKind};
use sourcelight::{Options, analyze_with};
use table::{check, compare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// Each mention: `kind: words`, and ` = name` where the full name differs.
    wanted: Vec<String>,
    #[serde(default)]
    known_failure: bool,
}

const fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Date => "date",
        EntityKind::Time => "time",
        EntityKind::Money => "money",
        EntityKind::Percent => "percent",
        EntityKind::Quantity => "quantity",
        EntityKind::Event => "event",
        EntityKind::Product => "product",
        EntityKind::Law => "law",
        EntityKind::Work => "work",
    }
}

fn show(entity: &Entity, text: &str) -> String {
    let words = &text[entity.start as usize..entity.end as usize];
    let kind = label(entity.kind);
    if entity.name == words {
        format!("{kind}: {words}")
    } else {
        format!("{kind}: {words} = {}", entity.name)
    }
}

#[test]
fn entities_are_marked_as_in_the_table() {
    let cases = check(include_str!("cases/entities.toml"), |case: &Case| {
        let analysis = analyze_with(&case.text, Options { any_language: true });
        let found: Vec<String> = analysis.entities.iter().map(|entity| show(entity, &case.text)).collect();
        compare(&case.text, &case.wanted, &found, case.known_failure)
    });
    assert!(cases >= 120);
}
