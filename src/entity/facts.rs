//! What is known of each token before any label is: its letters, the lists that hold it, the stretch of
//! capitals that it stands in.

use super::words::{self, kind_number, list};
use crate::lexicon::lexicon;
use crate::text::{Document, Form, Surface, TokenKind};
use std::ops::Range;

/// One token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    pub(super) surface: Surface,
    pub(super) lists: u32,
    /// Capitals in a row: how far back the first of them is, and how far ahead their end; nothing outside.
    run: (u32, u32),
    /// What this occurrence of the word shows, as [`witness`](super::evidence::witness) has it.
    pub(super) seen: u32,
    /// What all occurrences show.
    pub(super) evidence: u32,
}

impl Facts {
    /// A token by itself.
    fn new(document: &Document, at: usize) -> Self {
        let surface = *document.surface(at);
        let digit = document.word(at).contains(|c: char| c.is_ascii_digit());
        Self { surface, lists: word_lists(&surface, digit), ..Self::default() }
    }

    /// That of no token.
    pub(super) const NOTHING: Self =
        Self { surface: Surface::NOTHING, lists: 0, run: (0, 0), seen: 0, evidence: 0 };

    /// The row of capitals in which it stands at `at`; empty where it is none.
    pub(super) const fn run(&self, at: usize) -> Range<usize> {
        at - self.run.0 as usize..at + self.run.1 as usize
    }

    /// The lists that hold it, as a feature.
    pub(super) const fn lists(&self) -> u32 {
        self.lists & list::FEATURES
    }
}

/// The tokens of `document`, but for what they show of one another.
pub(super) fn facts(document: &Document) -> Vec<Facts> {
    let mut tokens: Vec<Facts> = (0..document.tokens.len()).map(|at| Facts::new(document, at)).collect();
    for sentence in &document.sentences {
        mark_names(document, &mut tokens, sentence.clone());
        mark_runs(document, &mut tokens, sentence.clone());
    }
    tokens
}

/// The lists that hold a single word, as far as its letters let them.
fn word_lists(surface: &Surface, has_digit: bool) -> u32 {
    const OF_CAPITALS: u32 = list::GIVEN_NAME | 15 << list::HEAD | list::TITLE_BEGINS | list::NAME_BEGINS;
    let (cased, folded) = words::lists(surface.word, surface.lower);
    let exact = if has_digit { list::EXACT_BEGINS } else { 0 };
    let any = exact | folded & (list::DATE_WORD | list::EXACT_BEGINS);
    if surface.has_capital() {
        return any | cased & OF_CAPITALS;
    }
    if surface.form != Form::Lower {
        return any;
    }
    // A word of a closed class is no verb or noun of another list.
    let function = folded & 15 << list::FUNCTION;
    let verb = folded & list::CUE_VERB;
    any | if function != 0 {
        function
    } else if verb != 0 {
        verb
    } else {
        folded & list::SOURCE_NOUN
    }
}

/// Marks the tokens of listed names and titles.
fn mark_names(document: &Document, tokens: &mut [Facts], sentence: Range<usize>) {
    let lexicon = lexicon();
    let mut behind_name = sentence.start;
    for at in sentence {
        if !tokens[at].surface.has_capital() {
            continue;
        }
        let begins = tokens[at].lists;
        if begins & list::TITLE_BEGINS != 0
            && let Some((end, ())) = lexicon.honorifics.longest_at(document, at)
        {
            for token in &mut tokens[at..end] {
                token.lists |= list::HONORIFIC;
            }
        }
        if at < behind_name {
            continue;
        }
        if begins & list::NAME_BEGINS != 0
            && let Some((end, &kind)) = lexicon.names.longest_at(document, at)
        {
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
        for (back, token) in tokens[start..at].iter_mut().enumerate() {
            token.run = (back as u32, (at - start - back) as u32);
        }
    }
}

/// Whether a token opens a quotation, a bracket or a list item, where any word may have a capital.
pub(super) fn opens(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "“" | "\"" | "‘" | "'" | "«" | ":" | "•" | "—" | "…")
        && document.kind(at) != Some(TokenKind::Word)
}
