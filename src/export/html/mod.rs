//! The article as one HTML file that needs nothing else: marks, legend, voices, and a card for each
//! attribution. There is no script in it; a card opens because the address points at it (`:target`).

mod marked;

use super::{Article, words};
use crate::analysis::{Attribution, Traceable};
use std::fmt::{self, Display, Formatter, Write};

/// How marks look, here and on the page.
const MARKS: &str = include_str!("../../../www/marks.css");
const STYLE: &str = include_str!("style.css");

/// Nothing is loaded and nothing runs, whatever a program that opens the file allows.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The kinds of marks that the legend explains: the class, an example, what it means.
const LEGEND: [(&str, &str, &str); 10] = [
    ("content", "what is said", "by a source that is named or known"),
    ("content-hedged", "what is said", "but the source can’t be traced or the wording is cautious"),
    ("source", "source", "who says it"),
    ("cue", "cue", "the words that link the two; its number leads to the card"),
    ("cue-hedged", "cue", "less than certain"),
    ("hedge", "hedge", "a word that weakens a statement"),
    ("quote", "quote", "words in quotation marks"),
    ("person", "person", ""),
    ("organization", "organisation", ""),
    ("place", "place", ""),
];

/// The whole file.
#[must_use]
pub fn html(article: &Article) -> String {
    let mut out = String::with_capacity(article.text.len() * 3 + MARKS.len() + STYLE.len());
    let title = Escaped(article.headline());
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"Sourcelight {}\">\n\
         <title>{title}</title>\n<style>\n{MARKS}{STYLE}",
        env!("CARGO_PKG_VERSION")
    );
    for number in 1..=article.analysis.attributions.len() {
        let _ = writeln!(
            out,
            ":root:has(#a{number}:target) .p{number} {{ background: var(--focus); color: var(--focus-ink); }}\n\
             :root:has(#a{number}:target) .p{number} mark {{ background: inherit; color: inherit; }}"
        );
    }
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    if !article.title.trim().is_empty() {
        let _ = writeln!(out, "<h1>{title}</h1>");
    }
    out.push_str("<article>");
    marked::write(&mut out, article);
    out.push_str("</article>\n</main>\n<aside>\n");
    write_legend(&mut out);
    write_voices(&mut out, article);
    write_cards(&mut out, article);
    out.push_str("<footer>Marked by Sourcelight. Check before you quote it: marks can be wrong or missing.</footer>\n</aside>\n</body>\n</html>\n");
    out
}

fn write_legend(out: &mut String) {
    out.push_str("<section>\n<h2>Marks</h2>\n<ul class=\"legend\">\n");
    for (class, example, meaning) in LEGEND {
        let _ = writeln!(out, "<li><mark class=\"sourcelight-{class}\">{example}</mark> {meaning}</li>");
    }
    out.push_str("</ul>\n</section>\n");
}

/// Who is heard, with the numbers of what each said.
fn write_voices(out: &mut String, article: &Article) {
    let profile = &article.analysis.profile;
    out.push_str("<section>\n<h2>Voices</h2>\n");
    let _ = writeln!(
        out,
        "<p>{} of {} words are attributed; {} attributions, {} of them hedged.</p>\n<ul class=\"voices\">",
        profile.attributed_words, profile.words, profile.attributions, profile.hedged,
    );
    for voice in &profile.voices {
        let _ = write!(out, "<li><b>{}</b> {} ", Escaped(&voice.name), badge(voice.traceable));
        let words = if voice.words == 1 { "word" } else { "words" };
        let _ = write!(out, "<span class=\"facts\">{} {words}</span>", voice.words);
        for number in voice.attributions.iter().filter_map(|&index| article.number(index)) {
            let _ = write!(out, " <a href=\"#a{number}\">{number}</a>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// Whether a source can be traced, as a badge.
fn badge(traceable: Traceable) -> String {
    let (name, words) = words::traceable(traceable);
    format!("<span class=\"badge {name}\">{words}</span>")
}

fn write_cards(out: &mut String, article: &Article) {
    out.push_str("<section>\n<h2>Who says what</h2>\n");
    if article.analysis.attributions.is_empty() {
        out.push_str("<p>Nobody is cited in this text.</p>\n");
    }
    out.push_str("<ol class=\"cards\">\n");
    for (index, attribution) in article.analysis.attributions.iter().enumerate() {
        write_card(out, article, index + 1, attribution);
    }
    out.push_str("</ol>\n</section>\n");
}

fn write_card(out: &mut String, article: &Article, number: usize, attribution: &Attribution) {
    let source = article.words(&attribution.source);
    let source = if source.is_empty() { words::NO_SOURCE } else { &source };
    let class = if attribution.hedged { "hedged" } else { "plain" };
    let _ = write!(
        out,
        "<li id=\"a{number}\" class=\"{class}\">\n<a class=\"close\" href=\"#-\" aria-label=\"Close\">×</a>\n\
         <h3>{}</h3>\n<p class=\"facts\">{} {}</p>\n<dl>\n",
        Escaped(source),
        badge(attribution.traceable),
        words::source(attribution.source_type).1,
    );
    let mut row = |term: &str, detail: &str| {
        let _ = writeln!(out, "<dt>{term}</dt><dd>{}</dd>", Escaped(detail));
    };
    if let Some(speaker) = attribution.speaker.as_deref().filter(|speaker| *speaker != source) {
        row("Speaker", speaker);
    }
    let cue = article.words(&attribution.cue);
    if !cue.is_empty() {
        row("Cue", &format!("{cue} ({})", words::stance(attribution.stance).1));
    }
    row("Content", &article.words(&attribution.content));
    if let Some(through) = attribution.through.and_then(|index| article.number(index)) {
        row("Through", &format!("number {through}, not first-hand"));
    }
    let why = if attribution.hedged { "Why hedged" } else { "Note" };
    for reason in &attribution.reasons {
        row(why, &reason.text);
    }
    if attribution.corrected {
        let _ = writeln!(out, "<dt>Mark</dt><dd>{}</dd>", words::CORRECTED);
    }
    let _ = writeln!(out, "</dl>\n<p><a href=\"#m{number}\">In the article</a></p>\n</li>");
}

/// Text as HTML shows it, in an element or in a quoted attribute.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\0']) {
            let (plain, special) = rest.split_at(at);
            f.write_str(plain)?;
            f.write_str(match special.as_bytes()[0] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                b'\'' => "&#39;",
                // The one character that HTML can't hold.
                _ => "\u{fffd}",
            })?;
            rest = &special[1..];
        }
        f.write_str(rest)
    }
}
