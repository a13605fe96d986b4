//! Which marks are wanted: the others go, and what refers to them or counts them follows.
#![cfg(not(target_family = "wasm"))]

use sourcelight::analysis::EntityKind;
use sourcelight::{Analysis, Selection, analyze, select};

const TEXT: &str = "The Oslo Post reported on Monday that Ingrid Solheim had said the ferry would likely sail. “It \
    leaks,” critics said. Hale Marine, which paid $3 million for it, denied that.";

fn selected(change: impl Fn(&mut Selection)) -> (Analysis, Analysis) {
    let mut selection = Selection::default();
    change(&mut selection);
    let all = analyze(TEXT);
    let selected = select(TEXT, &all, &selection);
    (all, selected)
}

#[test]
fn everything_is_wanted_by_default() {
    let (all, selected) = selected(|_| ());
    assert!(!all.attributions.is_empty() && !all.entities.is_empty());
    assert_eq!(all, selected);
}

#[test]
fn kinds_that_are_not_wanted_are_left_out_and_no_others() {
    let (all, names) = selected(|it| {
        (it.attributions, it.quotes, it.hedges) = (false, false, false);
        it.entities = vec![EntityKind::Person, EntityKind::Money];
    });
    let of_kind = |analysis: &Analysis, kind| analysis.entities.iter().filter(|it| it.kind == kind).count();
    assert!(of_kind(&all, EntityKind::Organization) > 0 && of_kind(&names, EntityKind::Organization) == 0);
    for kind in [EntityKind::Person, EntityKind::Money] {
        assert!(of_kind(&all, kind) > 0);
        assert_eq!(of_kind(&all, kind), of_kind(&names, kind));
    }
    assert!(names.attributions.is_empty() && names.quotes.is_empty() && names.hedges.is_empty());
    assert_eq!((names.profile.attributions, names.profile.attributed_words, names.profile.hedges), (0, 0, 0));
    assert_eq!(names.profile.words, all.profile.words);
    assert_eq!(names.sentences, all.sentences);
}

#[test]
fn indices_name_what_they_named() {
    let all = analyze(TEXT);
    let nested = all.attributions.iter().position(|it| it.within.is_some()).unwrap();
    let outer = all.attributions[nested].within.unwrap() as usize;
    let mut doubted = all.clone();
    doubted.attributions[outer].confidence = 0.1;
    let mut selection = Selection::default();
    selection.least_confidence = 0.2;
    doubted
        .attributions
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| *at != outer)
        .for_each(|(_, it)| it.confidence = 0.9);
    doubted.quotes.iter_mut().for_each(|it| it.confidence = 0.9);
    let selected = select(TEXT, &doubted, &selection);
    assert_eq!(selected.attributions.len(), all.attributions.len() - 1);
    let inner =
        selected.attributions.iter().find(|it| it.content == all.attributions[nested].content).unwrap();
    assert_eq!((inner.within, inner.through), (None, None));
    assert_eq!(selected.quotes.len(), all.quotes.len());
    for (quote, before) in selected.quotes.iter().zip(&all.quotes) {
        let content =
            |of: &Analysis, at: Option<u32>| at.map(|at| of.attributions[at as usize].content.clone());
        assert_eq!(content(&selected, quote.attribution), content(&all, before.attribution));
    }
    let voices = &selected.profile.voices;
    assert!(
        voices.iter().flat_map(|it| &it.attributions).all(|&at| (at as usize) < selected.attributions.len())
    );
}
