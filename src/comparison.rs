//! Two articles side by side: how each is sourced, who is heard in which, and which names only one of them has.
//!
//! Plain counts, as in a [`Profile`](crate::analysis::Profile); which is better is for the reader to say. Names
//! are the same where they would be in one article: a `Zelensky` here is the `Vladimir Zelensky` there.

use crate::analysis::{Analysis, EntityKind, Traceable, TraceableCounts, Voice};
use crate::entity;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What two articles have in common, and what not. Pairs are in the order of the articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// How each is sourced.
    pub articles: [Figures; 2],
    /// Everybody who is heard in either, by words, most first.
    pub voices: Vec<ComparedVoice>,
    /// Every name in either, by mentions, most first; dates and amounts are no names.
    pub names: Vec<ComparedName>,
}

/// How an article is sourced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// All words.
    pub words: u32,
    /// Words in the content of some attribution.
    pub attributed_words: u32,
    /// All attributions.
    pub attributions: u32,
    /// Those that are hedged.
    pub hedged: u32,
    /// Those that have no source.
    pub sourceless: u32,
    /// Its voices, each once, by how well it can be traced where it can be traced best.
    pub sources: TraceableCounts,
}

/// Somebody who is heard in one article or in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedVoice {
    /// The name, in its fullest form; where there is none, the words of the source.
    pub name: String,
    /// Whether it is a name.
    pub named: bool,
    /// The words in the contents of each article; 0 where the voice is not heard.
    pub words: [u32; 2],
    /// The attributions in each article.
    pub attributions: [u32; 2],
    /// How well it can be traced in each article; `None` where it is not heard.
    pub traceable: [Option<Traceable>; 2],
}

/// A name that one article has, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedName {
    /// Its fullest form.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// How often each article mentions it.
    pub mentions: [u32; 2],
}

/// Compares two articles by their analyses.
#[must_use]
pub fn compare(first: &Analysis, second: &Analysis) -> Comparison {
    let mut names = names(first, 0);
    let mut places = [places(&names), BTreeMap::new()];
    let others = self::names(second, 1);
    let same = entity::same_things(&pairs(&names), &pairs(&others));
    for (other, known) in others.into_iter().zip(same) {
        let at = known.unwrap_or(names.len());
        places[1].insert(other.name.clone(), at);
        match known {
            None => names.push(other),
            Some(known) => {
                names[known].mentions[1] = other.mentions[1];
                if other.name.len() > names[known].name.len() {
                    names[known].name = other.name;
                }
            }
        }
    }
    let voices = voices([first, second], &places, &names);
    names.sort_by_key(|it| (Reverse(it.mentions[0] + it.mentions[1]), it.name.clone(), it.kind));
    Comparison { articles: [figures(first), figures(second)], voices, names }
}

fn figures(analysis: &Analysis) -> Figures {
    let profile = &analysis.profile;
    let mut sources = TraceableCounts::default();
    profile.voices.iter().for_each(|voice| sources.add(voice.traceable));
    Figures {
        words: profile.words,
        attributed_words: profile.attributed_words,
        attributions: profile.attributions,
        hedged: profile.hedged,
        sourceless: profile.source_types.none,
        sources,
    }
}

/// The names of an article, as they first appear; `side` is which of the two it is.
fn names(analysis: &Analysis, side: usize) -> Vec<ComparedName> {
    let mut names: Vec<ComparedName> = Vec::new();
    let mut places = BTreeMap::new();
    for entity in analysis.entities.iter().filter(|it| is_name(it.kind)) {
        let at = *places.entry(entity.entity).or_insert_with(|| {
            names.push(ComparedName { name: entity.name.clone(), kind: entity.kind, mentions: [0, 0] });
            names.len() - 1
        });
        names[at].mentions[side] += 1;
    }
    names
}

const fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    !matches!(kind, Date | Time | Money | Percent | Quantity)
}

fn pairs(names: &[ComparedName]) -> Vec<(EntityKind, &str)> {
    names.iter().map(|it| (it.kind, it.name.as_str())).collect()
}

/// Where each name stands in the list; of equal ones the first.
fn places(names: &[ComparedName]) -> BTreeMap<String, usize> {
    names.iter().enumerate().rev().map(|(at, it)| (it.name.clone(), at)).collect()
}

/// The voices of both articles; `places` tells for each which of the `names` a speaker's name is.
fn voices(
    articles: [&Analysis; 2],
    places: &[BTreeMap<String, usize>; 2],
    names: &[ComparedName],
) -> Vec<ComparedVoice> {
    let mut voices: Vec<ComparedVoice> = Vec::new();
    let mut known = BTreeMap::new();
    for (side, analysis) in articles.into_iter().enumerate() {
        for voice in &analysis.profile.voices {
            let place = voice.named.then(|| places[side].get(&voice.name).copied()).flatten();
            let key = place.map_or_else(|| (None, plain(&voice.name)), |at| (Some(at), String::new()));
            let at = *known.entry(key).or_insert_with(|| {
                voices.push(unheard(voice, place.map(|at| names[at].name.as_str())));
                voices.len() - 1
            });
            let heard = &mut voices[at];
            heard.words[side] = heard.words[side].saturating_add(voice.words);
            heard.attributions[side] += voice.attributions.len() as u32;
            heard.traceable[side] = Some(voice.traceable);
        }
    }
    voices.sort_by_key(|it| (Reverse(it.words[0].saturating_add(it.words[1])), it.name.clone()));
    voices
}

fn unheard(voice: &Voice, name: Option<&str>) -> ComparedVoice {
    ComparedVoice {
        name: name.unwrap_or(&voice.name).to_owned(),
        named: voice.named,
        words: [0, 0],
        attributions: [0, 0],
        traceable: [None, None],
    }
}

/// A description without capitals and article: `The ministry` is `the ministry`, and a `ministry` too.
fn plain(words: &str) -> String {
    let words = words.to_ascii_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|article| words.strip_prefix(article));
    bare.unwrap_or(&words).to_owned()
}
