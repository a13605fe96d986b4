//! What is known of each token before any cue is: its letters, its class, the lists that hold it, the
//! quotation that it stands in.

use crate::analysis::QuoteKind;
use crate::lexicon::{CueVerb, FunctionWord, Index, lexicon, plurals};
use crate::quote::Quotation;
use crate::tagger::hash;
use crate::text::{Class, Document, Surface, first_token, headlines};
use std::sync::LazyLock;

/// Where a token stands in quotations, as bits.
pub(super) mod quoted {
    pub(in crate::attribution) const INSIDE: u32 = 1;
    pub(in crate::attribution) const OPENS: u32 = 1 << 1;
    pub(in crate::attribution) const CLOSES: u32 = 1 << 2;
    pub(in crate::attribution) const FRAGMENT: u32 = 1 << 3;
    pub(in crate::attribution) const NESTED: u32 = 1 << 4;
}

/// Lists that hold a token, as bits.
pub(super) mod list {
    pub(in crate::attribution) const NOUN: u32 = 1;
    pub(in crate::attribution) const PHRASE: u32 = 1 << 1;
    pub(in crate::attribution) const AGENTLESS: u32 = 1 << 2;
    pub(in crate::attribution) const GOES_ON: u32 = 1 << 3;
    pub(in crate::attribution) const DATE: u32 = 1 << 4;
    pub(in crate::attribution) const HEADLINE: u32 = 1 << 5;
    /// Upwards of this bit: what kind of source a noun describes.
    pub(in crate::attribution) const SOURCE: u32 = 6;
}

/// One token. Values that tell nothing are 0.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// The word in small letters.
    pub(super) lower: u32,
    /// Its first four and last three letters.
    pub(super) prefix: u32,
    pub(super) suffix: u32,
    /// A part of speech, roughly: for marks the mark itself.
    pub(super) tag: u32,
    /// What the list of cue verbs says.
    pub(super) verb: u32,
    /// Bits of [`list`].
    pub(super) lists: u32,
    /// Bits of [`quoted`].
    pub(super) quoted: u32,
    /// The number of its sentence.
    pub(super) sentence: u32,
}

/// The facts of every token of `document`, but for its sentence and quotations.
pub(super) fn facts(document: &Document, classes: &[Class]) -> Vec<Facts> {
    let mut facts: Vec<Facts> =
        classes.iter().enumerate().map(|(at, class)| fact(document, at, *class)).collect();
    mark_phrases(document, &mut facts);
    for (sentence, headline) in document.sentences.iter().zip(headlines(document)) {
        for fact in &mut facts[sentence.clone()] {
            fact.lists |= if headline { list::HEADLINE } else { 0 };
        }
    }
    facts
}

/// Notes the sentence of each token and the quotations that it stands in.
pub(super) fn mark_places(document: &Document, quotations: &[Quotation], facts: &mut [Facts]) {
    for (number, sentence) in document.sentences.iter().enumerate() {
        for fact in &mut facts[sentence.clone()] {
            fact.sentence = number as u32;
            fact.quoted = 0;
        }
    }
    for quotation in quotations {
        let fragment = if quotation.kind == QuoteKind::Fragment { quoted::FRAGMENT } else { 0 };
        let nested = if quotation.inner { quoted::NESTED } else { 0 };
        for fact in &mut facts[quotation.tokens.clone()] {
            fact.quoted |= quoted::INSIDE | fragment | nested;
        }
        facts[quotation.tokens.start].quoted |= quoted::OPENS;
        facts[quotation.tokens.end - 1].quoted |= quoted::CLOSES;
    }
}

fn fact(document: &Document, at: usize, class: Class) -> Facts {
    let &Surface { lower, prefixes, suffixes, .. } = document.surface(at);
    let word = document.word(at);
    let lexicon = lexicon();
    let known = if matches!(class, Class::Word | Class::Name) { known(lower) } else { 0 };
    let has = |bit| known & bit != 0;
    let verb = if has(VERB_BEGINS) { lexicon.cue_verbs.longest_at(document, at) } else { None };
    let verb = verb.map_or(0, |(_, verb)| verb_number(*verb));
    let source = if has(SOURCE_NOUN) { lexicon.source_noun(word) } else { None };
    let source = source.map_or(0, |kind| 1 + kind as u32);
    Facts {
        lower,
        prefix: prefixes[2],
        suffix: suffixes[1],
        tag: tag(class, lower, verb, source, word),
        verb,
        lists: known & list::DATE | source << list::SOURCE,
        ..Facts::default()
    }
}

