//! Two articles side by side: names are matched as they are within one article, everything is counted once.
#![cfg(not(target_family = "wasm"))]

use sourcelight::analysis::{Entity, EntityKind, Traceable};
use sourcelight::comparison::{Comparison, compare};
use sourcelight::{Analysis, analyze};

const FIRST: &str = "The ferry will sail in May, Ingrid Solheim told reporters on Monday. Solheim said that Hale Marine \
    had paid for it. Critics have suggested that the boat leaks.";
const SECOND: &str = "The ferry is too small, said Solheim. “It leaks,” critics said on Tuesday. The Oslo Post reported \
    that Peter Lind had left Bergen.";

fn compared(first: &str, second: &str) -> Comparison {
    compare(&analyze(first), &analyze(second))
}

/// An article that mentions these things, each as often as it says.
fn mentioning(things: &[(EntityKind, &str, u32)]) -> Analysis {
    let mentions = things.iter().enumerate().flat_map(|(number, &(kind, name, times))| {
        (0..times).map(move |_| Entity {
            start: 0,
            end: 1,
            kind,
            name: name.to_owned(),
            entity: number as u32,
            confidence: 1.0,
            corrected: false,
        })
    });
    Analysis { entities: mentions.collect(), ..Analysis::default() }
}

#[test]
fn names_are_matched_as_within_one_article() {
    use EntityKind::{Date, Organization, Person, Place};
    let cases: [(EntityKind, &str, EntityKind, &str, Option<&str>); 12] = [
        (Person, "Ingrid Solheim", Person, "Solheim", Some("Ingrid Solheim")),
        (Person, "Solheim", Person, "Ingrid Solheim", Some("Ingrid Solheim")),
        (Person, "Ingrid Solheim", Person, "Anna Solheim", None),
        (Person, "Ingrid Solheim", Person, "Ingrid", Some("Ingrid Solheim")),
        (
            Organization,
            "NATO",
            Organization,
            "North Atlantic Treaty Organization",
            Some("North Atlantic Treaty Organization"),
        ),
        (
            Organization,
            "North Atlantic Treaty Organization",
            Organization,
            "NATO",
            Some("North Atlantic Treaty Organization"),
        ),
        (Organization, "The Oslo Post", Organization, "Post", Some("The Oslo Post")),
        (Place, "U.S.", Place, "US", Some("U.S.")),
        (Place, "Oslo", Place, "Bergen", None),
        (Place, "Washington", Person, "Washington", None),
        (Place, "OSLO", Place, "Oslo", Some("OSLO")),
        (Date, "Monday", Date, "Monday", None),
    ];
    for (kind, name, other_kind, other, both) in cases {
        let comparison = compare(&mentioning(&[(kind, name, 2)]), &mentioning(&[(other_kind, other, 3)]));
        let found = comparison.names.iter().find(|it| it.mentions == [2, 3]);
        assert_eq!(found.map(|it| it.name.as_str()), both, "{name}, {other}");
        let alone = comparison.names.iter().filter(|it| it.mentions.contains(&0)).count();
        assert_eq!(alone, if both.is_some() || kind == Date { 0 } else { 2 }, "{name}, {other}");
    }
}

#[test]
fn two_things_of_one_article_stay_two() {
    let person = EntityKind::Person;
    let first = mentioning(&[(person, "Ingrid Solheim", 1)]);
    let second = mentioning(&[(person, "Solheim", 2), (person, "Ingrid Solheim", 4)]);
    let mentions: Vec<[u32; 2]> = compare(&first, &second).names.iter().map(|it| it.mentions).collect();
    assert_eq!(mentions, [[1, 4], [0, 2]]);
}

#[test]
fn voices_are_heard_in_one_or_both() {
    let comparison = compared(FIRST, SECOND);
    let heard = |name: &str| comparison.voices.iter().find(|it| it.name == name).unwrap();
    let solheim = heard("Ingrid Solheim");
    assert_eq!((solheim.named, solheim.attributions), (true, [2, 1]));
    assert!(solheim.words[0] > solheim.words[1] && solheim.words[1] > 0);
    // A description is matched by its words, whatever begins a sentence.
    let critics = heard("Critics");
    assert_eq!((critics.named, critics.attributions), (false, [1, 1]));
    assert_eq!(critics.traceable, [Some(Traceable::No), Some(Traceable::No)]);
    let post = heard("Oslo Post");
    assert_eq!((post.words[0], post.traceable[0]), (0, None));
}

#[test]
fn figures_are_those_of_the_profiles_and_sources_count_once() {
    let (first, second) = (analyze(FIRST), analyze(SECOND));
    let comparison = compare(&first, &second);
    for (figures, analysis) in comparison.articles.iter().zip([&first, &second]) {
        let profile = &analysis.profile;
        assert_eq!((figures.words, figures.attributions), (profile.words, profile.attributions));
        assert_eq!((figures.hedged, figures.sourceless), (profile.hedged, profile.source_types.none));
        let sources = figures.sources;
        assert_eq!((sources.yes + sources.partly + sources.no) as usize, profile.voices.len());
    }
    assert_eq!((comparison.articles[0].sources.yes, comparison.articles[0].sources.no), (1, 1));
}

#[test]
fn an_article_beside_itself_has_everything_in_both_and_beside_nothing_in_one() {
    let itself = compared(FIRST, FIRST);
    assert!(itself.names.iter().all(|it| it.mentions[0] == it.mentions[1]));
    assert!(itself.voices.iter().all(|it| it.words[0] == it.words[1] && it.traceable[0] == it.traceable[1]));
    let alone = compared(FIRST, "");
    assert_eq!(alone.names.len(), itself.names.len());
    assert!(alone.names.iter().all(|it| it.mentions[1] == 0));
    assert!(alone.voices.iter().all(|it| it.attributions[1] == 0 && it.traceable[1].is_none()));
    let turned = compare(&analyze(SECOND), &analyze(FIRST));
    assert_eq!(turned.names.len(), compared(FIRST, SECOND).names.len());
}
