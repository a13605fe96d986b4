//! Names: which parts of a run of capitals are names, and of what.

use super::Mention;
use super::evidence::Evidence;
use super::run;
use crate::analysis::EntityKind;
use crate::lexicon::lexicon;
use crate::text::{Class, Document};
use std::ops::Range;

/// How often each rule is right, counted on labelled training articles.
mod confidence {
    pub(super) const LISTED: f32 = 0.9;
    pub(super) const TITLED: f32 = 0.95;
    pub(super) const HEAD: f32 = 0.85;
    pub(super) const GIVEN: f32 = 0.9;
    pub(super) const LATER: f32 = 0.9;
    pub(super) const ACRONYM: f32 = 0.65;
    pub(super) const PLACED: f32 = 0.65;
    pub(super) const GUESS: f32 = 0.5;
}

/// Adds the names of `document` to `mentions`, beside what they hold already.
pub(super) fn find_names(document: &Document, classes: &[Class], mentions: &mut Vec<Mention>) {
    let mut taken = vec![false; document.tokens.len()];
    for mention in mentions.iter() {
        taken[mention.tokens.clone()].fill(true);
    }
    let evidence = Evidence::new(document);
    let mut finder =
        Finder { document, classes, evidence, names: Vec::new(), pending: Vec::new(), sentence: 0 };
    for (index, sentence) in document.sentences.iter().enumerate() {
        finder.sentence = index;
        for run in run::runs(document, classes, sentence.clone(), &taken) {
            finder.read(run);
        }
    }
    finder.settle_pending();
    mentions.append(&mut finder.names);
}

/// A word or two with capitals that no rule knows yet.
struct Pending {
    tokens: Range<usize>,
    /// Whether it begins its sentence, where every word has a capital, or stands in a headline.
    doubtful: bool,
}

struct Finder<'d> {
    document: &'d Document<'d>,
    classes: &'d [Class],
    evidence: Evidence<'d>,
    names: Vec<Mention>,
    pending: Vec<Pending>,
    sentence: usize,
}