/// The form in the lowest three bits, then the frames, then the stance; never 0.
fn verb_number(verb: CueVerb) -> u32 {
    let frames = verb.frames;
    let letters =
        [frames.quote, frames.that, frames.question, frames.infinitive, frames.addressee, frames.noun];
    let frames = letters.iter().fold(0, |bits, &letter| bits << 1 | u32::from(letter));
    1 << 12 | (verb.stance as u32) << 9 | frames << 3 | verb.form as u32
}

fn tag(class: Class, lower: u32, verb: u32, source: u32, word: &str) -> u32 {
    match class {
        Class::Mark => lower,
        Class::Function(
            function @ (FunctionWord::Pronoun | FunctionWord::Relative | FunctionWord::Subordinator),
        ) => 1 + function as u32 + if word.eq_ignore_ascii_case("that") { 8 } else { 0 },
        Class::Function(function) if word.eq_ignore_ascii_case("to") => 20 + function as u32,
        Class::Function(function) => 1 + function as u32,
        Class::Name => 30 + u32::from(source > 0),
        Class::Number => 32,
        Class::Hyphen => 33,
        Class::Possessive => 34,
        Class::Word if verb > 0 => 40 + (verb & 7),
        Class::Word if source > 0 => 50 + source,
        Class::Word => {
            let endings = ["ly", "ing", "ed", "s"];
            60 + endings.iter().position(|ending| word.ends_with(ending)).map_or(0, |at| 1 + at as u32)
        }
    }
}

/// A cue verb may begin with this word.
const VERB_BEGINS: u32 = 1 << 6;
/// A noun that describes a source.
const SOURCE_NOUN: u32 = 1 << 7;

/// What the lists have on a word, by the hash of its small letters: which phrases of theirs may begin with
/// it, so that they are searched only there.
fn known(lower: u32) -> u32 {
    static WORDS: LazyLock<Index> = LazyLock::new(|| {
        let lexicon = lexicon();
        let mut entries = Vec::new();
        let mut add = |word: &str, bit: u32| entries.push((hash(word.bytes()), bit));
        lexicon.cue_verbs.entries().for_each(|(verb, _)| add(first_token(verb), VERB_BEGINS));
        lexicon.cue_nouns.entries().for_each(|(noun, _)| add(first_token(noun), list::NOUN));
        lexicon.cue_phrases.entries().for_each(|(phrase, _)| add(first_token(phrase), list::PHRASE));
        lexicon.agentless_cues.entries().for_each(|(cue, _)| add(first_token(cue), list::AGENTLESS));
        lexicon.date_words.entries().for_each(|(word, _)| add(word, list::DATE));
        lexicon.source_nouns.entries().for_each(|(noun, _)| add(noun, SOURCE_NOUN));
        for (noun, _) in lexicon.source_nouns.entries() {
            entries.extend(plurals(noun).map(|plural| (hash(plural), SOURCE_NOUN)));
        }
        Index::new(&entries)
    });
    WORDS.get(lower)
}

/// Marks the cues of several words, and the nouns, that the lists know.
fn mark_phrases(document: &Document, facts: &mut [Facts]) {
    let lexicon = lexicon();
    for at in 0..facts.len() {
        if known(facts[at].lower) & (list::NOUN | list::PHRASE | list::AGENTLESS) == 0 {
            continue;
        }
        let found = [
            (list::NOUN, lexicon.cue_nouns.longest_at(document, at)),
            (list::PHRASE, lexicon.cue_phrases.longest_at(document, at)),
            (list::AGENTLESS, lexicon.agentless_cues.longest_at(document, at)),
        ];
        for (bit, end) in found.into_iter().filter_map(|(bit, found)| Some((bit, found?.0))) {
            facts[at].lists |= bit;
            for fact in &mut facts[at + 1..end] {
                fact.lists |= bit | list::GOES_ON;
            }
        }
    }
}
