//! Classes of characters.

/// Whether `c` is an apostrophe, straight or curly.
pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether nothing of `c` is seen: white space, control and format characters.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || is_joiner(c)
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}')
}

/// Whether `c` is an invisible character that may stand inside a word: soft hyphens, zero-width
/// joiners and spaces, a stray byte order mark.
pub(super) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether `c` ends a line.
pub(super) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Combining marks of the scripts that a news article quotes; `char` has no test for them.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Marks of punctuation, `$ + < > = ^ | ~ %` and the backtick left out: those are symbols.
pub(super) const fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '>' | '=' | '^' | '`' | '|' | '~' | '%')
        || matches!(c, '¡' | '¿' | '«' | '»' | '§' | '¶' | '·' | '،' | '؛' | '؟' | '۔' | '।' | '॥'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
}

/// As `char::is_alphanumeric`, but quick for the quote marks and dashes that are in every article.
pub(super) fn is_alphanumeric(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

/// How many bytes of `rest` come before the first character that does not belong.
pub(super) fn run_length(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// How many bytes of `rest` are letters, digits and what follows a letter without ending the word.
pub(super) fn word_run(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let ascii = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    if bytes.get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let mut end = ascii;
    for (at, c) in rest[ascii..].char_indices() {
        if is_alphanumeric(c) || end > 0 && is_mark(c) {
            end = ascii + at + c.len_utf8();
        } else if !is_joiner(c) {
            break;
        }
    }
    end
}
