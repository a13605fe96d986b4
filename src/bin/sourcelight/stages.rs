//! How long each stage of an analysis takes, and the analysis after a keystroke: `sourcelight stages < ARTICLE`,
//! for `cargo xtask bench`.

use crate::{input, output};
use sourcelight::Document;
use sourcelight::text::{OffsetMap, OffsetUnit};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::time::Instant;

const ROUNDS: usize = 7;

/// What is typed, …
const TYPED: &str = "Anna Berg, who may be late, told them that critics disagreed. ";

/// … and at how many places.
const PLACES: usize = 5;

/// Prints one JSON object: the bytes read, and for each stage the median milliseconds of several rounds;
/// for keystrokes the median and the longest.
///
/// # Errors
/// Where the article can't be read, or nothing can be written: in words.
pub(crate) fn run() -> Result<(), String> {
    let mut bytes = Vec::new();
    let read = io::stdin().read_to_end(&mut bytes);
    read.map_err(|error| format!("standard input: cannot read it: {error}"))?;
    let text = input::utf8(bytes).map_err(|error| format!("standard input: {error}"))?;
    // By their place, as their names would not sort them.
    let mut times: BTreeMap<(usize, &str), Vec<f64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let (mut last, mut at) = (Instant::now(), 0);
        let mut done = |name| {
            times.entry((at, name)).or_default().push(last.elapsed().as_secs_f64() * 1000.0);
            (last, at) = (Instant::now(), at + 1);
        };
        let mut analysis =
            sourcelight::analyze_in_stages(&text, sourcelight::Options::default(), None, &mut done);
        analysis.convert_offsets(&OffsetMap::new(&text, OffsetUnit::Utf16));
        done("offsets in UTF-16");
    }
    let stages: Vec<String> = times
        .into_iter()
        .map(|((_, name), mut times)| {
            times.sort_by(f64::total_cmp);
            format!("\"{name}\":{:.3}", times[times.len() / 2])
        })
        .collect();
    let keys = keystrokes(&text);
    writeln!(
        io::stdout(),
        "{{\"bytes\":{},\"stages\":{{{}}},\"keystroke\":{{\"median\":{:.3},\"longest\":{:.3}}}}}",
        text.len(),
        stages.join(","),
        keys.get(keys.len() / 2).copied().unwrap_or_default(),
        keys.last().copied().unwrap_or_default()
    )
    .map_err(|error| output::cannot_write(&error))
}

/// The milliseconds that the analysis takes after each key, in order.
fn keystrokes(text: &str) -> Vec<f64> {
    let mut document = Document::new(text);
    let mut times = Vec::new();
    for place in 0..PLACES {
        let is_border = |&at: &usize| text.is_char_boundary(at);
        let from = (text.len() / PLACES * place..text.len()).find(is_border).unwrap_or_default();
        let Some(space) = text[from..].find(". ") else { continue };
        for (at, key) in TYPED.char_indices() {
            let at = from + space + 2 + at + place * TYPED.len();
            let started = Instant::now();
            if document.edit(at..at, &key.to_string()).is_ok() {
                times.push(started.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    times.sort_by(f64::total_cmp);
    times
}
