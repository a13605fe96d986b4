//! What the words of a cue say about its content.

use super::reading::Reading;
use crate::analysis::Stance;
use crate::lexicon::lexicon;
use std::ops::Range;

/// The stance of the word or phrase of the cue that a list knows; who is asked or told "to do" something
/// hears an intention.
pub(super) fn of(reading: &Reading, cue: Range<usize>, content: &[Range<usize>]) -> Stance {
    let first = content.first().map_or("", |piece| reading.document.word(piece.start));
    let listed = match listed(reading, cue.clone()) {
        Stance::Neutral if first == "to" => Stance::Intention,
        stance => stance,
    };
    let negation = cue.into_iter().any(|at| {
        matches!(reading.document.word(at), "not" | "n't" | "n’t" | "never" | "no" | "cannot" | "neither")
    });
    match listed {
        // A denied "said" rejects nothing, but "does not believe" does.
        Stance::Hedged | Stance::Assertive if negation => Stance::Negative,
        Stance::Negative if negation => Stance::Neutral,
        stance => stance,
    }
}

/// The stance where the context leaves no choice: "did not deny" rejects nothing, "agreed that" aims at nothing,
/// "hopes to" and "suggested closing" are aims.
pub(super) fn certain(reading: &Reading, cue: Range<usize>, content: &[Range<usize>]) -> Option<Stance> {
    let start = content.first()?.start;
    let first = reading.document.word(start);
    let has = |stems: &[&str]| {
        cue.clone().any(|at| stems.iter().any(|stem| reading.document.word(at).starts_with(stem)))
    };
    let negated = has(&["not", "n't", "n’t", "never"]);
    if negated && has(&["deny", "denie", "dispute", "rule"]) {
        return Some(Stance::Neutral);
    }
    if has(&["agreed"]) && start > cue.end && reading.document.word(start - 1) == "that" {
        return Some(Stance::Neutral);
    }
    let closing = start == cue.end && first.ends_with("ing");
    let aim = has(&["hope", "hoping"]) && first == "to" || has(&["suggest"]) && closing;
    aim.then_some(Stance::Intention)
}

fn listed(reading: &Reading, cue: Range<usize>) -> Stance {
    let lexicon = lexicon();
    let inside = |found: Option<(usize, Stance)>| found.filter(|(end, _)| *end <= cue.end);
    // The "to" of "is said to" begins the content.
    let with_to = cue.end + usize::from(reading.document.word(cue.end) == "to");
    let agentless = |at| {
        let (end, &stance) = lexicon.agentless_cues.longest_at(reading.document, at)?;
        (end <= with_to).then_some((end, stance))
    };
    if let Some((_, stance)) = cue.clone().find_map(agentless) {
        return stance;
    }
    let found = |at| {
        let verb =
            || lexicon.cue_verbs.longest_at(reading.document, at).map(|(end, verb)| (end, verb.stance));
        let noun = || lexicon.cue_nouns.longest_at(reading.document, at).map(|(end, &stance)| (end, stance));
        let phrase =
            || lexicon.cue_phrases.longest_at(reading.document, at).map(|(end, &stance)| (end, stance));
        inside(phrase()).or_else(|| inside(verb())).or_else(|| inside(noun()))
    };
    let stances: Vec<Stance> = cue.clone().filter_map(found).map(|(_, stance)| stance).collect();
    // "made a claim", "told them his fear": the first word that is more than neutral.
    let telling = stances.iter().find(|&&stance| stance != Stance::Neutral);
    telling.or(stances.first()).copied().unwrap_or(Stance::Neutral)
}
