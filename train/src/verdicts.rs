//! The model of verdicts, which keeps or drops what the two taggers propose.
//!
//! It learns from proposals for articles that neither tagger has seen.

use crate::attributions::{Article, FOLDS, leaning, tagger};
use crate::calibrate::Counts;
use crate::crf::{Settings, Trained};
use crate::marks::Attribution;
use crate::own;
use crate::pack::Slots;
use crate::roles::touch;
use crate::sequences::{Sequence, Sequences};
use anyhow::{Context, Result};
use sourcelight::text::Document;
use sourcelight::training::{Found, Label, OUTSIDE, Proposals, Reading, Roles, Tagger, begin, labels};
use std::fs;
use std::ops::Range;

const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/verdicts.bin");

/// Slots of the first training, and of the model.
const WIDE_BITS: u32 = 22;
const SLOT_BITS: u32 = 17;
/// Features of the model.
const ROWS: usize = 8_000;
/// The one kind of span: an attribution.
const KINDS: usize = 1;
/// What makes the model keep fewer, and fewer wrong ones: as many as serve the balance of both.
const LEAN: f32 = -0.2;

/// Trains the model and writes its weights; `said` is what the tagger of cues says of each article, `roles`
/// are the taggers of roles that have not seen one fold each.
pub(crate) fn train(articles: &[Article], said: &[Vec<Found>], roles: &[Vec<u8>]) -> Result<()> {
    let roles = roles.iter().map(|model| tagger(model)).collect::<Result<Vec<Tagger>>>()?;
    let (mut data, mut right) = (Sequences::default(), Vec::new());
    for (article, said) in articles.iter().zip(said) {
        let document = Document::new(&article.text);
        let reading = Reading::new(&document);
        // Verdicts that learned from what is proposed on insistence were no better.
        let roles = Roles { tagger: &roles[article.fold % FOLDS], impression: None, insists: false };
        let proposals = Proposals::new(&reading, said, roles);
        let verdicts: Vec<Option<bool>> = proposals.parts().map(|parts| verdict(article, parts)).collect();
        let allowed: Vec<u32> = verdicts.iter().map(|right| right.map_or(u32::MAX, bit)).collect();
        data.add(&proposals, &allowed, article.weight, article.fold);
        right.extend(verdicts);
    }
    println!("    {} proposals", right.len());
    let settings = Settings { epochs: 8, rate: 0.1, penalty: 3e-6 };
    let wide = Slots::frequent(&data, WIDE_BITS, 2);
    let first = fit(&data.renamed(|feature| wide.number(feature)), wide.rows, settings, None);
    let slots = wide.heaviest(&first, SLOT_BITS, ROWS);
    let data = data.renamed(|feature| slots.number(feature));
    let mut counts = Counts::new(KINDS);
    let (mut kept, mut hits) = (0, 0);
    for fold in 0..FOLDS {
        let trained = fit(&data, slots.rows, settings, Some(fold));
        for (sequence, right) in data.list.iter().zip(&right).filter(|(sequence, _)| sequence.fold == fold) {
            let (probability, right) = (probability(&trained, &data, sequence), *right == Some(true));
            counts.add(0, probability, right);
            kept += usize::from(probability >= 0.5);
            hits += usize::from(probability >= 0.5 && right);
        }
    }
    let wanted: usize = articles.iter().filter(|article| article.is_own()).map(|own| own.golds.len()).sum();
    println!(
        "    kept back: {hits} of {kept} linked as marked, of {wanted} that are marked: F1 {:.1}",
        200.0 * hits as f64 / (kept + wanted).max(1) as f64
    );
    let model = slots.pack(&fit(&data, slots.rows, settings, None), &counts.table());
    fs::write(OUTPUT, &model).with_context(|| format!("{OUTPUT} can't be written"))?;
    println!("    {} features, {} bytes written", slots.rows, model.len());
    Ok(())
}

/// What the model gives for the proposal that `sequence` is.
fn probability(trained: &Trained, data: &Sequences, sequence: &Sequence) -> f32 {
    let score = |label: Label| {
        let label = usize::from(label);
        let rows = data.features(sequence.tokens.start).iter();
        let weights = rows.map(|&row| trained.weights[row as usize * trained.labels + label]);
        weights.sum::<f32>() + trained.transitions[label]
    };
    1.0 / (1.0 + (score(OUTSIDE) - score(begin(0))).exp())
}

fn bit(right: bool) -> u32 {
    1 << if right { begin(0) } else { OUTSIDE }
}

fn fit(data: &Sequences, rows: usize, settings: Settings, without: Option<usize>) -> Trained {
    let is_own = |sequence: &Sequence| sequence.fold < FOLDS;
    let kept_back = |fold| Some(fold % FOLDS) == without;
    leaning(own::train(data, labels(KINDS), rows, settings, 1.0, is_own, kept_back), 0, LEAN)
}

/// Whether a proposal is right; nobody knows inside the contents of a corpus that marks outer ones alone.
fn verdict(
    article: &Article,
    (source, cue, content): (Option<&Range<usize>>, &Range<usize>, &[Range<usize>]),
) -> Option<bool> {
    let is_right = |gold: &Attribution| {
        let sources = match (&gold.source, source) {
            (Some(gold), Some(source)) => touch(gold, source),
            (gold, source) => gold.is_none() && source.is_none(),
        };
        let contents = content.iter().any(|found| gold.content.iter().any(|piece| touch(piece, found)));
        sources && touch(&gold.cue, cue) && contents
    };
    let known = || {
        let inside = |gold: &Attribution| gold.content.iter().any(|piece| touch(piece, cue));
        article.is_own()
            || article.golds.iter().any(|gold| touch(&gold.cue, cue))
            || !article.golds.iter().any(inside)
    };
    if article.golds.iter().any(is_right) { Some(true) } else { known().then_some(false) }
}
