//! Quote marks one by one: what each can do, by its shape and by what it touches.

use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Words that end in an apostrophe where letters were dropped: `o’ clock`, `ol’ man`, `wi’ them`.
const CLIPPED: [&str; 7] = ["o", "ol", "th", "an", "wi", "lil", "de"];

/// Words that begin with one, where it was turned into an opening mark: `‘em`, `‘til`.
const ELIDED: [&str; 7] = ["em", "n", "til", "tis", "twas", "cos", "neath"];

/// Marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// “ ” „ and the straight ", `''`, ``` `` ```
    Double,
    /// ‘ ’ ‚ ‹ › and the straight ', also opened by a backtick
    Single,
    /// « »
    Guillemet,
}

/// What a mark can do, as far as it shows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens a quotation.
    Opens,
    /// It closes one.
    Closes,
    /// It closes one if no better mark follows; otherwise it is an apostrophe, or inches.
    Doubtful,
    /// It closes a quotation that is open, and opens one where none is.
    Either,
}

/// One quote mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) token: usize,
    pub(super) style: Style,
    pub(super) role: Role,
}

/// On which side of a mark text touches it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    /// Behind it only, or behind it and a bracket or dash before.
    Opening,
    /// Before it, and no word behind.
    Closing,
    /// A word on both sides.
    Between,
    /// On neither side.
    Alone,
}

/// Adds the quote marks of one paragraph to `marks`; apostrophes and inches are none.
pub(super) fn find_marks(document: &Document, paragraph: Range<usize>, marks: &mut Vec<Mark>) {
    let end = paragraph.end;
    marks.extend(paragraph.filter_map(|at| read(document, at, end)));
}

fn read(document: &Document, at: usize, end: usize) -> Option<Mark> {
    if !matches!(document.kind(at), Some(TokenKind::Punctuation | TokenKind::Symbol)) {
        return None;
    }
    let word = document.word(at);
    let spacing = spacing(document, at);
    let (style, role) = match word {
        "„" | "``" => (Style::Double, Role::Opens),
        "“" | "‟" => (Style::Double, opening(spacing)),
        "”" => (Style::Double, closing(spacing)),
        "\"" | "''" => (Style::Double, straight(spacing)),
        "«" => (Style::Guillemet, opening(spacing)),
        "»" => (Style::Guillemet, closing(spacing)),
        "‹" | "‚" => (Style::Single, opening(spacing)),
        "›" => (Style::Single, closing(spacing)),
        "‘" => (Style::Single, single_opening(document, at, spacing)?),
        "`" if spacing == Spacing::Opening => (Style::Single, Role::Opens),
        "'" | "’" => (Style::Single, apostrophe(document, at, end, spacing)?),
        _ => return None,
    };
    let inches = style == Style::Double && spacing == Spacing::Closing && is_number(document, at - 1);
    let role = if inches && role == Role::Closes { Role::Doubtful } else { role };
    Some(Mark { token: at, style, role })
}

fn spacing(document: &Document, at: usize) -> Spacing {
    let before = document.touches_previous(at);
    let behind = document.touches_previous(at + 1);
    if behind && (!before || lets_open(document.word(at - 1)) && !closes_off(document.word(at + 1))) {
        return Spacing::Opening;
    }
    match before {
        true if behind && starts_word(document, at + 1) => Spacing::Between,
        true => Spacing::Closing,
        false => Spacing::Alone,
    }
}

/// Whether an opening mark may touch the token before it.
fn lets_open(word: &str) -> bool {
    matches!(word, "(" | "[" | "{" | "“" | "\"" | "‘" | "'" | "„" | "«" | "``" | "''" | "/" | ":" | "=" | "…")
        || word.starts_with(['-', '–', '—'])
}

/// Whether a token that touches a mark from behind shows that it closes.
fn closes_off(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "”" | "’" | "»" | "/")
        || word.starts_with(['-', '–', '—'])
}

fn starts_word(document: &Document, at: usize) -> bool {
    matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Address))
}

fn is_number(document: &Document, at: usize) -> bool {
    document.kind(at) == Some(TokenKind::Number)
}

/// “ may close as well: in „German“ style, and by typing error.
fn opening(spacing: Spacing) -> Role {
    if spacing == Spacing::Closing { Role::Either } else { Role::Opens }
}

/// ” may open as well: in ”Swedish” style, and by typing error.
fn closing(spacing: Spacing) -> Role {
    if spacing == Spacing::Opening { Role::Either } else { Role::Closes }
}

const fn straight(spacing: Spacing) -> Role {
    match spacing {
        Spacing::Opening => Role::Opens,
        Spacing::Closing => Role::Closes,
        Spacing::Between | Spacing::Alone => Role::Either,
    }
}

fn single_opening(document: &Document, at: usize, spacing: Spacing) -> Option<Role> {
    match spacing {
        Spacing::Opening => (!is_elided(document.word(at + 1))).then_some(Role::Opens),
        Spacing::Closing => Some(Role::Closes),
        // O‘Brien
        Spacing::Between => (!starts_word(document, at - 1)).then_some(Role::Opens),
        Spacing::Alone => None,
    }
}

/// Whether `word` has lost its beginning: `em`, `90s`.
fn is_elided(word: &str) -> bool {
    let decade = word.strip_suffix('s').is_some_and(|year| year.len() == 2 && year.parse::<u8>().is_ok());
    decade || ELIDED.contains(&word)
}

fn apostrophe(document: &Document, at: usize, end: usize, spacing: Spacing) -> Option<Role> {
    match spacing {
        Spacing::Opening => (!is_elided(document.word(at + 1))).then_some(Role::Opens),
        // “They went,'he said”: the space was lost.
        Spacing::Between => (!starts_word(document, at - 1)).then_some(Role::Closes),
        Spacing::Closing if is_number(document, at - 1) => {
            // 6' 2"
            (at + 1 == end || !is_number(document, at + 1)).then_some(Role::Doubtful)
        }
        Spacing::Closing if ends_clipped(document, at, end) => Some(Role::Doubtful),
        Spacing::Closing => Some(Role::Closes),
        Spacing::Alone => None,
    }
}

/// Whether the apostrophe `at` may belong to the word before: `the workers’ rights`, `dancin’`, `o’`.
fn ends_clipped(document: &Document, at: usize, end: usize) -> bool {
    let word = document.word(at - 1);
    let goes_on = at + 1 < end && starts_word(document, at + 1);
    let owner = word.ends_with(['s', 'S', 'x', 'z']) && goes_on;
    let dropped_g = word.len() > 3 && word.ends_with("in") && word.starts_with(char::is_lowercase);
    owner || dropped_g || CLIPPED.iter().any(|clipped| word.eq_ignore_ascii_case(clipped))
}
