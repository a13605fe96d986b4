//! Passives that name no "by whom": their subject is what is said or who is told, never who says it.

use super::link::Link;
use super::reading::Reading;
use crate::lexicon::{Passive, lexicon};
use std::ops::Range;

const FORMS: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
/// What stands between a form of "be" and its participle, beside adverbs in "-ly".
const ADVERBS: [&str; 9] = ["not", "n’t", "n't", "also", "never", "often", "once", "sometimes", "still"];

/// Takes the subject of such a passive out of the source, and into the content where it belongs there; "it" means
/// nothing and belongs to the cue ("It is believed that …").
pub(super) fn mend(reading: &Reading, link: &mut Link) {
    let Some(passive) = passive(reading, &link.cue) else { return };
    if let Some(it) = link.cue.start.checked_sub(1).filter(|&at| is_it(reading, at)) {
        // A capital begins a sentence: what stands before it is another one's.
        let begins = reading.document.word(it).starts_with('I');
        link.source.take_if(|source| source.start == it);
        link.content.retain_mut(|piece| {
            if piece.contains(&it) {
                piece.end = it;
            }
            piece.start < piece.end && (!begins || it < piece.start)
        });
        link.cue.start = it;
    }
    let is_subject = |source: &Range<usize>| source.end == link.cue.start;
    let Some(subject) = link.source.clone().filter(is_subject) else { return };
    link.source = None;
    if passive == Passive::Said {
        let place = link.content.partition_point(|piece| piece.start < subject.start);
        link.content.insert(place, subject);
    }
}

fn is_it(reading: &Reading, at: usize) -> bool {
    reading.document.word(at).eq_ignore_ascii_case("it")
}

fn passive(reading: &Reading, cue: &Range<usize>) -> Option<Passive> {
    let word = |at: usize| reading.document.word(at);
    let listed = |at: usize| lexicon().passives.get(word(at)).copied();
    let at = cue.clone().find(|&at| listed(at).is_some())?;
    let between = |at: &usize| {
        let word = word(*at);
        word.ends_with("ly") || ADVERBS.contains(&word)
    };
    let be = (cue.start..at).rev().find(|at| !between(at))?;
    if FORMS.contains(&word(be)) && word(at + 1) != "by" { listed(at) } else { None }
}
