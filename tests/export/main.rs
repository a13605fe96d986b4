//! Exports, read again by what they are for: an HTML parser, a Markdown parser, a CSV reader, the
//! vocabulary of the Web Annotation Data Model.
#![cfg(not(target_family = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test panics where something is wrong")]

mod annotation;
mod csv;
mod html;
mod markdown;

use sourcelight::Analysis;
use sourcelight::analysis::{
    Attribution, Entity, EntityKind, Form, Hedge, HedgeKind, Quote, QuoteKind, Reason, ReasonCode,
    SourceType, Stance, Traceable,
};
use sourcelight::export::Article;
use sourcelight::text::Span;

/// Text that means something to each of the formats.
const PIECES: [&str; 48] = [
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "<",
    ">",
    "&",
    "&amp;",
    "\"",
    "'",
    "“",
    "”",
    "’",
    "<script>alert(1)</script>",
    "</article>",
    "</mark>",
    "<!--",
    "]]>",
    "javascript:",
    "{{",
    "*",
    "**",
    "_",
    "`",
    "```",
    "[x](y)",
    "![",
    "[^1]",
    "# ",
    "- ",
    "1. ",
    "|",
    "$",
    "=1+1",
    "@x",
    ",",
    ";",
    "\0",
    "The mayor said that ",
    "experts claimed ",
    "Ana Hale ",
    "Warsaw ",
    "“No,” he said. ",
    "reportedly 🎈 ",
];

fn odd_text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60)
            .prop_map(|pieces| pieces.concat()),
    ]
}

fn analyze(text: &str) -> Analysis {
    sourcelight::analyze_with(text, sourcelight::Options { any_language: true })
}

fn article<'a>(text: &'a str, analysis: &'a Analysis) -> Article<'a> {
    Article { id: "ferry.txt", title: "", text, analysis }
}

const FERRY: &str = "Ferry late again\n\nThe ferry will sail in spring, the minister said on Monday. \
    Experts have suggested that “the <tanks> leak”.\n\n\
    “We were promised a boat,” said Olav Bru. It reportedly cost $3 million & more.";

/// What a careful reader marks in [`FERRY`], in part.
fn ferry() -> Analysis {
    let stretch = |words: &str| {
        let start = FERRY.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let attribution = |content: &str, source: &str, cue: &str| Attribution {
        content: vec![stretch(content)],
        source: vec![stretch(source)],
        cue: vec![stretch(cue)],
        form: Form::Indirect,
        source_type: SourceType::Official,
        traceable: Traceable::Partly,
        stance: Stance::Neutral,
        hedged: false,
        reasons: Vec::new(),
        speaker: None,
        within: None,
        through: None,
        anonymity: Vec::new(),
        confidence: 0.875,
        corrected: false,
    };
    let experts = Attribution {
        form: Form::Mixed,
        source_type: SourceType::Group,
        traceable: Traceable::No,
        stance: Stance::Hedged,
        hedged: true,
        reasons: vec![Reason {
            code: ReasonCode::UnnamedSource,
            start: stretch("Experts").start,
            end: stretch("Experts").end,
            text: "“Experts” names no one who could be asked.".to_owned(),
        }],
        ..attribution("that “the <tanks> leak”", "Experts", "have suggested")
    };
    let boat = Attribution {
        form: Form::Direct,
        source_type: SourceType::Person,
        traceable: Traceable::Yes,
        speaker: Some("Olav Bru".to_owned()),
        ..attribution("“We were promised a boat,”", "Olav Bru", "said")
    };
    let (name, quote, hedge) = (stretch("Olav Bru"), stretch("“the <tanks> leak”"), stretch("reportedly"));
    Analysis {
        attributions: vec![
            attribution("The ferry will sail in spring", "the minister", "said"),
            experts,
            boat,
        ],
        entities: vec![Entity {
            start: name.start,
            end: name.end,
            kind: EntityKind::Person,
            name: "Olav Bru".to_owned(),
            entity: 0,
            confidence: 1.0,
            corrected: false,
        }],
        quotes: vec![Quote {
            start: quote.start,
            end: quote.end,
            kind: QuoteKind::Quotation,
            closed: true,
            attribution: Some(1),
            confidence: 1.0,
        }],
        hedges: vec![Hedge {
            start: hedge.start,
            end: hedge.end,
            kind: HedgeKind::Evidential,
            confidence: 1.0,
            corrected: false,
        }],
        ..Analysis::default()
    }
}
