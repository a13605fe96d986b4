//! How long each stage of an analysis takes: `sourcelight stages < ARTICLE`, for `cargo xtask bench`.

use sourcelight::text::{OffsetMap, OffsetUnit};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::time::Instant;

const ROUNDS: usize = 7;

/// Prints one JSON object: the bytes read, and for each stage the median milliseconds of several rounds.
pub(crate) fn run() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
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
    writeln!(io::stdout(), "{{\"bytes\":{},\"stages\":{{{}}}}}", text.len(), stages.join(","))
}
