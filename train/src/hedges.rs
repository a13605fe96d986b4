//! The tagger of hedges.
//!
//! The corpus marks words that make something possible or believed. Of vague words ("some
//! critics") it says only which sentences are uncertain: there, the entry of the list that speaks most for
//! it is one; in other sentences none is.

use crate::Options;
use crate::attributions;
use crate::calibrate::Counts;
use crate::corpora;
use crate::crf::{self, Settings, Trained};
use crate::gold::Allowed;
use crate::pack::Slots;
use crate::sequences::Sequences;
use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use sourcelight::analysis::HedgeKind;
use sourcelight::text::Document;
use sourcelight::training::{BELIEVED, BINS, HedgeReader, POSSIBLE, Tagger, VAGUE, begin, inside, labels};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/hedge/hedges.bin");

/// Corpora, how much one of their stretches counts, and whether they tell uncertain sentences.
const CORPORA: [(&str, f32); 3] = [
    ("hedges/szeged-wiki.train.jsonl", 1.0),
    ("hedges/szeged-bio-bmc.all.jsonl", 0.2),
    ("hedges/szeged-bio-fly.all.jsonl", 0.2),
];

const KINDS: usize = 3;
/// What makes the tagger find more vague words, and more wrong ones: in half of the sentences that are uncertain
/// nothing else says so.
const LEAN: f32 = 1.8;
/// Parts of the documents, one of which is kept back.
const FOLDS: usize = 5;
/// Slots of the first training, and of the model.
const WIDE_BITS: u32 = 22;
const SLOT_BITS: u32 = 17;
/// Features of the model.
const ROWS: usize = 8_000;

