//! The article's text with its marks as elements. Taken as text it is the article, line ends apart.
//!
//! Marks may cross, elements may not: where one ends inside another, the inner one is closed and
//! opened again behind it.

use super::super::block::{Block, BlockKind, blocks};
use super::super::words;
use super::{Article, Escaped};
use crate::text::{Span, in_one, sort_by_number};
use std::fmt::Write;

/// A mark as an element.
struct Mark {
    span: Span,
    /// Where it lies among those of the same span: later ones lie inside.
    rank: u8,
    /// The names of its classes.
    class: String,
    /// What a mouse that rests on it is told.
    title: String,
    /// The attribution that its words lead to.
    link: Option<Link>,
}

#[derive(Clone, Copy)]
struct Link {
    number: usize,
    /// Whether it is the attribution's first, which bears the number.
    first: bool,
}

/// The ranks of content, source and cue; other marks lie between and inside.
const RANKS: [u8; 3] = [0, 2, 3];
const QUOTE_RANK: u8 = 1;
const ENTITY_RANK: u8 = 4;
const HEDGE_RANK: u8 = 5;

/// Writes the whole text, block by block.
pub(super) fn write(out: &mut String, article: &Article) {
    let marks = marks(article);
    let mut writer = Writer { out, text: article.text, marks: &marks, next: 0, open: Vec::new() };
    let mut at = 0;
    for Block { kind, range } in blocks(article.text) {
        let tag = match kind {
            BlockKind::Headline if article.title.trim().is_empty() => "h1",
            BlockKind::Headline | BlockKind::Heading => "h2",
            BlockKind::Paragraph => "p",
        };
        writer.write_gap(at..range.start);
        let _ = write!(writer.out, "<{tag}>");
        writer.write_block(range.start, range.end);
        let _ = write!(writer.out, "</{tag}>");
        at = range.end;
    }
    writer.write_gap(at..article.text.len());
}

struct Writer<'a> {
    out: &'a mut String,
    text: &'a str,
    /// By start, the longer first.
    marks: &'a [Mark],
    /// The first of `marks` that was not opened yet.
    next: usize,
    /// The marks at the present place, the outermost first.
    open: Vec<&'a Mark>,
}

impl<'a> Writer<'a> {
    fn write_gap(&mut self, range: std::ops::Range<usize>) {
        let _ = write!(self.out, "{}", Escaped(&self.text[range]));
    }

    fn write_block(&mut self, start: usize, end: usize) {
        let mut at = start;
        // What began in an earlier block goes on in this one.
        self.open.iter().for_each(|mark| begin(self.out, mark));
        while at < end {
            self.open_marks(at);
            let until = self.next_border(at).min(end);
            self.write_run(at, until);
            at = until;
            if at < end {
                self.close_marks(at);
            }
        }
        self.out.push_str(&"</mark>".repeat(self.open.len()));
        self.open.retain(|mark| mark.span.end as usize > end);
    }

    /// Opens the marks that start at `at`, or did in the white space before.
    fn open_marks(&mut self, at: usize) {
        let marks = self.marks;
        while let Some(mark) = marks.get(self.next).filter(|mark| mark.span.start as usize <= at) {
            self.next += 1;
            if mark.span.end as usize > at {
                begin(self.out, mark);
                self.open.push(mark);
            }
        }
    }

    fn next_border(&self, at: usize) -> usize {
        let start = self.marks.get(self.next).map(|mark| mark.span.start as usize);
        let end = self.open.iter().map(|mark| mark.span.end as usize).min();
        start.into_iter().chain(end).min().unwrap_or(self.text.len()).max(at)
    }

    /// Closes the marks that end at `at`, and opens those again that lay inside them and go on.
    fn close_marks(&mut self, at: usize) {
        let ended = |mark: &&Mark| mark.span.end as usize <= at;
        let Some(outermost) = self.open.iter().position(ended) else { return };
        let inner: Vec<&'a Mark> = self.open.drain(outermost..).collect();
        self.out.push_str(&"</mark>".repeat(inner.len()));
        for mark in inner.into_iter().filter(|mark| !ended(mark)) {
            begin(self.out, mark);
            self.open.push(mark);
        }
    }

