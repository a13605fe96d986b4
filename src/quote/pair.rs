//! Which marks belong together: pairs that nest and never cross.

use super::Quotation;
use super::ahead::{Ahead, look_ahead};
use super::mark::{Mark, Role, Style};
use crate::analysis::QuoteKind;
use crate::text::Document;
use std::ops::Range;

/// How many quotations may lie in one another. No article comes near it; odd texts stay quick by it.
const DEPTH: usize = 8;

/// How far behind a straight single mark a doubtful one may close, in tokens.
const DOUBTFUL_REACH: usize = 6;

/// How far behind its paragraph a quotation may be closed that is not opened again there.
const TOKENS_REACH: usize = 400;
const MARKS_REACH: usize = 32;

/// A quotation that waits for its closing mark.
struct Open {
    start: usize,
    style: Style,
    /// Whether it is a quotation where nothing closes it, and no apostrophe.
    sure: bool,
    /// Where another one of the same style began in it: if this one is never closed, it ends there.
    interrupted: Option<usize>,
}

/// Pairs the marks of a document, one paragraph after the other.
pub(super) struct Pairing<'d> {
    document: &'d Document<'d>,
    /// The tokens of the paragraph that is being read.
    paragraph: Range<usize>,
    open: Vec<Open>,
    found: Vec<Quotation>,
}

impl<'d> Pairing<'d> {
    pub(super) const fn new(document: &'d Document<'d>) -> Self {
        Self { document, paragraph: 0..0, open: Vec::new(), found: Vec::new() }
    }

    /// The quotations found, in no order; what is still open has been ended with its paragraph.
    pub(super) fn finish(self) -> Vec<Quotation> {
        self.found
    }

    /// Pairs the marks of the paragraph `tokens`; `behind` are those of the paragraphs that follow.
    pub(super) fn paragraph(&mut self, tokens: Range<usize>, marks: &[Mark], behind: &[Mark]) {
        self.paragraph = tokens;
        let ahead = look_ahead(marks);
        // A quotation that goes on over paragraphs is opened again in each.
        let again = marks.first().is_some_and(|mark| {
            mark.token == self.paragraph.start && self.open.first().is_some_and(|open| reopens(open, *mark))
        });
        for (mark, ahead) in marks.iter().zip(&ahead).skip(usize::from(again)) {
            self.take(*mark, ahead);
        }
        self.end_paragraph(behind);
    }

    fn take(&mut self, mark: Mark, ahead: &Ahead) {
        match mark.role {
            Role::Opens if mark.style == Style::Single => {
                if self.opens_single(mark, ahead) {
                    self.push(mark);
                }
            }
            Role::Opens if self.innermost() == Some(mark.style) && self.is_misplaced(mark, ahead) => {
                self.close(mark, ahead);
            }
            Role::Either if !self.open.iter().any(|open| open.style == mark.style) => {
                if mark.style != Style::Double || ahead.double.is_some_and(|next| next != Role::Opens) {
                    self.push(mark);
                }
            }
            Role::Opens => self.push(mark),
            Role::Doubtful if ahead.closes(mark.style) => {}
            Role::Closes | Role::Doubtful | Role::Either => self.close(mark, ahead),
        }
    }

    fn innermost(&self) -> Option<Style> {
        self.open.last().map(|open| open.style)
    }

    /// Whether a single mark that could open a quotation does, and is no apostrophe.
    fn opens_single(&self, mark: Mark, ahead: &Ahead) -> bool {
        let word = self.document.word(mark.token);
        if !matches!(word, "'" | "’" | "`") {
            return true;
        }
        if self.innermost() == Some(Style::Single) {
            return false;
        }
        let near = ahead.single.doubtful.is_some_and(|token| token - mark.token <= DOUBTFUL_REACH);
        let unclosed =
            mark.token == self.paragraph.start || self.open.is_empty() && ahead.closes(Style::Double);
        ahead.closes(Style::Single) || word == "'" && (near || unclosed && self.is_announced(mark.token))
    }

    /// Whether a quotation is to be expected at `at`: at the start of a paragraph or sentence, behind a
    /// comma or colon.
    fn is_announced(&self, at: usize) -> bool {
        at == self.paragraph.start
            || !self.document.touches_previous(at)
                && matches!(before(self.document, at), "," | ":" | "." | "!" | "?")
    }

