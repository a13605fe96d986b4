//! Who is heard in an article, and with how many words.

use super::words::{Words, merge};
use crate::analysis::{Analysis, Attribution, EntityKind, SourceType, Traceable, Voice};
use crate::text::Document;
use std::collections::{BTreeMap, BTreeSet};

/// The voices of `analysis`: by words, then by attributions, then as they first appear.
pub(super) fn voices(document: &Document, analysis: &Analysis, words: &Words) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut places = BTreeMap::new();
    let kinds = kinds(analysis);
    for (index, attribution) in analysis.attributions.iter().enumerate() {
        let Some(voice) = voice(document, &kinds, attribution) else { continue };
        let key = voice.name.to_ascii_lowercase();
        let at = *places.entry(key).or_insert_with(|| {
            voices.push(voice);
            voices.len() - 1
        });
        voices[at].attributions.push(index as u32);
        voices[at].traceable = best(voices[at].traceable, attribution.traceable);
    }
    for voice in &mut voices {
        let own = voice.attributions.iter().map(|&at| &analysis.attributions[at as usize]);
        voice.words = words.in_all(&merge(own.flat_map(|it| it.content.iter().copied()).collect()));
    }
    voices.sort_by_key(|voice| (u32::MAX - voice.words, usize::MAX - voice.attributions.len()));
    voices
}

/// The kinds of all names; of several things with one name, that of the one mentioned last.
fn kinds(analysis: &Analysis) -> BTreeMap<&str, EntityKind> {
    let (mut kinds, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for entity in analysis.entities.iter().rev() {
        // A thing has one name and one kind.
        if seen.insert(entity.entity) {
            kinds.entry(entity.name.as_str()).or_insert(entity.kind);
        }
    }
    kinds
}

/// The voice of an attribution, as if it were the first one that it has; `kinds` has those of all names.
fn voice(
    document: &Document,
    kinds: &BTreeMap<&str, EntityKind>,
    attribution: &Attribution,
) -> Option<Voice> {
    let (name, source_type) = match &attribution.speaker {
        Some(name) => match kinds.get(name.as_str()) {
            Some(EntityKind::Person) => (name.clone(), SourceType::Person),
            _ => (name.clone(), SourceType::Organization),
        },
        None if attribution.source_type == SourceType::Pronoun => return None,
        None => {
            let words = attribution.source.first()?.of(document.text).split_whitespace();
            (words.collect::<Vec<_>>().join(" "), attribution.source_type)
        }
    };
    let named = attribution.speaker.is_some();
    let traceable = attribution.traceable;
    Some(Voice { name, named, traceable, source_type, attributions: Vec::new(), words: 0 })
}

const fn best(a: Traceable, b: Traceable) -> Traceable {
    match (a, b) {
        (Traceable::Yes, _) | (_, Traceable::Yes) => Traceable::Yes,
        (Traceable::Partly, _) | (_, Traceable::Partly) => Traceable::Partly,
        (Traceable::No, Traceable::No) => Traceable::No,
    }
}
