//! Ties each cue to its source and its content.

use super::Edit;
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
use crate::text::{Placed, Splice, carry, renew, sort_by_number};
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

/// The links of a document, by the start of their first part, as they are after an edit. `impression` is what a
/// sharper reading makes of it.
pub(super) fn find_links(
    reading: &Reading,
    known: &mut Known,
    edit: &Edit,
    impression: Option<&Impression>,
) -> Vec<Link> {
    let (Some(cues), Some(tagger), Some(verdicts)) = (CUES.as_ref(), ROLES.as_ref(), VERDICTS.as_ref())
    else {
        return Vec::new();
    };
    let roles = Roles { tagger, impression, insists: impression.is_none() };
    known.mark_cues(reading, cues, edit, impression);
    let labels = labels_of(reading.document.tokens.len(), &known.cues);
    known.propose(reading, roles, &labels, edit);
    let mut links = known.judge(reading, verdicts, impression);
    put_in_signed(reading, &mut links);
    known.add_missed(reading, roles, labels, &mut links, edit);
    sort_by_number(&mut links, |link| link.cue.start as u64);
    share_out(&mut links);
    sort_by_number(&mut links, |link| link.start() as u64);
    links
}

impl Known {
    /// Marks the cues anew where they may be others now.
    fn mark_cues(
        &mut self,
        reading: &Reading,
        tagger: &Tagger,
        edit: &Edit,
        impression: Option<&Impression>,
    ) {
        let opinion = impression.map(|impression| impression.of(Part::Cues));
        let reader = CueReader::of(reading, edit.dirty.sentences(reading.document));
        carry(&mut self.cues, edit.tokens);
        renew(&mut self.cues, &edit.dirty, tagger.mark_with(&reader, opinion.as_ref()));
    }

    /// Proposes a source and a content for each cue, where what was proposed before may be wrong now.
    fn propose(&mut self, reading: &Reading, roles: Roles, labels: &[Label], edit: &Edit) {
        let mut old = std::mem::take(&mut self.proposed);
        carry(&mut old, edit.tokens);
        let tie = |cue: &Found| {
            tie::kept(&mut old, cue, None, &edit.dirty).unwrap_or_else(|| {
                let proposal = propose_one(reading, roles, labels, &cue.tokens, cue.probability);
                Tie::new(reading, labels, cue.clone(), None, proposal)
            })
        };
        self.proposed = self.cues.iter().filter(|span| span.kind == CUE).map(tie).collect();
    }

    /// The links of those proposals that are taken for attributions.
    fn judge(&mut self, reading: &Reading, model: &Tagger, impression: Option<&Impression>) -> Vec<Link> {
        let places = self.proposed.iter_mut().map(|tie| &mut tie.found);
        let mut places: Vec<&mut Option<Proposal>> = places.filter(|found| found.is_some()).collect();
        let proposed = places.iter_mut().filter_map(|found| found.take()).collect();
        let leniency = impression.and_then(Impression::leniency);
        let judged = Proposals::of(reading, proposed).judge(model, leniency);
        let least = if impression.is_some() && leniency.is_none() { LEAST_SHARPLY } else { 0.0 };
        let links = judged.iter().filter_map(|proposal| proposal.taken(least)).collect();
        // A verdict is kept with its proposal.
        places.into_iter().zip(judged).for_each(|(found, proposal)| *found = Some(proposal));
        links
    }

    /// Adds to `links` those of quotations that none of them claims, each by the verb next to it, which is labelled
    /// as a cue.
    fn add_missed(
        &mut self,
        reading: &Reading,
        roles: Roles,
        mut labels: Vec<Label>,
        links: &mut Vec<Link>,
        edit: &Edit,
    ) {
        let mut old = std::mem::take(&mut self.missed);
        carry(&mut old, edit.tokens);
        let missed = uncued::missed(reading, links);
        let mut dirty = edit.dirty.clone();
        dirty.add(reading.document, tie::changed(&old, missed.iter().map(|missed| &missed.verb)), 1);
        for missed in missed {
            labels[missed.verb.clone()].fill(inside(CUE));
            labels[missed.verb.start] = begin(CUE);
            let cue =
                Found { tokens: missed.verb.clone(), kind: CUE, probability: MISSED, confidence: MISSED };
            let quotation = missed.quotation.clone();
            let kept = tie::kept(&mut old, &cue, Some(&quotation), &dirty);
            self.missed.push(kept.unwrap_or_else(|| {
                let link = missed_link(reading, roles, &labels, missed);
                Tie::new(reading, &labels, cue, Some(quotation), link)
            }));
        }
        links.extend(self.missed.iter().filter_map(|tie| tie.found.clone()));
        sort_by_number(&mut self.missed, |tie| tie.cue.tokens.start as u64);
    }
}

/// Puts the links of signed quotations among `links`; what was taken for a cue there gives way.
fn put_in_signed(reading: &Reading, links: &mut Vec<Link>) {
    let signed = find_signed(reading);
    links.retain(|link| {
        let at = signed.binary_search_by_key(&link.cue.start, |signed| signed.cue.start);
        at.map_or(true, |at| signed[at].cue != link.cue)
    });
    links.extend(signed);
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
