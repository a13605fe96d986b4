//! The list files themselves: their form, not what is in them.

use super::table::entry_lines;
use super::*;

/// Each list: its name, its text, whether it is folded, and whether a value is understood.
type List = (&'static str, &'static str, Case, fn(&str) -> bool);

macro_rules! list {
    ($name:literal, $case:ident, $value:expr) => {
        ($name, include_str!(concat!($name, ".txt")), Case::$case, |value| $value(value).is_some())
    };
}

const LISTS: [List; 24] = [
    list!("abbreviations", Folded, |value| matches!(value, "inner" | "either").then_some(())),
    list!("agentless_cues", Folded, stance),
    list!("anonymity", Folded, nothing),
    list!("cue_nouns", Folded, stance),
    list!("cue_phrases", Folded, stance),
    list!("currencies", Folded, |value| matches!(value, "sign" | "word").then_some(())),
    list!("date_words", Folded, date_word),
    list!("function_words", Folded, function_word),
    list!("genders", Cased, gender),
    list!("given_names", Cased, nothing),
    list!("groups", Cased, nothing),
    list!("hedges", Folded, hedge_kind),
    list!("honorifics", Cased, nothing),
    list!("name_heads", Cased, entity_kind),
    list!("number_words", Folded, number_word),
    list!("organizations", Cased, nothing),
    list!("other_names", Cased, entity_kind),
    list!("outlets", Cased, nothing),
    list!("passives", Folded, passive),
    list!("places", Cased, nothing),
    list!("source_nouns", Folded, source_type),
    list!("sure_hedges", Folded, hedge_kind),
    list!("units", Folded, nothing),
    // Its own test reads the fields behind the lemma.
    ("cue_verbs", include_str!("cue_verbs.txt"), Case::Folded, |_| true),
];

#[test]
fn every_line_is_understood() {
    for (name, file, _, understood) in LISTS {
        for line in entry_lines(file) {
            let (entry, value) = line.split_once('\t').unwrap_or((line, ""));
            assert!(understood(value), "{name}: {line}");
            assert!(!entry.is_empty() && entry.split(' ').all(|word| !word.is_empty()), "{name}: {line:?}");
        }
    }
}

#[test]
fn lists_are_sorted_and_unique() {
    for (name, file, ..) in LISTS {
        let lines: Vec<&str> = entry_lines(file).collect();
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {} before {}", pair[0], pair[1]);
        }
        let entries: Vec<&str> = lines.iter().filter_map(|line| line.split('\t').next()).collect();
        assert!(entries.windows(2).all(|pair| pair[0] != pair[1]), "{name} has an entry twice");
    }
}

#[test]
fn lines_are_clean() {
    for (name, file, ..) in LISTS {
        assert!(file.ends_with('\n'), "{name}");
        for line in file.lines() {
            assert!(!line.is_empty() && line.trim_end() == line, "{name}: {line:?}");
            assert!(!line.contains('’'), "{name}: a straight apostrophe stands for both: {line}");
        }
    }
}

#[test]
fn folded_lists_are_in_small_letters() {
    for (name, file, ..) in LISTS.iter().filter(|list| list.2 == Case::Folded) {
        for line in entry_lines(file) {
            assert!(!line.contains(|c: char| c.is_ascii_uppercase()), "{name}: {line}");
        }
    }
}

#[test]
fn headers_name_source_and_licence() {
    for (name, file, ..) in LISTS {
        let header: Vec<&str> = file.lines().take_while(|line| line.starts_with('#')).collect();
        for field in ["# format: ", "# source: ", "# licence: "] {
            assert!(header.iter().any(|line| line.starts_with(field)), "{name}: no {field}");
        }
    }
}

#[test]
fn abbreviations_hold_no_word_that_ends_sentences() {
    for word in
        ["no", "sat", "sun", "may", "mar", "us", "in", "is", "it", "am", "mass", "miss", "ill", "wash"]
    {
        assert!(lexicon().abbreviations.get(word).is_none(), "{word}");
    }
}