/// A document with its hedges; offsets are code points.
#[derive(Deserialize)]
struct Marked {
    text: String,
    hedges: Vec<Mark>,
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Mark {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct Sentence {
    start: usize,
    end: usize,
    /// Whether anything in it is uncertain or vague, where that is known.
    conll2010_uncertain: Option<bool>,
}

/// Trains the tagger and writes its weights.
pub(crate) fn train(options: &Options) -> Result<()> {
    println!("hedges");
    let mut data = Sequences::default();
    let articles = read(options)?;
    let shares = Shares::count(articles.iter().map(|(article, _)| article));
    for (number, (article, weight)) in articles.iter().enumerate() {
        let document = Document::new(&article.text);
        let reader = HedgeReader::new(&document);
        data.add(&reader, &allowed(article, &document, &reader, &shares), *weight, number % FOLDS);
    }
    println!("  {} stretches, {} tokens", data.list.len(), data.allowed.len());
    let settings = Settings { epochs: 8, rate: 0.15, penalty: 1e-5 };
    let fit = |data: &Sequences, rows: usize, without: Option<usize>| -> Trained {
        let trained = crf::train(data, labels(KINDS), rows, settings, |fold| Some(fold) == without);
        attributions::leaning(trained, VAGUE, LEAN)
    };
    let wide = Slots::frequent(&data, WIDE_BITS, 2);
    let slots =
        wide.heaviest(&fit(&data.renamed(|feature| wide.number(feature)), wide.rows, None), SLOT_BITS, ROWS);
    let data = data.renamed(|feature| slots.number(feature));
    let kept_back = slots.pack(&fit(&data, slots.rows, Some(0)), &[0; KINDS * BINS]);
    let counts = count(articles.iter().map(|(article, _)| article).step_by(FOLDS), &shares, &kept_back)?;
    let model = slots.pack(&fit(&data, slots.rows, None), &counts.table());
    fs::write(OUTPUT, &model).with_context(|| format!("{OUTPUT} can't be written"))?;
    println!("  {} features, {} bytes written", slots.rows, model.len());
    Ok(())
}

/// The articles, and how much a stretch of each counts.
fn read(options: &Options) -> Result<Vec<(Marked, f32)>> {
    let mut articles = Vec::new();
    for (file, weight) in CORPORA {
        let name = corpora::name(file);
        if options.without.iter().any(|without| name.starts_with(without.as_str())) {
            println!("  {name}: left out");
            continue;
        }
        articles.extend(
            corpora::read::<Marked>(&options.data, file)?.into_iter().map(|article| (article, weight)),
        );
    }
    Ok(articles)
}

/// Calls `take` with the text of each article, how much it counts, and the labels that each token may have.
pub(crate) fn each(options: &Options, mut take: impl FnMut(String, f32, Vec<Allowed>)) -> Result<()> {
    let articles = read(options)?;
    let shares = Shares::count(articles.iter().map(|(article, _)| article));
    for (article, weight) in articles {
        let document = Document::new(&article.text);
        let allowed = allowed(&article, &document, &HedgeReader::new(&document), &shares);
        take(article.text, weight, allowed);
    }
    Ok(())
}

/// For each vague entry of the list, of how many sentences that hold it how many are uncertain.
#[derive(Default)]
struct Shares(BTreeMap<String, (f32, f32)>);

impl Shares {
    fn count<'a>(articles: impl Iterator<Item = &'a Marked>) -> Self {
        let mut shares = Self::default();
        for article in articles {
            let document = Document::new(&article.text);
            let reader = HedgeReader::new(&document);
            let tokens = tokens(&article.text, &document);
            for sentence in &article.sentences {
                let Some(uncertain) = sentence.conll2010_uncertain else { continue };
                let Some(range) = tokens(sentence.start, sentence.end) else { continue };
                let inside = |part: &Range<usize>| range.start <= part.start && part.end <= range.end;
                for (part, _) in
                    reader.entries().iter().filter(|(part, kind)| is_vague(*kind) && inside(part))
                {
                    let (hits, all) = shares.0.entry(words(&document, part)).or_default();
                    *hits += f32::from(u8::from(uncertain));
                    *all += 1.0;
                }
            }
        }
        shares
    }

    fn of(&self, document: &Document, part: &Range<usize>) -> f32 {
        self.0.get(&words(document, part)).map_or(0.0, |(hits, all)| (hits + 0.5) / (all + 2.0))
    }
}

/// The words of an entry in small letters.
fn words(document: &Document, part: &Range<usize>) -> String {
    document.span(part.clone()).of(document.text).to_lowercase()
}

const fn bits(kind: usize) -> [Allowed; 2] {
    [1 << begin(kind), 1 << inside(kind)]
}

/// The labels that each token may have.
fn allowed(article: &Marked, document: &Document, reader: &HedgeReader, shares: &Shares) -> Vec<Allowed> {
    let tokens = tokens(&article.text, document);
    let mut allowed: Vec<Allowed> = vec![1; document.tokens.len()];
    let mut put = |range: Range<usize>, kind: usize, or_nothing: bool| {
        let [first, later] = bits(kind).map(|bits| bits | Allowed::from(or_nothing));
        allowed[range.clone()].fill(later);
        allowed[range.start] = first;
    };
    let marks: Vec<(Range<usize>, usize)> = article
        .hedges
        .iter()
        .filter_map(|mark| Some((tokens(mark.start, mark.end)?, kind(&mark.kind)?)))
        .collect();
    for sentence in &article.sentences {
        let Some(range) = tokens(sentence.start, sentence.end) else { continue };
        let inside = |part: &Range<usize>| range.start <= part.start && part.end <= range.end;
        let touches = |part: &Range<usize>| {
            marks.iter().any(|(mark, _)| mark.start < part.end && part.start < mark.end)
        };
        let vague =
            reader.entries().iter().filter(|(part, kind)| is_vague(*kind) && inside(part) && !touches(part));
        let vague: Vec<_> = vague.map(|(part, _)| part.clone()).collect();
        let marked = marks.iter().any(|(mark, _)| inside(mark));
        match sentence.conll2010_uncertain {
            Some(false) => {}
            Some(true) if !marked => {
                let likeliest =
                    vague.iter().max_by(|a, b| shares.of(document, a).total_cmp(&shares.of(document, b)));
                for part in &vague {
                    put(part.clone(), VAGUE, Some(part) != likeliest);
                }
            }
            _ => vague.into_iter().for_each(|part| put(part, VAGUE, true)),
        }
    }
    for (range, kind) in marks {
        put(range, kind, false);
    }
    allowed
}

/// From code points to tokens.
fn tokens<'d>(text: &str, document: &'d Document) -> impl Fn(usize, usize) -> Option<Range<usize>> + 'd {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    move |start, end| {
        let (start, end) = (*bytes.get(start)?, *bytes.get(end)?);
        let first = document.tokens.partition_point(|token| token.span.end as usize <= start);
        let last = document.tokens.partition_point(|token| (token.span.start as usize) < end);
        (first < last).then_some(first..last)
    }
}

/// What a mark of the corpora is to us; a condition or an open question is no hedge by itself.
fn kind(name: &str) -> Option<usize> {
    match name {
        "epistemic" => Some(POSSIBLE),
        "doxastic" => Some(BELIEVED),
        _ => None,
    }
}

const fn is_vague(kind: HedgeKind) -> bool {
    matches!(kind, HedgeKind::Quantity | HedgeKind::Source | HedgeKind::Passive | HedgeKind::Approximation)
}

/// How many of the hedges that the model finds in articles which it has not seen are right.
fn count<'a>(articles: impl Iterator<Item = &'a Marked>, shares: &Shares, model: &[u8]) -> Result<Counts> {
    let tagger = Tagger::read(model)
        .map_err(|error| anyhow!("the model that was just written does not read: {error}"))?;
    let mut counts = Counts::new(KINDS);
    let (mut right, mut found) = (0, 0);
    for article in articles {
        let document = Document::new(&article.text);
        let reader = HedgeReader::new(&document);
        let allowed = allowed(article, &document, &reader, shares);
        for hedge in tagger.mark(&reader) {
            let [first, _] = bits(hedge.kind);
            let is_right = allowed[hedge.tokens.start] & first != 0;
            counts.add(hedge.kind, hedge.probability, is_right);
            found += 1;
            right += usize::from(is_right);
        }
    }
    println!("  kept back: {right} of {found} right");
    Ok(counts)
}
