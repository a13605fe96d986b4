//! What holds for every text, and panics where it does not: for random texts, for hostile ones, for what
//! fuzzing once found, and for whatever the fuzzer of `fuzz/` comes up with.

use sourcelight::export::{self, Article};
use sourcelight::text::{Document, OffsetMap, OffsetUnit, Span, TokenKind, tokenize};
use sourcelight::training::{Model, Tagger};
use sourcelight::{Analysis, Options, Sharp, analyze_sharply, analyze_with};

const ANY_LANGUAGE: Options = Options { any_language: true };

/// Every span of an analysis, with what it is.
pub(crate) fn spans(analysis: &Analysis) -> Vec<(&'static str, Span)> {
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

/// Tokens, sentences and paragraphs: put together they are the text.
pub(crate) fn text(text: &str) {
    let tokens = tokenize(text);
    let mut end = 0;
    for token in &tokens {
        assert_eq!(token.span.start, end);
        assert!(!token.span.of(text).is_empty(), "{token:?} is empty or cuts a character");
        end = token.span.end;
    }
    assert_eq!(end as usize, text.len());

    let document = Document::new(text);
    let seen = tokens.into_iter().filter(|token| !matches!(token.kind, TokenKind::Space | TokenKind::Break));
    assert!(seen.eq(document.tokens.iter().copied()));
    follow_each_other(&document.sentences, document.tokens.len());
    follow_each_other(&document.paragraphs, document.sentences.len());
}

/// Ranges without a gap between them, none empty, up to `whole`.
fn follow_each_other(ranges: &[std::ops::Range<usize>], whole: usize) {
    let mut end = 0;
    for range in ranges {
        assert_eq!(range.start, end);
        assert!(range.end > range.start);
        end = range.end;
    }
    assert_eq!(end, whole);
}

/// An analysis: the same each time, all spans in the text and on characters, all references in the lists.
pub(crate) fn analysis(text: &str, options: Options) {
    let analysis = analyze_with(text, options);
    assert_eq!(&analysis, &analyze_with(text, options));
    for (what, span) in spans(&analysis) {
        assert!(!span.of(text).is_empty(), "{what} at {span:?} is empty or cuts a character");
    }
    let is_known = |at: Option<u32>| at.is_none_or(|at| (at as usize) < analysis.attributions.len());
    for attribution in &analysis.attributions {
        assert!(is_known(attribution.within) && is_known(attribution.through));
        assert!((0.0..=1.0).contains(&attribution.confidence));
        assert!(attribution.through.is_none() || attribution.within.is_some());
        assert!(!attribution.hedged || !attribution.reasons.is_empty());
    }
    for quote in &analysis.quotes {
        assert!(is_known(quote.attribution) && (0.0..=1.0).contains(&quote.confidence));
    }
    assert!(analysis.entities.is_sorted_by_key(|it| it.start));
    assert!(analysis.quotes.is_sorted_by_key(|it| it.start));
    assert!(analysis.hedges.is_sorted_by_key(|it| it.start));
    assert!(analysis.sentences.is_sorted());
    profile(&analysis);
}

/// The profile counts everything once.
fn profile(analysis: &Analysis) {
    let profile = &analysis.profile;
    assert_eq!(profile.attributions as usize, analysis.attributions.len());
    let traceable = profile.traceable;
    assert_eq!(traceable.yes + traceable.partly + traceable.no, profile.attributions);
    let stances = profile.stances;
    let stances = stances.neutral
        + stances.hedged
        + stances.doubtful
        + stances.assertive
        + stances.negative
        + stances.intention;
    assert_eq!(stances, profile.attributions);
    assert!(profile.hedged.max(profile.relayed) <= profile.attributions);
    assert!(profile.attributed_words.max(profile.quoted_words) <= profile.words);
    assert!(profile.hedges as usize <= analysis.hedges.len());
    for voice in &profile.voices {
        assert!(voice.words <= profile.attributed_words && !voice.attributions.is_empty());
    }
    assert!(profile.voices.is_sorted_by_key(|voice| u32::MAX - voice.words));
}

/// Quotes: in order, and one wholly inside another or wholly outside.
pub(crate) fn quotes(text: &str) {
    let analysis = analyze_with(text, ANY_LANGUAGE);
    let mut around: Vec<Span> = Vec::new();
    let mut before = (0, 0);
    for quote in &analysis.quotes {
        let span = Span { start: quote.start, end: quote.end };
        assert!(span.of(text).chars().count() > 1, "{quote:?} is empty or cuts a character");
        let order = (quote.start, u32::MAX - quote.end);
        assert!(before <= order, "{quote:?} is out of order");
        before = order;
        around.retain(|outer| outer.end > quote.start);
        assert!(around.iter().all(|outer| quote.end <= outer.end), "{quote:?} crosses {around:?}");
        around.push(span);
    }
}

/// Exports: each format is written, and none holds markup of the article's own.
pub(crate) fn exports(text: &str) {
    let mut analysis = analyze_with(text, ANY_LANGUAGE);
    let article = Article { id: text, title: text, text, analysis: &analysis };
    let html = export::html(&article).to_ascii_lowercase();
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<iframe"));
    assert!(serde_json::to_string(&export::web_annotation(&article)).is_ok());
    let markdown = export::markdown(&article);
    assert!(
        markdown.match_indices('<').all(|(at, _)| markdown[..at].ends_with('\\')),
        "Markdown passes tags on"
    );
    for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
        let rows = export::csv(&article, &OffsetMap::new(text, unit));
        assert_eq!(rows.is_empty(), analysis.attributions.is_empty());
        assert!(!rows.starts_with(['=', '+', '-', '@', '\t', '\r']), "a spreadsheet would calculate");
    }
    let units = text.encode_utf16().count();
    analysis.convert_offsets(&OffsetMap::new(text, OffsetUnit::Utf16));
    for (what, span) in spans(&analysis) {
        assert!(span.start < span.end && span.end as usize <= units, "{what} at {span:?}");
    }
    assert!(serde_json::to_string(&export::record(text, Some(text), &analysis, OffsetUnit::Utf16)).is_ok());
}

