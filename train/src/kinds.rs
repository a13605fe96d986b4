//! The models of kinds: what kind of source an attribution has, whether it can be traced, what its cue
//! commits to.

use crate::Options;
use crate::corpora::{self, Marks};
use crate::crf::{self, Settings, Trained};
use crate::marks;
use crate::pack::Slots;
use crate::sequences::Sequences;
use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use sourcelight::text::Document;
use sourcelight::training::{
    BINS, Marked, Question, Reading, SOURCE_TYPES, STANCES, TRACEABLE, Tagger, begin, labels,
};
use std::collections::BTreeMap;
use std::fs;

const OWN: &str = "attributions/own.train.jsonl";
/// Attributions of articles of the second file.
const SAMPLE: [&str; 2] = ["attributions/source-kinds.train.jsonl", "attributions/polnear.train.jsonl"];

/// Parts of the articles, one of which is kept back.
const FOLDS: usize = 3;
/// Slots of the first training, and of the models.
const WIDE_BITS: u32 = 22;
const SLOT_BITS: u32 = 17;
/// Features of each model.
const ROWS: usize = 6_000;

/// An article with labelled attributions.
#[derive(Deserialize)]
struct Labelled {
    id: String,
    text: String,
    attributions: Vec<Kinds>,
}

/// A labelled attribution.
#[derive(Deserialize)]
struct Kinds {
    /// The article that it is from, where it stands alone.
    #[serde(default)]
    doc: String,
    #[serde(flatten)]
    marks: Marks,
    source_type: String,
    traceable: String,
    stance: String,
}

/// An article without its attributions.
#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

/// What one model is asked, its answers as the corpora spell them, and where it is written.
struct Model {
    question: Question,
    answers: Vec<String>,
    answer: fn(&Kinds) -> &str,
    output: &'static str,
}

fn models() -> [Model; 3] {
    fn spelt<T: std::fmt::Debug>(values: &[T]) -> Vec<String> {
        values.iter().map(|value| format!("{value:?}").to_lowercase()).collect()
    }
    [
        Model {
            question: Question::SourceType,
            answers: spelt(&SOURCE_TYPES),
            answer: |kinds| &kinds.source_type,
            output: concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/source_types.bin"),
        },
        Model {
            question: Question::Traceable,
            answers: spelt(&TRACEABLE),
            answer: |kinds| &kinds.traceable,
            output: concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/traceable.bin"),
        },
        Model {
            question: Question::Stance,
            answers: spelt(&STANCES),
            answer: |kinds| &kinds.stance,
            output: concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/stances.bin"),
        },
    ]
}

/// Trains all three models and writes their weights.
pub(crate) fn train(options: &Options) -> Result<()> {
    println!("kinds");
    let articles = read(options)?;
    models().iter().try_for_each(|model| train_model(model, &articles))
}

fn read(options: &Options) -> Result<Vec<Labelled>> {
    let mut articles: Vec<Labelled> = corpora::read(&options.data, OWN)?;
    let mut alone: BTreeMap<String, Vec<Kinds>> = BTreeMap::new();
    for kinds in corpora::read::<Kinds>(&options.data, SAMPLE[0])? {
        alone.entry(kinds.doc.clone()).or_default().push(kinds);
    }
    for Text { id, text } in corpora::read(&options.data, SAMPLE[1])? {
        articles.extend(alone.remove(&id).map(|attributions| Labelled { id, text, attributions }));
    }
    Ok(articles)
}

/// Articles that stand in both files are in the same fold.
fn fold(id: &str) -> usize {
    id.bytes().map(usize::from).sum::<usize>() % FOLDS
}

/// Shows the marked attributions of `article`, and their labels in the same order, to `look`.
fn each(article: &Labelled, look: impl FnOnce(&Reading, &Marked, &[&Kinds])) {
    let document = Document::new(&article.text);
    let reading = Reading::new(&document);
    let golds = marks::align_each(article.attributions.iter().map(|it| &it.marks), &document);
    let (kinds, golds): (Vec<&Kinds>, Vec<marks::Attribution>) =
        article.attributions.iter().zip(golds).filter_map(|(kinds, gold)| Some((kinds, gold?))).unzip();
    let mut marked = Marked::new(&reading);
    for marks::Attribution { source, cue, content, .. } in golds {
        marked.add(&reading, source, cue, content);
    }
    look(&reading, &marked, &kinds);
}

fn train_model(model: &Model, articles: &[Labelled]) -> Result<()> {
    let mut data = Sequences::default();
    for article in articles {
        each(article, |reading, marked, kinds| {
            let allowed = |kinds: &&Kinds| {
                let answer = (model.answer)(kinds);
                let known = model.answers.iter().position(|known| known == answer);
                known.map_or(u32::MAX, |kind| 1 << begin(kind))
            };
            let allowed: Vec<u32> = kinds.iter().map(allowed).collect();
            data.add(&marked.asked(reading, model.question), &allowed, 1.0, fold(&article.id));
        });
    }
    println!("  {:?}: {} attributions", model.question, data.list.len());
    let kinds = model.answers.len();
    let wide = Slots::frequent(&data, WIDE_BITS, 2);
    let fit = |data: &Sequences, rows: usize, settings: Settings, without: Option<usize>| -> Trained {
        crf::train(data, labels(kinds), rows, settings, |fold| Some(fold) == without)
    };
    let settings = Settings { epochs: 8, rate: 0.15, penalty: 3e-5 };
    let first = fit(&data.renamed(|feature| wide.number(feature)), wide.rows, settings, None);
    let slots = wide.heaviest(&first, SLOT_BITS, ROWS);
    let named = data.renamed(|feature| slots.number(feature));
    let blank = vec![0; kinds * BINS];
    let kept_back = slots.pack(&fit(&named, slots.rows, settings, Some(0)), &blank);
    report(model, articles.iter().filter(|article| fold(&article.id) == 0), &kept_back)?;
    let bytes = slots.pack(&fit(&named, slots.rows, settings, None), &blank);
    fs::write(model.output, &bytes).with_context(|| format!("{} can't be written", model.output))?;
    println!("    {} features, {} bytes written", slots.rows, bytes.len());
    Ok(())
}

/// Prints how many of these articles' attributions come right.
fn report<'a>(model: &Model, articles: impl Iterator<Item = &'a Labelled>, bytes: &[u8]) -> Result<()> {
    let tagger = Tagger::read(bytes)
        .map_err(|error| anyhow!("the model that was just written does not read: {error}"))?;
    let (mut right, mut all) = (0, 0);
    for article in articles {
        each(article, |reading, marked, kinds| {
            for found in tagger.mark(&marked.asked(reading, model.question)) {
                let answer = (model.answer)(kinds[found.tokens.start]);
                right += u32::from(model.answers[found.kind] == answer);
                all += 1;
            }
        });
    }
    let share = 100.0 * f64::from(right) / f64::from(all.max(1));
    println!("    kept back: {right} of {all} right, {share:.1} %");
    Ok(())
}
