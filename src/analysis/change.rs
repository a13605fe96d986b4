//! What an edit has changed in an analysis: a stretch of each list; what lies before it stays as it is, and
//! what lies behind it is only moved along.

use super::{Analysis, Attribution, Entity, Hedge, Notice, Profile, Quote, Reason};
use crate::text::{OffsetMap, Span, Splice};
use serde::Serialize;

/// How one analysis becomes the next.
///
/// In each list `removed` items from `at` on give way to those `added`. In the items behind them every offset
/// is moved by [`Change::moved`], every index into the attributions by as much as their list has grown, and
/// every [`Entity::entity`] from `known` on by `new`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// By how much the text behind the edit has moved.
    pub moved: i32,
    /// As many things were known before the first entity that is added.
    pub known: u32,
    /// How many more things there are.
    pub new: i32,
    /// The change of [`Analysis::sentences`].
    pub sentences: ListChange<Span>,
    /// The change of [`Analysis::entities`].
    pub entities: ListChange<Entity>,
    /// The change of [`Analysis::quotes`].
    pub quotes: ListChange<Quote>,
    /// The change of [`Analysis::attributions`].
    pub attributions: ListChange<Attribution>,
    /// The change of [`Analysis::hedges`].
    pub hedges: ListChange<Hedge>,
    /// [`Analysis::notice`] as it is now.
    pub notice: Option<Notice>,
    /// [`Analysis::profile`] as it is now.
    pub profile: Profile,
}

/// How one list becomes the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListChange<T> {
    /// The index of the first item that is another one.
    pub at: u32,
    /// How many items are gone.
    pub removed: u32,
    /// What is there instead.
    pub added: Vec<T>,
}

/// How numbers behind an edit are moved.
struct Moves {
    bytes: Splice,
    attributions: Move,
    things: Move,
}

/// Numbers from `from` on are moved by `by`.
#[derive(Clone, Copy)]
struct Move {
    from: u32,
    by: i32,
}

impl Move {
    fn of(self, number: u32) -> u32 {
        if number < self.from { number } else { number.wrapping_add_signed(self.by) }
    }
}

/// An item of a list, as far as a change has to know it.
trait Item: Clone + PartialEq {
    /// Whether all of it lies before the byte `at`.
    fn ends_by(&self, at: u32) -> bool;
    /// Whether it becomes `next` where it is moved along; not where the edit reaches into it.
    fn becomes(&self, next: &Self, moves: &Moves) -> bool;
}

impl Moves {
    /// Whether what lies from `start` to `end` comes to lie in `next`.
    fn moves(&self, start: u32, end: u32, next: Span) -> bool {
        let behind = start as usize >= self.bytes.old_end;
        behind && Span { start, end }.moved(self.bytes.old_end, self.bytes.new_end) == next
    }

    fn move_all(&self, spans: &[Span], next: &[Span]) -> bool {
        let mut pairs = spans.iter().zip(next);
        spans.len() == next.len() && pairs.all(|(span, next)| self.moves(span.start, span.end, *next))
    }

    fn reasons(&self, reasons: &[Reason], next: &[Reason]) -> bool {
        let is_moved = |(reason, next): (&Reason, &Reason)| {
            let Reason { code, start, end, text } = reason;
            (code, text) == (&next.code, &next.text)
                && self.moves(*start, *end, Span { start: next.start, end: next.end })
        };
        reasons.len() == next.len() && reasons.iter().zip(next).all(is_moved)
    }

    fn attribution(&self, index: Option<u32>, next: Option<u32>) -> bool {
        index.map(|at| self.attributions.of(at)) == next
    }
}

impl Item for Span {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn becomes(&self, next: &Self, moves: &Moves) -> bool {
        moves.moves(self.start, self.end, *next)
    }
}

impl Item for Entity {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn becomes(&self, next: &Self, moves: &Moves) -> bool {
        let Self { start, end, kind, name, entity, confidence, corrected } = self;
        moves.moves(*start, *end, Span { start: next.start, end: next.end })
            && (kind, name, moves.things.of(*entity)) == (&next.kind, &next.name, next.entity)
            && (confidence, corrected) == (&next.confidence, &next.corrected)
    }
}

impl Item for Quote {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn becomes(&self, next: &Self, moves: &Moves) -> bool {
        let Self { start, end, kind, closed, attribution, confidence } = self;
        moves.moves(*start, *end, Span { start: next.start, end: next.end })
            && moves.attribution(*attribution, next.attribution)
            && (kind, closed, confidence) == (&next.kind, &next.closed, &next.confidence)
    }
}

