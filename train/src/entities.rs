//! The tagger of names: which corpora teach it, what their marks mean to us, how it is trained.

use crate::Options;
use crate::attributions::leaning;
use crate::calibrate::Counts;
use crate::corpora::{self, Article, Name};
use crate::crf::{self, Settings};
use crate::gold::{self, Allowed, Gold, Misfits, Reading};
use crate::mend::{self, Listed, Rare};
use crate::own;
use crate::pack::Slots;
use crate::score::Score;
use crate::sequences::{Sequence, Sequences};
use anyhow::{Context, Result, anyhow};
use sourcelight::text::Document;
use sourcelight::training::{BINS, Found, NAME_KINDS, NameReader, Tagger, labels};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

pub(crate) const OUTPUT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/tagger/entities.bin");

const PERSON: usize = 0;
const ORGANIZATION: usize = 1;
const PLACE: usize = 2;
const GROUP: usize = 3;
const EVENT: usize = 4;
const PRODUCT: usize = 5;
const LAW: usize = 6;
const WORK: usize = 7;

/// A corpus: its file, how much one of its stretches counts, the kinds that it does not mark, whether it is
/// labelled by our own scheme.
pub(crate) struct Corpus {
    pub(crate) file: &'static str,
    pub(crate) weight: f32,
    pub(crate) unmarked: &'static [usize],
    pub(crate) own: bool,
}

/// Labels of the kinds that a compound begins or ends with.
const NAMED_IN_COMPOUNDS: u32 = 0b1_1111_1110;

const RARE: &[usize] = &[EVENT, PRODUCT, LAW, WORK];
const RARE_AND_GROUP: &[usize] = &[GROUP, EVENT, PRODUCT, LAW, WORK];

const fn corpus(file: &'static str, weight: f32, unmarked: &'static [usize]) -> Corpus {
    Corpus { file, weight, unmarked, own: false }
}

const CORPORA: [Corpus; 21] = [
    Corpus { file: "attributions/own.train.jsonl", weight: 3.0, unmarked: RARE, own: true },
    corpus("entities/train/gum_news.train.jsonl", 1.0, &[]),
    corpus("entities/train/gum_interview.train.jsonl", 0.7, &[]),
    corpus("entities/train/gum_bio.train.jsonl", 0.7, &[]),
    corpus("entities/train/gum_voyage.train.jsonl", 0.7, &[]),
    corpus("entities/train/gum_court.train.jsonl", 0.7, &[]),
    corpus("entities/train/gum_academic.train.jsonl", 0.7, &[]),
    corpus("entities/train/masc_other.all.jsonl", 1.0, RARE),
    corpus("entities/train/gmb.train.jsonl", 0.4, RARE),
    corpus("entities/train/men_malaysian_news.all.jsonl", 1.0, &[]),
    corpus("entities/train/wikigold.all.jsonl", 0.7, &[]),
    corpus("entities/train/crossner_politics.train.jsonl", 0.5, &[]),
    corpus("entities/train/crossner_politics.dev.jsonl", 0.5, &[]),
    corpus("entities/train/crossner_politics.test.jsonl", 0.5, &[]),
    corpus("entities/train/crossner_literature.train.jsonl", 0.5, &[]),
    corpus("entities/train/redocred.dev.jsonl", 0.5, &[]),
    corpus("entities/train/redocred.test.jsonl", 0.5, &[]),
    corpus("entities/train/uner_ewt.dev.jsonl", 0.5, RARE),
    corpus("entities/train/btc_g_newstweets.jsonl", 0.3, RARE),
    corpus("entities/train/wnut17.train.jsonl", 0.3, &[EVENT, LAW]),
    corpus("entities/train/grobid_ner_wiki.all.jsonl", 0.5, RARE),
];

/// Corpora whose places are marked now so, now otherwise, now not at all.
const PATCHY: [&str; 2] = ["gmb", "men_malaysian"];

const DEV: [(&str, &str); 4] = [
    ("worldwide.dev", "entities/dev/worldwide.dev.jsonl"),
    ("masc_news", "entities/dev/masc_news.all.jsonl"),
    ("gum_news.dev", "entities/dev/gum_news.dev.jsonl"),
    ("modern.dev", "attributions/modern.dev.jsonl"),
];

/// Every fifth article is kept back once, to see how sure the model may be.
const FOLDS: usize = 5;
/// How much a corpus has to count for that: the others are wrong too often themselves.
const TRUSTED: f32 = 0.5;
/// How much of what our own articles teach apart goes into the model.
const OWN_SHARE: f32 = 0.6;
/// What a name has to pay to open: a wrong mark is worse than one that is missing.
const LEAN: f32 = -0.3;
/// Slots of the first training, where nearly every feature has one of its own.
const WIDE_BITS: u32 = 24;
/// Slots of the model.
const SLOT_BITS: u32 = 21;
/// Features of the model.
const ROWS: usize = 60_000;

