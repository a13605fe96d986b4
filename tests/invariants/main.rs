//! What holds for every text, however odd.
#![cfg(not(target_family = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test panics where something is wrong")]

mod foreign;
mod hostile;
mod regressions;
mod sound;

use proptest::prelude::*;
use sourcelight::text::{OffsetMap, OffsetUnit};
use sourcelight::{Options, analyze_with};

const PIECES: [&str; 74] = [
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{2028}",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    ".",
    ".",
    ",",
    ",",
    "…",
    "...",
    "?",
    "!",
    ":",
    ";",
    "–",
    "—",
    "-",
    "’s",
    "n’t",
    "’ll",
    "the ",
    "The ",
    "that ",
    "said",
    "told",
    "according to ",
    "claims",
    "reportedly ",
    "experts",
    "He ",
    "they",
    "Mr.",
    "U.S.",
    "Ana Hale",
    "Hale",
    "Warsaw",
    "Ministry of Ferries",
    "Ukrainian",
    "$61 billion",
    "12%",
    "5 p.m.",
    "Monday",
    "March 3, 2021",
    "http://a.b/(c",
    "www.x",
    "a@b.co",
    "@a_b",
    "#tag",
    "👩‍👩‍👧",
    "🇺🇦",
    "1️⃣",
    "e\u{301}",
    "\u{202e}שלום",
    "北京",
    "\u{0}",
    "\u{feff}\u{ad}",
];

fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60)
            .prop_map(|pieces| pieces.concat()),
    ]
}

/// Quote marks and little else.
fn quoted_text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 30] = [
        "“", "”", "„", "‘", "’", "‚", "\"", "\"", "'", "'", "''", "``", "«", "»", "‹", "›", " ", " ", " ",
        " ", "No", "we go", "workers", "6", "he said", ",", ".", "(", "—", "\n",
    ];
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..120).prop_map(|pieces| pieces.concat())
}

/// Weights of the sharper reading from behind the hash on, with some bytes changed, most of them where sizes stand,
/// and now and then cut.
fn sharp_weights() -> impl Strategy<Value = Vec<u8>> {
    let whole = &sound::TINY[sound::HEAD..];
    let place = prop_oneof![2 => 0..28_usize, 1 => 0..whole.len()];
    let byte = prop_oneof![Just(0), Just(1), Just(255), any::<u8>()];
    let length = prop_oneof![9 => Just(whole.len()), 1 => 0..whole.len()];
    (prop::collection::vec((place, byte), 0..5), length).prop_map(move |(changes, length)| {
        let mut bytes = whole.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes.truncate(length);
        bytes
    })
}

/// A file of weights as its header says, now and then cut, lengthened or with a byte changed.
fn weights() -> impl Strategy<Value = Vec<u8>> {
    let parts = (1..5_u8, 6..9_u8, any::<[u8; 32]>(), any::<f32>(), any::<u64>());
    let damage = prop_oneof![Just(None), (any::<prop::sample::Index>(), any::<u8>()).prop_map(Some)];
    (parts, damage, 0..3_usize).prop_map(|((kinds, slot_bits, present, scale, seed), damage, longer)| {
        let width = 2 * usize::from(kinds) + 1;
        let present = &present[..1 << (slot_bits - 3)];
        let rows: u32 = present.iter().map(|byte| byte.count_ones()).sum();
        let body = width * width + usize::from(kinds) * 20;
        let noise = |length| (0..length).map(|at| (seed >> (at % 57)) as u8);
        let mut bytes = b"SLTG\x01\x00".to_vec();
        bytes.extend([kinds, slot_bits]);
        bytes.extend(rows.to_le_bytes());
        bytes.extend(scale.fract().to_le_bytes());
        bytes.extend(noise(body));
        bytes.extend(present);
        bytes.extend(noise(rows as usize * width + longer / 2));
        if let Some((at, value)) = damage {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_sentences_and_paragraphs_put_together_are_the_text(text in odd_text()) {
        sound::text(&text);
    }

    #[test]
    fn offsets_are_those_that_counting_gives(text in odd_text()) {
        let map = |unit| OffsetMap::new(&text, unit);
        let (bytes, chars, utf16) = (map(OffsetUnit::Bytes), map(OffsetUnit::Chars), map(OffsetUnit::Utf16));
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let before = &text[..at];
            prop_assert_eq!(bytes.get(at as u32) as usize, at);
            prop_assert_eq!(chars.get(at as u32) as usize, before.chars().count());
            prop_assert_eq!(utf16.get(at as u32) as usize, before.encode_utf16().count());
        }
    }

    #[test]
    fn an_analysis_is_sound_and_always_the_same(text in odd_text(), any_language: bool) {
        sound::analysis(&text, Options { any_language });
    }

    #[test]
    fn quotes_nest_and_stand_in_order(text in prop_oneof![odd_text(), quoted_text()]) {
        sound::quotes(&text);
    }

    #[test]
    fn every_export_is_written_and_active_nowhere(text in odd_text()) {
        sound::exports(&text);
    }

    #[test]
    fn weights_are_read_or_refused(bytes in weights()) {
        sound::weights(&bytes);
    }

    #[test]
    fn weights_of_the_sharper_reading_are_read_or_refused(bytes in sharp_weights()) {
        sound::sharp(&bytes);
    }
}

#[test]
fn long_rows_of_quote_marks_end() {
    for row in [
        "“",
        "\"",
        "' ",
        "‘«",
        " 's",
        "“‘",
        "«“”",
        "\"a\" ",
        "“a\n",
        "‘a’ \"b",
        "« ”",
        "workers’ ‘",
        "“a\n'b\n",
    ] {
        let text = row.repeat(2_000);
        let quotes = analyze_with(&text, Options { any_language: true }).quotes;
        assert!(quotes.iter().all(|quote| quote.end as usize <= text.len()));
    }
}
