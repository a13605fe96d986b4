//! What the transformer learns from: the corpora, cut up, spelled and labelled by the engine's own code, so that
//! its training in Python knows neither tokens nor conventions.
//!
//! One file a corpus below `target/lessons`, one JSON object an article. Labels that a token may have are given
//! as bits of one number; where every label may be, the number is -1.

use crate::Options;
use crate::attributions::{self, CORPORA};
use crate::corpora;
use crate::gold::Allowed;
use crate::marks::{self, Attribution};
use crate::{entities, hedges};
use anyhow::{Context, Result};
use serde::Serialize;
use sourcelight::text::Document;
use sourcelight::training::{HedgeReader, NameReader, OUTSIDE, Reader, Reading, RoleReader, spelled};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::PathBuf;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/lessons");

/// One article. What its corpus does not mark is left out.
#[derive(Default, Serialize)]
struct Lesson {
    /// Whether it is labelled by our own scheme.
    own: bool,
    weight: f32,
    /// The parts of each token, and how it is written.
    words: Vec<String>,
    manners: Vec<u8>,
    /// The tokens of each paragraph, and of each sentence.
    paragraphs: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    /// Labels of the taggers.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hedges: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cues: Option<Vec<i64>>,
    /// For each token the window that a cue has which begins there.
    #[serde(skip_serializing_if = "Option::is_none")]
    windows: Option<Vec<Range<usize>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Vec<Role>>,
}

/// The labels around a cue.
#[derive(Serialize)]
struct Role {
    cue: Range<usize>,
    window: Range<usize>,
    labels: Vec<i64>,
}

impl Lesson {
    fn new(reading: &Reading, own: bool, weight: f32) -> Self {
        let document = reading.document();
        let spelled = spelled(reading);
        let tokens = |sentences: &Range<usize>| {
            document.sentences[sentences.start].start..document.sentences[sentences.end - 1].end
        };
        Self {
            own,
            weight,
            words: spelled.iter().map(|token| token.parts.join(" ")).collect(),
            manners: spelled.iter().map(|token| token.manner).collect(),
            paragraphs: document.paragraphs.iter().map(tokens).collect(),
            sentences: document.sentences.clone(),
            ..Self::default()
        }
    }

    /// Adds the labels of cues and, for each cue, those of its source and content.
    fn attribute(&mut self, reading: &Reading, golds: &[Attribution]) {
        let tokens = self.words.len();
        let nothing = vec![OUTSIDE; tokens];
        let window =
            |cue| RoleReader::new(reading, &nothing, cue).stretches().into_iter().next().unwrap_or_default();
        let role = |gold: &Attribution| {
            let window = window(gold.cue.clone());
            let labels = marks::role_labels(tokens, Some(gold), &gold.cue);
            Role { cue: gold.cue.clone(), labels: numbers(&labels[window.clone()]), window }
        };
        self.cues = Some(numbers(&marks::cue_labels(tokens, golds, !self.own)));
        self.windows = Some((0..tokens).map(|at| window(at..at + 1)).collect());
        self.roles = Some(golds.iter().map(role).collect());
    }
}

fn numbers(allowed: &[Allowed]) -> Vec<i64> {
    allowed.iter().map(|&bits| if bits == Allowed::MAX { -1 } else { i64::from(bits) }).collect()
}

/// The labels inside the stretches of `reader`; elsewhere nothing is asked.
fn within(reader: &impl Reader, allowed: &[Allowed]) -> Vec<i64> {
    let mut labels = vec![-1; allowed.len()];
    for at in reader.stretches().into_iter().flatten() {
        labels[at] = i64::from(allowed[at]);
    }
    labels
}

/// Lessons by their corpus and their number in it.
type Lessons = BTreeMap<(&'static str, usize), Lesson>;

/// Writes the lessons.
pub(crate) fn write(options: &Options) -> Result<()> {
    let mut lessons = Lessons::new();
    entities::each(
        options,
        |_| true,
        |corpus, number, article| {
            let document = Document::new(&article.text);
            let mut lesson = Lesson::new(&Reading::new(&document), corpus.own, corpus.weight);
            lesson.names = Some(within(&NameReader::new(&document), &article.allowed));
            lessons.insert((corpora::name(corpus.file), number), lesson);
        },
    )?;
    let mut number = 0;
    let mut last = "";
    for article in attributions::read(options, &CORPORA)? {
        number = if article.corpus == last { number + 1 } else { 0 };
        last = article.corpus;
        let document = Document::new(&article.text);
        let reading = Reading::new(&document);
        lessons
            .entry((article.corpus, number))
            .or_insert_with(|| Lesson::new(&reading, article.is_own(), article.weight))
            .attribute(&reading, &article.golds);
    }
    let mut number = 0;
    hedges::each(options, |text, weight, allowed| {
        let document = Document::new(&text);
        let mut lesson = Lesson::new(&Reading::new(&document), false, weight);
        lesson.hedges = Some(within(&HedgeReader::new(&document), &allowed));
        lessons.insert(("hedges.jsonl", number), lesson);
        number += 1;
    })?;
    let folder = PathBuf::from(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{FOLDER} can't be made"))?;
    let mut files: BTreeMap<&str, BufWriter<File>> = BTreeMap::new();
    for ((name, _), lesson) in lessons {
        let file = match files.entry(name) {
            Entry::Occupied(file) => file.into_mut(),
            Entry::Vacant(place) => place.insert(BufWriter::new(File::create(folder.join(name))?)),
        };
        serde_json::to_writer(&mut *file, &lesson)?;
        file.write_all(b"\n")?;
    }
    for file in files.values_mut() {
        file.flush()?;
    }
    println!("lessons of {} corpora written", files.len());
    Ok(())
}
