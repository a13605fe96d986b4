//! Lossless tokens: put together again, they are the text.
//!
//! The cuts follow the Penn Treebank where it matters to later stages: clitics stand alone
//! (`Zelensky|’s`, `do|n’t`), an abbreviation keeps its dot (`Mr.`, `U.S.`). Hyphens always stand
//! alone (`US|-|led`), so that a name inside a compound can be marked.

use super::{Span, Token, TokenKind};
use crate::lexicon::lexicon;

/// Cuts `text` into tokens that cover it without a gap.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let (length, kind) = next_token(&text[start..], first, text[..start].chars().next_back());
        let end = start + length;
        if kind == TokenKind::Word {
            push_word(text, start, end, &mut tokens);
        } else {
            tokens.push(Token { span: Span::new(start, end), kind });
        }
        start = end;
    }
    tokens
}

/// Whether `c` is an apostrophe, straight or curly.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Length in bytes and kind of the token that `rest` begins with; a word still holds its clitics.
fn next_token(rest: &str, first: char, before: Option<char>) -> (usize, TokenKind) {
    if first.is_whitespace() {
        return white_space(rest);
    }
    if is_word_start(first) || matches!(first, '@' | '#') {
        let free = before.is_none_or(|c| !is_word_start(c));
        if let Some(length) = free.then(|| address(rest, first)).flatten() {
            return (length, TokenKind::Address);
        }
    }
    if first.is_numeric() {
        return number(rest);
    }
    if first.is_alphanumeric() {
        return (word(rest), TokenKind::Word);
    }
    if matches!(first, '.' | '-' | '–' | '—') {
        return (run_length(rest, |c| c == first), TokenKind::Punctuation);
    }
    if is_punctuation(first) {
        return (first.len_utf8(), TokenKind::Punctuation);
    }
    (symbol(rest, first), TokenKind::Symbol)
}

fn run_length(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn white_space(rest: &str) -> (usize, TokenKind) {
    let length = run_length(rest, char::is_whitespace);
    let breaks = rest[..length].contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}']);
    (length, if breaks { TokenKind::Break } else { TokenKind::Space })
}

fn is_word_start(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A letter, a digit, or what may follow a letter without ending the word: combining marks, joiners, soft hyphens.
fn is_word_part(c: char) -> bool {
    is_word_start(c) || is_mark(c) || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// Combining marks of the scripts that a news article quotes; `char` has no test for them.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '>' | '=' | '^' | '`' | '|' | '~' | '%')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '¡' | '¿' | '«' | '»' | '§' | '¶' | '·' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
}

/// A symbol; an emoji keeps its modifiers and joined partners, a flag its two letters.
fn symbol(rest: &str, first: char) -> usize {
    let mut joined = false;
    let mut flag = is_flag_letter(first);
    let mut length = first.len_utf8();
    for c in rest[length..].chars() {
        let belongs = joined
            || is_mark(c)
            || matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
            || (flag && is_flag_letter(c));
        if !belongs || c.is_whitespace() {
            break;
        }
        flag = false;
        joined = c == '\u{200d}';
        length += c.len_utf8();
    }
    length
}

const fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// A web or e-mail address, a handle or a tag at the start of `rest`.
fn address(rest: &str, first: char) -> Option<usize> {
    if matches!(first, '@' | '#') {
        let name = run_length(&rest[1..], is_word_part);
        return (name > 1).then_some(1 + name);
    }
    let head = run_length(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'));
    let (before, behind) = rest.split_at(head);
    if let Some(host) = behind.strip_prefix('@') {
        let length =
            trim_end(&host[..run_length(host, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))]);
        return host[..length].contains('.').then_some(head + 1 + length);
    }
    let scheme = behind.starts_with("://") && before.chars().all(|c| c.is_ascii_alphabetic());
    let host = before.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www.")) && before.len() > 6;
    (scheme || host).then(|| {
        trim_end(
            &rest[..run_length(rest, |c| {
                !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '“' | '”' | '»')
            })],
        )
    })
}

/// The length of an address without the punctuation of the sentence around it.
fn trim_end(address: &str) -> usize {
    let bare = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ')', ']', '…', '-']);
    // A bracket that was opened inside belongs to the address.
    if address[bare.len()..].starts_with(')') && bare.contains('(') { bare.len() + 1 } else { bare.len() }
}

/// Digits with inner separators; with letters behind them (`1990s`, `5th`, `61bn`) they are a word.
fn number(rest: &str) -> (usize, TokenKind) {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|&(_, next)| next.is_numeric());
        if !c.is_numeric() && !(matches!(c, '.' | ',' | ':' | '/' | '⁄') && next_is_digit) {
            break;
        }
        length = at + c.len_utf8();
    }
    let letters = run_length(&rest[length..], is_word_part);
    if letters == 0 { (length, TokenKind::Number) } else { (length + letters, TokenKind::Word) }
}

/// The length of a word with inner apostrophes and, for an abbreviation, its dots.
fn word(rest: &str) -> usize {
    let mut length = run_length(rest, is_word_part);
    // U.S., e.g., J.R.R.
    while length <= 1 || rest[..length].contains('.') {
        let Some(behind) = rest[length..].strip_prefix('.') else { break };
        let letter = behind.chars().next().filter(|c| c.is_alphabetic());
        let single = letter.is_some_and(|c| !behind[c.len_utf8()..].starts_with(is_word_part));
        match letter {
            Some(c) if single => length += 1 + c.len_utf8(),
            _ => break,
        }
    }
    while let Some(mark) = rest[length..].chars().next().filter(|&c| is_apostrophe(c)) {
        let tail = run_length(&rest[length + mark.len_utf8()..], is_word_part);
        if tail == 0 {
            break;
        }
        length += mark.len_utf8() + tail;
    }
    if rest[length..].starts_with('.')
        && !rest[length..].starts_with("..")
        && takes_dot(&rest[..length], &rest[length + 1..])
    {
        length += 1;
    }
    length
}

/// Whether the dot behind `word` belongs to it: `U.S.`, `Mr.`, the initial in `J. Smith`.
fn takes_dot(word: &str, behind: &str) -> bool {
    if word.contains('.') {
        return true;
    }
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(|c| c.is_uppercase() && c != 'I') && chars.next().is_none();
    if initial {
        return behind.trim_start().starts_with(char::is_uppercase);
    }
    lexicon().abbreviations.get(word).is_some()
}

/// Pushes a word and, apart, the clitic that it ends with.
fn push_word(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let cut = start + clitic(&text[start..end]);
    tokens.push(Token { span: Span::new(start, cut), kind: TokenKind::Word });
    if cut < end {
        tokens.push(Token { span: Span::new(cut, end), kind: TokenKind::Word });
    }
}

/// Where the clitic of `word` begins (`’s`, `n’t`, `’ll`, …); its length where it has none.
fn clitic(word: &str) -> usize {
    let Some((at, mark)) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c)) else {
        return word.len();
    };
    let tail = &word[at + mark.len_utf8()..];
    if at == 0 {
        return word.len();
    }
    if tail.eq_ignore_ascii_case("t") && word[..at].ends_with(['n', 'N']) && at > 1 {
        return at - 1;
    }
    let known = ["s", "ll", "re", "ve", "d", "m"].iter().any(|c| tail.eq_ignore_ascii_case(c));
    if known { at } else { word.len() }
}
