//! What follows each quote mark, found in one pass from the end of its paragraph.

use super::mark::{Mark, Role, Style};

/// What follows a mark in its paragraph; apostrophes, inches and other doubtful marks are passed over.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ahead {
    /// What the next double mark does.
    pub(super) double: Option<Role>,
    /// What the next single mark does that is not shut off by double ones.
    pub(super) single: Single,
}

/// What follows of single marks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Single {
    pub(super) next: Option<Role>,
    /// The token of a doubtful mark before that one.
    pub(super) doubtful: Option<usize>,
}

impl Ahead {
    /// Whether a plain closing mark of `style` comes before the next opening one.
    pub(super) fn closes(&self, style: Style) -> bool {
        match style {
            Style::Double => self.double == Some(Role::Closes),
            Style::Single => self.single.next == Some(Role::Closes),
            Style::Guillemet => false,
        }
    }
}

/// What follows each of `marks`, which are those of one paragraph.
pub(super) fn look_ahead(marks: &[Mark]) -> Vec<Ahead> {
    let mut ahead = Ahead::default();
    // Single marks inside “…” say nothing about those around it, nor the other way round.
    let mut around = Vec::new();
    let mut found = vec![ahead; marks.len()];
    for (found, mark) in found.iter_mut().zip(marks).rev() {
        *found = ahead;
        match (mark.style, mark.role) {
            (Style::Guillemet, _) | (Style::Double, Role::Doubtful) => {}
            (Style::Single, Role::Doubtful) => ahead.single.doubtful = Some(mark.token),
            (Style::Single, role) => ahead.single = Single { next: Some(role), doubtful: None },
            (Style::Double, role) => {
                ahead.double = Some(role);
                if role == Role::Closes {
                    around.push(std::mem::take(&mut ahead.single));
                } else if role == Role::Opens {
                    ahead.single = around.pop().unwrap_or(ahead.single);
                }
            }
        }
    }
    found
}