/// Trains the tagger of names and writes its weights.
pub(crate) fn train(options: &Options) -> Result<()> {
    let begun = Instant::now();
    println!("entities");
    let (data, held_back) = read(options)?;
    println!(
        "  {} stretches, {} tokens; {} left out, where a mark reaches beyond ({:.0?})",
        data.list.len(),
        data.allowed.len(),
        data.impossible,
        begun.elapsed()
    );
    let width = labels(NAME_KINDS.len());
    let wide = Slots::frequent(&data, WIDE_BITS, 3);
    println!("  all features: {}", wide.rows);
    let settings = Settings { epochs: 4, rate: 0.3, penalty: 2e-6 };
    let all =
        crf::train(&data.renamed(|feature| wide.number(feature)), width, wide.rows, settings, |_| false);
    let slots = wide.heaviest(&all, SLOT_BITS, ROWS);
    drop(all);
    println!("  chosen features: {} ({:.0?})", slots.rows, begun.elapsed());
    let chosen = data.renamed(|feature| slots.number(feature));
    let settings = Settings { epochs: 8, rate: 0.3, penalty: 1e-6 };
    println!("  without a fifth, to see how sure the model may be");
    let is_own = |sequence: &Sequence| sequence.fold < FOLDS;
    let learn = |without: Option<usize>| {
        let without = |fold| Some(fold % FOLDS) == without;
        let trained = own::train(&chosen, width, slots.rows, settings, OWN_SHARE, is_own, without);
        [PERSON, ORGANIZATION, PLACE].into_iter().fold(trained, |trained, kind| leaning(trained, kind, LEAN))
    };
    let part = learn(Some(0));
    let draft = slots.pack(&part, &vec![0; NAME_KINDS.len() * BINS]);
    let calibration = calibrate(&draft, &held_back)?;
    println!("  with all");
    let model = slots.pack(&learn(None), &calibration);
    fs::write(OUTPUT, &model).with_context(|| format!("{OUTPUT} can't be written"))?;
    println!("  {} bytes written ({:.0?})", model.len(), begun.elapsed());
    report(options, &model)
}

/// An article that was kept back, with its marks and the kinds that its corpus marks.
struct Kept {
    text: String,
    golds: Vec<Gold>,
    unmarked: &'static [usize],
}

fn read(options: &Options) -> Result<(Sequences, Vec<Kept>)> {
    let (mut data, mut kept) = (Sequences::default(), Vec::new());
    each(
        options,
        |_| true,
        |corpus, number, article| {
            let fold = number % FOLDS + if corpus.own { 0 } else { FOLDS };
            let document = Document::new(&article.text);
            data.add(&NameReader::new(&document), &article.allowed, corpus.weight, fold);
            if fold.is_multiple_of(FOLDS) && corpus.weight >= TRUSTED {
                kept.push(Kept { text: article.text, golds: article.golds, unmarked: corpus.unmarked });
            }
        },
    )?;
    Ok((data, kept))
}

/// An article with its names, mended, and the labels that each token may have.
pub(crate) struct Labelled {
    pub(crate) text: String,
    pub(crate) golds: Vec<Gold>,
    pub(crate) allowed: Vec<Allowed>,
}

/// Calls `take` with each article of each corpus that is `wanted`, in order, and its number in that corpus.
pub(crate) fn each(
    options: &Options,
    wanted: impl Fn(&Corpus) -> bool,
    mut take: impl FnMut(&Corpus, usize, Labelled),
) -> Result<()> {
    let overlaps =
        fs::read_to_string(options.data.join("entities/gmb_overlaps_masc_news_ids.txt")).unwrap_or_default();
    let overlaps: Vec<&str> = overlaps.lines().map(str::trim).collect();
    let (groups, places, names) = (Listed::groups(), Listed::places(), Listed::names());
    let rare = Rare::new(|kind| match kind {
        "event" => Some(EVENT),
        "product" => Some(PRODUCT),
        "law" => Some(LAW),
        "work" => Some(WORK),
        _ => None,
    });
    for corpus in CORPORA.iter().filter(|corpus| wanted(corpus)) {
        let name = corpora::name(corpus.file);
        if options.without.iter().any(|without| name.starts_with(without.as_str())) {
            println!("  {name}: left out");
            continue;
        }
        let mut articles: Vec<Article> = corpora::read(&options.data, corpus.file)?;
        if name.starts_with("gmb") {
            articles.retain(|article| !overlaps.contains(&article.id.as_str()));
            articles = corpora::join(articles, 10);
        }
        let mut misfits = Misfits::default();
        for (number, article) in articles.into_iter().enumerate() {
            let document = Document::new(&article.text);
            let mut golds = gold::align(&article, &document, reading, &mut misfits);
            if name.starts_with("gmb") {
                mend::part_pairs(&document, &mut golds, &names, &[PERSON, ORGANIZATION, PLACE, GROUP]);
            }
            if PATCHY.iter().any(|patchy| name.starts_with(patchy)) {
                mend::keep_places(&document, &mut golds, &places, PLACE);
            }
            mend::mark_groups(&document, &mut golds, &groups, GROUP);
            mend::mark_rare(&document, &mut golds, &rare, corpus.unmarked);
            let mut allowed = gold::allowed(&document, &golds, corpus.unmarked);
            if name.starts_with("gmb") {
                mend::free_compounds(&document, &mut allowed, NAMED_IN_COMPOUNDS);
            }
            take(corpus, number, Labelled { text: article.text, golds, allowed });
        }
        println!(
            "  {name}: {} marks, {} widened to tokens, {} dropped",
            misfits.marks, misfits.widened, misfits.dropped
        );
    }
    Ok(())
}

