//! What a reader corrects holds, and what follows from the marks follows from the corrected ones.
#![cfg(not(target_family = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test panics where something is wrong")]

use proptest::prelude::*;
use sourcelight::analysis::{EntityKind, Form, HedgeKind, ReasonCode, SourceType, Stance, Traceable};
use sourcelight::correction::{Anchor, Correction, Set, Statement, correct};
use sourcelight::text::Span;
use sourcelight::{Analysis, Options, analyze, analyze_with};

const FERRY: &str = "The ferry is late\n\n“We will sail in May,” Anna Berg said on Monday. Critics have suggested \
    that the boat may be too small. Berg denied it. The harbour, Lind added, was paid for by Hale & Sons.";

fn anchor(text: &str, words: &str) -> Anchor {
    let start = text.find(words).unwrap() as u32;
    let end = start + words.len() as u32;
    Anchor { start, end, text: words.to_owned(), before: String::new(), after: String::new() }
}

fn correction(words: &str, set: Set) -> Correction {
    Correction { at: anchor(FERRY, words), set, fits: true }
}

fn statement(source: &str, cue: &str, content: &[&str]) -> Statement {
    Statement {
        source: (!source.is_empty()).then(|| anchor(FERRY, source)),
        cue: anchor(FERRY, cue),
        content: content.iter().map(|piece| anchor(FERRY, piece)).collect(),
        source_type: None,
        traceable: None,
        stance: None,
        speaker: None,
    }
}

fn corrected(corrections: &[Correction]) -> Analysis {
    correct(FERRY, &analyze(FERRY), corrections)
}

/// The entities by their words and kinds.
fn entities(analysis: &Analysis) -> Vec<(&'static str, EntityKind)> {
    let words = |start, end| Span { start, end }.of(FERRY);
    analysis.entities.iter().map(|it| (words(it.start, it.end), it.kind)).collect()
}

fn words(spans: &[Span]) -> Vec<&'static str> {
    spans.iter().map(|span| span.of(FERRY)).collect()
}

#[test]
fn an_entity_is_dismissed_relabelled_and_added() {
    let dismissed = corrected(&[correction("Anna Berg", Set::Entity(None))]);
    assert!(!entities(&dismissed).contains(&("Anna Berg", EntityKind::Person)));
    let relabelled = corrected(&[correction("Anna Berg", Set::Entity(Some(EntityKind::Organization)))]);
    assert!(entities(&relabelled).contains(&("Anna Berg", EntityKind::Organization)));
    assert!(relabelled.entities.iter().any(|it| it.corrected && it.name == "Anna Berg"));
    // Half a word is none: the whole one is meant.
    let added = corrected(&[correction("ferr", Set::Entity(Some(EntityKind::Product)))]);
    assert!(entities(&added).contains(&("ferry", EntityKind::Product)));
    assert_eq!(added.corrections[0].at.text, "ferry");
    // Other borders: what overlaps gives way.
    let narrower = corrected(&[correction("Berg", Set::Entity(Some(EntityKind::Person)))]);
    assert_eq!(entities(&narrower).iter().filter(|(words, _)| words.contains("Anna")).count(), 0);
}

#[test]
fn a_hedge_is_dismissed_and_added() {
    let kinds = |analysis: &Analysis| {
        let hedges = analysis.hedges.iter();
        hedges.map(|it| (Span { start: it.start, end: it.end }.of(FERRY), it.kind)).collect::<Vec<_>>()
    };
    let may = ("may", HedgeKind::Modal);
    assert!(kinds(&analyze(FERRY)).contains(&may));
    assert!(!kinds(&corrected(&[correction("may be", Set::Hedge(None))])).contains(&may));
    let added = corrected(&[correction("too", Set::Hedge(Some(HedgeKind::Approximation)))]);
    assert!(kinds(&added).contains(&may) && kinds(&added).contains(&("too", HedgeKind::Approximation)));
}

#[test]
fn a_dismissed_statement_is_gone_from_everything_that_counts_it() {
    let (before, after) =
        (analyze(FERRY), corrected(&[correction("have suggested", Set::Attribution(None))]));
    assert_eq!(after.attributions.len(), before.attributions.len() - 1);
    assert_eq!(after.profile.attributions, before.profile.attributions - 1);
    assert!(after.profile.hedged < before.profile.hedged);
    assert!(after.profile.voices.iter().all(|voice| voice.name != "Critics"));
}

#[test]
fn what_a_reader_leaves_open_is_judged_from_the_words() {
    let added = statement("Lind", "added", &["The harbour, Lind added, was paid for by Hale & Sons"]);
    let analysis = corrected(&[
        correction("have suggested", Set::Attribution(None)),
        correction("added", Set::Attribution(Some(Box::new(added)))),
    ]);
    let added = analysis.attributions.iter().find(|it| words(&it.cue) == ["added"]).unwrap();
    assert!(added.corrected && added.confidence.to_bits() == 1.0_f32.to_bits());
    assert_eq!(words(&added.source), ["Lind"]);
    // Source and cue are cut out of a content that was drawn over them.
    assert_eq!(words(&added.content), ["The harbour,", ", was paid for by Hale & Sons"]);
    assert_eq!((added.stance, added.form), (Stance::Neutral, Form::Indirect));
    assert!(analysis.attributions.is_sorted_by_key(|it| it.content[0].start.min(it.cue[0].start)));
}

