#![no_main]
//! The promises of the reader of weights for the sharper reading, for any bytes.

#[path = "../../tests/invariants/sound.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sound::sharp(bytes));
