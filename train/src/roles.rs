//! The tagger of roles, which finds the source and the content of a cue.

use crate::attributions::{Article, FOLDS, KINDS, choose, each_fold, fit, leaning};
use crate::crf::{Settings, Trained};
use crate::marks::{self, Attribution};
use crate::sequences::Sequences;
use anyhow::{Context, Result};
use sourcelight::text::Document;
use sourcelight::training::{
    BINS, CONTENT, CUE, Found, Label, OUTSIDE, Reading, RoleReader, SOURCE, begin, inside, labels_of,
};
use std::fs;
use std::ops::Range;

const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/roles.bin");

/// What makes the tagger prefer a source to none: of the attributions that it would leave without one, most
/// have one.
const SOURCE_LEAN: f32 = 2.5;

/// What makes it propose contents for more cues: the model of verdicts drops the wrong ones.
const CONTENT_LEAN: f32 = 0.5;
/// The same for what the model of verdicts learns from, which needs wrong ones to learn.
const TEACHING_LEAN: f32 = 1.5;

/// Trains the tagger and writes its weights; `said` is what the tagger of cues says of each article. Returns
/// the models that have learned all articles but one fold, by that fold.
pub(crate) fn train(articles: &[Article], said: &[Vec<Found>]) -> Result<Vec<Vec<u8>>> {
    let mut data = Sequences::default();
    for (article, said) in articles.iter().zip(said) {
        let document = Document::new(&article.text);
        let reading = Reading::new(&document);
        let labels = labels_of(document.tokens.len(), said);
        for (cue, gold) in examples(article, said) {
            let labels = with_cue(&labels, &cue);
            let allowed = marks::role_labels(document.tokens.len(), gold, &cue);
            data.add(&RoleReader::new(&reading, &labels, cue), &allowed, article.weight, article.fold);
        }
    }
    println!("    {} cues, {} tokens", data.list.len(), data.allowed.len());
    let rate = 0.05;
    let slots = choose(&data, Settings { epochs: 4, rate, penalty: 2e-6 });
    let data = data.renamed(|feature| slots.number(feature));
    let learn = |without| fit(&data, slots.rows, Settings { epochs: 10, rate, penalty: 5e-7 }, without);
    let pack = |trained: &Trained, content_lean: f32| {
        let trained = leaning(leaning(trained.clone(), SOURCE, SOURCE_LEAN), CONTENT, content_lean);
        slots.pack(&trained, &[0; KINDS * BINS])
    };
    let trained = each_fold(learn);
    let held_back = trained[..FOLDS].iter().map(|trained| pack(trained, TEACHING_LEAN)).collect();
    let model = pack(&trained[FOLDS], CONTENT_LEAN);
    fs::write(OUTPUT, &model).with_context(|| format!("{OUTPUT} can't be written"))?;
    println!("    {} bytes written", model.len());
    Ok(held_back)
}

pub(crate) fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The cues that the tagger learns from: those that the tagger of cues has found, right or wrong, and those
/// that it has missed. Inside the contents of a corpus that marks outer attributions alone, nobody knows
/// which are wrong.
fn examples<'a>(article: &'a Article, said: &[Found]) -> Vec<(Range<usize>, Option<&'a Attribution>)> {
    let contents = article.golds.iter().flat_map(|gold| &gold.content);
    let unknown = |cue: &Range<usize>| !article.is_own() && contents.clone().any(|piece| touch(piece, cue));
    let mut examples = Vec::new();
    for cue in said.iter().filter(|found| found.kind == CUE).map(|found| &found.tokens) {
        let gold = article.golds.iter().find(|gold| touch(&gold.cue, cue));
        if gold.map_or_else(|| !unknown(cue), |gold| !gold.unsure) {
            examples.push((cue.clone(), gold));
        }
    }
    for gold in article.golds.iter().filter(|gold| !gold.unsure) {
        if !examples.iter().any(|(cue, _)| touch(cue, &gold.cue)) {
            examples.push((gold.cue.clone(), Some(gold)));
        }
    }
    examples
}

/// The labels of an article as they would be, had the tagger of cues found this one.
fn with_cue(labels: &[Label], cue: &Range<usize>) -> Vec<Label> {
    let mut labels = labels.to_vec();
    labels[cue.clone()].fill(inside(CUE));
    labels[cue.start] = begin(CUE);
    // What was cut off begins behind the cue.
    if let Some(behind) = labels.get_mut(cue.end).filter(|label| **label != OUTSIDE && **label % 2 == 0) {
        *behind -= 1;
    }
    labels
}
