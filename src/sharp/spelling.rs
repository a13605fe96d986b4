//! How a token is put before the transformer: in small letters without accents, cut at marks, and beside it
//! how it was written.

use crate::attribution::Reading;
use crate::text::Form;

/// How many ways of writing are told apart.
pub(super) const MANNERS: usize = 16;

/// A token as the transformer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// Its parts in small letters without accents: runs of letters and digits, and each mark alone.
    pub parts: Vec<String>,
    /// How it is written: a number below `MANNERS`.
    pub manner: u8,
}

/// Letters that become one without an accent.
const FOLDED: [(&str, char); 24] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄ", 'a'),
    ("çćĉċčÇĆĈĊČ", 'c'),
    ("ďĎ", 'd'),
    ("èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚ", 'e'),
    ("ĝğġģǧĜĞĠĢ", 'g'),
    ("ĥḥĤ", 'h'),
    ("ìíîïĩīĭįǐịỉÌÍÎÏĨĪĬĮİ", 'i'),
    ("ĵĴ", 'j'),
    ("ķĶ", 'k'),
    ("ĺļľĹĻĽ", 'l'),
    ("ñńņňÑŃŅŇ", 'n'),
    ("òóôõöōŏőǒơọỏốồổỗộớờởỡợÒÓÔÕÖŌŎŐ", 'o'),
    ("ŕŗřŔŖŘ", 'r'),
    ("śŝşšșṣŚŜŞŠȘ", 's'),
    ("ţťțṭŢŤȚ", 't'),
    ("ùúûüũūŭůűųǔưụủứừửữựÙÚÛÜŨŪŬŮŰŲ", 'u'),
    ("ŵŴ", 'w'),
    ("ýÿŷỳỵỷỹÝŶŸ", 'y'),
    ("źżžŹŻŽ", 'z'),
    ("Ø", 'ø'),
    ("Æ", 'æ'),
    ("Ł", 'ł'),
    ("Đ", 'đ'),
    ("Œ", 'œ'),
];

/// The tokens of a document, spelled.
#[must_use]
pub fn spelled(reading: &Reading) -> Vec<Spelled> {
    let document = reading.document();
    let token = |at| {
        let quoted = reading.quotation_around(at).is_some();
        spell(document.word(at), document.surface(at).form, document.touches_previous(at), quoted)
    };
    (0..document.tokens.len()).map(token).collect()
}

/// Spells a token: `form` is how it is written, `touches` whether no white space stands before it, `quoted`
/// whether it lies in a quotation.
fn spell(word: &str, form: Form, touches: bool, quoted: bool) -> Spelled {
    let mut parts: Vec<String> = Vec::new();
    let mut runs = false;
    for letter in word.chars().map(folded) {
        let goes_on = runs;
        runs = letter.is_alphanumeric();
        match parts.last_mut().filter(|_| goes_on && runs) {
            Some(last) => last.push(letter),
            None => parts.push(letter.into()),
        }
    }
    let case = match form {
        Form::Lower | Form::Digits | Form::Mark => 0,
        Form::Capital => 1,
        Form::Upper => 2,
        Form::Mixed => 3,
    };
    Spelled { parts, manner: case | u8::from(touches) << 2 | u8::from(quoted) << 3 }
}

fn folded(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    FOLDED.iter().find(|(letters, _)| letters.contains(letter)).map_or(letter, |&(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_cut_at_marks_and_lose_accents() {
        for (word, parts) in [
            ("Zelensky", vec!["zelensky"]),
            ("U.S.-led", vec!["u", ".", "s", ".", "-", "led"]),
            ("Łukasz", vec!["łukasz"]),
            ("Škoda", vec!["skoda"]),
            ("’s", vec!["’", "s"]),
            ("“", vec!["“"]),
        ] {
            assert_eq!(spell(word, Form::Lower, false, false).parts, parts, "{word}");
        }
    }

    #[test]
    fn the_manner_tells_case_place_and_quotation() {
        assert_eq!(spell("a", Form::Lower, false, false).manner, 0);
        assert_eq!(spell("A", Form::Capital, true, false).manner, 5);
        assert_eq!(spell("AB", Form::Upper, true, true).manner, 14);
    }
}
