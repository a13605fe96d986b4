//! Ties each cue to its source and its content by where they stand around it.

use super::confidence;
use super::content;
use super::cue::{Cue, CueKind};
use super::phrase;
use super::reading::Reading;
use crate::analysis::Stance;
use crate::lexicon::{Frames, FunctionWord, VerbForm};
use crate::text::Class;
use std::ops::Range;

/// An attribution by its tokens.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Vec<Range<usize>>,
    /// Its pieces, in order; never empty.
    pub(super) content: Vec<Range<usize>>,
    pub(super) stance: Stance,
    pub(super) confidence: f32,
}

impl Link {
    /// Whether the cue of `other` lies in this one's content.
    pub(super) fn holds(&self, other: &Self) -> bool {
        other
            .cue
            .iter()
            .all(|cue| self.content.iter().any(|piece| piece.start <= cue.start && cue.end <= piece.end))
    }

    pub(super) fn content_len(&self) -> usize {
        self.content.iter().map(Range::len).sum()
    }

    fn start(&self) -> usize {
        let parts = self.source.iter().chain(&self.cue).chain(&self.content);
        parts.map(|part| part.start).min().unwrap_or_default()
    }
}

/// The links that can hold the one at `index` or be held by it: its neighbours.
pub(super) fn near(links: &[Link], index: usize) -> impl Iterator<Item = usize> {
    const REACH: usize = 16;
    (index.saturating_sub(REACH)..links.len().min(index + REACH)).filter(move |&other| other != index)
}

/// The links of all `cues`, by the start of their first part.
pub(super) fn link(reading: &Reading, cues: &[Cue]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut sentence = 0;
    for (index, cue) in cues.iter().enumerate() {
        while reading.document.sentences[sentence].end <= cue.tokens.start {
            sentence += 1;
        }
        let place = Place { reading, cues, index, sentence: reading.document.sentences[sentence].clone() };
        let subject = links
            .last()
            .filter(|link| link.start() >= place.sentence.start)
            .and_then(|link| link.source.clone());
        links.extend(match cue.kind {
            CueKind::Phrase => place.phrase(cue),
            CueKind::Agentless => place.agentless(cue),
            CueKind::Noun => place.noun(cue),
            CueKind::Verb(form, frames) => place.verb(cue, form, frames, subject),
        });
    }
    links.sort_by_key(Link::start);
    links
}

/// How many marks may stand between a name and its verb.
const APPOSITION_MARKS: usize = 4;

/// A cue in its sentence.
struct Place<'p> {
    reading: &'p Reading<'p>,
    cues: &'p [Cue],
    index: usize,
    sentence: Range<usize>,
}