/// What a mark of a corpus means to us; nothing where it is no name.
fn reading(mark: &Name) -> Option<Reading> {
    let sure = |kind| Some(Reading { kinds: vec![kind], or_nothing: false });
    match mark.kind.as_str() {
        "PER" => sure(PERSON),
        "ORG" => sure(ORGANIZATION),
        "LOC" | "GPE" => sure(PLACE),
        "NORP" => sure(GROUP),
        "EVENT" => sure(EVENT),
        "PRODUCT" => sure(PRODUCT),
        "LAW" => sure(LAW),
        "WORK" => sure(WORK),
        "MISC" => Some(Reading { kinds: RARE_AND_GROUP.to_vec(), or_nothing: true }),
        "OTHER" => Some(Reading { kinds: (0..NAME_KINDS.len()).collect(), or_nothing: true }),
        _ => None,
    }
}

/// The marks that stand for one kind.
fn plain(golds: &[Gold]) -> Vec<(Range<usize>, usize)> {
    let plain = |gold: &Gold| match (&gold.reading.kinds[..], gold.reading.or_nothing) {
        (&[kind], false) => Some((gold.tokens.clone(), kind)),
        _ => None,
    };
    golds.iter().filter_map(plain).collect()
}

fn tagger(model: &[u8]) -> Result<Tagger<'_>> {
    Tagger::read(model).map_err(|error| anyhow!("the model that was just written does not read: {error}"))
}

fn calibrate(model: &[u8], articles: &[Kept]) -> Result<Vec<u8>> {
    let tagger = tagger(model)?;
    let mut counts = Counts::new(NAME_KINDS.len());
    for article in articles {
        let document = Document::new(&article.text);
        count(&article.golds, article.unmarked, &tagger.mark(&NameReader::new(&document)), &mut counts);
    }
    Ok(counts.table())
}

/// Counts which of the names `found` are right, by the marks of a corpus that leaves some kinds `unmarked`.
pub(crate) fn count(golds: &[Gold], unmarked: &[usize], found: &[Found], counts: &mut Counts) {
    let wanted = plain(golds);
    for Found { tokens, kind, probability, .. } in found {
        let known = wanted.contains(&(tokens.clone(), *kind));
        if known || !unmarked.contains(kind) {
            counts.add(*kind, *probability, known);
        }
    }
}

/// Prints how well the model does on the articles to steer by.
fn report(options: &Options, model: &[u8]) -> Result<()> {
    let tagger = tagger(model)?;
    for (name, file) in DEV {
        if !Path::new(&options.data.join(file)).exists() {
            println!("  {name}: not there");
            continue;
        }
        let mut score = Score::new(NAME_KINDS.len());
        for article in corpora::read::<Article>(&options.data, file)? {
            let document = Document::new(&article.text);
            let golds = gold::align(&article, &document, reading, &mut Misfits::default());
            let found: Vec<_> = tagger
                .mark(&NameReader::new(&document))
                .into_iter()
                .map(|found| (found.tokens, found.kind))
                .collect();
            score.add(&plain(&golds), &found);
        }
        let names = score.of(&[PERSON, ORGANIZATION, PLACE]);
        println!(
            "  {name}: names {names}; PER {:.1} ORG {:.1} LOC {:.1} NORP {:.1}",
            score.0[PERSON].f1(),
            score.0[ORGANIZATION].f1(),
            score.0[PLACE].f1(),
            score.0[GROUP].f1()
        );
    }
    Ok(())
}