#[test]
fn what_a_reader_says_of_a_statement_holds_and_is_explained() {
    let said = Statement {
        source_type: Some(SourceType::Group),
        traceable: Some(Traceable::No),
        stance: Some(Stance::Hedged),
        speaker: Some("Anna Lind".to_owned()),
        ..statement("Anna Berg", "said", &["“We will sail in May,”"])
    };
    let analysis = corrected(&[correction("said", Set::Attribution(Some(Box::new(said))))]);
    let found = analysis.attributions.iter().find(|it| words(&it.cue) == ["said"]).unwrap();
    assert_eq!(found.source_type, SourceType::Group);
    assert_eq!((found.traceable, found.stance), (Traceable::No, Stance::Hedged));
    assert_eq!(found.speaker.as_deref(), Some("Anna Lind"));
    let codes: Vec<ReasonCode> = found.reasons.iter().map(|reason| reason.code).collect();
    assert!(found.hedged && codes.starts_with(&[ReasonCode::UnnamedSource, ReasonCode::HedgedCue]));
    assert!(analysis.profile.voices.iter().any(|voice| voice.name == "Anna Lind" && voice.named));
    // Corrections of another list leave it as the reader has it.
    let later = correct(FERRY, &analysis, &[correction("Monday", Set::Entity(None))]);
    assert_eq!(later.attributions, analysis.attributions);
    assert_eq!(later.corrections.len(), 2);
}

#[test]
fn a_source_is_taken_away_from_a_statement() {
    let sourceless = statement("", "said", &["“We will sail in May,”"]);
    let analysis = corrected(&[correction("said", Set::Attribution(Some(Box::new(sourceless))))]);
    let found = analysis.attributions.iter().find(|it| words(&it.cue) == ["said"]).unwrap();
    assert!(found.source.is_empty() && found.speaker.is_none());
    assert_eq!((found.source_type, found.traceable), (SourceType::None, Traceable::No));
}

#[test]
fn corrections_move_with_their_words_or_say_that_they_no_longer_fit() {
    let list = corrected(&[
        correction("Anna Berg", Set::Entity(Some(EntityKind::Organization))),
        correction("have suggested", Set::Attribution(None)),
    ])
    .corrections;
    let longer = FERRY.replace("The ferry is late", "The old ferry of Oslo is late again");
    let moved = correct(&longer, &analyze(&longer), &list);
    assert!(moved.corrections.iter().all(|it| it.fits));
    let at = longer.find("Anna Berg").unwrap() as u32;
    assert!(moved.entities.iter().any(|it| it.start == at && it.kind == EntityKind::Organization));
    let shorter = FERRY.replace("Critics have suggested that the boat may be too small. ", "");
    let left = correct(&shorter, &analyze(&shorter), &list);
    assert_eq!(left.corrections.iter().map(|it| it.fits).collect::<Vec<_>>(), [true, false]);
    // And fits again where the words come back.
    let back = correct(FERRY, &analyze(FERRY), &left.corrections);
    assert!(back.corrections.iter().all(|it| it.fits));
    assert_eq!(back.attributions, corrected(&list).attributions);
}

#[test]
fn statements_without_a_cue_or_content_of_their_own_do_not_fit() {
    let cases = [
        statement("Anna Berg", "said", &[]),
        statement("Anna Berg", "said", &["Anna Berg said"]),
        statement("Anna Berg said", "said", &["We will sail in May"]),
    ];
    for wrong in cases {
        let analysis = corrected(&[correction("said", Set::Attribution(Some(Box::new(wrong))))]);
        assert!(!analysis.corrections[0].fits);
        assert_eq!(analysis.attributions, analyze(FERRY).attributions);
    }
}

#[test]
fn a_text_that_is_not_marked_takes_no_corrections() {
    let text = "Der Fährmann sagte, dass das Schiff nicht fahren kann, weil es zu alt ist und der Wind weht.";
    let berg =
        Correction { at: anchor(text, "Fährmann"), set: Set::Entity(Some(EntityKind::Person)), fits: true };
    let analysis = correct(text, &analyze(text), &[berg]);
    assert!(analysis.notice.is_some() && analysis.entities.is_empty() && !analysis.corrections[0].fits);
}

const PIECES: [&str; 26] = [
    " ",
    " ",
    "\n\n",
    "“",
    "”",
    ". ",
    ", ",
    "the ",
    "that ",
    "said ",
    "told us ",
    "according to ",
    "may ",
    "reportedly ",
    "experts ",
    "He ",
    "Ana Hale ",
    "Hale ",
    "Warsaw ",
    "Ministry of Ferries ",
    "Monday ",
    "12% ",
    "👩‍👩‍👧",
    "e\u{301} ",
    "it sails ",
    "claims ",
];

