//! Who is heard in an article, and with how many words.

use super::words::{Words, merge};
use crate::analysis::{Analysis, Attribution, EntityKind, SourceType, Traceable, Voice};
use crate::tagger::{WordSet, hash};
use crate::text::{Document, in_one, sort_by_number};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The voices of `analysis`: by words, then by attributions, then as they first appear.
pub(super) fn voices(document: &Document, analysis: &Analysis, words: &Words) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut places = BTreeMap::new();
    let kinds = kinds(analysis);
    for (index, attribution) in analysis.attributions.iter().enumerate() {
        let Some(name) = name(document, attribution) else { continue };
        let small = name.to_ascii_lowercase();
        let at = *places.entry((hash(small.bytes()), small)).or_insert_with(|| {
            voices.push(voice(name.into_owned(), &kinds, attribution));
            voices.len() - 1
        });
        voices[at].attributions.push(index as u32);
        voices[at].traceable = best(voices[at].traceable, attribution.traceable);
    }
    for voice in &mut voices {
        let own = voice.attributions.iter().map(|&at| &analysis.attributions[at as usize]);
        voice.words = words.in_all(&merge(own.flat_map(|it| it.content.iter().copied()).collect()));
    }
    let most = u32::MAX as usize;
    sort_by_number(&mut voices, |voice| in_one(most - voice.words as usize, most - voice.attributions.len()));
    voices
}

/// Kinds by name. Two numbers are compared faster than two names, so their hashes come first.
type Kinds<'a> = BTreeMap<(u32, &'a str), EntityKind>;

/// The kinds of all names that speak; of several things with one name, that of the one mentioned last.
fn kinds(analysis: &Analysis) -> Kinds<'_> {
    let speakers = analysis.attributions.iter().filter_map(|it| it.speaker.as_ref());
    let speakers = WordSet::new(speakers.map(|name| hash(name.bytes())));
    let mut kinds = BTreeMap::new();
    let mut seen = vec![false; analysis.entities.len()];
    for entity in analysis.entities.iter().rev() {
        // A thing has one name and one kind.
        if seen.get_mut(entity.entity as usize).is_some_and(|seen| std::mem::replace(seen, true)) {
            continue;
        }
        let hash = hash(entity.name.bytes());
        if speakers.may_hold(hash) {
            kinds.entry((hash, entity.name.as_str())).or_insert(entity.kind);
        }
    }
    kinds
}

/// Whose voice an attribution has: the speaker, else the words of the source.
fn name<'a>(document: &Document<'a>, attribution: &'a Attribution) -> Option<Cow<'a, str>> {
    match &attribution.speaker {
        Some(name) => Some(name.into()),
        None if attribution.source_type == SourceType::Pronoun => None,
        None => {
            let words = attribution.source.first()?.of(document.text).split_whitespace();
            Some(words.collect::<Vec<_>>().join(" ").into())
        }
    }
}

/// The voice of this name, of which `attribution` is the first one; `kinds` has those of all names that speak.
fn voice(name: String, kinds: &Kinds, attribution: &Attribution) -> Voice {
    let kind = kinds.get(&(hash(name.bytes()), name.as_str()));
    let source_type = match (&attribution.speaker, kind) {
        (None, _) => attribution.source_type,
        (Some(_), Some(EntityKind::Person)) => SourceType::Person,
        (Some(_), _) => SourceType::Organization,
    };
    Voice {
        name,
        named: attribution.speaker.is_some(),
        traceable: attribution.traceable,
        source_type,
        attributions: Vec::new(),
        words: 0,
    }
}

const fn best(a: Traceable, b: Traceable) -> Traceable {
    match (a, b) {
        (Traceable::Yes, _) | (_, Traceable::Yes) => Traceable::Yes,
        (Traceable::Partly, _) | (_, Traceable::Partly) => Traceable::Partly,
        (Traceable::No, Traceable::No) => Traceable::No,
    }
}
