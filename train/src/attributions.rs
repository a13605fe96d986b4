//! The taggers of cues and of roles: which corpora teach them, and how the first one is trained.
//!
//! The tagger of roles sees what the tagger of cues says. So that it learns from what it will meet, that
//! is said of each third of the articles by a tagger which learned the two others. In the same way verdicts
//! are learned from what both propose. An article is in the same third whichever corpus it is in.

use crate::Options;
use crate::corpora::{self, Report};
use crate::crf::{Settings, Trained};
use crate::marks::{self, Attribution};
use crate::own;
use crate::pack::Slots;
use crate::roles;
use crate::sequences::{Sequence, Sequences};
use crate::threads::two_at_once;
use crate::verdicts;
use anyhow::{Context, Result, anyhow};
use sourcelight::text::Document;
use sourcelight::training::{BINS, CUE, CueReader, Found, Reading, Tagger, begin, labels};
use std::fs;
use std::time::Instant;

const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/attribution/cues.bin");

/// A corpus: its file, how much one of its stretches counts, whether it follows our own scheme.
pub(crate) struct Corpus {
    file: &'static str,
    weight: f32,
    own: bool,
}

/// Our own articles.
pub(crate) const OWN: &str = "attributions/own.train.jsonl";
/// What the sharper reading has marked; no corpus.
pub(crate) const TAUGHT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/taught.jsonl");

/// What people have marked, which teaches taggers and transformer.
pub(crate) const CORPORA: [Corpus; 2] = [
    Corpus { file: OWN, weight: 2.0, own: true },
    Corpus { file: "attributions/polnear.train.jsonl", weight: 1.0, own: false },
];

/// What teaches the taggers beside it.
const FROM_TRANSFORMER: Corpus = Corpus { file: TAUGHT, weight: 1.0, own: true };

/// Texts of other kinds, from which verdicts alone are learned.
const OTHER_KINDS: Corpus =
    Corpus { file: "attributions/gum-attribution.train.jsonl", weight: 1.0, own: false };

/// Parts of the articles, each of which is kept back once.
pub(crate) const FOLDS: usize = 3;
/// How many kinds of span each of the two taggers knows.
pub(crate) const KINDS: usize = 2;
/// Slots of the first training, where nearly every feature has one of its own.
const WIDE_BITS: u32 = 24;
/// Slots of the models.
const SLOT_BITS: u32 = 21;
/// Features of each model.
const ROWS: usize = 40_000;
/// What makes the tagger of cues find more of them, and more wrong ones, for the tagger of roles to learn from.
const CUE_LEAN: f32 = 2.0;
/// The same for use, where the model of verdicts throws out the wrong ones.
const PROPOSING_LEAN: f32 = 3.5;

/// An article with its attributions. Folds count on beyond [`FOLDS`] in corpora that are not ours.
pub(crate) struct Article {
    pub(crate) corpus: &'static str,
    pub(crate) text: String,
    pub(crate) golds: Vec<Attribution>,
    pub(crate) fold: usize,
    pub(crate) weight: f32,
}

impl Article {
    /// Whether it is labelled by our own scheme.
    pub(crate) const fn is_own(&self) -> bool {
        self.fold < FOLDS
    }
}

/// Trains both taggers and writes their weights.
pub(crate) fn train(options: &Options) -> Result<()> {
    let begun = Instant::now();
    println!("attributions");
    let mut articles = read(options, &[FROM_TRANSFORMER])?;
    let taught = articles.len();
    articles.extend(read(options, &CORPORA)?);
    println!("  cues");
    let cues = train_cues(&articles)?;
    println!("  roles ({:.0?})", begun.elapsed());
    let roles = roles::train(&articles, &said(&articles, &cues.teaching)?)?;
    println!("  verdicts ({:.0?})", begun.elapsed());
    // What no person has marked is no measure of what is right.
    let articles: Vec<Article> =
        articles.into_iter().skip(taught).chain(read(options, &[OTHER_KINDS])?).collect();
    verdicts::train(&articles, &said(&articles, &cues.proposing)?, &roles)?;
    println!("  done ({:.0?})", begun.elapsed());
    Ok(())
}

/// The articles of these corpora, in order.
pub(crate) fn read(options: &Options, corpora: &[Corpus]) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for corpus in corpora {
        let name = corpora::name(corpus.file);
        if options.without.iter().any(|without| name.starts_with(without.as_str())) {
            println!("  {name}: left out");
            continue;
        }
        for report in corpora::read::<Report>(&options.data, corpus.file)? {
            let golds = marks::align(&report, &Document::new(&report.text));
            let fold = fold(&report.text) + if corpus.own { 0 } else { FOLDS };
            articles.push(Article { corpus: name, text: report.text, golds, fold, weight: corpus.weight });
        }
    }
    Ok(articles)
}