fn odd_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 1..60).prop_map(|pieces| pieces.concat())
}

/// Words of `text`, at their place or beside it; now and then words that it does not hold.
fn odd_anchor(text: String) -> impl Strategy<Value = Anchor> {
    (0..=text.len(), 0..40_usize, prop::option::weighted(0.1, 0..200_u32)).prop_map(
        move |(from, length, aside)| {
            let start = (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
            let end = (start + length).min(text.len());
            let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
            let words = if length == 39 { "nowhere" } else { &text[start..end] };
            Anchor {
                start: aside.unwrap_or(start as u32),
                end: end as u32,
                text: words.to_owned(),
                before: String::new(),
                after: String::new(),
            }
        },
    )
}

fn odd_correction(text: &str) -> impl Strategy<Value = Correction> + use<> {
    use prop::option::of;
    use prop::sample::select;
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Date].as_slice();
    let stances = [Stance::Neutral, Stance::Doubtful].as_slice();
    let text = text.to_owned();
    let words = || odd_anchor(text.clone());
    let statement = (
        of(words()),
        words(),
        prop::collection::vec(words(), 0..3),
        of(select([SourceType::Person, SourceType::None].as_slice())),
        of(select([Traceable::Yes, Traceable::No].as_slice())),
        of(select(stances)),
        of(select(["", "Ana Hale"].as_slice())),
    )
        .prop_map(|(source, cue, content, source_type, traceable, stance, speaker)| Statement {
            source,
            cue,
            content,
            source_type,
            traceable,
            stance,
            speaker: speaker.map(str::to_owned),
        });
    let set = prop_oneof![
        of(select(kinds)).prop_map(Set::Entity),
        of(select([HedgeKind::Modal, HedgeKind::Passive].as_slice())).prop_map(Set::Hedge),
        of(statement.prop_map(Box::new)).prop_map(Set::Attribution),
    ];
    (words(), set).prop_map(|(at, set)| Correction { at, set, fits: true })
}

fn odd_case() -> impl Strategy<Value = (String, Vec<Correction>)> {
    odd_text().prop_flat_map(|text| {
        let list = prop::collection::vec(odd_correction(&text), 0..8);
        (Just(text), list)
    })
}

fn found(text: &str) -> Analysis {
    analyze_with(text, Options { any_language: true })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn correcting_nothing_changes_nothing(text in odd_text()) {
        let analysis = found(&text);
        prop_assert_eq!(&correct(&text, &analysis, &[]), &analysis);
        let nowhere = Anchor { start: 0, end: 7, text: "nowhere".into(), before: String::new(), after: String::new() };
        let none = correct(&text, &analysis, &[Correction { at: nowhere, set: Set::Hedge(None), fits: true }]);
        prop_assert!(!none.corrections[0].fits);
        prop_assert_eq!(Analysis { corrections: Vec::new(), ..none }, analysis);
    }

    #[test]
    fn correcting_twice_is_correcting_once((text, list) in odd_case()) {
        let once = correct(&text, &found(&text), &list);
        prop_assert_eq!(&correct(&text, &once, &list), &once);
        prop_assert_eq!(&correct(&text, &once, &once.corrections), &once);
        prop_assert_eq!(&correct(&text, &found(&text), &once.corrections), &once);
    }

    #[test]
    fn whatever_is_corrected_the_analysis_is_sound((text, list) in odd_case()) {
        let analysis = correct(&text, &found(&text), &list);
        prop_assert_eq!(analysis.corrections.len(), list.len());
        let sound = |span: Span| !span.of(&text).trim().is_empty();
        let entities = analysis.entities.iter().map(|it| Span { start: it.start, end: it.end });
        let hedges = analysis.hedges.iter().map(|it| Span { start: it.start, end: it.end });
        for spans in [entities.collect::<Vec<_>>(), hedges.collect()] {
            prop_assert!(spans.iter().all(|span| sound(*span)));
            prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start), "they overlap, or have no order");
        }
        for it in &analysis.attributions {
            let parts: Vec<Span> = it.content.iter().chain(&it.source).chain(&it.cue).copied().collect();
            prop_assert!(!it.content.is_empty() && it.cue.len() == 1 && it.source.len() < 2);
            prop_assert!(parts.iter().all(|span| sound(*span)));
            prop_assert!(it.within.is_none_or(|at| (at as usize) < analysis.attributions.len()));
            prop_assert!(it.through.is_none_or(|at| (at as usize) < analysis.attributions.len()));
        }
        for quote in &analysis.quotes {
            prop_assert!(quote.attribution.is_none_or(|at| (at as usize) < analysis.attributions.len()));
        }
        prop_assert_eq!(analysis.profile.attributions as usize, analysis.attributions.len());
    }
}
