use super::{FERRY, analyze, article, ferry, odd_text};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sourcelight::export::markdown;

/// The words of the article and those of each footnote, as a viewer shows them.
fn read(document: &str) -> (String, Vec<String>) {
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (mut body, mut notes) = (String::new(), Vec::new());
    let mut in_note = false;
    for event in Parser::new_ext(document, options) {
        let text = match event {
            Event::Start(Tag::FootnoteDefinition(_)) => {
                in_note = true;
                notes.push(String::new());
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                in_note = false;
                continue;
            }
            Event::Text(text) => text.to_string(),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {
                " ".to_owned()
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis)
            | Event::FootnoteReference(_) => continue,
            other => panic!("{other:?} in {document:?}"),
        };
        if in_note { notes.last_mut().unwrap().push_str(&text) } else { body.push_str(&text) }
    }
    (body, notes)
}

/// White space is single, control characters are gone.
fn plain(text: &str) -> String {
    let lines = text.replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " ").replace(char::is_control, "");
    lines.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn any_text_comes_out_as_words(text in odd_text()) {
        let analysis = analyze(&text);
        let document = markdown(&article(&text, &analysis));
        let (body, notes) = read(&document);
        prop_assert_eq!(plain(&body), plain(&text), "{}", document);
        prop_assert_eq!(notes.len(), analysis.attributions.len(), "{}", document);
    }
}

#[test]
fn a_note_says_who_says_what() {
    let analysis = ferry();
    let document = markdown(&article(FERRY, &analysis));
    assert!(document.starts_with("# Ferry late again\n\nThe ferry will sail in spring"), "{document}");
    assert!(document.contains("Experts have suggested[^"), "{document}");
    let (_, notes) = read(&document);
    let note = notes.iter().find(|note| note.starts_with("Experts")).unwrap();
    assert!(
        note.starts_with(
            "Experts (unnamed people of some kind; can’t be traced) have suggested (less than certain): \
         that “the <tanks> leak” — "
        ),
        "{note}"
    );
}

#[test]
fn notes_are_numbered_as_viewers_count_them() {
    // Inside a statement another one begins before the cue of the first.
    let text = "“The council said the roof was safe,” Carla Whitehorse said. Critics said that experts suggested a leak.";
    let analysis = analyze(text);
    let document = markdown(&article(text, &analysis));
    let numbers = |mark: &str| -> Vec<usize> {
        document
            .match_indices("[^")
            .filter_map(|(at, _)| {
                let (number, rest) = document[at + 2..].split_once(']')?;
                (rest.starts_with(':') == (mark == "note")).then(|| number.parse().unwrap())
            })
            .collect()
    };
    let counted: Vec<usize> = (1..=analysis.attributions.len()).collect();
    assert!(counted.len() > 2, "{document}");
    assert_eq!(numbers("reference"), counted, "{document}");
    assert_eq!(numbers("note"), counted, "{document}");
    let order: Vec<_> = analysis.attributions.iter().map(|one| one.cue[0].end).collect();
    assert!(!order.is_sorted(), "this text tells nothing: {order:?}");
}