impl Item for Hedge {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn becomes(&self, next: &Self, moves: &Moves) -> bool {
        let Self { start, end, kind, confidence, corrected } = self;
        moves.moves(*start, *end, Span { start: next.start, end: next.end })
            && (kind, confidence, corrected) == (&next.kind, &next.confidence, &next.corrected)
    }
}

impl Item for Attribution {
    fn ends_by(&self, at: u32) -> bool {
        let parts = self.content.iter().chain(&self.source).chain(&self.cue).chain(&self.anonymity);
        parts.map(|part| part.end).chain(self.reasons.iter().map(|reason| reason.end)).all(|end| end <= at)
    }

    fn becomes(&self, next: &Self, moves: &Moves) -> bool {
        let Self {
            content,
            source,
            cue,
            form,
            source_type,
            traceable,
            stance,
            hedged,
            reasons,
            speaker,
            within,
            through,
            anonymity,
            confidence,
            corrected,
        } = self;
        moves.move_all(content, &next.content)
            && moves.move_all(source, &next.source)
            && moves.move_all(cue, &next.cue)
            && moves.move_all(anonymity, &next.anonymity)
            && moves.reasons(reasons, &next.reasons)
            && moves.attribution(*within, next.within)
            && moves.attribution(*through, next.through)
            && (form, source_type, traceable) == (&next.form, &next.source_type, &next.traceable)
            && (stance, hedged, speaker) == (&next.stance, &next.hedged, &next.speaker)
            && (confidence, corrected) == (&next.confidence, &next.corrected)
    }
}

impl Change {
    /// How `old` becomes `new` where `bytes` of the text were replaced.
    pub(crate) fn new(old: &Analysis, new: &Analysis, bytes: Splice) -> Self {
        let attributions = same_front(&old.attributions, &new.attributions, bytes);
        let entities = same_front(&old.entities, &new.entities, bytes);
        let things = |entities: &[Entity]| entities.iter().map(|it| it.entity + 1).max().unwrap_or(0);
        let known = things(&new.entities[..entities]);
        let grown = |old: u32, new: u32| new.cast_signed() - old.cast_signed();
        let moves = Moves {
            bytes,
            attributions: Move {
                from: attributions as u32,
                by: grown(old.attributions.len() as u32, new.attributions.len() as u32),
            },
            things: Move { from: known, by: grown(things(&old.entities), things(&new.entities)) },
        };
        Self {
            moved: grown(bytes.old_end as u32, bytes.new_end as u32),
            known,
            new: moves.things.by,
            sentences: list(&old.sentences, &new.sentences, &moves),
            entities: list(&old.entities, &new.entities, &moves),
            quotes: list(&old.quotes, &new.quotes, &moves),
            attributions: list(&old.attributions, &new.attributions, &moves),
            hedges: list(&old.hedges, &new.hedges, &moves),
            notice: new.notice,
            profile: new.profile.clone(),
        }
    }

    /// Converts what is added into the unit of `map`, which was built from the new text; `moved` is in bytes
    /// before, and given anew.
    pub fn convert_offsets(&mut self, map: &OffsetMap, moved: i32) {
        self.moved = moved;
        let mut added = Analysis {
            sentences: std::mem::take(&mut self.sentences.added),
            entities: std::mem::take(&mut self.entities.added),
            quotes: std::mem::take(&mut self.quotes.added),
            attributions: std::mem::take(&mut self.attributions.added),
            hedges: std::mem::take(&mut self.hedges.added),
            ..Analysis::default()
        };
        added.convert_offsets(map);
        self.sentences.added = added.sentences;
        self.entities.added = added.entities;
        self.quotes.added = added.quotes;
        self.attributions.added = added.attributions;
        self.hedges.added = added.hedges;
    }
}

/// How many items at the front are the same and lie before the edit. Items behind it may have the same bytes and
/// yet other offsets in UTF-16.
fn same_front<T: Item>(old: &[T], new: &[T], bytes: Splice) -> usize {
    let is_same = |(old, new): &(&T, &T)| old == new && old.ends_by(bytes.start as u32);
    old.iter().zip(new).take_while(is_same).count()
}

fn list<T: Item>(old: &[T], new: &[T], moves: &Moves) -> ListChange<T> {
    let at = same_front(old, new, moves.bytes);
    let behind = old[at..].iter().rev().zip(new[at..].iter().rev());
    let back = behind.take_while(|(old, new)| old.becomes(new, moves)).count();
    ListChange {
        at: at as u32,
        removed: (old.len() - at - back) as u32,
        added: new[at..new.len() - back].to_vec(),
    }
}