/// Weights: read or refused; what was read scores any feature.
pub(crate) fn weights(bytes: &[u8]) {
    if let Ok(model) = Model::read(bytes) {
        let mut scores = vec![0.0; model.labels()];
        model.score(&[0, 1, u32::MAX, 0x8000_0000, 0x5555_5555], &mut scores);
        assert!(scores.iter().all(|score| score.is_finite()));
        assert!((0.0..=1.0).contains(&model.confidence(model.kinds() - 1, 1.0)));
    }
    assert_eq!(Model::read(bytes).is_ok(), Tagger::read(bytes).is_ok());
}

/// A whole file of weights for the sharper reading, of a tiny model.
pub(crate) const TINY: &[u8] = include_bytes!("../../src/sharp/tiny.sharp");
/// How long what stands before the hashed part is.
pub(crate) const HEAD: usize = 16;

/// Weights of the sharper reading, from behind the hash on, which is put right so that what follows it is reached:
/// read or refused; what was read reads a text, and finds spans in it.
pub(crate) fn sharp(body: &[u8]) {
    let hash = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let file = [&TINY[..8], &hash.to_le_bytes(), body].concat();
    let Ok(sharp) = Sharp::read(&file) else { return };
    let text = "“Rain is near,” Ada Hale told us in Oslo.\n\nExperts say it may be.";
    let analysis = analyze_sharply(text, ANY_LANGUAGE, &sharp);
    for (what, span) in spans(&analysis) {
        assert!(
            span.start < span.end && text.get(span.start as usize..span.end as usize).is_some(),
            "{what} at {span:?}"
        );
    }
}

/// A text and edits of it, set apart by U+0001: the first two characters of an edit say where it is and how much goes,
/// the rest is what comes. After each the analysis is that of the text as it stands.
pub(crate) fn edits(input: &str) {
    let mut pieces = input.split('\u{1}');
    let mut document = sourcelight::Document::with(pieces.next().unwrap_or_default(), ANY_LANGUAGE);
    for edit in pieces.take(8) {
        let mut characters = edit.chars();
        let (Some(start), Some(gone)) = (characters.next(), characters.next()) else { continue };
        let text = document.text();
        let border =
            |at: usize| (at..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let start = border(start as usize % (text.len() + 1));
        let end = border((start + gone as usize % 64).min(text.len()));
        assert!(document.edit(start..end, characters.as_str()).is_ok());
        assert_eq!(
            *document.analysis(),
            analyze_with(document.text(), ANY_LANGUAGE),
            "{:?}",
            document.text()
        );
    }
}
