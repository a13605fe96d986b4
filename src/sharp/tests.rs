//! A tiny model with random weights, made by `train/sharp/tiny.py`, which also gave the figures below.

use super::{FileError, Part, Sharp};
use crate::attribution::Reading;
use crate::text::Document;

const TINY: &[u8] = include_bytes!("tiny.sharp");
const TEXT: &str = "“Rain is near,” Ada said.\n\nIt is.";

fn close(found: &[f32], expected: &[f32]) {
    assert!(
        found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.002),
        "{found:?} instead of {expected:?}"
    );
}

#[test]
fn scores_are_those_of_the_training() {
    let sharp = Sharp::read(TINY).unwrap();
    let document = Document::new(TEXT);
    let impression = sharp.look(&Reading::new(&document));
    let names = impression.of(Part::Names);
    close(&names.scores[17..21], &[-2.33925, 2.56278, -1.13315, -0.25448]);
    let cues = impression.of(Part::Cues);
    close(&cues.scores[35..40], &[-0.12655, -0.05570, 0.68374, -0.25545, -0.48690]);
    close(&impression.of(Part::Hedges).scores[21..25], &[-1.04846, 0.26425, 0.06378, -0.37111]);
    let roles = impression.of_roles(&(7..8), 6..9);
    close(&roles.scores[..5], &[-0.00429, -1.71126, -0.92588, 0.23090, -0.44394]);
    close(&roles.scores[10..], &[0.17243, -1.14069, -1.01877, 0.40683, -0.12469]);
}

#[test]
fn each_paragraph_is_read_for_itself() {
    let sharp = Sharp::read(TINY).unwrap();
    let document = Document::new(TEXT);
    let impression = sharp.look(&Reading::new(&document));
    close(&impression.of(Part::Cues).scores[45..50], &[-0.06009, -0.53942, 1.29653, -0.65463, -1.75162]);
}

#[test]
fn sentences_beyond_a_chunk_are_cut_and_every_token_has_its_scores() {
    let sharp = Sharp::read(TINY).unwrap();
    for words in [0, 1, 13, 14, 15, 40] {
        let text = "is ".repeat(words) + "incomprehensibilities";
        let document = Document::new(&text);
        let impression = sharp.look(&Reading::new(&document));
        let scores = impression.of(Part::Cues).scores.into_owned();
        assert_eq!(scores.len(), document.tokens.len() * 5);
        assert!(scores.iter().all(|score| score.is_finite()));
    }
}

#[test]
fn damaged_and_foreign_files_are_told_apart() {
    for length in 0..TINY.len() {
        assert!(Sharp::read(&TINY[..length]).is_err(), "{length} bytes");
    }
    for at in (8..TINY.len()).step_by(97) {
        let mut bytes = TINY.to_vec();
        bytes[at] ^= 1;
        assert_eq!(Sharp::read(&bytes).err(), Some(FileError::Damaged), "byte {at}");
    }
    assert_eq!(Sharp::read(b"PNG and so on, long enough").err(), Some(FileError::Foreign));
    let mut later = TINY.to_vec();
    later[4] = 9;
    assert_eq!(Sharp::read(&later).err(), Some(FileError::Version(9)));
}

#[test]
fn an_analysis_takes_the_opinion_in() {
    let sharp = Sharp::read(TINY).unwrap();
    let options = crate::Options { any_language: true };
    let (with, without) = (crate::analyze_sharply(TEXT, options, &sharp), crate::analyze_with(TEXT, options));
    assert_ne!(with.entities, without.entities);
    assert_eq!(with.quotes.len(), without.quotes.len());
}
