//! Quotations with the speaker's name under them and no verb: “Y.” — Maria Lopez

use super::link::Link;
use super::reading::Reading;
use super::stance;
use crate::analysis::QuoteKind;
use crate::quote::Quotation;
use crate::text::TokenKind;
use std::ops::Range;

/// The longest name, in tokens.
const LONGEST_NAME: usize = 8;

/// How likely such a link is right.
const CONFIDENCE: f32 = 0.8;

/// The links of signed quotations; the dash is their cue.
pub(super) fn find_signed(reading: &Reading) -> Vec<Link> {
    let whole = |quotation: &&Quotation| {
        let clause = quotation.kind == QuoteKind::Quotation;
        let large = !reading.document.word(quotation.tokens.start + 1).starts_with(char::is_lowercase);
        quotation.closed && !quotation.inner && clause && large
    };
    let link = |quotation: &Quotation| {
        let cue = quotation.tokens.end..quotation.tokens.end + 1;
        let source = name(reading, &cue)?;
        let content = vec![quotation.tokens.clone()];
        Some(Link {
            source: Some(source),
            stance: stance::of(reading, cue.clone(), &content),
            cue,
            content,
            confidence: CONFIDENCE,
        })
    };
    reading.quotations().iter().filter(whole).filter_map(link).collect()
}

/// The name between the dash `cue` and the end of its line; a comma may end it too.
fn name(reading: &Reading, cue: &Range<usize>) -> Option<Range<usize>> {
    let word = |at: usize| reading.document.word(at);
    let is_dash = word(cue.start).starts_with(['―', '—', '–', '-']);
    let line = reading.paragraph(cue.start);
    let part = |at: usize| {
        let is_word = reading.document.kind(at) == Some(TokenKind::Word);
        is_word && word(at).starts_with(char::is_uppercase) || word(at) == "-"
    };
    let end = (cue.end..line.end).find(|&at| !part(at)).unwrap_or(line.end);
    let ends = end == line.end || word(end) == "," || word(end) == "." && end + 1 == line.end;
    (is_dash && ends && cue.end < end && end <= cue.end + LONGEST_NAME).then_some(cue.end..end)
}
