//! Hedges: words that weaken what is said, and how the weaknesses of an attribution are put in sentences.
//!
//! Some words weaken wherever they stand, and a list has them. Of others a list says that they can; a trained
//! tagger reads those around them and says where they do ([`reader`]), but for what rules know better: not in
//! "May 5", "may not enter" or "some 300 people".

mod explain;
mod reader;

pub(crate) use explain::reason;
pub use reader::{BELIEVED, HedgeReader, POSSIBLE, VAGUE};

use crate::analysis::{Hedge, HedgeKind};
use crate::lexicon::{FunctionWord, lexicon};
use crate::sharp::{Impression, Part};
use crate::tagger::{Found, Opinion, Tagger};
use crate::text::{Change, Class, Document, Placed, Splice, carry, put_in, sort_by_number};
use std::ops::Range;
use std::sync::LazyLock;

static HEDGES: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(include_bytes!("hedges.bin")).ok());

/// How often a hedge of the list of sure ones is one, as far as can be told by reading.
const SURE: f32 = 0.95;

/// How far a token is seen from another one.
const REACH: usize = 3;

/// A hedge by its tokens.
#[derive(Debug, Clone)]
struct Weak {
    tokens: Range<usize>,
    kind: HedgeKind,
    confidence: f32,
}

impl Placed for Weak {
    fn place(&self) -> &Range<usize> {
        &self.tokens
    }

    fn follow(&mut self, tokens: Splice) {
        self.tokens = tokens.shift_range(&self.tokens);
    }
}

/// The hedges of a document that is edited.
#[derive(Debug, Default)]
pub(crate) struct Known(Vec<Weak>);

impl Known {
    /// The hedges of `document` after a `change`, in order; they don't overlap. `impression` is what a sharper
    /// reading makes of the document.
    pub(crate) fn edit(
        &mut self,
        document: &Document,
        classes: &[Class],
        change: &Change,
        impression: Option<&Impression>,
    ) -> Vec<Hedge> {
        let change = change.widened(document, REACH);
        let around = change.widened(document, REACH);
        let excerpt = document.excerpt(around.paragraphs.added());
        let base = around.tokens.start;
        let opinion = impression.map(|impression| impression.of_rest(Part::Hedges, base));
        let found = find(&excerpt, &classes[around.tokens.added()], opinion.as_ref())
            .into_iter()
            .map(|weak| Weak { tokens: weak.tokens.start + base..weak.tokens.end + base, ..weak });
        carry(&mut self.0, change.tokens);
        put_in(
            &mut self.0,
            found.filter(|weak| change.tokens.added().contains(&weak.tokens.start)).collect(),
        );
        let hedge = |weak: &Weak| {
            let span = document.span(weak.tokens.clone());
            Hedge {
                start: span.start,
                end: span.end,
                kind: weak.kind,
                confidence: weak.confidence,
                corrected: false,
            }
        };
        self.0.iter().map(hedge).collect()
    }
}

/// The hedges of `document`, in order; they don't overlap.
fn find(document: &Document, classes: &[Class], opinion: Option<&Opinion>) -> Vec<Weak> {
    let sure = sure(document);
    let reader = HedgeReader::with_classes(document, classes);
    let mut found = sure.clone();
    for hedge in HEDGES.iter().flat_map(|tagger| tagger.mark_with(&reader, opinion)) {
        let tokens = whole(&reader, &hedge);
        let behind = sure.partition_point(|sure| sure.tokens.start < tokens.end);
        let free = behind == 0 || sure[behind - 1].tokens.end <= tokens.start;
        if free && weakens(document, classes, tokens.clone()) {
            let kind = kind(document, hedge.kind, tokens.start);
            found.push(Weak { tokens, kind, confidence: hedge.confidence });
        }
    }
    sort_by_number(&mut found, |weak| weak.tokens.start as u64);
    found.dedup_by(|next, last| next.tokens.start < last.tokens.end);
    found
}

/// The hedges that need no second look.
fn sure(document: &Document) -> Vec<Weak> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        let Some((end, &kind)) = lexicon().sure_hedges.longest_at(document, at) else {
            at += 1;
            continue;
        };
        // The verb behind "could" is none of the hedge.
        let could = document.word(at).eq_ignore_ascii_case("could") && !document.word(end - 1).ends_with('y');
        found.push(Weak { tokens: at..if could { at + 1 } else { end }, kind, confidence: SURE });
        at = end;
    }
    found
}

/// The tokens of a hedge; of vague words the whole entry of the list.
fn whole(reader: &HedgeReader, found: &Found) -> Range<usize> {
    let entries = reader.entries();
    let entry = entries.get(entries.partition_point(|(entry, _)| entry.end <= found.tokens.start));
    match entry.filter(|(entry, _)| found.kind == VAGUE && entry.start <= found.tokens.start) {
        Some((entry, _)) => entry.clone(),
        None => found.tokens.clone(),
    }
}

/// What the tagger says, told apart more finely by the list.
fn kind(document: &Document, found: usize, at: usize) -> HedgeKind {
    let listed = lexicon().hedges.longest_at(document, at).map(|(_, kind)| *kind);
    let vague = found == VAGUE;
    let fits = |kind: &HedgeKind| match kind {
        HedgeKind::Modal | HedgeKind::Belief | HedgeKind::Evidential => !vague,
        HedgeKind::Conditional => false,
        HedgeKind::Quantity | HedgeKind::Source | HedgeKind::Passive | HedgeKind::Approximation => vague,
    };
    listed.filter(fits).unwrap_or(match found {
        POSSIBLE => HedgeKind::Modal,
        BELIEVED => HedgeKind::Belief,
        _ => HedgeKind::Quantity,
    })
}

/// Leaves out what only looks like a hedge: the month of May, a permission denied, `some 300 people`, a new
/// sort of engine.
fn weakens(document: &Document, classes: &[Class], tokens: Range<usize>) -> bool {
    let is =
        |at: usize, words: &[&str]| words.iter().any(|word| document.word(at).eq_ignore_ascii_case(word));
    let class = |at: usize| classes.get(at).copied();
    if is(tokens.start, &["may"]) {
        let month = class(tokens.end) == Some(Class::Number)
            || document.word(tokens.start) == "May" && !is(tokens.start + 1, &["be", "not"]);
        let denied =
            is(tokens.end, &["not"]) && !is(tokens.end + 1, &["be", "have", "yet", "even", "always"]);
        return !month && !denied;
    }
    let before = tokens.start.wrapping_sub(1);
    if is(tokens.start, &["accused"]) && !is(tokens.end, &["of"]) {
        return false;
    }
    // "the most hypocritical": a superlative; "most voters" is a vague number.
    if is(tokens.start, &["most"]) && tokens.len() == 1 {
        return is_plural(document.word(tokens.end))
            && !is(before, &["the"])
            && class(before) != Some(Class::Possessive);
    }
    if is(tokens.start, &["some"]) && class(tokens.end) == Some(Class::Number) {
        return false;
    }
    if is(tokens.start, &["sort", "kind"]) {
        let noun = class(before) == Some(Class::Word)
            || matches!(class(before), Some(Class::Function(FunctionWord::Determiner)));
        return !noun;
    }
    true
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ous") || noun == "people"
}
