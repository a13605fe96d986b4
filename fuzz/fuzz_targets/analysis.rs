#![no_main]
//! The promises about tokens and the whole analysis, for any string.

#[path = "../../tests/invariants/sound.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|text: &str| {
    sound::text(text);
    sound::analysis(text, sourcelight::Options { any_language: true });
});
