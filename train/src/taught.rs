//! What the sharper reading marks in articles that nobody has labelled by our own scheme, as lessons for the small
//! taggers: what it is sure of is taught, what it is not is left open.

use crate::Options;
use crate::attributions::{OWN, TAUGHT};
use crate::corpora::{self, Marks, Report, Text};
use crate::sharp;
use crate::threads::two_at_once;
use anyhow::{Context, Result};
use sourcelight::Sharp;
use sourcelight::text::Span;
use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write};

/// Where the articles come from.
const SOURCES: [&str; 4] = [
    "attributions/gum-attribution.train.jsonl",
    "entities/train/men_malaysian_news.all.jsonl",
    "entities/train/masc_other.all.jsonl",
    "attributions/polnear.train.jsonl",
];
/// What makes the reading mark whatever may be an attribution: one that it takes for one with 15 %.
const LENIENCY: f32 = 1.7;
/// Where its confidence is less, thus, it is not sure: elsewhere it takes it for one with 60 %.
const SURE: f32 = 0.89;

/// Writes what the sharper reading of `--weights` marks.
pub(crate) fn write(options: &Options) -> Result<()> {
    let sharp = sharp::read(options)?.leniently(LENIENCY);
    let texts = texts(options)?;
    let file = File::create(TAUGHT).with_context(|| format!("{TAUGHT} can't be written"))?;
    let mut file = BufWriter::new(file);
    for report in two_at_once(&texts, |text| report(text, &sharp)) {
        serde_json::to_writer(&mut file, &report)?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    println!("what is marked in {} articles written to {TAUGHT}", texts.len());
    Ok(())
}

/// The texts of all sources, but for our own articles.
fn texts(options: &Options) -> Result<Vec<String>> {
    let own = corpora::read::<Text>(&options.data, OWN)?;
    let beginning = |text: &str| text.chars().take(100).collect::<String>();
    let own: HashSet<String> = own.iter().map(|article| beginning(&article.text)).collect();
    let mut texts = Vec::new();
    for file in SOURCES {
        let articles = corpora::read::<Text>(&options.data, file)?.into_iter().map(|article| article.text);
        texts.extend(articles.filter(|text| !own.contains(&beginning(text))));
    }
    Ok(texts)
}

/// What it marks in a text.
fn report(text: &str, sharp: &Sharp) -> Report {
    let analysis = sourcelight::analyze_sharply(text, sourcelight::Options::default(), sharp);
    let points = points(text);
    let spans = |spans: &[Span]| {
        spans.iter().map(|span| (points[span.start as usize], points[span.end as usize])).collect()
    };
    let marks = |found: &sourcelight::analysis::Attribution| Marks {
        source: spans(&found.source),
        cue: spans(&found.cue),
        content: spans(&found.content),
        unsure: found.confidence < SURE,
    };
    Report { text: text.to_owned(), attributions: analysis.attributions.iter().map(marks).collect() }
}

/// How many code points begin before each byte.
fn points(text: &str) -> Vec<usize> {
    let begins = |at: usize| usize::from(text.is_char_boundary(at));
    (0..=text.len()).scan(0, |count, at| Some(std::mem::replace(count, *count + begins(at)))).collect()
}
