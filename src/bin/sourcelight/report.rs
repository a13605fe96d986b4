//! The answer for people: the article with its marks in colour, then each source with what it said.
//!
//! Colours are always written; the stream behind `out` takes them out where they are not wanted.

use crate::profile;
use anstyle::{AnsiColor, Style};
use serde_json::Value;
use sourcelight::Analysis;
use sourcelight::analysis::{Attribution, Notice, SourceType, Stance, Traceable};
use sourcelight::text::Span;
use std::fmt::Display;
use std::io::{self, Write};

const CONTENT: u8 = 1;
const HEDGED: u8 = 1 << 1;
const SOURCE: u8 = 1 << 2;
const CUE: u8 = 1 << 3;
const NAME: u8 = 1 << 4;
const QUOTE: u8 = 1 << 5;
const HEDGE: u8 = 1 << 6;

/// Writes the line that tells one article from the next.
pub(crate) fn heading(out: &mut impl Write, id: &Value) -> io::Result<()> {
    let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
    writeln!(out, "==> {} <==", Printable(&id))
}

/// Writes the article `text` and, below it, its sources and its profile.
pub(crate) fn write(out: &mut impl Write, text: &str, analysis: &Analysis) -> io::Result<()> {
    write_article(out, text, analysis)?;
    if let Some(notice) = analysis.notice {
        return writeln!(out, "\n{}", explain(notice));
    }
    write_sources(out, text, analysis)?;
    profile::write(out, &analysis.profile)
}

fn write_article(out: &mut impl Write, text: &str, analysis: &Analysis) -> io::Result<()> {
    let marks = marks(text, analysis);
    let mut at = 0;
    for run in marks.chunk_by(|a, b| a == b) {
        let style = style(run[0]);
        let piece = text.get(at..at + run.len()).unwrap_or_default();
        write!(out, "{style}{}{style:#}", Printable(piece))?;
        at += run.len();
    }
    if !text.ends_with('\n') {
        writeln!(out)?;
    }
    Ok(())
}

/// For each byte of `text`, which marks lie on it.
fn marks(text: &str, analysis: &Analysis) -> Vec<u8> {
    let mut marks = vec![0; text.len()];
    let mut lay = |start: u32, end: u32, mark: u8| {
        for byte in &mut marks[start as usize..end as usize] {
            *byte |= mark;
        }
    };
    for attribution in &analysis.attributions {
        let content = if attribution.hedged { CONTENT | HEDGED } else { CONTENT };
        let parts = [(&attribution.content, content), (&attribution.source, SOURCE), (&attribution.cue, CUE)];
        for (spans, mark) in parts {
            for span in spans {
                lay(span.start, span.end, mark);
            }
        }
    }
    analysis.entities.iter().for_each(|entity| lay(entity.start, entity.end, NAME));
    analysis.quotes.iter().for_each(|quote| lay(quote.start, quote.end, QUOTE));
    analysis.hedges.iter().for_each(|hedge| lay(hedge.start, hedge.end, HEDGE));
    marks
}

fn style(marks: u8) -> Style {
    let has = |mark| marks & mark != 0;
    let colour = if has(CUE) {
        Some(AnsiColor::Magenta)
    } else if has(SOURCE) {
        Some(AnsiColor::Cyan)
    } else if has(HEDGED) {
        Some(AnsiColor::Yellow)
    } else if has(CONTENT) {
        Some(AnsiColor::Green)
    } else {
        None
    };
    let mut style = Style::new().fg_color(colour.map(Into::into));
    if has(NAME) {
        style = style.bold();
    }
    if has(QUOTE) {
        style = style.italic();
    }
    if has(HEDGE) {
        style = style.underline();
    }
    style
}

fn write_sources(out: &mut impl Write, text: &str, analysis: &Analysis) -> io::Result<()> {
    let strong = Style::new().bold();
    writeln!(out, "\n{strong}Sources{strong:#}")?;
    if analysis.attributions.is_empty() {
        return writeln!(out, "\nNone were found.");
    }
    for (name, said) in by_source(text, &analysis.attributions) {
        writeln!(out, "\n{strong}{}{strong:#}{}", Printable(&name), describe(said[0]))?;
        for attribution in said {
            write_statement(out, text, attribution)?;
        }
    }
    Ok(())
}