impl Place<'_> {
    /// `According to X, Y.` and `Y, according to X.`
    fn phrase(&self, cue: &Cue) -> Option<Link> {
        let source = phrase::starting_at(self.reading, cue.tokens.end, self.sentence.end)?;
        let before = content::before(self.reading, self.sentence.clone(), cue.tokens.start);
        let content = match before {
            Some(clause) => clause,
            None => content::after(self.reading, self.next_clause(source.end), self.limit())?,
        };
        Some(link_at(Some(source), cue, vec![content], confidence::ACCORDING_TO))
    }

    /// The content of `reportedly` and its like is the clause around it.
    fn agentless(&self, cue: &Cue) -> Option<Link> {
        let document = self.reading.document;
        let clause = content::clause_around(self.reading, self.sentence.clone(), cue.tokens.clone());
        let mut pieces = Vec::new();
        let opens = document.word(cue.tokens.start).starts_with(['i', 'I'])
            && document.word(cue.tokens.end) == "that";
        if opens {
            pieces.extend(content::after(self.reading, cue.tokens.end + 1, self.limit()));
        } else {
            pieces.extend(content::trimmed(self.reading, clause.start..cue.tokens.start));
            pieces.extend(content::trimmed(self.reading, cue.tokens.end..clause.end));
        }
        (!pieces.is_empty()).then(|| link_at(None, cue, pieces, confidence::AGENTLESS))
    }

    /// `his claim that Y`, `the claim by X that Y` is left to the verb rules.
    fn noun(&self, cue: &Cue) -> Option<Link> {
        let owner = cue.tokens.start.checked_sub(1)?;
        let source = match self.reading.class(owner) {
            Some(Class::Possessive) => phrase::ending_at(self.reading, owner, self.sentence.start),
            Some(Class::Function(FunctionWord::Determiner))
                if is_possessive(self.reading.document.word(owner)) =>
            {
                Some(owner..owner + 1)
            }
            _ => None,
        }?;
        let content = content::after(self.reading, cue.tokens.end + 1, self.limit())?;
        Some(link_at(Some(source), cue, vec![content], confidence::NOUN_CUE))
    }

    fn verb(&self, cue: &Cue, form: VerbForm, frames: Frames, subject: Option<Range<usize>>) -> Option<Link> {
        let inverted = || frames.quote.then(|| self.inverted(cue)).flatten();
        self.followed(cue, form, frames, subject).or_else(inverted)
    }

    /// `Y, said X`.
    fn inverted(&self, cue: &Cue) -> Option<Link> {
        let before = cue.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start)?;
        let mark = self.reading.ends_quotation(before) || self.reading.document.word(before) == ",";
        let source = phrase::starting_at(self.reading, cue.tokens.end, self.sentence.end).filter(|_| mark)?;
        let content = content::before(self.reading, self.sentence.clone(), cue.tokens.start)?;
        let end = source.end;
        Some(self.with_rest(cue, source, content, end))
    }

    /// The subject stands before the verb: `Y, X said.` or `X said Y.`
    fn followed(
        &self,
        cue: &Cue,
        form: VerbForm,
        frames: Frames,
        subject: Option<Range<usize>>,
    ) -> Option<Link> {
        let source = self.subject(cue, form, subject)?;
        let (cue, end) = self.with_addressee(cue, frames);
        let lead = content::lead(self.reading, end, self.sentence.end);
        if frames.quote && self.reading.is_end(lead, self.sentence.end) {
            let content = content::before(self.reading, self.sentence.clone(), source.start)
                .or_else(|| content::quotation_after(self.reading, lead, self.sentence.end))?;
            return Some(self.with_rest(&cue, source, content, lead));
        }
        let (start, certain) = content::opening(self.reading, lead, frames)?;
        if certain <= confidence::AFTER_NOUN && !phrase::is_agent(self.reading, source.clone()) {
            return None;
        }
        let content = content::after(self.reading, start, self.limit())?;
        Some(link_at(Some(source), &cue, vec![content], certain))
    }

    /// The noun phrase before the verb; for `said A and added B` and `…, adding B` that of the verb before.
    fn subject(&self, cue: &Cue, form: VerbForm, earlier: Option<Range<usize>>) -> Option<Range<usize>> {
        let before = cue.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let Some(before) = before else { return earlier.filter(|_| form == VerbForm::Ing) };
        let word = self.reading.document.word(before);
        match word {
            "," if form == VerbForm::Ing => return earlier,
            "and" | "but" if earlier.is_some() => return earlier,
            _ => {}
        }
        match self.reading.class(before) {
            Some(Class::Function(FunctionWord::Relative)) => {
                let end = if before > 0 && self.reading.document.word(before - 1) == "," {
                    before - 1
                } else {
                    before
                };
                phrase::ending_at(self.reading, end, self.sentence.start)
            }
            Some(Class::Mark) if matches!(word, "," | ")" | "—" | "–") => self.before_apposition(before),
            _ if form == VerbForm::Ing && cue.tokens.len() == 1 => None,
            _ => phrase::ending_at(self.reading, before + 1, self.sentence.start),
        }
    }

    /// `X, a lawyer, said` and `X, 27, of Leeds, said`: the phrase before the earliest mark of the kind that
    /// has a name; without one, the phrase before the nearest.
    fn before_apposition(&self, closing: usize) -> Option<Range<usize>> {
        let partner = match self.reading.document.word(closing) {
            ")" => "(",
            mark => mark,
        };
        let openings = (self.sentence.start..closing)
            .rev()
            .take_while(|&at| self.reading.quotation_around(at).is_none())
            .filter(|&at| self.reading.document.word(at) == partner);
        let mut phrases = openings
            .take(APPOSITION_MARKS)
            .map(|at| phrase::ending_at(self.reading, at, self.sentence.start));
        let nearest = phrases.next()??;
        let named =
            |range: &Range<usize>| range.clone().any(|at| self.reading.class(at) == Some(Class::Name));
        if named(&nearest) { Some(nearest) } else { phrases.flatten().find(named).or(Some(nearest)) }
    }

    /// `told reporters`: the addressee belongs to the cue unless it starts the content (`urged X to`).
    fn with_addressee(&self, cue: &Cue, frames: Frames) -> (Cue, usize) {
        let end = cue.tokens.end;
        let tells = frames.addressee && frames.that && frames.quote;
        match phrase::starting_at(self.reading, end, self.sentence.end).filter(|_| tells) {
            Some(addressee) => {
                (Cue { tokens: cue.tokens.start..addressee.end, ..cue.clone() }, addressee.end)
            }
            None => (cue.clone(), end),
        }
    }

    /// A content before the cue may go on behind it: “Y,” X said, “and Z.” or “Y,” X said. “Z.”
    fn with_rest(&self, cue: &Cue, source: Range<usize>, content: Range<usize>, end: usize) -> Link {
        let quoted = self.reading.ends_quotation(content.end - 1) || self.reading.has_quote(content.clone());
        let certain = if quoted { confidence::QUOTE_BEFORE } else { confidence::CLAUSE_BEFORE };
        let mut pieces = vec![content];
        // What was found behind the cue has no second half.
        if quoted && pieces[0].start < cue.tokens.start {
            pieces.extend(content::continued(
                self.reading,
                end,
                self.sentence.end,
                &self.cues[self.index + 1..],
            ));
        }
        link_at(Some(source), cue, pieces, certain)
    }

    /// Behind the comma that ends `According to X`.
    fn next_clause(&self, at: usize) -> usize {
        let comma = (at..self.sentence.end).find(|&at| self.reading.document.word(at) == ",");
        comma.map_or(at, |comma| comma + 1)
    }

    /// Where a content behind the cue must end: where the next cue of the same level takes over, or the
    /// quotation ends in which the cue stands.
    fn limit(&self) -> usize {
        let cue = &self.cues[self.index].tokens;
        let quoted =
            self.reading.quotation_around(cue.start).filter(|quotation| quotation.tokens.end > cue.end);
        let end = quoted.map_or(self.sentence.end, |quotation| {
            self.sentence.end.min(quotation.tokens.end - usize::from(quotation.closed))
        });
        let later = self.cues[self.index + 1..].iter().take_while(|cue| cue.tokens.start < end);
        later
            .map(|cue| (cue.kind, cue.tokens.start - 1))
            .find(|&(kind, before)| {
                matches!(
                    (kind, self.reading.document.word(before)),
                    (CueKind::Verb(VerbForm::Ing, _) | CueKind::Phrase, ",")
                        | (CueKind::Verb(VerbForm::Past, _), "and" | "but")
                )
            })
            .map_or(end, |(_, before)| before)
    }
}

fn is_possessive(word: &str) -> bool {
    ["his", "her", "their", "its", "my", "our"].iter().any(|owner| word.eq_ignore_ascii_case(owner))
}

fn link_at(source: Option<Range<usize>>, cue: &Cue, content: Vec<Range<usize>>, confidence: f32) -> Link {
    Link { source, cue: vec![cue.tokens.clone()], content, stance: cue.stance, confidence }
}
