//! Mends what the corpora leave out or draw otherwise, so that they teach one convention.

use crate::gold::{Gold, Reading};
use sourcelight::text::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A list of the engine's own.
pub(crate) struct Listed(BTreeSet<&'static str>);

impl Listed {
    /// The words that name nationalities, religions, parties and peoples.
    pub(crate) fn groups() -> Self {
        Self::read(include_str!("../../src/lexicon/groups.txt"))
    }

    /// The names of places.
    pub(crate) fn places() -> Self {
        Self::read(include_str!("../../src/lexicon/places.txt"))
    }

    /// The names of places and organisations.
    pub(crate) fn names() -> Self {
        let organizations = include_str!("../../src/lexicon/organizations.txt");
        let outlets = include_str!("../../src/lexicon/outlets.txt");
        let mut names = Self::places().0;
        names.extend(Self::read(organizations).0);
        names.extend(Self::read(outlets).0);
        Self(names)
    }

    fn read(list: &'static str) -> Self {
        Self(list.lines().filter(|line| !line.starts_with('#')).collect())
    }

    fn contains(&self, document: &Document, tokens: Range<usize>) -> bool {
        self.0.contains(document.span(tokens).of(document.text))
    }

    /// The longest listed words that begin with the token `at`.
    fn longest_at(&self, document: &Document, at: usize) -> Option<Range<usize>> {
        (1..=3)
            .rev()
            .map(|words| at..at + words)
            .filter(|range| range.end <= document.tokens.len())
            .find(|range| self.contains(document, range.clone()))
    }
}

/// Marks listed groups as such, whether a corpus marks them as something else, in part or not at all;
/// where a capital follows an unmarked one, it may be part of a name that the corpus does not mark.
pub(crate) fn mark_groups(document: &Document, golds: &mut Vec<Gold>, groups: &Listed, group: usize) {
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(range) = groups.longest_at(document, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let overlaps = |gold: &&Gold| gold.tokens.start < range.end && range.start < gold.tokens.end;
        let within = |gold: &Gold| range.start <= gold.tokens.start && gold.tokens.end <= range.end;
        if !golds.iter().filter(overlaps).all(within) {
            continue;
        }
        let marked = golds.iter().any(|gold| gold.tokens == range);
        let goes_on = document.word(range.end).starts_with(char::is_uppercase);
        golds.retain(|gold| !overlaps(&gold));
        let or_nothing = goes_on && !marked;
        golds.push(Gold { tokens: range, reading: Reading { kinds: vec![group], or_nothing } });
    }
    golds.sort_by_key(|gold| gold.tokens.start);
}

/// A listed place that a corpus takes for an organisation, meaning its government or its team, is a place to
/// us; one that stands unmarked may be one.
pub(crate) fn keep_places(document: &Document, golds: &mut Vec<Gold>, places: &Listed, place: usize) {
    for gold in golds.iter_mut() {
        if places.contains(document, gold.tokens.clone()) {
            gold.reading.kinds = vec![place];
        }
    }
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(range) = places.longest_at(document, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let overlaps = |gold: &Gold| gold.tokens.start < range.end && range.start < gold.tokens.end;
        if !golds.iter().any(overlaps) {
            golds.push(Gold { tokens: range, reading: Reading { kinds: vec![place], or_nothing: true } });
        }
    }
    golds.sort_by_key(|gold| gold.tokens.start);
}

/// A corpus that takes `India and Pakistan` for one name has two there, of whatever `kinds`: where both sides are
/// listed or single words.
pub(crate) fn part_pairs(document: &Document, golds: &mut Vec<Gold>, names: &Listed, kinds: &[usize]) {
    let parts = |gold: &Gold| {
        let joint = gold.tokens.clone().find(|&at| document.word(at) == "and")?;
        let (left, right) = (gold.tokens.start..joint, joint + 1..gold.tokens.end);
        let single = left.len() == 1 && right.len() == 1;
        let listed = names.contains(document, left.clone()) && names.contains(document, right.clone());
        let two = (single || listed) && !names.contains(document, gold.tokens.clone());
        two.then_some([left, right])
    };
    let reading = Reading { kinds: kinds.to_vec(), or_nothing: false };
    *golds = std::mem::take(golds)
        .into_iter()
        .flat_map(|gold| match parts(&gold) {
            Some(parts) => parts.map(|tokens| Gold { tokens, reading: reading.clone() }).to_vec(),
            None => vec![gold],
        })
        .collect();
}

/// What few corpora mark: events, products, laws and works, by the engine's own lists of names and of heads.
pub(crate) struct Rare {
    names: BTreeMap<&'static str, usize>,
    heads: BTreeMap<&'static str, usize>,
    function_words: BTreeSet<&'static str>,
}

impl Rare {
    /// The lists; `kind` gives the number of a kind by its name there, where it is a rare one.
    pub(crate) fn new(kind: impl Fn(&str) -> Option<usize>) -> Self {
        let read = |list: &'static str| {
            let entry = |line: &'static str| {
                let (name, of) = line.split_once('\t')?;
                Some((name, kind(of)?))
            };
            list.lines().filter_map(entry).collect()
        };
        let words = include_str!("../../src/lexicon/function_words.txt");
        Self {
            names: read(include_str!("../../src/lexicon/other_names.txt")),
            heads: read(include_str!("../../src/lexicon/name_heads.txt")),
            function_words: words.lines().filter_map(|line| line.split('\t').next()).collect(),
        }
    }

    /// The kind of a listed name.
    fn listed(&self, document: &Document, tokens: Range<usize>) -> Option<usize> {
        self.names.get(document.span(tokens).of(document.text)).copied()
    }

    /// The kind of a name that ends in a listed head.
    fn headed(&self, document: &Document, tokens: Range<usize>) -> Option<usize> {
        self.heads.get(document.word(tokens.end - 1)).copied().filter(|_| tokens.len() > 1)
    }
}

