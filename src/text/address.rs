//! Web and e-mail addresses, `@handles` and `#tags`.

use super::chars::{run_length, word_run};

/// The longest local part of an e-mail address, as its standard has it.
const LOCAL_PART: usize = 64;

/// The length of the web or e-mail address that `rest` begins with.
pub(super) fn address(rest: &str) -> Option<usize> {
    let label = word_run(rest);
    match rest.as_bytes().get(label)? {
        b':' if is_scheme(&rest[..label]) => {
            rest[label..].strip_prefix("://")?.starts_with(char::is_alphanumeric).then(|| url(rest))
        }
        b'.' if rest[..label].eq_ignore_ascii_case("www") => {
            rest[label + 1..].starts_with(char::is_alphanumeric).then(|| url(rest))
        }
        b'@' | b'.' | b'_' | b'+' | b'-' => email(rest).or_else(|| path(rest)),
        _ => None,
    }
}

fn is_scheme(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The length of the address at the start of `rest`, which goes on until white space or a quote mark.
fn url(rest: &str) -> usize {
    trim_end(
        &rest[..run_length(rest, |c| {
            !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '“' | '”' | '«' | '»')
        })],
    )
}

/// An address without scheme, known by its path: `t.co/abc`.
fn path(rest: &str) -> Option<usize> {
    let host = super::word::domain(rest, word_run(rest))?;
    rest[host..].strip_prefix('/')?.starts_with(|c: char| c.is_alphanumeric()).then(|| url(rest))
}

fn email(rest: &str) -> Option<usize> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-');
    let head = rest.bytes().take(LOCAL_PART + 1).take_while(is_local).count();
    let host = rest[head..].strip_prefix('@')?;
    let host = &host[..run_length(host, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))];
    let host = &host[..trim_end(host)];
    host.contains('.').then_some(head + 1 + host.len())
}

/// The length of an address without the punctuation of the sentence around it.
fn trim_end(address: &str) -> usize {
    let bare = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ')', ']', '…', '-']);
    // A bracket that was opened inside belongs to the address.
    let closes = address[bare.len()..].starts_with(')') && bare.contains('(');
    bare.len() + usize::from(closes)
}

/// The length of the handle or tag at the start of `rest`, whose sign follows `before`.
pub(super) fn tag(rest: &str, before: Option<char>) -> Option<usize> {
    let free = before.is_none_or(|c| !c.is_alphanumeric());
    let name = rest.get(1..).filter(|_| free)?;
    let name = &name[..name_run(name)];
    (name.len() > 1 && name.contains(char::is_alphabetic)).then_some(1 + name.len())
}

/// How many bytes of `rest` are letters, digits and underscores.
fn name_run(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let word = word_run(&rest[end..]);
        let lines = run_length(&rest[end + word..], |c| c == '_');
        if word + lines == 0 {
            return end;
        }
        end += word + lines;
    }
}
