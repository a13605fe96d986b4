//! A tiny model with random weights, made by `train/sharp/tiny.py`, which also gave the figures below.

use super::{FileError, Memory, Part, Sharp};
use crate::attribution::Reading;
use crate::text::Document;

const TINY: &[u8] = include_bytes!("tiny.sharp");
const TEXT: &str = "“Rain is near,” Ada said.\n\nIt is.";

fn tiny() -> (Sharp, Memory) {
    (Sharp::read(TINY).unwrap(), Memory::default())
}

fn close(found: &[f32], expected: &[f32]) {
    assert!(
        found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.002),
        "{found:?} instead of {expected:?}"
    );
}

#[test]
fn scores_are_those_of_the_training() {
    let (sharp, mut memory) = tiny();
    let document = Document::new(TEXT);
    let impression = sharp.look(&Reading::new(&document), &mut memory);
    let names = impression.of(Part::Names);
    close(&names.scores[17..21], &[-2.30110, 2.64575, -1.25933, -0.43802]);
    let cues = impression.of(Part::Cues);
    close(&cues.scores[35..40], &[-0.20608, -0.15371, 0.67253, -0.37821, -0.58102]);
    close(&impression.of(Part::Hedges).scores[21..25], &[-1.13142, 0.21800, 0.00997, -0.39351]);
    let roles = impression.of_roles(&(7..8), 6..9);
    close(&roles.scores[..5], &[-0.01806, -2.26858, -0.83208, 0.38903, -0.72823]);
    close(&roles.scores[10..], &[0.04058, -1.34396, -0.81608, 0.44226, -0.43226]);
}

#[test]
fn each_paragraph_is_read_for_itself() {
    let (sharp, mut memory) = tiny();
    let document = Document::new(TEXT);
    let impression = sharp.look(&Reading::new(&document), &mut memory);
    close(&impression.of(Part::Cues).scores[45..50], &[-0.12721, -0.58744, 1.13059, -0.64104, -1.78264]);
}

#[test]
fn an_edit_leaves_what_a_fresh_reading_finds() {
    let (sharp, mut memory) = tiny();
    let again = format!("{TEXT}\n\nIt is.");
    for text in [TEXT, "“Rain is near,” Ada said.\n\nIt is near.", "", &again, TEXT] {
        let document = Document::new(text);
        let reading = Reading::new(&document);
        let kept = sharp.look(&reading, &mut memory).of(Part::Cues).scores.into_owned();
        let mut nothing = Memory::default();
        assert_eq!(kept, sharp.look(&reading, &mut nothing).of(Part::Cues).scores.into_owned(), "{text}");
    }
}

#[test]
fn sentences_beyond_a_chunk_are_cut_and_every_token_has_its_scores() {
    let (sharp, mut memory) = tiny();
    for words in [0, 1, 13, 14, 15, 40] {
        let text = "is ".repeat(words) + "incomprehensibilities";
        let document = Document::new(&text);
        let impression = sharp.look(&Reading::new(&document), &mut memory);
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
    let (sharp, _) = tiny();
    let options = crate::Options { any_language: true };
    let (with, without) = (crate::analyze_sharply(TEXT, options, &sharp), crate::analyze_with(TEXT, options));
    assert_ne!(with.entities, without.entities);
    assert_eq!(with.quotes.len(), without.quotes.len());
}
