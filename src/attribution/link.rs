//! Ties each cue to its source and its content.

use super::cue::{CUE, CueReader};
use super::propose::{Proposal, Roles, propose_one};
use super::reading::Reading;
use super::role::labels_of;
use super::share::share_out;
use super::signed::find_signed;
use super::stance;
use super::tie::{self, Tie};
use super::uncued::{self, Missed};
use super::verdict::{LEAST_SHARPLY, Proposals};
use crate::analysis::Stance;
use crate::sharp::{Impression, Part};
use crate::tagger::{Found, Label, Tagger, begin, inside};
use crate::text::{Dirty, Placed, Splice, carry, renew};
use std::ops::Range;
use std::sync::LazyLock;

/// An attribution by its tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    /// Its pieces, in order; never empty.
    pub(super) content: Vec<Range<usize>>,
    pub(super) stance: Stance,
    pub(super) confidence: f32,
}

impl Placed for Link {
    fn place(&self) -> &Range<usize> {
        &self.cue
    }

    fn follow(&mut self, tokens: Splice) {
        let parts = self.source.iter_mut().chain([&mut self.cue]).chain(&mut self.content);
        parts.for_each(|part| *part = tokens.shift_range(part));
    }
}

impl Link {
    /// Whether the cue of `other` lies in this one's content.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.content.iter().any(|piece| piece.start <= other.cue.start && other.cue.end <= piece.end)
    }

    pub(super) fn content_len(&self) -> usize {
        self.content.iter().map(Range::len).sum()
    }

    /// Its source, its cue and the pieces of its content.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Range<usize>> {
        self.source.iter().chain([&self.cue]).chain(&self.content)
    }

    pub(super) fn start(&self) -> usize {
        self.parts().map(|part| part.start).min().unwrap_or_default()
    }
}

/// The links that can hold the one at `index` or be held by it: its neighbours.
pub(super) fn near(links: &[Link], index: usize) -> impl Iterator<Item = usize> {
    const REACH: usize = 16;
    (index.saturating_sub(REACH)..links.len().min(index + REACH)).filter(move |&other| other != index)
}

/// What a verb of saying next to a quotation is taken to be worth that the tagger of cues has not marked.
const MISSED: f32 = 0.9;

/// How likely the link of such a verb is right.
const SPOKEN: f32 = 0.7;

static CUES: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(include_bytes!("cues.bin")).ok());
static ROLES: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(include_bytes!("roles.bin")).ok());

static VERDICTS: LazyLock<Option<Tagger>> =
    LazyLock::new(|| Tagger::read(include_bytes!("verdicts.bin")).ok());

/// What is kept of the links of a document.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// What the tagger of cues has found.
    cues: Vec<Found>,
    proposed: Vec<Tie<Proposal>>,
    missed: Vec<Tie<Link>>,
}

/// The links of a document, by the start of their first part, as they are after a `change`; `dirty` tells
/// where what they rest on may be something else now. `impression` is what a sharper reading makes of it.
pub(super) fn find_links(
    reading: &Reading,
    known: &mut Known,
    change: Splice,
    dirty: &Dirty,
    impression: Option<&Impression>,
) -> Vec<Link> {
    let (Some(cues), Some(tagger), Some(verdicts)) = (CUES.as_ref(), ROLES.as_ref(), VERDICTS.as_ref())
    else {
        return Vec::new();
    };
    let document = reading.document;
    let roles = Roles { tagger, impression, insists: impression.is_none() };
    let opinion = impression.map(|impression| impression.of(Part::Cues));
    let reader = CueReader::of(reading, dirty.sentences(document));
    carry(&mut known.cues, change);
    renew(&mut known.cues, dirty, cues.mark_with(&reader, opinion.as_ref()));
    let mut labels = labels_of(document.tokens.len(), &known.cues);

    let mut old = std::mem::take(&mut known.proposed);
    carry(&mut old, change);
    let cues = known.cues.iter().filter(|span| span.kind == CUE);
    let tie = |cue: &Found| {
        tie::kept(&mut old, cue, None, dirty).unwrap_or_else(|| {
            let proposal = propose_one(reading, roles, &labels, &cue.tokens, cue.probability);
            Tie::new(reading, &labels, cue.clone(), None, proposal)
        })
    };
    known.proposed = cues.map(tie).collect();
    let with_places = known.proposed.iter_mut().enumerate();
    let (places, proposed): (Vec<usize>, Vec<Proposal>) =
        with_places.filter_map(|(at, tie)| Some((at, tie.found.take()?))).unzip();
    let leniency = impression.and_then(Impression::leniency);
    let judged = Proposals::of(reading, proposed).judge(verdicts, leniency);
    let least = if impression.is_some() && leniency.is_none() { LEAST_SHARPLY } else { 0.0 };
    let mut links: Vec<Link> = judged.iter().filter_map(|proposal| proposal.taken(least)).collect();
    for (at, proposal) in places.into_iter().zip(judged) {
        known.proposed[at].found = Some(proposal);
    }
    let signed = find_signed(reading);
    let is_signed = |link: &Link| {
        let at = signed.binary_search_by_key(&link.cue.start, |signed| signed.cue.start);
        at.is_ok_and(|at| signed[at].cue == link.cue)
    };
    links.retain(|link| !is_signed(link));
    links.extend(signed);

    let mut old = std::mem::take(&mut known.missed);
    carry(&mut old, change);
    let missed = uncued::missed(reading, &links);
    let mut dirty = dirty.clone();
    dirty.add(document, tie::changed(&old, missed.iter().map(|missed| &missed.verb)), 1);
    for missed in missed {
        labels[missed.verb.clone()].fill(inside(CUE));
        labels[missed.verb.start] = begin(CUE);
        let cue = Found { tokens: missed.verb.clone(), kind: CUE, probability: MISSED, confidence: MISSED };
        let quotation = missed.quotation.clone();
        let kept = tie::kept(&mut old, &cue, Some(&quotation), &dirty);
        known.missed.push(kept.unwrap_or_else(|| {
            let link = missed_link(reading, roles, &labels, missed);
            Tie::new(reading, &labels, cue, Some(quotation), link)
        }));
    }
    links.extend(known.missed.iter().filter_map(|tie| tie.found.clone()));
    known.missed.sort_by_key(|tie| tie.cue.tokens.start);
    links.sort_by_key(|link| link.cue.start);
    share_out(&mut links);
    links.sort_by_cached_key(Link::start);
    links
}

/// The link of a quotation that no cue had; where the tagger gives it none, the name next to the verb speaks.
fn missed_link(reading: &Reading, roles: Roles, labels: &[Label], missed: Missed) -> Option<Link> {
    let proposal = propose_one(reading, roles, labels, &missed.verb, MISSED);
    let found = proposal.map(|proposal| Link { confidence: SPOKEN, ..proposal.link });
    found.filter(|link| link.content.contains(&missed.quotation)).or_else(|| {
        let source = uncued::speaker(reading, &missed)?;
        let content = vec![missed.quotation];
        Some(Link {
            source: Some(source),
            stance: stance::of(reading, missed.verb.clone(), &content),
            cue: missed.verb,
            content,
            confidence: SPOKEN,
        })
    })
}
