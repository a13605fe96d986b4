#![no_main]
//! The promise that an edited text has the analysis of a fresh one, for any text and edits.

#[path = "../../tests/invariants/sound.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|input: &str| sound::edits(input));
