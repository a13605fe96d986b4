//! What the tagger of hedges sees of a text: the words that the list knows as possible hedges, with those
//! around them.

use crate::analysis::HedgeKind;
use crate::lexicon::lexicon;
use crate::tagger::{Reader, Templates};
use crate::text::{Class, Document, Surface, classes};
use std::ops::Range;

/// The kinds of span that the tagger marks: something is possible, somebody believes it, it is left open who
/// or how many.
pub const POSSIBLE: usize = 0;
/// As [`POSSIBLE`].
pub const BELIEVED: usize = 1;
/// As [`POSSIBLE`].
pub const VAGUE: usize = 2;

/// How many tokens around a possible hedge are labelled with it.
const AROUND: usize = 1;

/// Describes a document to the tagger of hedges.
#[derive(Debug)]
pub struct HedgeReader<'d> {
    document: &'d Document<'d>,
    facts: Vec<Facts>,
    /// The entries of the list, in order, with their kinds; they don't overlap.
    entries: Vec<(Range<usize>, HedgeKind)>,
}

/// One token. Values that tell nothing are 0.
#[derive(Debug, Clone, Copy, Default)]
struct Facts {
    lower: u32,
    prefix: u32,
    suffix: u32,
    class: u32,
    /// What the list says of the entry that it belongs to, and whether it is its first word.
    entry: u32,
}

impl<'d> HedgeReader<'d> {
    /// Reads `document`.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        Self::with_classes(document, &classes(document))
    }

    pub(super) fn with_classes(document: &'d Document<'d>, classes: &[Class]) -> Self {
        let mut facts: Vec<Facts> =
            classes.iter().enumerate().map(|(at, class)| fact(document, at, *class)).collect();
        let mut entries = Vec::new();
        let mut at = 0;
        while at < facts.len() {
            let Some((end, &kind)) = lexicon().hedges.longest_at(document, at) else {
                at += 1;
                continue;
            };
            for (place, fact) in facts[at..end].iter_mut().enumerate() {
                fact.entry = 1 + 2 * kind as u32 + u32::from(place > 0);
            }
            entries.push((at..end, kind));
            at = end;
        }
        Self { document, facts, entries }
    }

    /// The entries of the list in the text, in order, with their kinds.
    #[must_use]
    pub fn entries(&self) -> &[(Range<usize>, HedgeKind)] {
        &self.entries
    }

    fn facts(&self, at: usize) -> Facts {
        self.facts.get(at).copied().unwrap_or_default()
    }
}

fn fact(document: &Document, at: usize, class: Class) -> Facts {
    let &Surface { lower, prefixes, suffixes, .. } = document.surface(at);
    let class = match class {
        Class::Function(function) => 10 + function as u32,
        Class::Name => 1,
        Class::Word => 2 + ending(document.word(at)),
        Class::Number => 7,
        Class::Hyphen => 8,
        Class::Possessive => 9,
        Class::Mark => lower,
    };
    Facts { lower, prefix: prefixes[2], suffix: suffixes[1], class, entry: 0 }
}

fn ending(word: &str) -> u32 {
    ["ly", "ing", "ed", "s"].iter().position(|ending| word.ends_with(ending)).map_or(0, |at| 1 + at as u32)
}

impl Reader for HedgeReader<'_> {
    fn word(&self, _at: usize) -> Option<u32> {
        None
    }

    fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut sentences = self.document.sentences.iter().peekable();
        for (entry, _) in &self.entries {
            while sentences.next_if(|sentence| sentence.end <= entry.start).is_some() {}
            let Some(sentence) = sentences.peek() else { break };
            let start = entry.start.saturating_sub(AROUND).max(sentence.start);
            let end = (entry.end + AROUND).min(sentence.end).max(entry.end);
            let touches =
                |last: &&mut Range<usize>| start <= last.end && !self.document.opens_paragraph(start);
            match stretches.last_mut().filter(touches) {
                Some(last) => last.end = last.end.max(end),
                None => stretches.push(start..end),
            }
        }
        stretches
    }

    fn features(&self, at: usize, features: &mut Vec<u32>) {
        let mut templates = Templates::new(features);
        let near = |offset: isize| self.facts(at.wrapping_add_signed(offset));
        let window = [near(-3), near(-2), near(-1), near(0), near(1), near(2), near(3)];
        let [_, before2, before, this, next, next2, _] = window;
        templates.add(0);
        templates.add(this.lower);
        templates.add(this.prefix);
        templates.add(this.suffix);
        templates.add(this.entry);
        templates.pair(before.lower, this.lower);
        templates.pair(this.lower, next.lower);
        templates.triple(before.lower, this.lower, next.lower);
        templates.triple(before2.lower, before.lower, this.lower);
        templates.triple(this.lower, next.lower, next2.lower);
        templates.pair(this.lower, next.class);
        templates.pair(this.lower, before.class);
        templates.triple(before.class, this.lower, next.class);
        templates.triple(this.lower, next.class, next2.class);
        templates.triple(before2.class, before.class, this.lower);
        templates.pair(this.lower, next2.lower);
        templates.pair(this.lower, before2.lower);
        templates.pair(this.lower, next.suffix);
        templates.pair(this.lower, next2.suffix);
        templates.pair(this.entry, next.suffix);
        templates.pair(this.entry, next.lower);
        templates.pair(this.entry, before.lower);
        templates.triple(this.entry, next.class, next2.class);
        templates.triple(before.entry, this.entry, next.entry);
        for facts in window {
            templates.add(facts.lower);
            templates.add(facts.class);
            templates.pair(facts.lower, this.entry);
        }
    }
}
