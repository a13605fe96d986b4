//! Single quote marks: does this token open a quotation, close one, or is it an apostrophe?

use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// “ ” „ and the straight "
    Double,
    /// ‘ ’ and the straight '
    Single,
    /// « »
    Guillemet,
}

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Opens(Style),
    Closes(Style),
}

/// The style of a mark that can open a quotation.
pub(super) fn style_of(word: &str) -> Option<Style> {
    match word {
        "“" | "\"" | "„" | "”" => Some(Style::Double),
        "‘" | "'" | "’" => Some(Style::Single),
        "«" | "»" => Some(Style::Guillemet),
        _ => None,
    }
}

/// What the token `at` of the paragraph `paragraph` does where the innermost open quotation is of the
/// style `open`.
pub(super) fn read(
    document: &Document,
    at: usize,
    paragraph: Range<usize>,
    open: Option<Style>,
) -> Option<Mark> {
    let word = document.word(at);
    let style = style_of(word)?;
    let before = at > paragraph.start && document.touches_previous(at);
    let behind = at + 1 < paragraph.end && document.touches_previous(at + 1);
    let is_open = open == Some(style);
    match word {
        "“" if open == Some(Style::Double) && before && !behind => Some(Mark::Closes(style)),
        "“" | "„" | "«" => Some(Mark::Opens(style)),
        "”" | "»" => Some(Mark::Closes(style)),
        "\"" if is_inch(document, at, before, is_open) => None,
        "\"" if behind && (!before || opens_behind(document, at)) => {
            Some(if is_open { toggle(before, style) } else { Mark::Opens(style) })
        }
        "\"" if before => Some(Mark::Closes(style)),
        "\"" => Some(if is_open { Mark::Closes(style) } else { Mark::Opens(style) }),
        "‘" => (behind && (!before || opens_behind(document, at))).then_some(Mark::Opens(style)),
        "'" if behind && (!before || opens_behind(document, at)) && !is_open => {
            (has_single_close(document, at, paragraph.end)).then_some(Mark::Opens(style))
        }
        _ => (is_open
            && before
            && !(behind && document.kind(at + 1) == Some(TokenKind::Word))
            && !is_possessive(document, at, paragraph.end))
        .then_some(Mark::Closes(style)),
    }
}

/// A straight mark inside an open quotation of its own kind: one that touches the word behind it only
/// opens nothing, it is the second paragraph's or a typing error.
const fn toggle(before: bool, style: Style) -> Mark {
    if before { Mark::Closes(style) } else { Mark::Opens(style) }
}

/// Whether the token before is one that an opening mark may touch: a bracket, a dash, another mark.
fn opens_behind(document: &Document, at: usize) -> bool {
    at == 0
        || matches!(
            document.word(at - 1),
            "(" | "[" | "“" | "\"" | "‘" | "«" | "—" | "–" | "-" | "/" | ":" | "„"
        )
}

/// `6' 2"`: a mark of inches behind a number, with no quotation to close.
fn is_inch(document: &Document, at: usize, before: bool, is_open: bool) -> bool {
    !is_open && before && document.kind(at - 1) == Some(TokenKind::Number)
}

/// `the workers’ rights`: the mark follows an s without punctuation, and a better one closes later.
fn is_possessive(document: &Document, at: usize, end: usize) -> bool {
    document.word(at - 1).ends_with(['s', 'S'])
        && document.kind(at + 1) == Some(TokenKind::Word)
        && has_single_close(document, at, end)
}

/// Whether a single closing mark follows before the end of the paragraph.
fn has_single_close(document: &Document, at: usize, end: usize) -> bool {
    (at + 2..end).take_while(|&next| document.word(next) != "‘").any(|next| {
        matches!(document.word(next), "’" | "'")
            && document.touches_previous(next)
            && !(document.touches_previous(next + 1) && document.kind(next + 1) == Some(TokenKind::Word))
    })
}