/// Marks rare names: where a corpus marks them as one of several kinds, the kind that the lists give; where it
/// marks nothing, the listed ones, and of the kinds that it leaves `unmarked` rows of capitals with a listed head.
pub(crate) fn mark_rare(document: &Document, golds: &mut Vec<Gold>, rare: &Rare, unmarked: &[usize]) {
    const LONGEST: usize = 6;
    for gold in golds.iter_mut().filter(|gold| gold.reading.kinds.len() > 1) {
        let tokens = gold.tokens.clone();
        if let Some(kind) = rare.listed(document, tokens.clone()).or_else(|| rare.headed(document, tokens)) {
            gold.reading = Reading { kinds: vec![kind], or_nothing: false };
        }
    }
    let mut taken = vec![false; document.tokens.len()];
    for gold in &*golds {
        taken[gold.tokens.clone()].fill(true);
    }
    let is_free = |tokens: &Range<usize>| !taken[tokens.clone()].contains(&true);
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for sentence in &document.sentences {
        for run in runs(document, sentence.clone()).filter(|run| is_free(run)) {
            let begins = document.word(run.start).to_lowercase();
            let article = run.start == sentence.start && rare.function_words.contains(begins.as_str());
            let run = run.start + usize::from(article)..run.end;
            let kind = rare.headed(document, run.clone()).filter(|kind| unmarked.contains(kind));
            found.extend(kind.map(|kind| (run, kind)));
        }
    }
    for (tokens, _) in &found {
        taken[tokens.clone()].fill(true);
    }
    let mut at = 0;
    while at < document.tokens.len() {
        let longest = (at + 1..=document.tokens.len().min(at + LONGEST)).rev().map(|end| at..end);
        let mut free = longest.filter(|tokens| !taken[tokens.clone()].contains(&true));
        let listed = free.find_map(|tokens| Some((tokens.clone(), rare.listed(document, tokens)?)));
        at = listed.as_ref().map_or(at + 1, |(tokens, _)| tokens.end);
        found.extend(listed);
    }
    let gold = |(tokens, kind)| Gold { tokens, reading: Reading { kinds: vec![kind], or_nothing: false } };
    golds.extend(found.into_iter().map(gold));
    golds.sort_by_key(|gold| gold.tokens.start);
}

/// The rows of capitals of a sentence, but of one that is written as a headline.
fn runs(document: &Document, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    const MANY: usize = 6;
    let capital = |at: &usize| document.word(*at).starts_with(char::is_uppercase);
    let small = |at: &usize| document.word(*at).starts_with(char::is_lowercase);
    let prose = sentence.clone().filter(small).count() >= MANY;
    let begins = move |at: &usize| prose && capital(at) && (*at == sentence.start || !capital(&(at - 1)));
    let end = sentence.end;
    sentence.clone().filter(begins).map(move |at| at..(at..end).find(|at| !capital(at)).unwrap_or(end))
}

/// A corpus that takes `U.S.-led` for one word leaves the name in it unmarked: any kind may stand there.
pub(crate) fn free_compounds(document: &Document, allowed: &mut [u32], any: u32) {
    for (at, allowed) in allowed.iter_mut().enumerate() {
        let touches = document.word(at + 1) == "-" && document.touches_previous(at + 1)
            || at > 0 && document.word(at - 1) == "-" && document.touches_previous(at);
        if touches && document.word(at).contains(char::is_uppercase) && *allowed & 1 == 1 {
            *allowed |= any;
        }
    }
}
