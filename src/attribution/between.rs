//! What lies between a cue and the tokens around it.

use super::cue::{CUE, SOURCE};
use super::facts::{Facts, quoted};
use super::reading::Reading;
use crate::tagger::{Label, begin};
use std::ops::Range;

/// What lies between a token and the cue.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Between {
    /// Commas, quotations, other cues, sources, up to three of each.
    pub(super) commas: u32,
    pub(super) quotations: u32,
    pub(super) cues: u32,
    pub(super) sources: u32,
    /// Any of: a relative or "that", a stop or colon, a bracket or dash.
    pub(super) turns: u32,
}

impl Between {
    fn past(mut self, facts: &Facts, label: Label, word: &str) -> Self {
        let more = |count: &mut u32| *count = (*count + 1).min(3);
        match word {
            "," => more(&mut self.commas),
            "that" => self.turns |= 1,
            "who" | "which" | "what" | "whether" | "if" => self.turns |= 2,
            ";" | ":" | "." | "?" | "!" => self.turns |= 4,
            "—" | "–" | "(" | ")" | "--" => self.turns |= 8,
            "and" | "but" => self.turns |= 16,
            _ => {}
        }
        if facts.quoted & (quoted::OPENS | quoted::CLOSES) != 0 {
            more(&mut self.quotations);
        }
        if label == begin(CUE) {
            more(&mut self.cues);
        }
        if label == begin(SOURCE) {
            more(&mut self.sources);
        }
        self
    }

    /// All of it as one number.
    pub(super) fn number(self) -> u32 {
        self.commas | self.quotations << 2 | self.cues << 4 | self.sources << 6 | self.turns << 8
    }
}

/// For each token of `window` what lies between it and the cue; `labels` are those of the tagger of cues.
pub(super) fn between(
    reading: &Reading,
    labels: &[Label],
    cue: &Range<usize>,
    window: &Range<usize>,
) -> Vec<Between> {
    let mut between = vec![Between::default(); window.len()];
    let pass =
        |so_far: Between, at: usize| so_far.past(reading.facts(at), labels[at], reading.document.word(at));
    let mut so_far = Between::default();
    for at in (window.start..cue.start).rev() {
        between[at - window.start] = so_far;
        so_far = pass(so_far, at);
    }
    so_far = Between::default();
    for at in cue.end..window.end {
        between[at - window.start] = so_far;
        so_far = pass(so_far, at);
    }
    between
}
