//! What is known of each token before any label is: its letters, the lists that hold it, the stretch of
//! capitals that it stands in.

use super::{Mention, evidence::Evidence};
use crate::analysis::EntityKind;
use crate::lexicon::{FunctionWord, lexicon};
use crate::tagger::{Form, Surface};
use crate::text::{Document, TokenKind, headlines};
use std::ops::Range;

/// Lists that hold a word, as bits.
pub(super) mod list {
    pub(in crate::entity) const GIVEN_NAME: u32 = 1;
    pub(in crate::entity) const HONORIFIC: u32 = 1 << 1;
    pub(in crate::entity) const CUE_VERB: u32 = 1 << 2;
    pub(in crate::entity) const SOURCE_NOUN: u32 = 1 << 3;
    pub(in crate::entity) const DATE_WORD: u32 = 1 << 4;
    pub(in crate::entity) const AMOUNT: u32 = 1 << 5;
    /// Upwards of this bit: a function word's class, the kind of a name's head, the kind of a listed name.
    pub(in crate::entity) const FUNCTION: u32 = 6;
    pub(in crate::entity) const HEAD: u32 = 10;
    pub(in crate::entity) const NAME: u32 = 14;
    pub(in crate::entity) const NAME_GOES_ON: u32 = 1 << 18;
}

/// One token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    pub(super) surface: Surface,
    pub(super) lists: u32,
    /// Capitals in a row: the first of them and the end.
    pub(super) run: (u32, u32),
    /// The number of its sentence.
    sentence: u32,
    /// Bits of [`Evidence`].
    pub(super) evidence: u32,
}

/// A document's tokens.
#[derive(Debug)]
pub(super) struct Page {
    tokens: Vec<Facts>,
    /// For each sentence, whether it is written as a headline.
    pub(super) headlines: Vec<bool>,
}

impl Page {
    /// Reads `document`; `exact` are the dates and amounts that rules have found.
    pub(super) fn new(document: &Document, exact: &[Mention]) -> Self {
        let mut tokens: Vec<Facts> = (0..document.tokens.len())
            .map(|at| {
                let surface = Surface::new(document, at);
                Facts { surface, lists: word_lists(document, at, &surface), ..Facts::default() }
            })
            .collect();
        for mention in exact {
            for token in &mut tokens[mention.tokens.clone()] {
                token.lists |= list::AMOUNT;
            }
        }
        for (number, sentence) in document.sentences.iter().enumerate() {
            for token in &mut tokens[sentence.clone()] {
                token.sentence = number as u32;
            }
            mark_names(document, &mut tokens, sentence.clone());
            mark_runs(document, &mut tokens, sentence.clone());
        }
        let mut page = Self { tokens, headlines: headlines(document) };
        let evidence = Evidence::new(document, &page);
        for token in &mut page.tokens {
            token.evidence = evidence.of(token.surface.lower);
        }
        page
    }

    /// The number of the sentence that holds a token.
    pub(super) fn sentence_of(&self, at: usize) -> usize {
        self.tokens[at].sentence as usize
    }

    /// The token at an index, or nothing where there is none.
    pub(super) fn get(&self, at: usize) -> &Facts {
        const NOTHING: Facts = Facts {
            surface: Surface {
                word: 0,
                lower: 0,
                prefixes: [0; 3],
                suffixes: [0; 3],
                shape: 0,
                form: Form::Mark,
            },
            lists: 0,
            run: (0, 0),
            sentence: 0,
            evidence: 0,
        };
        self.tokens.get(at).unwrap_or(&NOTHING)
    }
}

fn kind_number(kind: EntityKind) -> u32 {
    1 + match kind {
        EntityKind::Person => 0,
        EntityKind::Organization => 1,
        EntityKind::Place => 2,
        EntityKind::Group => 3,
        EntityKind::Event => 4,
        EntityKind::Product => 5,
        EntityKind::Law => 6,
        _ => 7,
    }
}

const fn function_number(word: FunctionWord) -> u32 {
    word as u32 + 1
}

/// The lists that hold the one word `at`.
fn word_lists(document: &Document, at: usize, surface: &Surface) -> u32 {
    let lexicon = lexicon();
    let word = document.word(at);
    let mut lists = 0;
    if surface.has_capital() {
        if lexicon.given_names.get(word).is_some() {
            lists |= list::GIVEN_NAME;
        }
        if let Some(&kind) = lexicon.name_heads.get(word) {
            lists |= kind_number(kind) << list::HEAD;
        }
    } else if surface.form == Form::Lower {
        if let Some(&function) = lexicon.function_words.get(word) {
            lists |= function_number(function) << list::FUNCTION;
        } else if lexicon.cue_verbs.get(word).is_some() {
            lists |= list::CUE_VERB;
        } else if lexicon.source_noun(word).is_some() {
            lists |= list::SOURCE_NOUN;
        }
    }
    if lexicon.date_words.get(word).is_some() {
        lists |= list::DATE_WORD;
    }
    lists
}

/// Marks the tokens of listed names and titles.
fn mark_names(document: &Document, tokens: &mut [Facts], sentence: Range<usize>) {
    let lexicon = lexicon();
    let mut behind_name = sentence.start;
    for at in sentence {
        if !tokens[at].surface.has_capital() {
            continue;
        }
        if let Some((end, ())) = lexicon.honorifics.longest_at(document, at) {
            for token in &mut tokens[at..end] {
                token.lists |= list::HONORIFIC;
            }
        }
        if at < behind_name {
            continue;
        }
        if let Some((end, &kind)) = lexicon.names.longest_at(document, at) {
            for token in &mut tokens[at..end] {
                token.lists |= kind_number(kind) << list::NAME | list::NAME_GOES_ON;
            }
            tokens[at].lists &= !list::NAME_GOES_ON;
            behind_name = end;
        }
    }
}

/// Notes for each capital the row of capitals that it stands in, joined by hyphens and `&`.
fn mark_runs(document: &Document, tokens: &mut [Facts], sentence: Range<usize>) {
    let mut at = sentence.start;
    while at < sentence.end {
        if !tokens[at].surface.has_capital() {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < sentence.end {
            let joint = match document.word(at) {
                "-" => document.touches_previous(at) && document.touches_previous(at + 1),
                "&" => true,
                _ => false,
            };
            let next = at + usize::from(joint);
            if next >= sentence.end || !tokens[next].surface.has_capital() {
                break;
            }
            at = next + 1;
        }
        for token in &mut tokens[start..at] {
            token.run = (start as u32, at as u32);
        }
    }
}

/// Whether a token opens a quotation, a bracket or a list item, where any word may have a capital.
pub(super) fn opens(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "\"" | "‘" | "'" | "«" | ":" | "•" | "—" | "…")
        && document.kind(at) != Some(TokenKind::Word)
}
