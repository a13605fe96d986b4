//! What the taggers propose: each cue with the source and the content that the tagger of roles finds for it.

use super::link::Link;
use super::reading::Reading;
use super::role::{self, RoleReader, labels_of};
use super::verdict::Verdict;
use super::{CONTENT, CUE, SOURCE, adverb, beside, insider, passive, repair, stance};
use crate::sharp::Impression;
use crate::tagger::{Found, Label, Tagger};
use crate::text::{Class, Placed, Splice, overlap};
use std::ops::Range;

/// An attribution that may be one.
#[derive(Debug, Clone)]
pub(super) struct Proposal {
    pub(super) link: Link,
    /// What the taggers give for its cue, its source and its content; 1 for no source.
    pub(super) beliefs: [f32; 3],
    /// What was said of it before an edit that left it as it is.
    pub(super) verdict: Option<Verdict>,
}

impl Placed for Proposal {
    fn place(&self) -> &Range<usize> {
        self.link.place()
    }

    fn follow(&mut self, tokens: Splice) {
        self.link.follow(tokens);
    }
}

impl Proposal {
    /// What the taggers give for all of it.
    pub(super) fn belief(&self) -> f32 {
        self.beliefs.iter().product()
    }
}

/// What marks the source and the content around a cue: the tagger, and what a sharper reading makes of the
/// document.
#[derive(Debug, Clone, Copy)]
pub struct Roles<'r> {
    /// The tagger of roles.
    pub tagger: &'r Tagger<'r>,
    /// Its second opinion.
    pub impression: Option<&'r Impression<'r>>,
    /// Whether a cue that is sure is asked for again where the tagger finds no source or no content: then the
    /// likeliest that has both is proposed. A sharper reading that finds none is right more often than not.
    pub insists: bool,
}

/// How likely a cue must be one for the tagger of roles to be asked again, and then its parts, together.
const SURE: f32 = 0.94;
const LIKELY: f32 = 0.05;

/// Words of a name behind a description.
const LONGEST_NAME: usize = 5;

/// What is believed of a content that a rule alone has found.
const EVEN: f32 = 0.5;

impl Roles<'_> {
    /// The source and the content of `cue`, in which the tagger of cues believes so far.
    fn parts(
        &self,
        reader: &RoleReader,
        cue: &Range<usize>,
        belief: f32,
    ) -> Option<(Option<Found>, Vec<Found>)> {
        let opinion = self.impression.map(|impression| impression.of_roles(cue, reader.window()));
        let scored = self.tagger.score(reader, opinion.as_ref());
        let parts = role::parts(reader, scored.spans());
        if parts.is_some() || !self.insists || belief < SURE {
            return parts;
        }
        let wanted: &[usize] = if reader.is_agentless() { &[CONTENT] } else { &[CONTENT, SOURCE] };
        let parts = role::parts(reader, scored.spans_holding(wanted));
        parts.filter(|(source, content)| of_source(source.as_ref()) * of_content(content) >= LIKELY)
    }
}

/// What `cue` needs no tagger for.
fn led(reading: &Reading, cue: &Range<usize>) -> Option<(Option<Found>, Vec<Found>)> {
    let tokens = adverb::led(reading, cue)?;
    Some((None, vec![Found { tokens, kind: CONTENT, probability: EVEN, confidence: EVEN }]))
}

/// What the tagger gives for a source; 1 for none.
fn of_source(source: Option<&Found>) -> f32 {
    source.map_or(1.0, |source| source.probability)
}

/// What the tagger gives for the surest piece of a content.
fn of_content(content: &[Found]) -> f32 {
    content.iter().map(|piece| piece.probability).fold(0.0, f32::max)
}

/// What is proposed for the cues in `found`, all that the tagger of cues has marked, by cue.
pub(super) fn propose(reading: &Reading, found: &[Found], roles: Roles) -> Vec<Proposal> {
    let labels = labels_of(reading.document.tokens.len(), found);
    let cues = found.iter().filter(|span| span.kind == CUE);
    cues.filter_map(|cue| propose_one(reading, roles, &labels, &cue.tokens, cue.probability)).collect()
}

/// The source and the content that belong to `cue`, if there is a content.
pub(super) fn propose_one(
    reading: &Reading,
    roles: Roles,
    labels: &[Label],
    cue: &Range<usize>,
    belief: f32,
) -> Option<Proposal> {
    let reader = RoleReader::new(reading, labels, cue.clone());
    let (source, content) = roles.parts(&reader, cue, belief).or_else(|| led(reading, cue))?;
    let source = source.map(|source| whole_source(reading, source, cue));
    let beliefs = [belief, of_source(source.as_ref()), of_content(&content)];
    let said = source.iter().fold(cue.clone(), |said, source| {
        said.start.min(source.tokens.start)..said.end.max(source.tokens.end)
    });
    let content = content.into_iter().map(|piece| without_source(piece.tokens, source.as_ref(), cue));
    let content = repair::whole(reading, cue, content);
    let content = without_apposition(beside::settle(reading, &said, content), source.as_ref(), cue);
    let content = adverb::settle(reading, cue, content);
    if content.is_empty() {
        return None;
    }
    let mut link = Link {
        source: source.map(|source| source.tokens),
        stance: stance::of(reading, cue.clone(), &content),
        cue: cue.clone(),
        content,
        confidence: 0.0,
    };
    passive::mend(reading, &mut link);
    (!link.content.is_empty()).then_some(Proposal { link, beliefs, verdict: None })
}

/// A source with all that says who it is.
fn whole_source(reading: &Reading, mut source: Found, cue: &Range<usize>) -> Found {
    source.tokens = insider::whole(reading, source.tokens, cue);
    with_name(reading, source, cue)
}

/// What is left of a piece of content when its source has grown into it: the side that the cue is not on.
fn without_source(piece: Range<usize>, source: Option<&Found>, cue: &Range<usize>) -> Range<usize> {
    match source.map(|source| &source.tokens) {
        Some(source) if !overlap(&piece, source) => piece,
        Some(source) if source.start < cue.start => piece.start..source.start.max(piece.start),
        Some(source) => source.end.min(piece.end)..piece.end,
        None => piece,
    }
}

/// A source that is described, with the name behind its description: "its head, Ana Hale, said …".
fn with_name(reading: &Reading, mut source: Found, cue: &Range<usize>) -> Found {
    let is_comma = |at: usize| reading.document.word(at) == ",";
    let is_capital = |at: usize| reading.document.word(at).starts_with(char::is_uppercase);
    let name = source.tokens.end + 1;
    let end = (name..cue.start).find(|&at| !is_capital(at)).unwrap_or(cue.start);
    let is_described = source.tokens.clone().any(|at| reading.class(at) != Some(Class::Name));
    let is_name = is_comma(name - 1) && (1..=LONGEST_NAME).contains(&end.saturating_sub(name));
    if is_described && is_name && cue.start == end + usize::from(is_comma(end)) {
        source.tokens.end = end;
    }
    source
}

/// What stands between a source and its cue describes the source, where there is more content elsewhere: "Ana
/// Hale, the mayor, said …".
fn without_apposition(
    mut content: Vec<Range<usize>>,
    source: Option<&Found>,
    cue: &Range<usize>,
) -> Vec<Range<usize>> {
    let Some(source) = source.map(|source| &source.tokens) else { return content };
    let describes = |piece: &Range<usize>| source.end <= piece.start && piece.end <= cue.start;
    if !content.iter().all(describes) {
        content.retain(|piece| !describes(piece));
    }
    content
}
