//! What an edit has changed in an analysis: a stretch of each list; what lies before it stays as it is, and
//! what lies behind it is only moved along.

use super::{Analysis, Attribution, Entity, Hedge, Notice, Profile, Quote};
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
    /// The item where it is moved along; nothing where the edit reaches into it.
    fn moved(&self, moves: &Moves) -> Option<Self>;
}

impl Moves {
    fn span(&self, span: Span) -> Option<Span> {
        let behind = span.start as usize >= self.bytes.old_end;
        behind.then(|| span.moved(self.bytes.old_end, self.bytes.new_end))
    }

    fn spans(&self, spans: &[Span]) -> Option<Vec<Span>> {
        spans.iter().map(|span| self.span(*span)).collect()
    }
}

impl Item for Span {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn moved(&self, moves: &Moves) -> Option<Self> {
        moves.span(*self)
    }
}

impl Item for Entity {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn moved(&self, moves: &Moves) -> Option<Self> {
        let Span { start, end } = moves.span(Span { start: self.start, end: self.end })?;
        Some(Self { start, end, entity: moves.things.of(self.entity), ..self.clone() })
    }
}

impl Item for Quote {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn moved(&self, moves: &Moves) -> Option<Self> {
        let Span { start, end } = moves.span(Span { start: self.start, end: self.end })?;
        let attribution = self.attribution.map(|at| moves.attributions.of(at));
        Some(Self { start, end, attribution, ..self.clone() })
    }
}

impl Item for Hedge {
    fn ends_by(&self, at: u32) -> bool {
        self.end <= at
    }

    fn moved(&self, moves: &Moves) -> Option<Self> {
        let Span { start, end } = moves.span(Span { start: self.start, end: self.end })?;
        Some(Self { start, end, ..self.clone() })
    }
}

impl Item for Attribution {
    fn ends_by(&self, at: u32) -> bool {
        let parts = self.content.iter().chain(&self.source).chain(&self.cue).chain(&self.anonymity);
        parts.map(|part| part.end).chain(self.reasons.iter().map(|reason| reason.end)).all(|end| end <= at)
    }

    fn moved(&self, moves: &Moves) -> Option<Self> {
        let mut next = Self {
            content: moves.spans(&self.content)?,
            source: moves.spans(&self.source)?,
            cue: moves.spans(&self.cue)?,
            anonymity: moves.spans(&self.anonymity)?,
            within: self.within.map(|at| moves.attributions.of(at)),
            through: self.through.map(|at| moves.attributions.of(at)),
            ..self.clone()
        };
        for reason in &mut next.reasons {
            let span = moves.span(Span { start: reason.start, end: reason.end })?;
            (reason.start, reason.end) = (span.start, span.end);
        }
        Some(next)
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
    let back = behind.take_while(|(old, new)| old.moved(moves).as_ref() == Some(*new)).count();
    ListChange {
        at: at as u32,
        removed: (old.len() - at - back) as u32,
        added: new[at..new.len() - back].to_vec(),
    }
}