fn write_statement(out: &mut impl Write, text: &str, attribution: &Attribution) -> io::Result<()> {
    let flags = [
        (attribution.hedged).then_some("hedged"),
        match attribution.stance {
            Stance::Neutral | Stance::Hedged => None,
            Stance::Doubtful => Some("doubtful"),
            Stance::Assertive => Some("assertive"),
            Stance::Negative => Some("negative"),
            Stance::Intention => Some("intention"),
        },
    ];
    let flags: Vec<_> = flags.into_iter().flatten().collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(", ")) };
    let colour = if attribution.hedged { AnsiColor::Yellow } else { AnsiColor::Green }.on_default();
    let (cue, content) = (words(text, &attribution.cue), words(text, &attribution.content));
    writeln!(out, "  {}{flags}: {colour}{}{colour:#}", Printable(&cue), Printable(&content))?;
    for reason in &attribution.reasons {
        writeln!(out, "    {}", Printable(&reason.text))?;
    }
    Ok(())
}

/// The attributions of each source, in the order in which the sources first appear.
fn by_source<'a>(text: &str, attributions: &'a [Attribution]) -> Vec<(String, Vec<&'a Attribution>)> {
    let mut sources: Vec<(String, Vec<&Attribution>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for attribution in attributions {
        let name = attribution.speaker.clone().unwrap_or_else(|| words(text, &attribution.source));
        let name = if name.is_empty() { "No source named".to_owned() } else { name };
        let at = *places.entry(name.to_lowercase()).or_insert_with(|| {
            sources.push((name, Vec::new()));
            sources.len() - 1
        });
        sources[at].1.push(attribution);
    }
    sources
}

/// What is known of a source, in brackets.
fn describe(attribution: &Attribution) -> String {
    let kind = match attribution.source_type {
        SourceType::Person => "person",
        SourceType::Organization => "organization",
        SourceType::Official => "official",
        SourceType::Group => "group",
        SourceType::Document => "document",
        SourceType::Pronoun => "pronoun",
        SourceType::None => return String::new(),
    };
    let traceable = match attribution.traceable {
        Traceable::Yes => "",
        Traceable::Partly => ", partly traceable",
        Traceable::No => ", not traceable",
    };
    format!(" ({kind}{traceable})")
}

fn explain(notice: Notice) -> &'static str {
    match notice {
        Notice::NotEnglish => {
            "Nothing is marked: the text does not look like English. --any-language marks it all the same."
        }
        Notice::NotProse => {
            "Nothing is marked: the text does not look like prose. --any-language marks it all the same."
        }
        Notice::TooLong => "Nothing is marked: the text is longer than 64 MiB.",
    }
}

/// The words of all `spans` on one line.
fn words(text: &str, spans: &[Span]) -> String {
    let pieces = spans.iter().map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
    pieces.collect::<Vec<_>>().join(" … ")
}

/// A text of others on a terminal: control characters could move the cursor or recolour the screen.
pub(crate) struct Printable<'t>(pub(crate) &'t str);

impl Display for Printable<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        self.0.split(harmful).try_for_each(|piece| f.write_str(piece))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sourcelight::analysis::{Form, Reason, ReasonCode};

    #[test]
    fn lists_what_each_source_said() {
        let text = "The dam would hold, experts claimed. It was old, the experts claimed.";
        let claim = |content: (usize, usize), source: (usize, usize), cue: (usize, usize)| Attribution {
            content: vec![Span::new(content.0, content.1)],
            source: vec![Span::new(source.0, source.1)],
            cue: vec![Span::new(cue.0, cue.1)],
            form: Form::Indirect,
            source_type: SourceType::Group,
            traceable: Traceable::No,
            stance: Stance::Doubtful,
            hedged: true,
            reasons: vec![Reason {
                code: ReasonCode::UnnamedSource,
                start: 20,
                end: 27,
                text: "“experts” names no one who could be asked.".to_owned(),
            }],
            speaker: None,
            within: None,
            through: None,
            anonymity: Vec::new(),
            confidence: 1.0,
            corrected: false,
        };
        let analysis = Analysis {
            attributions: vec![claim((0, 18), (20, 27), (28, 35)), claim((37, 47), (53, 60), (61, 68))],
            ..Analysis::default()
        };
        let mut out = anstream::StripStream::new(Vec::new());
        write_article(&mut out, text, &analysis).unwrap();
        write_sources(&mut out, text, &analysis).unwrap();
        let list = "\n\nSources\n\nexperts (group, not traceable)\n  \
            claimed [hedged, doubtful]: The dam would hold\n    “experts” names no one who could be asked.\n  \
            claimed [hedged, doubtful]: It was old\n    “experts” names no one who could be asked.\n";
        assert_eq!(String::from_utf8(out.into_inner()).unwrap(), format!("{text}{list}"));
    }
}
