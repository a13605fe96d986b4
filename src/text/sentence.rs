//! Where sentences end.

use super::{Token, TokenKind};
use crate::lexicon::{Dot, FunctionWord, lexicon};
use std::ops::Range;

/// How far behind a quotation its speaker's verb is looked for, in tokens.
const SPEAKER_REACH: usize = 5;

/// Adds the sentences of one paragraph to `found`, as ranges of `tokens`; they hold all of it.
pub(super) fn split(text: &str, tokens: &[Token], paragraph: Range<usize>, found: &mut Vec<Range<usize>>) {
    // What lies behind the paragraph has no say in it.
    let cutter = Cutter { text, tokens: &tokens[..paragraph.end] };
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        if !cutter.may_end(at) {
            at += 1;
            continue;
        }
        // Marks that close behind a full stop are passed over as a whole, or a long row of them
        // would be looked at again from each of its marks.
        let end = cutter.closing_end(at + 1);
        if end < paragraph.end && cutter.ends(start, at, end) {
            found.push(start..end);
            start = end;
        }
        at = end;
    }
    if start < paragraph.end {
        found.push(start..paragraph.end);
    }
}

#[derive(Clone, Copy)]
struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Cutter<'a> {
    fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no white space stands before the token `at`.
    fn touches(self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    fn may_end(self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Punctuation) => {
                self.word(at).starts_with(['.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', '。', '！', '？'])
            }
            Some(TokenKind::Word) => self.word(at).as_bytes().last() == Some(&b'.'),
            _ => false,
        }
    }

    /// Behind the quote marks, brackets and references (`[3]`) that follow a full stop directly.
    fn closing_end(self, mut at: usize) -> usize {
        while self.touches(at) {
            match self.word(at) {
                "”" | "’" | "\"" | "'" | "''" | "»" | "“" | ")" | "]" | "!" | "?" => at += 1,
                "[" if self.touches(at + 1) && self.touches(at + 2) && self.word(at + 2) == "]" => at += 3,
                _ => break,
            }
        }
        at
    }

    /// Whether the token `at` ends the sentence that began at `start`, and whose closing marks reach
    /// to `end`.
    fn ends(self, start: usize, at: usize, end: usize) -> bool {
        let word = self.word(at);
        if word.starts_with(['。', '！', '？']) {
            return true;
        }
        if self.touches(end) {
            return word == "." && self.lacks_space(at, end);
        }
        match word {
            "." => !self.is_list_number(start, at) && self.can_start(end),
            _ if self.kind(at) == Some(TokenKind::Word) => self.dot_ends(at) && self.starts_plainly(end),
            _ if word.starts_with(['.', '…']) => self.starts_large(end) && self.word(end) != "I",
            _ => {
                self.can_start(end) && self.starts_large(end) && !(end > at + 1 && self.speaker_follows(end))
            }
        }
    }

    /// “… of the plan.The minister …”: a space was lost.
    fn lacks_space(self, at: usize, end: usize) -> bool {
        let is_word = |at| self.kind(at) == Some(TokenKind::Word);
        at + 1 == end
            && at > 0
            && is_word(at - 1)
            && is_word(end)
            && !self.touches(end + 1)
            && self.word(at - 1).len() > 1
            && self.word(at - 1).ends_with(char::is_lowercase)
            && self.word(end).starts_with(char::is_uppercase)
    }

    /// The number in “1. First”.
    fn is_list_number(self, start: usize, at: usize) -> bool {
        let short = self.kind(start) == Some(TokenKind::Number) || self.word(start).len() == 1;
        start + 1 == at && self.touches(at) && short
    }

    /// Whether a sentence can begin with the token `at`: no small letter, no joining punctuation.
    fn can_start(self, at: usize) -> bool {
        let word = self.word(at);
        if self.kind(at) == Some(TokenKind::Punctuation) {
            return !matches!(
                word,
                "," | ";" | ":" | ")" | "]" | "." | "-" | "–" | "—" | "”" | "»" | "/" | "!" | "?"
            );
        }
        !word.starts_with(char::is_lowercase)
    }

    /// Whether the word `at`, or the first one behind an opening mark there, has no small letter first.
    fn starts_large(self, at: usize) -> bool {
        let at = at + usize::from(self.opens(at));
        !self.word(at).starts_with(char::is_lowercase) && self.word(at) != ","
    }

    fn opens(self, at: usize) -> bool {
        matches!(self.word(at), "“" | "\"" | "‘" | "'" | "''" | "``" | "«" | "(" | "[")
    }

    /// Whether the dot of the abbreviation `at` can be a full stop too.
    fn dot_ends(self, at: usize) -> bool {
        let bare = self.word(at).trim_end_matches('.');
        match lexicon().abbreviations.get(bare) {
            Some(Dot::Inner) => false,
            // The initial in "John F. Kennedy"; but "vitamin C. The …", "Plan B. He …" end.
            None if bare.chars().nth(1).is_none() => {
                at > 0 && lexicon().given_names.get(self.word(at - 1)).is_none()
            }
            Some(Dot::Either) | None => true,
        }
    }

    /// Whether the token `at` can't continue a name: behind an abbreviation only a determiner, a
    /// pronoun and their like begin a sentence.
    fn starts_plainly(self, at: usize) -> bool {
        let at = at + usize::from(self.opens(at));
        let word = self.word(at);
        let plain = |kind: &FunctionWord| *kind != FunctionWord::Auxiliary;
        word.starts_with(char::is_uppercase) && lexicon().function_words.get(word).is_some_and(plain)
    }

    /// “Stop!” Captain Ana Ruiz shouted: the quotation's sentence goes on.
    fn speaker_follows(self, at: usize) -> bool {
        for at in at..at + SPEAKER_REACH {
            let word = self.word(at);
            if lexicon().cue_verbs.get(word).is_some_and(|verb| verb.frames.quote) {
                return true;
            }
            if !word.starts_with(char::is_uppercase) {
                return false;
            }
        }
        false
    }
}
