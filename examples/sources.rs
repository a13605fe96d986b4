//! Who says what in an article, and how sure they are: `cargo run --example sources -- ARTICLE.txt`, or without a file
//! for a text of its own.
#![expect(clippy::print_stdout, reason = "an example talks to its user")]

use sourcelight::{analyze, text::Span};

const ARTICLE: &str = "The ferry will sail in May, minister Ingrid Solheim told reporters on Monday. Experts have \
    suggested that it leaks. The Oslo Post reported that officials believed it cost $3 million.";

fn main() -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => ARTICLE.to_owned(),
    };
    let analysis = analyze(&text);
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(&text)).collect::<Vec<_>>().join(" … ");
    for attribution in &analysis.attributions {
        let name = attribution.speaker.clone().unwrap_or_else(|| words(&attribution.source));
        let mark = if attribution.hedged { "hedged" } else { "plain" };
        println!("{name} [{}, {mark}]: {}", words(&attribution.cue), words(&attribution.content));
        for reason in &attribution.reasons {
            println!("    {}", reason.text);
        }
    }
    let profile = &analysis.profile;
    println!("{} of {} words are attributed to somebody.", profile.attributed_words, profile.words);
    Ok(())
}