impl Finder<'_> {
    /// Takes the names out of one run, from left to right.
    fn read(&mut self, run: Range<usize>) {
        let mut at = run.start;
        while at < run.end {
            at = self.next(at, run.end);
        }
    }

    /// Marks the name that begins at `at`, if there is one; returns where to go on.
    fn next(&mut self, at: usize, end: usize) -> usize {
        if matches!(self.classes[at], Class::Number | Class::Hyphen) {
            return at + 1;
        }
        let lexicon = lexicon();
        let title = lexicon.honorifics.longest_at(self.document, at).map(|(title, ())| title);
        let listed =
            lexicon.names.longest_at(self.document, at).filter(|&(behind, _)| behind <= end.max(at + 1));
        if let Some(person) = title.filter(|&title| listed.is_none_or(|(behind, _)| behind <= title)) {
            return self.titled(person, end);
        }
        if let Some(behind) = self.region(at, end) {
            return self.push(at..behind, EntityKind::Place, confidence::LISTED);
        }
        if let Some(kind) = self.headed(at, end) {
            return self.push(at..end, kind, confidence::HEAD);
        }
        match listed {
            Some((behind, &kind))
                if behind == end
                    || matches!(kind, EntityKind::Place | EntityKind::Group)
                    || self.is_break(behind) =>
            {
                if kind == EntityKind::Place && self.is_person(at, end) && behind < end {
                    return self.push(at..end, EntityKind::Person, confidence::GUESS);
                }
                return self.push(at..behind, kind, confidence::LISTED);
            }
            _ => {}
        }
        if run::is_function(self.classes, at) {
            return at + 1;
        }
        if self.is_person(at, end) {
            return self.push(at..end, EntityKind::Person, confidence::GIVEN);
        }
        self.unknown(at, end)
    }

    /// `Western Ukraine`, `South-East Asia`: a direction and a listed place are one place.
    fn region(&self, at: usize, end: usize) -> Option<usize> {
        let place = (at + 1..end.min(at + 4)).find(|&token| !is_direction(self.document.word(token)))?;
        let (behind, kind) = lexicon().names.longest_at(self.document, place)?;
        (is_direction(self.document.word(at)) && *kind == EntityKind::Place).then_some(behind)
    }

    /// Behind a title comes a person, up to what else the run holds.
    fn titled(&mut self, at: usize, end: usize) -> usize {
        if at >= end || lexicon().honorifics.longest_at(self.document, at).is_some() {
            return at;
        }
        self.push(at..end, EntityKind::Person, confidence::TITLED)
    }

    /// Whether a listed name stands apart from what follows it in the run.
    fn is_break(&self, at: usize) -> bool {
        matches!(self.document.word(at), "-" | "&" | "of" | "and")
            || lexicon().honorifics.longest_at(self.document, at).is_some()
    }

    /// What the last word of the run names, or the first where "of" follows.
    fn headed(&self, at: usize, end: usize) -> Option<EntityKind> {
        let heads = &lexicon().name_heads;
        let of = (at + 1..end).find(|&token| matches!(self.document.word(token), "of" | "for"));
        let head = of.map_or(end - 1, |of| of - 1);
        let kind = heads.get(self.document.word(head)).copied()?;
        (end - at > 1 && !(self.begins(at) && end - at == 1)).then_some(kind)
    }

    /// Given name and surname, or an initial between names.
    fn is_person(&self, at: usize, end: usize) -> bool {
        let words = end - at;
        let first = self.document.word(at);
        let initial =
            |token: usize| self.document.word(token).len() == 2 && self.document.word(token).ends_with('.');
        let given = lexicon().given_names.get(first).is_some() || initial(at);
        (2..=5).contains(&words) && (given || (at + 1..end - 1).any(initial))
            || words == 1 && given && !self.begins(at)
    }

    /// A run that no list knows: an acronym, or something to settle when the whole document is read.
    fn unknown(&mut self, at: usize, end: usize) -> usize {
        let word = self.document.word(at);
        let acronym = end == at + 1
            && (2..=6).contains(&word.len())
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '&'));
        let headline = self.evidence.is_headline(self.sentence);
        let shouted = end > at + 1
            && (at..end).all(|token| self.document.word(token).chars().all(|c| !c.is_lowercase()));
        if shouted {
            return end;
        }
        if acronym && !headline && !word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.push(at..end, EntityKind::Organization, confidence::ACRONYM);
        }
        let doubtful = headline || self.begins(at);
        self.pending.push(Pending { tokens: at..end, doubtful });
        end
    }

    /// Whether the token begins its sentence or a quotation in it.
    fn begins(&self, at: usize) -> bool {
        let start = self.document.sentences[self.sentence].start;
        at == start
            || matches!(
                self.document.word(at - 1),
                "“" | "\"" | "‘" | "'" | ":" | "•" | "—" | "…" | "." | "("
            )
    }

    fn push(&mut self, tokens: Range<usize>, kind: EntityKind, confidence: f32) -> usize {
        let end = tokens.end;
        self.names.push(Mention { tokens, kind, confidence });
        end
    }

    /// Decides on the runs that no list knew, by the names that were found and what stands around them.
    fn settle_pending(&mut self) {
        let mut surnames: Vec<&str> = self
            .names
            .iter()
            .filter(|name| name.kind == EntityKind::Person)
            .map(|name| self.document.word(name.tokens.end - 1))
            .collect();
        surnames.sort_unstable();
        for Pending { tokens, doubtful } in std::mem::take(&mut self.pending) {
            let last = self.document.word(tokens.end - 1);
            let known = surnames.binary_search(&last).is_ok();
            if known && tokens.len() <= 3 {
                self.push(tokens, EntityKind::Person, confidence::LATER);
            } else if let Some((kind, confidence)) = self.guess(&tokens, doubtful) {
                self.push(tokens, kind, confidence);
            }
        }
    }

    fn guess(&self, tokens: &Range<usize>, doubtful: bool) -> Option<(EntityKind, f32)> {
        let first = self.document.word(tokens.start);
        let single = tokens.len() == 1;
        if doubtful
            && !(self.evidence.seen_inside(first)
                || !single && !self.evidence.seen_lower(first) && !self.is_title_case(tokens.start))
        {
            return None;
        }
        if single && (self.evidence.seen_lower(first) || first.chars().count() < 2) {
            return None;
        }
        let before = tokens.start.checked_sub(1).map_or("", |at| self.document.word(at));
        if single && matches!(before, "in" | "near" | "In" | "across" | "outside") {
            return Some((EntityKind::Place, confidence::PLACED));
        }
        let kind = match tokens.len() {
            2 | 3 if !matches!(before, "the" | "The" | "a" | "an") => EntityKind::Person,
            1 if !matches!(before, "the" | "The" | "a" | "an" | "of") => EntityKind::Person,
            _ => EntityKind::Organization,
        };
        Some((kind, confidence::GUESS))
    }

    /// Whether the sentence of this token is a headline.
    fn is_title_case(&self, at: usize) -> bool {
        let sentence = self.document.sentences.partition_point(|sentence| sentence.end <= at);
        self.evidence.is_headline(sentence)
    }
}

/// `Western`, `South`, and the hyphen between two of them.
fn is_direction(word: &str) -> bool {
    let stem = word.strip_suffix("ern").unwrap_or(word);
    matches!(
        stem,
        "North"
            | "South"
            | "East"
            | "West"
            | "Central"
            | "-"
            | "Northeast"
            | "Southeast"
            | "Northwest"
            | "Southwest"
    ) || matches!(stem, "north" | "south" | "east" | "west")
}