    fn write_run(&mut self, start: usize, end: usize) {
        let run = Escaped(&self.text[start..end]);
        let mut links = self.open.iter().rev().filter_map(|mark| Some((mark, mark.link?)));
        let Some((mark, link)) = links.next() else {
            let _ = write!(self.out, "{run}");
            return;
        };
        let ends = |mark: &Mark, link: Link| link.first && mark.span.end as usize == end;
        let number = link.number;
        // One stop a cue is enough for the keyboard.
        let place = if ends(mark, link) { link.anchor() } else { "tabindex=\"-1\"".to_owned() };
        let _ = write!(self.out, "<a {place} href=\"#a{number}\">{run}</a>");
        // Other attributions that end in the same cue have their numbers beside.
        for (_, link) in links.filter(|(mark, link)| ends(mark, *link)) {
            let number = link.number;
            let _ = write!(self.out, "<a {} href=\"#a{number}\" aria-label=\"{number}\"></a>", link.anchor());
        }
    }
}

impl Link {
    /// What makes an element the place that the card leads back to, with the number behind it.
    fn anchor(self) -> String {
        let number = self.number;
        format!("id=\"m{number}\" class=\"n\" data-n=\"{number}\"")
    }
}

fn begin(out: &mut String, mark: &Mark) {
    let _ = write!(out, "<mark class=\"{}\"", mark.class);
    if !mark.title.is_empty() {
        let _ = write!(out, " title=\"{}\"", Escaped(&mark.title));
    }
    out.push('>');
}

fn marks(article: &Article) -> Vec<Mark> {
    let analysis = article.analysis;
    let mut marks = Vec::new();
    let mut add = |span: Span, rank, class: String, title: String, link| {
        // A span of another text would cut a character, or lie behind the end.
        if !span.of(article.text).is_empty() {
            marks.push(Mark { span, rank, class, title, link });
        }
    };
    for (index, attribution) in analysis.attributions.iter().enumerate() {
        let number = index + 1;
        let name = words::attribution(attribution);
        let hedged = if attribution.hedged { "-hedged" } else { "" };
        let parts = [
            ("content", hedged, &attribution.content),
            ("source", "", &attribution.source),
            ("cue", hedged, &attribution.cue),
        ];
        // The cue leads to the card; where there is none, the source does, or else the content.
        let leading = parts.iter().rposition(|(.., spans)| !spans.is_empty());
        for (place, (part, hedged, spans)) in parts.into_iter().enumerate() {
            for (at, &span) in spans.iter().enumerate() {
                let link = (Some(place) == leading).then_some(Link { number, first: at == 0 });
                let title = if place == 0 { String::new() } else { format!("{name} {number}: {part}") };
                add(span, RANKS[place], format!("sourcelight-{part}{hedged} p{number}"), title, link);
            }
        }
    }
    for quote in &analysis.quotes {
        add(
            Span { start: quote.start, end: quote.end },
            QUOTE_RANK,
            "sourcelight-quote".to_owned(),
            String::new(),
            None,
        );
    }
    for entity in &analysis.entities {
        let (class, kind) = words::entity(entity.kind);
        let title = format!("{kind}: {}{}", entity.name, corrected(entity.corrected));
        add(
            Span { start: entity.start, end: entity.end },
            ENTITY_RANK,
            format!("sourcelight-{class}"),
            title,
            None,
        );
    }
    for hedge in &analysis.hedges {
        let title = format!("Hedge: it {}{}", words::hedge(hedge.kind).1, corrected(hedge.corrected));
        add(
            Span { start: hedge.start, end: hedge.end },
            HEDGE_RANK,
            "sourcelight-hedge".to_owned(),
            title,
            None,
        );
    }
    sort_by_number(&mut marks, |mark| mark.rank.into());
    sort_by_number(&mut marks, |mark| in_one(mark.span.start as usize, (u32::MAX - mark.span.end) as usize));
    marks
}

/// What is said behind a mark that a reader has set.
fn corrected(is_so: bool) -> String {
    if is_so { format!(" ({})", words::CORRECTED) } else { String::new() }
}
