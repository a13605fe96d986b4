//! Texts made to be slow, deep or strange: each is read to its end, in time and memory that grow with it.

use crate::sound;
use sourcelight::Options;

/// Bytes of each text: enough that anything quadratic would not end in a test's patience.
const LENGTH: usize = 30_000;

/// `piece`, again and again.
fn rows_of(piece: &str) -> String {
    piece.repeat(LENGTH / piece.len())
}

/// One sentence of many people, and of mayors whose descriptions have a word that stands nowhere else.
fn described() -> String {
    const GIVEN: [&str; 8] = ["Anna", "Maria", "John", "Peter", "David", "Sarah", "Paul", "James"];
    const LAST: [&str; 8] = ["Hale", "Berg", "Lind", "Moore", "White", "Brown", "Smith", "Clark"];
    let word = |number: usize| -> String {
        format!("{number:04}").bytes().map(|digit| char::from(digit - b'0' + b'k')).collect()
    };
    let clause = |at: usize| {
        let (given, last, word) = (GIVEN[at % 8], LAST[at / 8 % 8], word(at));
        format!("{given} {last} met him and the {word} mayor said that it was late and ")
    };
    (0..LENGTH / clause(0).len()).map(clause).collect()
}

fn is_sound(text: &str) {
    sound::text(text);
    sound::analysis(text, Options { any_language: true });
}

macro_rules! hostile {
    ($($name:ident: $text:expr,)*) => {
        $(
            #[test]
            fn $name() {
                is_sound(&$text);
            }
        )*
    };
}

hostile! {
    one_word: rows_of("a"),
    one_word_of_capitals: rows_of("B"),
    one_word_of_combining_marks: format!("e{}", rows_of("\u{301}")),
    one_emoji_of_many_people: rows_of("👩\u{200d}"),
    one_number: rows_of("1,"),
    one_address: format!("https://{}", rows_of("a.b/")),
    one_abbreviation: rows_of("U."),
    one_line_of_hyphens: rows_of("a-b—"),
    only_zero_width: rows_of("\u{200b}\u{feff}\u{2060}"),
    only_directions: rows_of("\u{202e}a\u{2066}b\u{2069}\u{202c} "),
    only_controls: rows_of("\0\u{1}\u{7f}\u{85}"),
    only_line_ends: rows_of("\r\n\n\r\u{2028}\u{2029}\u{b}\u{c}"),
    every_quote_mark: rows_of("“\"‘«„'‚‹”’»›"),
    quotes_within_quotes: format!("{}No{}", rows_of("“‘")[..LENGTH / 2 / 6 * 6].to_owned(), rows_of("’”")),
    quotes_never_closed: rows_of("“He said.\n"),
    brackets: rows_of("([{"),
    one_sentence: rows_of("and Ana Hale said that "),
    one_sentence_of_cues: rows_of("said told claims "),
    one_sentence_of_sources: rows_of("experts, officials, "),
    one_sentence_of_hedges: rows_of("perhaps reportedly "),
    one_sentence_of_descriptions: described(),
    one_paragraph: rows_of("“No,” he said. Critics disagreed. "),
    paragraphs_of_one_word: rows_of("No\n\n"),
    people_of_many_names: rows_of("Ana Hale-Berg Ministry of "),
    according_to_according_to: rows_of("according to "),
}

#[test]
fn every_character_there_is() {
    let planes: String = (0..=0x0010_ffff).step_by(7).filter_map(char::from_u32).collect();
    is_sound(&planes);
}

#[test]
fn a_text_beyond_the_limit_says_so() {
    let text = "x".repeat(sourcelight::text::MAX_BYTES + 1);
    let analysis = sourcelight::analyze(&text);
    assert_eq!(analysis.notice, Some(sourcelight::analysis::Notice::TooLong));
}
