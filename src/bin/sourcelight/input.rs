//! Documents, one by one, from files and standard input.

use crate::args::{InputFormat, Request};
use serde::Deserialize;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One article.
#[derive(Debug, Deserialize)]
pub(crate) struct Article {
    /// What the answer is known by: the file's name for a text.
    pub(crate) id: Value,
    pub(crate) text: String,
}

/// Why there is no article where one was asked for.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The file's name, for people.
    pub(crate) name: String,
    /// The number of the line, from 1, where the fault lies with one line.
    pub(crate) line: Option<usize>,
    /// What is wrong.
    pub(crate) error: String,
}

/// What there is at one place of the input.
pub(crate) type Item = Result<Article, Failure>;

/// The one that takes the items wants no more.
pub(crate) struct Enough;

/// Reads all files of `request` in order, and hands `take` each article, or why there is none.
///
/// # Errors
/// Only those of `take`.
pub(crate) fn read(
    request: &Request,
    mut take: impl FnMut(Item) -> Result<(), Enough>,
) -> Result<(), Enough> {
    for file in &request.files {
        let name = if file == "-" { "standard input" } else { file };
        let opened: io::Result<Box<dyn Read>> = match file.as_str() {
            "-" => Ok(Box::new(io::stdin().lock())),
            path => File::open(path).map(|file| Box::new(file) as Box<dyn Read>),
        };
        let read = match (opened, request.input_format) {
            (Ok(input), InputFormat::Text) => text(file, name, input, &mut take)?,
            (Ok(input), InputFormat::Jsonl) => lines(name, input, &mut take)?,
            (Err(error), _) => Err(error),
        };
        if let Err(error) = read {
            let error = format!("cannot read it: {error}");
            take(Err(Failure { name: name.to_owned(), line: None, error }))?;
        }
    }
    Ok(())
}

/// The outer error is that of `take`, the inner one the input's.
pub(crate) type Outcome = Result<io::Result<()>, Enough>;

fn text(
    id: &str,
    name: &str,
    mut input: impl Read,
    take: &mut impl FnMut(Item) -> Result<(), Enough>,
) -> Outcome {
    let mut bytes = Vec::new();
    if let Err(error) = input.read_to_end(&mut bytes) {
        return Ok(Err(error));
    }
    take(match utf8(bytes) {
        Ok(text) => Ok(Article { id: id.into(), text }),
        Err(error) => Err(Failure { name: name.to_owned(), line: None, error }),
    })?;
    Ok(Ok(()))
}

/// Hands `take` what each line of `input` holds, lines without a word left out.
pub(crate) fn lines(
    name: &str,
    input: impl Read,
    take: &mut impl FnMut(Item) -> Result<(), Enough>,
) -> Outcome {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => (),
            Err(error) => return Ok(Err(error)),
        }
        if number == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let failure = |error| Failure { name: name.to_owned(), line: Some(number), error };
        take(article(&bytes).map_err(failure))?;
    }
    Ok(Ok(()))
}

fn article(line: &[u8]) -> Result<Article, String> {
    let line = str::from_utf8(line).map_err(|error| not_utf8(line, error.valid_up_to()))?;
    // An array of two would do for serde; it is no such document.
    if !line.trim_start().starts_with('{') {
        return Err(r#"not a JSON object with "id" and "text""#.to_owned());
    }
    serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        // serde_json counts lines too: to it, each of ours is the first.
        let what = message.split(" at line ").next().unwrap_or(&message);
        format!("{what}, at column {}", error.column())
    })
}

/// The text of these bytes.
///
/// # Errors
/// Where they are no UTF-8: which of them, in words.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))
}

/// Says that the byte at the offset `at` is wrong.
fn not_utf8(bytes: &[u8], at: usize) -> String {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return "this is UTF-16; convert it to UTF-8 first".to_owned();
    }
    format!(
        "not UTF-8: the byte 0x{:02X} at offset {at} belongs to no character",
        bytes.get(at).unwrap_or(&0)
    )
}
