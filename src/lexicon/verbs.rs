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
#[expect(clippy::struct_excessive_bools, reason = "a set of letters, each on its own")]
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
/// spaces, the past, the participle and the -ing form, `-` for one that is regular or as the past;
/// of a phrasal verb those of its first word. Of two equal forms the table finds the first.
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
            entries.extend(word.map(|word| ((word + particle).into(), CueVerb { stance, frames, form })));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn form(file: &str, word: &str) -> Option<VerbForm> {
        parse_verbs(file).get(word).map(|verb| verb.form)
    }

    #[test]
    fn regular_verbs_inflect() {
        for (lemma, third, past, ing) in [
            ("claim", "claims", "claimed", "claiming"),
            ("argue", "argues", "argued", "arguing"),
            ("deny", "denies", "denied", "denying"),
            ("say", "says", "sayed", "saying"),
            ("stress", "stresses", "stressed", "stressing"),
            ("teach", "teaches", "teached", "teaching"),
            ("echo", "echoes", "echoed", "echoing"),
            ("agree", "agrees", "agreed", "agreeing"),
            ("shy", "shies", "shied", "shying"),
            ("obey", "obeys", "obeyed", "obeying"),
        ] {
            assert_eq!(
                (regular_third(lemma).as_str(), regular_past(lemma).as_str(), regular_ing(lemma).as_str()),
                (third, past, ing)
            );
        }
    }

    #[test]
    fn irregular_forms_replace_regular_ones() {
        let know = "know\tassertive\ttw\tknew known";
        assert_eq!(form(know, "knew"), Some(VerbForm::Past));
        assert_eq!(form(know, "known"), Some(VerbForm::Participle));
        assert_eq!(form(know, "knowing"), Some(VerbForm::Ing));
        assert_eq!(form(know, "knowed"), None);
        let admit = "admit\tassertive\tqt\tadmitted - admitting";
        assert_eq!(form(admit, "Admitted"), Some(VerbForm::Past));
        assert_eq!(form(admit, "admitting"), Some(VerbForm::Ing));
        assert_eq!(form(admit, "-"), None);
    }

    #[test]
    fn a_phrasal_verb_inflects_its_first_word() {
        let go_on = "go on to say\tneutral\tqt\twent gone";
        assert_eq!(form(go_on, "went on to say"), Some(VerbForm::Past));
        assert_eq!(form(go_on, "gone on to say"), Some(VerbForm::Participle));
        assert_eq!(form(go_on, "goes on to say"), Some(VerbForm::Third));
        assert_eq!(form(go_on, "going on to say"), Some(VerbForm::Ing));
        assert_eq!(form("point out\tassertive\tqt", "pointed out"), Some(VerbForm::Past));
    }

    #[test]
    fn a_form_that_is_base_and_past_counts_as_past() {
        assert_eq!(form("bet\thedged\tt\tbet - betting", "bet"), Some(VerbForm::Past));
    }

    #[test]
    fn every_line_of_the_list_is_understood() {
        for line in entry_lines(include_str!("cue_verbs.txt")) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(matches!(fields.len(), 3 | 4), "{line}");
            assert!(stance(fields[1]).is_some(), "{line}");
            assert!(!fields[2].is_empty() && fields[2].chars().all(|c| "qtwoin".contains(c)), "{line}");
            assert!(fields.get(3).is_none_or(|forms| forms.split(' ').count() <= 3), "{line}");
        }
    }
}
