//! The profile of an article: counts that a reader could check with a pencil.
#![cfg(not(target_family = "wasm"))]

use sourcelight::analysis::{Profile, SourceType, Traceable};
use sourcelight::analyze;

const ARTICLE: &str = "The harbour of Lindby will close in June. \
    “We have no choice,” mayor Ingrid Solheim told reporters on Monday. \
    Solheim said that the quay was unsafe.\n\n\
    Critics claimed that the town had wasted money. \
    Reuters reported that two officials said the crane would be sold. \
    The work may last a year.";

fn profile() -> Profile {
    analyze(ARTICLE).profile
}

#[test]
fn words_are_counted() {
    let profile = profile();
    assert_eq!(profile.words, 51);
    assert_eq!(profile.quoted_words, 4);
    // "We have no choice", "the quay was unsafe", "the town had wasted money", "two officials said the crane
    // would be sold".
    assert_eq!(profile.attributed_words, 4 + 4 + 5 + 8);
}

#[test]
fn attributions_are_counted_by_their_values() {
    let profile = profile();
    assert_eq!((profile.attributions, profile.hedged, profile.relayed), (5, 1, 1));
    let traceable = profile.traceable;
    assert_eq!((traceable.yes, traceable.partly, traceable.no), (3, 1, 1));
    let types = profile.source_types;
    assert_eq!((types.person, types.organization, types.official, types.group), (2, 1, 1, 1));
    assert_eq!((profile.stances.neutral, profile.stances.doubtful), (4, 1));
}

#[test]
fn hedges_in_what_others_say_are_not_the_writers() {
    let text = "The work may last a year. The mayor, Ingrid Solheim, said that it might be long.";
    let profile = analyze(text).profile;
    assert_eq!(profile.hedges, 1);
    let own = f32::from(6_u8 + 6);
    assert!((profile.hedges_per_100 - 100.0 / own).abs() < 0.01, "{}", profile.hedges_per_100);
}

#[test]
fn who_is_heard_most_comes_first() {
    let profile = profile();
    let voices: Vec<_> = profile.voices.iter().map(|it| (it.name.as_str(), it.named, it.words)).collect();
    let expected = [
        ("Ingrid Solheim", true, 8),
        ("Reuters", true, 8),
        ("Critics", false, 5),
        ("two officials", false, 5),
    ];
    assert_eq!(voices, expected);
    let solheim = &profile.voices[0];
    assert_eq!((solheim.source_type, solheim.traceable), (SourceType::Person, Traceable::Yes));
    assert_eq!(solheim.attributions.len(), 2);
}

#[test]
fn a_text_without_attributions_has_an_empty_profile() {
    assert_eq!(analyze("").profile, Profile::default());
}
