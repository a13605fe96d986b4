//! Passives that name no "by whom": their subject is what is said or who is told, never who says it.

use super::link::Link;
use super::reading::Reading;
use std::ops::Range;

const FORMS: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
/// What stands between a form of "be" and its participle, beside adverbs in "-ly".
const ADVERBS: [&str; 9] = ["not", "n’t", "n't", "also", "never", "often", "once", "sometimes", "still"];

/// Participles whose subject is the beginning of what is said: "the dam is expected to hold".
const SAID: [&str; 25] = [
    "assumed",
    "believed",
    "considered",
    "deemed",
    "estimated",
    "expected",
    "feared",
    "forecast",
    "known",
    "perceived",
    "predicted",
    "presumed",
    "projected",
    "regarded",
    "reported",
    "reputed",
    "required",
    "rumored",
    "rumoured",
    "said",
    "seen",
    "supposed",
    "thought",
    "understood",
    "viewed",
];

/// Participles whose subject is told, asked, blamed or given a name.
const TOLD: [&str; 12] = [
    "accused",
    "advised",
    "alleged",
    "asked",
    "blamed",
    "credited",
    "criticized",
    "described",
    "dubbed",
    "questioned",
    "suspected",
    "told",
];

/// Takes the subject of such a passive out of the source, and into the content where it belongs there.
pub(super) fn mend(reading: &Reading, link: &mut Link) {
    let is_subject = |source: &Range<usize>| source.end == link.cue.start;
    let Some(subject) = link.source.clone().filter(is_subject) else { return };
    let Some(participle) = participle(reading, &link.cue) else { return };
    link.source = None;
    if SAID.contains(&participle) {
        let place = link.content.partition_point(|piece| piece.start < subject.start);
        link.content.insert(place, subject);
    }
}

fn participle<'d>(reading: &Reading<'d>, cue: &Range<usize>) -> Option<&'d str> {
    let word = |at: usize| reading.document.word(at);
    let is_listed = |at: &usize| SAID.contains(&word(*at)) || TOLD.contains(&word(*at));
    let at = cue.clone().find(is_listed)?;
    let between = |at: &usize| {
        let word = word(*at);
        word.ends_with("ly") || ADVERBS.contains(&word)
    };
    let be = (cue.start..at).rev().find(|at| !between(at))?;
    (FORMS.contains(&word(be)) && word(at + 1) != "by").then(|| word(at))
}
