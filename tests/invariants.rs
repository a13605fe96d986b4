//! What holds for every text, however odd.
#![cfg(not(target_family = "wasm"))]

use proptest::prelude::*;
use sourcelight::text::{Document, OffsetMap, OffsetUnit, Span, TokenKind, tokenize};
use sourcelight::{Analysis, Options, analyze, analyze_with};

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

/// Every span of an analysis, with what it is.
fn spans(analysis: &Analysis) -> Vec<(&'static str, Span)> {
    let mut spans: Vec<_> = analysis.sentences.iter().map(|span| ("sentence", *span)).collect();
    let mut add = |what, start, end| spans.push((what, Span { start, end }));
    analysis.entities.iter().for_each(|it| add("entity", it.start, it.end));
    analysis.quotes.iter().for_each(|it| add("quote", it.start, it.end));
    analysis.hedges.iter().for_each(|it| add("hedge", it.start, it.end));
    for attribution in &analysis.attributions {
        let parts = [
            ("content", &attribution.content),
            ("source", &attribution.source),
            ("cue", &attribution.cue),
            ("anonymity", &attribution.anonymity),
        ];
        for (what, part) in parts {
            for span in part {
                add(what, span.start, span.end);
            }
        }
        attribution.reasons.iter().for_each(|it| add("reason", it.start, it.end));
    }
    spans
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_put_together_are_the_text(text in odd_text()) {
        let mut end = 0;
        for token in tokenize(&text) {
            prop_assert_eq!(token.span.start, end);
            prop_assert!(!token.span.of(&text).is_empty(), "{:?} is empty or cuts a character", token);
            end = token.span.end;
        }
        prop_assert_eq!(end as usize, text.len());
    }

    #[test]
    fn every_token_lies_in_one_sentence_of_one_paragraph(text in odd_text()) {
        let document = Document::new(&text);
        let seen = tokenize(&text).into_iter().filter(|t| !matches!(t.kind, TokenKind::Space | TokenKind::Break));
        prop_assert!(seen.eq(document.tokens.iter().copied()));
        let mut end = 0;
        for sentence in &document.sentences {
            prop_assert_eq!(sentence.start, end);
            prop_assert!(sentence.end > sentence.start);
            end = sentence.end;
        }
        prop_assert_eq!(end, document.tokens.len());
        let mut end = 0;
        for paragraph in &document.paragraphs {
            prop_assert_eq!(paragraph.start, end);
            prop_assert!(paragraph.end > paragraph.start);
            end = paragraph.end;
        }
        prop_assert_eq!(end, document.sentences.len());
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
        let analysis = analyze_with(&text, Options { any_language });
        prop_assert_eq!(&analysis, &analyze_with(&text, Options { any_language }));
        for (what, span) in spans(&analysis) {
            prop_assert!(!span.of(&text).is_empty(), "{} at {:?} is empty or cuts a character", what, span);
        }
        for attribution in &analysis.attributions {
            let within = attribution.within.is_none_or(|at| (at as usize) < analysis.attributions.len());
            prop_assert!(within && (0.0..=1.0).contains(&attribution.confidence));
            prop_assert!(attribution.through.is_none() || attribution.within.is_some());
            prop_assert!(!attribution.hedged || !attribution.reasons.is_empty());
        }
        for quote in &analysis.quotes {
            let linked = quote.attribution.is_none_or(|at| (at as usize) < analysis.attributions.len());
            prop_assert!(linked && (0.0..=1.0).contains(&quote.confidence));
        }
        prop_assert!(analysis.entities.is_sorted_by_key(|it| it.start));
        prop_assert!(analysis.quotes.is_sorted_by_key(|it| it.start));
        prop_assert!(analysis.hedges.is_sorted_by_key(|it| it.start));
        prop_assert!(analysis.sentences.is_sorted());
    }

    #[test]
    fn quotes_nest_and_stand_in_order(text in prop_oneof![odd_text(), quoted_text()]) {
        let analysis = analyze_with(&text, Options { any_language: true });
        let mut around: Vec<Span> = Vec::new();
        let mut before = (0, 0);
        for quote in &analysis.quotes {
            let span = Span { start: quote.start, end: quote.end };
            prop_assert!(span.of(&text).chars().count() > 1, "{:?} is empty or cuts a character", quote);
            let order = (quote.start, u32::MAX - quote.end);
            prop_assert!(before <= order, "{:?} is out of order", quote);
            before = order;
            around.retain(|outer| outer.end > quote.start);
            prop_assert!(around.iter().all(|outer| quote.end <= outer.end), "{:?} crosses {:?}", quote, around);
            around.push(span);
        }
    }

    #[test]
    fn the_profile_counts_everything_once(text in odd_text()) {
        let analysis = analyze_with(&text, Options { any_language: true });
        let profile = &analysis.profile;
        prop_assert_eq!(profile.attributions as usize, analysis.attributions.len());
        let (traceable, stances) = (profile.traceable, profile.stances);
        prop_assert_eq!(traceable.yes + traceable.partly + traceable.no, profile.attributions);
        let stances = stances.neutral + stances.hedged + stances.doubtful
            + stances.assertive + stances.negative + stances.intention;
        prop_assert_eq!(stances, profile.attributions);
        prop_assert!(profile.hedged.max(profile.relayed) <= profile.attributions);
        prop_assert!(profile.attributed_words.max(profile.quoted_words) <= profile.words);
        prop_assert!(profile.hedges as usize <= analysis.hedges.len());
        for voice in &profile.voices {
            prop_assert!(voice.words <= profile.attributed_words && !voice.attributions.is_empty());
        }
        prop_assert!(profile.voices.is_sorted_by_key(|voice| u32::MAX - voice.words));
    }

    #[test]
    fn converted_offsets_stay_within_the_text(text in odd_text()) {
        let mut analysis = analyze(&text);
        analysis.convert_offsets(&OffsetMap::new(&text, OffsetUnit::Utf16));
        let length = text.encode_utf16().count();
        for (what, span) in spans(&analysis) {
            prop_assert!(span.start < span.end && span.end as usize <= length, "{} at {:?}", what, span);
        }
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
