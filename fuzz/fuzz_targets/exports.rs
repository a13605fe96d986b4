#![no_main]
//! The promises about exports, for any string.

#[path = "../../tests/invariants/sound.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|text: &str| sound::exports(text));
