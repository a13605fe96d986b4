//! Whether a text is English prose.
//!
//! Every language is held together by a few dozen short words. Where those of other languages stand
//! instead of the English ones, or hardly any of either, the rules for English would only mark
//! nonsense. In doubt a text is English: headlines have few such words, and an article of names and
//! figures not many.

use crate::analysis::Notice;
use crate::lexicon::lexicon;
use crate::text::{Document, TokenKind};

/// So much of a text is looked at, in tokens: enough to tell, and no time in a long one.
pub(crate) const SAMPLE: usize = 5_000;

/// Fewer words than these are taken for English, whatever they are.
const FEW_WORDS: usize = 8;

/// Fewer tokens than these are taken for prose.
const FEW_TOKENS: usize = 30;

/// The letters of a word are counted no further: in some scripts a sentence is one.
const LONG_WORD: usize = 64;

/// Marks that programs are full of and prose is not.
const CODE: &str = "{}[];_\\/*=+<>|~^`";

/// Why `document` should not be marked; `None` for English prose, and where it is too short to tell.
pub(crate) fn notice(document: &Document) -> Option<Notice> {
    let counts = count(document);
    if counts.is_foreign() {
        return Some(Notice::NotEnglish);
    }
    counts.is_odd().then(|| {
        // Unknown languages have sentences too, which are mostly of words in small letters.
        if counts.code * 6 < counts.tokens && counts.small * 2 > counts.tokens {
            Notice::NotEnglish
        } else {
            Notice::NotProse
        }
    })
}

#[derive(Default)]
struct Counts {
    tokens: usize,
    words: usize,
    /// Words that begin with a small letter.
    small: usize,
    numbers: usize,
    /// How many of [`CODE`].
    code: usize,
    /// Function words of English, …
    english: usize,
    /// … common words of other languages, …
    foreign: usize,
    /// … and those that are both.
    either: usize,
    latin_letters: usize,
    other_letters: usize,
}

fn count(document: &Document) -> Counts {
    let mut counts = Counts { tokens: document.tokens.len().min(SAMPLE), ..Counts::default() };
    for at in 0..counts.tokens {
        let word = document.word(at);
        match document.kind(at) {
            Some(TokenKind::Word) => counts.add_word(word),
            Some(TokenKind::Number) => counts.numbers += 1,
            Some(TokenKind::Punctuation | TokenKind::Symbol) => {
                counts.code += usize::from(CODE.contains(word));
            }
            _ => (),
        }
    }
    counts
}

impl Counts {
    fn add_word(&mut self, word: &str) {
        self.words += 1;
        self.small += usize::from(word.starts_with(char::is_lowercase));
        for letter in word.chars().take(LONG_WORD).filter(|c| c.is_alphabetic()) {
            let letters = if is_latin(letter) { &mut self.latin_letters } else { &mut self.other_letters };
            *letters += 1;
        }
        // A variable as often as a word of Polish or Swedish.
        if word == "i" {
            return;
        }
        let english = lexicon().function_words.get_word(word).is_some();
        match (english, lexicon().other_languages.get_word(word).is_some()) {
            (true, true) => self.either += 1,
            (true, false) => self.english += 1,
            (false, true) => self.foreign += 1,
            (false, false) => (),
        }
    }

    /// Whether there are signs of another language.
    fn is_foreign(&self) -> bool {
        if self.other_letters > self.latin_letters {
            return self.other_letters >= FEW_WORDS;
        }
        self.words >= FEW_WORDS
            && self.foreign >= 2
            && self.foreign > self.english
            && self.foreign * 12 >= self.words
    }

    /// Whether there are too few signs of English.
    fn is_odd(&self) -> bool {
        if self.tokens < FEW_TOKENS {
            return false;
        }
        let share = |part: usize| part * 100 / self.tokens;
        let function_words = share(self.english + self.either);
        function_words < 6
            || function_words < 15 && share(self.code) > 15
            || function_words < 10 && share(self.numbers) > 40
    }
}

/// Whether `c` is a letter of the Latin alphabet, with or without accents.
const fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice_of(text: &str) -> Option<Notice> {
        notice(&Document::new(text))
    }

    #[test]
    fn other_languages_are_not_english() {
        for text in [
            "Der Hafen ist nach dem Sturm wieder offen, und die Fähren fahren seit Montag wie gewohnt.",
            "Le port est de nouveau ouvert après la tempête, mais les ferries ne circulent pas encore.",
            "El puerto está abierto de nuevo, pero los barcos no salen hasta el lunes por la mañana.",
            "De haven is weer open, maar de veerboten varen nog niet, zei de burgemeester.",
            "Il porto è di nuovo aperto dopo la tempesta, ma i traghetti non sono ancora partiti.",
            "O porto está aberto de novo, mas as balsas não saem até segunda-feira.",
            "Pelabuhan itu telah dibuka semula selepas ribut, tetapi feri tidak akan belayar.",
            "Hamnen är öppen igen efter stormen, men färjorna går inte förrän på måndag.",
            "Port jest znowu otwarty, ale promy nie pływają, bo wiatr jest za silny.",
            "Порт снова открыт после шторма, но паромы пока не ходят.",
            "暴风雨过后港口重新开放，但渡轮仍然停航。",
            "Το λιμάνι άνοιξε ξανά μετά την καταιγίδα.",
        ] {
            assert_eq!(notice_of(text), Some(Notice::NotEnglish), "{text}");
        }
    }

    #[test]
    fn a_language_without_known_words_is_not_english() {
        let text = "Sadama on pärast tormi jälle avatud, kuid praamid seisavad esmaspäevani. Linnapea sõnul \
            ootab kaldal sadu reisijaid, kellest paljud magavad autodes. Kohvikud jagavad neile suppi ja leiba.";
        assert_eq!(notice_of(text), Some(Notice::NotEnglish));
    }

    #[test]
    fn tables_code_and_lists_are_no_prose() {
        let table = "Port 2021 2022 2023\nHale 1,204 1,310 1,422\nMoss 88 91 97\nBell 640 702 655\n\
            Ode 12 15 11\nPak 310 299 340\nLi 77 81 90\nRuiz 5 6 9\n";
        let code = "for (let i = 0; i < ports.length; i++) {\n  if (ports[i].open) {\n    \
            ferry.send(ports[i], { at: now() });\n  }\n}\nfunction now() { return new Date(); }\n";
        let names = "Ana Ruiz\nTomas Hale\nJun Pak\nWei Li\nOla Moss\nAdaeze Ode\nIvo Bell\nMaria Stone\n\
            Peter Hill\nLucy Dale\nOmar Reed\nNina Ford\nAlan West\nRosa Lake\nHugo Vale\nEva Brook\n";
        for text in [table, code, names] {
            assert_eq!(notice_of(text), Some(Notice::NotProse), "{text}");
        }
    }

    #[test]
    fn english_is_english_even_with_few_of_its_words() {
        for text in [
            "",
            "Harbour reopens",
            "Storm shuts Hale harbour, strands ferries, closes Moss bridge, cuts power",
            "Ana Ruiz, Tomas Hale win Ode de la Mer prize",
            "The ferry Los Hermanos of Puerto del Sol, owned by Juan de la Cruz, was late, the port said.",
            "“Wir sind alle müde, und das ist nicht gut,” the captain told reporters before the ferry left \
             for the island with a crew of nine.",
            "- 61 boats\n- 12 ferries\n- 3 rafts",
            "Hale 3, Moss 1. Bell 2, Ode 2. Pak scored twice in the first half for the home side.",
        ] {
            assert_eq!(notice_of(text), None, "{text}");
        }
    }
}
