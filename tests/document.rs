//! After any edit the analysis is that of the text as it stands.
#![cfg(not(target_family = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test panics where something is wrong")]

use proptest::prelude::*;
use proptest::sample::Index;
use sourcelight::{Analysis, Document, Options, Sharp, analyze_sharply, analyze_with};
use std::sync::{Arc, LazyLock};

/// A tiny model with random weights.
static SHARP: LazyLock<Arc<Sharp>> =
    LazyLock::new(|| Arc::new(Sharp::read(include_bytes!("../src/sharp/tiny.sharp")).unwrap()));

/// A document to be edited, and what the analysis of a text must be.
fn start(text: &str, options: Options, sharply: bool) -> (Document, impl Fn(&str) -> Analysis) {
    let document = if sharply {
        Document::sharply(text, options, Arc::clone(&SHARP))
    } else {
        Document::with(text, options)
    };
    let analyze = move |text: &str| {
        if sharply { analyze_sharply(text, options, &SHARP) } else { analyze_with(text, options) }
    };
    (document, analyze)
}

const PARAGRAPHS: [&str; 24] = [
    "Ferry will not sail before spring, minister says",
    "OSLO — Norway’s first large hydrogen ferry will not carry passengers before next spring, the transport \
     minister said on Tuesday, after engineers found a fault in one of its fuel tanks.",
    "“We will not sail with a tank that we don’t trust,” Ingrid Solheim told reporters in Bergen. “Safety \
     comes first, and the timetable comes second.”",
    "According to the shipyard, Nordvik Marine, the fault affects a single valve. Experts have suggested that \
     the trouble could lie deeper. Some engineers believe that the cooling system may have to be replaced.",
    "The company denied this. “There is no second problem,” its chief executive, Per Aasland, said. He added \
     that new valves had been ordered from a supplier in Germany and would arrive “within weeks”.",
    "Officials familiar with the tests said that the figures had been known since July. She said so.",
    "“Everybody wanted a ribbon to cut,” said Marit Dahl, a professor who has followed the work.",
    "It is believed that the state has paid two thirds of the price, $130 million.",
    "“We were promised a quiet boat. It was the first thing that they said to us when they came here.",
    "“Nobody kept the promise. We asked for a year.",
    "“So far it has been very quiet indeed,” Olav Bru said. “It lies in the yard.”",
    "A source, who spoke on condition of anonymity because the talks are secret, claimed that Aasland had been \
     warned twice. The ministry rejected that claim.",
    "A report by the Norwegian Institute for Ship Safety (NISS) found that the tanks lost 3 percent a day.",
    "NISS said the ferry might sail in May. “It may,” Solheim replied.",
    "Mr. Bru told the Post that he had heard from Dahl that the Institute “would not sign”.",
    "The mayor, Anna Berg, hopes to announce a date. Berg reportedly told Bru that it would be April.",
    "* * *",
    "“The tank holds. The valve does not. The yard knows it.”",
    "— Marit Dahl",
    "In 1995 the Solheim family sold the yard to Marine Holdings for 5",
    "million dollars, people close to the family said. They may have got less.",
    "Solheim: “No.”",
    "Critics argue that the plan’s cost, which the Post put at €80,000, is “gossip”.",
    "the ferry is late again, said Anna, and the Minister of Ferries did not deny it",
];

const PIECES: [&str; 34] = [
    "a",
    "e",
    " ",
    " ",
    ".",
    ",",
    "“",
    "”",
    "’",
    "\"",
    "\n",
    "\n\n",
    "\n\n",
    " \n ",
    "S",
    "said ",
    " he said",
    "Berg ",
    "Anna Berg",
    " told Solheim that ",
    "may",
    "May",
    " (",
    ")",
    "5",
    " million",
    "Mr. ",
    "experts ",
    "reportedly ",
    "“No,” Dahl said.\n\n“Yes.”",
    "é",
    "🎈",
    "NISS",
    "\u{2028}",
];

/// One edit: where, how many bytes go, and what comes.
#[derive(Debug, Clone)]
struct Edit {
    at: Index,
    gone: usize,
    text: String,
}

fn edit() -> impl Strategy<Value = Edit> {
    let gone = prop_oneof![4 => Just(0_usize), 3 => 1..4_usize, 1 => 1..400_usize];
    let text = prop_oneof![
        6 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        2 => Just(String::new()),
        1 => prop::sample::select(PARAGRAPHS.as_slice()).prop_map(|it| format!("\n\n{it}\n\n")),
    ];
    (any::<Index>(), gone, text).prop_map(|(at, gone, text)| Edit { at, gone, text })
}

fn article() -> impl Strategy<Value = String> {
    let paragraphs = prop::collection::vec(prop::sample::select(PARAGRAPHS.as_slice()), 0..30);
    (paragraphs, prop::sample::select(["\n\n", "\n"].as_slice())).prop_map(|(it, apart)| it.join(apart))
}

/// The next place at or behind `at` where a character begins.
fn border(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_document_is_analysed_as_a_new_one(
        text in article(),
        edits in prop::collection::vec(edit(), 1..12),
        any_language: bool,
        sharply: bool,
    ) {
        let (mut document, analyze) = start(&text, Options { any_language }, sharply);
        for Edit { at, gone, text } in edits {
            let start = border(document.text(), at.index(document.text().len() + 1));
            let end = border(document.text(), start + gone);
            let wanted = [&document.text()[..start], &text, &document.text()[end..]].concat();
            document.edit(start..end, &text).unwrap();
            prop_assert_eq!(document.text(), &wanted);
            prop_assert_eq!(document.analysis(), &analyze(&wanted), "after {:?}", (start, end, &text));
        }
    }
}

#[test]
fn a_place_that_is_none_changes_nothing() {
    let mut document = Document::new("“It’s late,” Hale said.");
    let before = document.analysis().clone();
    for (start, end) in [(0, 1), (5, 4), (0, 100), (100, 101)] {
        assert!(document.edit(start..end, "x").is_err());
    }
    assert_eq!(document.text(), "“It’s late,” Hale said.");
    assert_eq!(document.analysis(), &before);
}

#[test]
fn lines_become_wrapped_and_are_lines_again() {
    let wrapped = "The ferry will sail on Monday and not before, the\nminister said, who had been \
        asked about it by\nreporters from Hale. She added that the old\nboat would be sold.";
    let mut document = Document::new(wrapped);
    let end = wrapped.len();
    for (range, text) in [(end..end, "\nYes.\nNo.\nSo.\nAll.\n"), (3..4, "\n"), (0..0, "a\nb\n"), (0..2, "")]
    {
        document.edit(range, text).unwrap();
        assert_eq!(document.analysis(), Document::new(document.text()).analysis());
    }
}

#[test]
fn other_tokens_of_the_same_pieces_are_told_apart() {
    let (mut document, analyze) = start("It’s the ferry, Berg said.", Options::default(), true);
    document.edit(2.."It’".len(), ")").unwrap();
    assert_eq!(document.analysis(), &analyze("It)s the ferry, Berg said."));
}
