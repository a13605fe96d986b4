//! Cue verbs: one line a verb, every form in the table.

use super::stance;
use super::table::{Case, Table, entry_lines};
use crate::analysis::Stance;

/// One form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CueVerb {
    /// What the verb says about its content.
    pub(crate) stance: Stance,
    /// How its content can stand.
    pub(crate) frames: Frames,
    /// Which form it is.
    pub(crate) form: VerbForm,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// `say`
    Base,
    /// `says`
    Third,
    /// `said`; the past participle where it is the same.
    Past,
    /// `known`, where it differs from the past.
    Participle,
    /// `saying`
    Ing,
}

/// How the content of a verb can stand, as letters in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Frames {
    /// `q`: beside a quotation or a clause that it interrupts or follows: “Y,” X said.
    pub(crate) quote: bool,
    /// `t`: a clause behind it, with or without "that".
    pub(crate) that: bool,
    /// `w`: a clause that begins with a question word or "if".
    pub(crate) question: bool,
    /// `i`: an infinitive with "to".
    pub(crate) infinitive: bool,
    /// `o`: an addressee before the content: told X that, urged X to.
    pub(crate) addressee: bool,
    /// `n`: a noun phrase: denied the charge, called it absurd.
    pub(crate) noun: bool,
}

/// Reads `lemma TAB stance TAB frames [TAB irregular forms]`; the irregular forms are, separated by
/// spaces, the past, the participle and the -ing form, `-` for one that is regular or as the past.
pub(super) fn parse_verbs(file: &str) -> Table<CueVerb> {
    let mut entries = Vec::new();
    for line in entry_lines(file) {
        let mut fields = line.split('\t');
        let lemma = fields.next().unwrap_or_default();
        let Some(stance) = fields.next().and_then(stance) else { continue };
        let frames = frames(fields.next().unwrap_or_default());
        let (verb, particle) = split_particle(lemma);
        let mut irregular = fields
            .next()
            .unwrap_or_default()
            .split(' ')
            .map(|form| Some(form).filter(|form| !matches!(*form, "" | "-")));
        let mut irregular = || irregular.next().flatten().map(String::from);
        let forms = [
            (VerbForm::Past, Some(irregular().unwrap_or_else(|| regular_past(verb)))),
            (VerbForm::Participle, irregular()),
            (VerbForm::Ing, Some(irregular().unwrap_or_else(|| regular_ing(verb)))),
            (VerbForm::Base, Some(verb.to_owned())),
            (VerbForm::Third, Some(regular_third(verb))),
        ];
        for (form, word) in forms {
            entries.extend(
                word.map(|word| ((word + particle).into_boxed_str(), CueVerb { stance, frames, form })),
            );
        }
    }
    Table::new(entries, Case::Folded)
}

fn frames(letters: &str) -> Frames {
    let has = |letter| letters.contains(letter);
    Frames {
        quote: has('q'),
        that: has('t'),
        question: has('w'),
        infinitive: has('i'),
        addressee: has('o'),
        noun: has('n'),
    }
}

/// The verb, a space and what follows it, of a phrasal verb: `point out`.
fn split_particle(lemma: &str) -> (&str, &str) {
    lemma.find(' ').map_or((lemma, ""), |at| lemma.split_at(at))
}

fn ends_in_consonant_y(verb: &str) -> bool {
    let mut last = verb.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !matches!(c, 'a' | 'e' | 'o' | 'u'))
}

fn regular_past(verb: &str) -> String {
    match verb {
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ if ends_in_consonant_y(verb) => format!("{}ied", &verb[..verb.len() - 1]),
        _ => format!("{verb}ed"),
    }
}

fn regular_third(verb: &str) -> String {
    match verb {
        _ if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ if ends_in_consonant_y(verb) => format!("{}ies", &verb[..verb.len() - 1]),
        _ => format!("{verb}s"),
    }
}

fn regular_ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !verb.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}
