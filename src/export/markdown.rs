//! The article in Markdown, with a footnote for each attribution: plain Markdown and the footnotes that
//! GitHub, GitLab, Obsidian and Pandoc know.

use super::block::{Block, BlockKind, blocks};
use super::{Article, words};
use crate::analysis::Attribution;
use crate::text::sort_by_number;
use std::fmt::Write;

/// The article with numbers behind its cues, and what each number stands for.
#[must_use]
pub fn markdown(article: &Article) -> String {
    let mut out = String::new();
    if !article.title.trim().is_empty() {
        let title = article.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(out, "# {}\n\n", escape(&title));
    }
    let places = places(article);
    let numbers = numbers(&places, article.analysis.attributions.len());
    let mut notes = places.iter().peekable();
    for Block { kind, range } in blocks(article.text) {
        out.push_str(match kind {
            BlockKind::Headline if article.title.trim().is_empty() => "# ",
            BlockKind::Headline | BlockKind::Heading => "## ",
            BlockKind::Paragraph => "",
        });
        let mut at = range.start;
        while let Some(&&(place, index)) = notes.peek().filter(|note| note.0 <= range.end) {
            write_lines(&mut out, article.text.get(at..place).unwrap_or_default());
            if out.ends_with('!') {
                // `![` would begin an image.
                out.insert(out.len() - 1, '\\');
            }
            let _ = write!(out, "[^{}]", numbers[index]);
            at = place.max(at);
            notes.next();
        }
        write_lines(&mut out, article.text.get(at..range.end).unwrap_or_default());
        out.push_str("\n\n");
    }
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    sort_by_number(&mut order, |&index| numbers[index] as u64);
    for index in order {
        write_note(&mut out, article, &numbers, index);
    }
    out
}

/// Where each attribution's number stands, in the order of the text: behind its cue, or else its source,
/// or else its content; and which attribution it is.
fn places(article: &Article) -> Vec<(usize, usize)> {
    let place = |attribution: &Attribution| {
        let parts = [&attribution.cue, &attribution.source, &attribution.content];
        let spans = parts.into_iter().flatten().filter(|span| !span.of(article.text).is_empty());
        spans.map(|span| span.end as usize).next()
    };
    let attributions = article.analysis.attributions.iter().enumerate();
    let mut places: Vec<_> =
        attributions.filter_map(|(index, attribution)| Some((place(attribution)?, index))).collect();
    sort_by_number(&mut places, |&(place, _)| place as u64);
    places
}

/// The number of each attribution's note, from 1 and in the order of the text: viewers count notes by where
/// they are met first, whatever they are called.
fn numbers(places: &[(usize, usize)], attributions: usize) -> Vec<usize> {
    let mut numbers = vec![0; attributions];
    for (number, &(_, index)) in places.iter().enumerate() {
        numbers[index] = number + 1;
    }
    // What has no place is met last.
    let unplaced = numbers.iter_mut().filter(|number| **number == 0);
    for (later, number) in unplaced.enumerate() {
        *number = places.len() + later + 1;
    }
    numbers
}

/// `[^3]: **experts** (unnamed people of some kind; can’t be traced) *have suggested*: “…”. Hedged: …`
fn write_note(out: &mut String, article: &Article, numbers: &[usize], index: usize) {
    let attribution = &article.analysis.attributions[index];
    let source = article.words(&attribution.source);
    let source = if source.is_empty() { words::NO_SOURCE } else { &source };
    let _ = write!(out, "[^{}]: **{}**", numbers[index], escape(source));
    if let Some(speaker) = attribution.speaker.as_deref().filter(|speaker| !source.contains(speaker)) {
        let _ = write!(out, " = {}", escape(speaker));
    }
    let (kind, trace) = (words::source(attribution.source_type).1, words::traceable(attribution.traceable).1);
    let _ = write!(out, " ({kind}; {trace})");
    let (cue, content) = (article.words(&attribution.cue), article.words(&attribution.content));
    if !cue.is_empty() {
        let _ = write!(out, " *{}* ({})", escape(&cue), words::stance(attribution.stance).1);
    }
    let _ = write!(out, ": {}", escape(&content));
    if let Some(through) = attribution.through.and_then(|index| numbers.get(index as usize)) {
        let _ = write!(out, " — Through number {through}.");
    }
    for reason in &attribution.reasons {
        let _ = write!(out, " — {}", escape(&reason.text));
    }
    if attribution.corrected {
        let _ = write!(out, " ({})", words::CORRECTED);
    }
    out.push_str("\n\n");
}

/// Writes a piece of a paragraph; its line ends stay line ends.
fn write_lines(out: &mut String, piece: &str) {
    for (at, line) in piece.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(escape).enumerate() {
        if at > 0 && !line.trim().is_empty() {
            out.push_str("\\\n");
        }
        if out.is_empty() || out.ends_with('\n') {
            out.push_str(&guard_start(line.trim_start()));
        } else {
            if out.ends_with(']') && line.starts_with(['(', ':']) {
                // `[^1](` would begin a link, and `[^1]:` a note.
                out.push('\\');
            }
            out.push_str(&line);
        }
    }
}

/// Escapes what means something to Markdown anywhere in a line. Control characters go: viewers drop
/// or misread them.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let means_something = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '$' | '^' | '=' | '#' => true,
            '&' => rest.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        if !c.is_control() || c == '\t' {
            escaped.push(if c == '\t' { ' ' } else { c });
        }
    }
    escaped
}

/// Escapes what means something at the start of a line alone: a list, a rule, a definition.
fn guard_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let guard = if line.starts_with(['+', '-', ':', '%']) { "\\" } else { "" };
    format!("{guard}{line}")
}