    /// “It is over, “he said.”: an opening mark where a closing one belongs.
    fn is_misplaced(&self, mark: Mark, ahead: &Ahead) -> bool {
        let small = self.document.word(mark.token + 1).starts_with(char::is_lowercase);
        match before(self.document, mark.token) {
            "," => !ahead.closes(mark.style),
            "." | "!" | "?" | "—" | "–" => small && !ahead.closes(mark.style),
            _ => false,
        }
    }

    fn push(&mut self, mark: Mark) {
        if let Some(last) = self.open.last_mut().filter(|last| last.style == mark.style) {
            last.interrupted.get_or_insert(mark.token);
        }
        if self.open.len() == DEPTH {
            for open in std::mem::take(&mut self.open) {
                if open.sure {
                    self.end(&open, mark.token);
                }
            }
        }
        let sure = mark.style != Style::Single
            || self.document.word(mark.token) != "’" && self.is_announced(mark.token);
        self.open.push(Open { start: mark.token, style: mark.style, sure, interrupted: None });
    }

    /// Closes the quotation that `mark` belongs to; those inside it end there too.
    fn close(&mut self, mark: Mark, ahead: &Ahead) {
        let Some(depth) = self.partner(mark, ahead) else { return };
        for inner in self.open.split_off(depth + 1) {
            // A single mark that nothing closes is an apostrophe.
            if inner.style != Style::Single {
                self.end(&inner, mark.token);
            }
        }
        if let Some(open) = self.open.pop() {
            self.add(open.start..mark.token + 1, true);
        }
    }

    /// The quotation that `mark` closes: of its style, or by typing error of another one.
    fn partner(&self, mark: Mark, ahead: &Ahead) -> Option<usize> {
        let own = self.open.iter().rposition(|open| open.style == mark.style);
        let double = self.open.iter().rposition(|open| open.style == Style::Double);
        match mark.style {
            // “… the ‘last chance,’” but not ‘… he said “goin’ now” and left’.
            Style::Single if own >= double => own,
            Style::Single if ahead.closes(Style::Double) => None,
            Style::Single => double.filter(|_| self.ends_clause(mark)),
            Style::Double => own.or_else(|| {
                self.open
                    .len()
                    .checked_sub(1)
                    .filter(|_| self.innermost() == Some(Style::Single) && self.ends_clause(mark))
            }),
            Style::Guillemet => own,
        }
    }

    /// Whether `mark` stands right behind the punctuation of a clause, where no apostrophe does.
    fn ends_clause(&self, mark: Mark) -> bool {
        self.document.touches_previous(mark.token)
            && matches!(before(self.document, mark.token), "," | "." | "!" | "?" | "…" | "...")
    }

    /// Ends what is open with the paragraph, but for one quotation that goes on behind it.
    fn end_paragraph(&mut self, behind: &[Mark]) {
        let end = self.paragraph.end;
        let carried = self
            .open
            .iter()
            .position(|open| open.sure && open.interrupted.is_none())
            .filter(|&at| self.goes_on(&self.open[at], end, behind));
        for (at, open) in std::mem::take(&mut self.open).into_iter().enumerate() {
            if carried == Some(at) {
                self.open.push(open);
            } else if open.sure {
                self.end(&open, end);
            }
        }
    }

    /// Whether the paragraph behind the token `end` opens the quotation again, or the next mark of its
    /// style closes it a few paragraphs on.
    fn goes_on(&self, open: &Open, end: usize, behind: &[Mark]) -> bool {
        if behind.first().is_some_and(|mark| mark.token == end && reopens(open, *mark)) {
            return true;
        }
        let near = behind.iter().take(MARKS_REACH).take_while(|mark| mark.token < end + TOKENS_REACH);
        let next = near.into_iter().find(|mark| mark.style == open.style);
        next.is_some_and(|next| {
            next.role == Role::Closes && (open.style != Style::Single || self.ends_clause(*next))
        })
    }

    fn end(&mut self, open: &Open, end: usize) {
        self.add(open.start..open.interrupted.unwrap_or(end), false);
    }

    /// Adds a quotation, unless there is nothing in it.
    fn add(&mut self, tokens: Range<usize>, closed: bool) {
        if tokens.len() > 1 + usize::from(closed) {
            self.found.push(Quotation { tokens, closed, inner: false, kind: QuoteKind::Fragment });
        }
    }
}

/// The token before `at`, whether they touch or not.
fn before<'t>(document: &Document<'t>, at: usize) -> &'t str {
    at.checked_sub(1).map_or("", |at| document.word(at))
}

/// Whether `mark`, the first token of a paragraph, opens the quotation `open` again.
fn reopens(open: &Open, mark: Mark) -> bool {
    mark.style == open.style && mark.role != Role::Doubtful
}
