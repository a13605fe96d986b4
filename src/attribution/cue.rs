//! Cues: the words that may tie a source to a content.

use super::Reading;
use crate::analysis::Stance;
use crate::lexicon::{CueVerb, Frames, FunctionWord, VerbForm, lexicon};
use crate::text::Class;
use std::ops::Range;

/// What kind of cue it is, which decides where its source and content stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A verb: `has said`, `told reporters`.
    Verb(VerbForm, Frames),
    /// A phrase before the source: `according to`.
    Phrase,
    /// A word or phrase that leaves the source out: `reportedly`.
    Agentless,
    /// A noun with its own content: `the claim that`.
    Noun,
}

/// A cue by its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// All its tokens, auxiliaries and negation included.
    pub(super) tokens: Range<usize>,
    pub(super) kind: CueKind,
    pub(super) stance: Stance,
}

/// The possible cues of the document, in order, none overlapping another.
pub(super) fn find_cues(reading: &Reading) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < reading.document.tokens.len() {
        let cue = phrase(reading, at).or_else(|| noun(reading, at)).or_else(|| verb(reading, at));
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end);
        cues.extend(cue);
    }
    cues
}

fn phrase(reading: &Reading, at: usize) -> Option<Cue> {
    let (end, &stance, kind) =
        if let Some((end, stance)) = lexicon().agentless_cues.longest_at(reading.document, at) {
            (end, stance, CueKind::Agentless)
        } else {
            let (end, stance) = lexicon().cue_phrases.longest_at(reading.document, at)?;
            (end, stance, CueKind::Phrase)
        };
    Some(Cue { tokens: at..end, kind, stance })
}

/// `his claim that`: only with "that", else the noun is just a noun.
fn noun(reading: &Reading, at: usize) -> Option<Cue> {
    let (end, &stance) = lexicon().cue_nouns.longest_at(reading.document, at)?;
    let content = reading.document.word(end) == "that"
        && reading.class(end + 1).is_some_and(|class| class != Class::Mark);
    let is_noun = at > 0
        && matches!(
            reading.class(at - 1),
            Some(Class::Word | Class::Name | Class::Possessive | Class::Function(FunctionWord::Determiner))
        );
    (content && is_noun).then_some(Cue { tokens: at..end, kind: CueKind::Noun, stance })
}

fn verb(reading: &Reading, at: usize) -> Option<Cue> {
    let (end, &CueVerb { stance, frames, form }) = lexicon().cue_verbs.longest_at(reading.document, at)?;
    let start = group_start(reading, at);
    let has_auxiliary = (start..at).any(|token| reading.is_function(token, FunctionWord::Auxiliary));
    let passive = (start..at).any(|token| is_form_of_be(reading.document.word(token)));
    let finite = match form {
        VerbForm::Base if !has_auxiliary => {
            has_plural_subject(reading, start) && !reads_as_noun(reading, start, end)
        }
        VerbForm::Base | VerbForm::Third => has_auxiliary || !reads_as_noun(reading, start, end),
        VerbForm::Past => !passive,
        VerbForm::Participle => has_auxiliary && !passive,
        VerbForm::Ing => true,
    };
    // A verb that is an adjective or a noun here: "the suggested plan", "wanted posters".
    let attributive = start == at && at > 0 && reading.is_function(at - 1, FunctionWord::Determiner);
    let compound =
        reading.class(end) == Some(Class::Hyphen) || at > 0 && reading.class(at - 1) == Some(Class::Hyphen);
    // "United States", "Catalytic Projects": a capital inside a sentence is a name's.
    let name = reading.class(at) == Some(Class::Name) && !reading.is_headline(at);
    (finite && !attributive && !compound && !name).then(|| Cue {
        tokens: start..end,
        kind: CueKind::Verb(form, frames),
        stance: negated(reading, start..at, stance),
    })
}

/// A denied "said" rejects nothing, but "does not believe" does.
fn negated(reading: &Reading, before: Range<usize>, stance: Stance) -> Stance {
    let negation =
        before.into_iter().any(|at| matches!(reading.document.word(at), "not" | "n't" | "n’t" | "never"));
    match stance {
        Stance::Hedged | Stance::Assertive if negation => Stance::Negative,
        Stance::Negative if negation => Stance::Neutral,
        stance => stance,
    }
}

/// Where the auxiliaries and adverbs before the verb begin; it begins with an auxiliary.
fn group_start(reading: &Reading, verb: usize) -> usize {
    let mut start = verb;
    let mut at = verb;
    while at > 0 {
        match reading.class(at - 1) {
            Some(Class::Function(FunctionWord::Auxiliary)) => start = at - 1,
            Some(Class::Function(FunctionWord::Adverb)) => {}
            Some(Class::Word) if reading.document.word(at - 1).ends_with("ly") => {}
            _ => break,
        }
        at -= 1;
    }
    start
}

fn is_form_of_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

/// Whether the token before is what a plain `say` can follow: `they`, `who`, `officials`.
fn has_plural_subject(reading: &Reading, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let word = reading.document.word(before);
    match reading.class(before) {
        Some(Class::Function(FunctionWord::Pronoun | FunctionWord::Relative)) => true,
        Some(Class::Word | Class::Name) => {
            word.ends_with('s') || word.ends_with("men") || matches!(word, "people" | "police")
        }
        _ => false,
    }
}

/// Whether a form like `claims` or `report` is a noun here: behind a determiner, preposition or
/// possessive, or with nothing behind it that a content could begin with.
fn reads_as_noun(reading: &Reading, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| reading.class(at));
    let noun_before = matches!(
        before,
        None | Some(
            Class::Possessive
                | Class::Mark
                | Class::Hyphen
                | Class::Number
                | Class::Function(FunctionWord::Determiner | FunctionWord::Preposition)
        )
    );
    let verb_behind = matches!(
        reading.class(end),
        Some(Class::Function(FunctionWord::Auxiliary | FunctionWord::Conjunction)) | None
    ) || matches!(reading.document.word(end), "of" | "for" | "about" | "and")
        || reading.is_finite_verb(end);
    noun_before && !inverts(reading, start) || verb_behind
}

/// Whether a quotation ends right before: “Y,” says X.
fn inverts(reading: &Reading, start: usize) -> bool {
    start > 0 && reading.ends_quotation(start - 1)
}
