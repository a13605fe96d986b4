//! The profile of an article, as a few lines of counts.

use crate::report::Printable;
use anstyle::Style;
use sourcelight::analysis::{Profile, Voice};
use std::io::{self, Write};

/// How many of those who are heard are listed.
const VOICES: usize = 5;

/// Writes `profile` below a heading.
pub(crate) fn write(out: &mut impl Write, profile: &Profile) -> io::Result<()> {
    let strong = Style::new().bold();
    writeln!(out, "\n{strong}Profile{strong:#}\n")?;
    let of_words = |part: u32| percent(part, profile.words);
    writeln!(
        out,
        "  {}: {} % attributed, {} % quoted",
        counted(profile.words, "word"),
        of_words(profile.attributed_words),
        of_words(profile.quoted_words)
    )?;
    let counts = [
        (profile.hedged, "hedged"),
        (profile.attributions - profile.relayed, "first-hand"),
        (profile.relayed, "relayed"),
    ];
    writeln!(out, "  {}: {}", counted(profile.attributions, "attribution"), list(&counts))?;
    if profile.attributions > 0 {
        writeln!(out, "  sources: {}", list(&traceable(profile)))?;
        writeln!(out, "  kinds of source: {}", list(&source_types(profile)))?;
        writeln!(out, "  cues: {}", list(&stances(profile)))?;
    }
    let (hedges, rate) = (counted(profile.hedges, "hedge"), profile.hedges_per_100);
    writeln!(out, "  the writer’s own words: {hedges}, {rate:.1} per 100 words")?;
    if !profile.voices.is_empty() {
        writeln!(out, "  heard most:")?;
    }
    profile.voices.iter().take(VOICES).try_for_each(|voice| write_voice(out, voice))
}

fn write_voice(out: &mut impl Write, voice: &Voice) -> io::Result<()> {
    let attributions = counted(voice.attributions.len() as u32, "attribution");
    writeln!(out, "    {}: {}, {attributions}", Printable(&voice.name), counted(voice.words, "word"))
}

const fn traceable(profile: &Profile) -> [(u32, &'static str); 3] {
    let counts = profile.traceable;
    [(counts.yes, "traceable"), (counts.partly, "partly traceable"), (counts.no, "not traceable")]
}

const fn source_types(profile: &Profile) -> [(u32, &'static str); 7] {
    let counts = profile.source_types;
    [
        (counts.person, "person"),
        (counts.organization, "organization"),
        (counts.official, "official"),
        (counts.group, "group"),
        (counts.document, "document"),
        (counts.pronoun, "pronoun"),
        (counts.none, "none"),
    ]
}

const fn stances(profile: &Profile) -> [(u32, &'static str); 6] {
    let counts = profile.stances;
    [
        (counts.neutral, "neutral"),
        (counts.hedged, "hedged"),
        (counts.doubtful, "doubtful"),
        (counts.assertive, "assertive"),
        (counts.negative, "negative"),
        (counts.intention, "intention"),
    ]
}

/// The counts that are not zero: “3 hedged, 1 relayed”.
fn list(counts: &[(u32, &str)]) -> String {
    let some = counts.iter().filter(|(count, _)| *count > 0);
    let some: Vec<String> = some.map(|(count, what)| format!("{count} {what}")).collect();
    if some.is_empty() { "none".to_owned() } else { some.join(", ") }
}

fn counted(count: u32, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Rounded to the nearest whole.
fn percent(part: u32, whole: u32) -> u64 {
    let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
    (part * 200 + whole) / (whole * 2)
}