/// The part that an article is in, the same in all corpora: by its first letters.
fn fold(text: &str) -> usize {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).take(60);
    letters.fold(0, |sum, letter| (sum * 31 + usize::from(letter)) % 1009) % FOLDS
}

/// Taggers of cues that have learned all articles but one fold, by that fold.
struct HeldBack {
    /// What teaches the tagger of roles.
    teaching: Vec<Vec<u8>>,
    /// What proposes, as the final tagger does.
    proposing: Vec<Vec<u8>>,
}

/// Trains the tagger of cues and writes its weights.
fn train_cues(articles: &[Article]) -> Result<HeldBack> {
    let mut data = Sequences::default();
    for article in articles {
        let document = Document::new(&article.text);
        let allowed = marks::cue_labels(document.tokens.len(), &article.golds, !article.is_own());
        data.add(&CueReader::new(&Reading::new(&document)), &allowed, article.weight, article.fold);
    }
    println!("    {} stretches, {} tokens", data.list.len(), data.allowed.len());
    let rate = 0.15;
    let slots = choose(&data, Settings { epochs: 4, rate, penalty: 2e-6 });
    let data = data.renamed(|feature| slots.number(feature));
    let learn = |without| fit(&data, slots.rows, Settings { epochs: 6, rate, penalty: 5e-7 }, without);
    let pack = |trained, lean| slots.pack(&leaning(trained, CUE, lean), &[0; KINDS * BINS]);
    let trained = each_fold(learn);
    let mut held_back = HeldBack { teaching: Vec::new(), proposing: Vec::new() };
    for trained in &trained[..FOLDS] {
        held_back.teaching.push(pack(trained.clone(), CUE_LEAN));
        held_back.proposing.push(pack(trained.clone(), PROPOSING_LEAN));
    }
    let model = pack(trained[FOLDS].clone(), PROPOSING_LEAN);
    fs::write(OUTPUT, &model).with_context(|| format!("{OUTPUT} can't be written"))?;
    println!("    {} bytes written", model.len());
    Ok(held_back)
}

/// What the tagger of cues says of each article, by the model of `cues` that has not seen it.
fn said(articles: &[Article], cues: &[Vec<u8>]) -> Result<Vec<Vec<Found>>> {
    let taggers = cues.iter().map(|model| tagger(model)).collect::<Result<Vec<Tagger>>>()?;
    let mark = |article: &Article| {
        let document = Document::new(&article.text);
        taggers[article.fold % FOLDS].mark(&CueReader::new(&Reading::new(&document)))
    };
    Ok(articles.iter().map(mark).collect())
}

/// What is learned without each fold, in order, and at last with all.
pub(crate) fn each_fold<T: Send>(learn: impl Fn(Option<usize>) -> T + Sync) -> Vec<T> {
    let folds: Vec<Option<usize>> = (0..FOLDS).map(Some).chain([None]).collect();
    two_at_once(&folds, |&without| learn(without))
}

/// The features that weigh most in a first training, where nearly each has a slot of its own.
pub(crate) fn choose(data: &Sequences, settings: Settings) -> Slots {
    let wide = Slots::frequent(data, WIDE_BITS, 3);
    let trained = fit(&data.renamed(|feature| wide.number(feature)), wide.rows, settings, None);
    wide.heaviest(&trained, SLOT_BITS, ROWS)
}

/// Trains without a fold.
pub(crate) fn fit(data: &Sequences, rows: usize, settings: Settings, without: Option<usize>) -> Trained {
    let is_own = |sequence: &Sequence| sequence.fold < FOLDS;
    own::train(data, labels(KINDS), rows, settings, 1.0, is_own, |fold| Some(fold % FOLDS) == without)
}

/// Weights that find more spans of a kind, and more wrong ones.
pub(crate) fn leaning(mut trained: Trained, kind: usize, lean: f32) -> Trained {
    for row in trained.transitions.chunks_exact_mut(trained.labels) {
        row[usize::from(begin(kind))] += lean;
    }
    trained
}

pub(crate) fn tagger(model: &[u8]) -> Result<Tagger<'_>> {
    Tagger::read(model).map_err(|error| anyhow!("the model that was just written does not read: {error}"))
}
