//! The file of corrections that `--corrections` names.

use serde::Deserialize;
use sourcelight::Analysis;
use sourcelight::correction::{Correction, correct};
use sourcelight::export::SCHEMA_VERSION;
use sourcelight::text::{OffsetMap, OffsetUnit};
use std::fs;

/// What a reader has corrected in one article; a whole answer in JSON has these fields as well.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Corrections {
    #[serde(default = "present_version")]
    schema_version: u32,
    #[serde(default)]
    offsets: Offsets,
    #[serde(default, rename = "corrections")]
    list: Vec<Correction>,
}

/// What the offsets of the file count.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Offsets {
    #[default]
    Bytes,
    Chars,
    Utf16,
}

/// Reads the file at `path`; the error is a sentence.
pub(crate) fn read(path: &str) -> Result<Corrections, String> {
    let json = fs::read_to_string(path).map_err(|error| format!("cannot read it: {error}"))?;
    let mistake = |error| format!("it holds no corrections as exported JSON has them: {error}");
    let read: Corrections = serde_json::from_str(&json).map_err(mistake)?;
    if read.schema_version > SCHEMA_VERSION {
        let version = read.schema_version;
        return Err(format!("it is of schema_version {version}, and this program reads {SCHEMA_VERSION}"));
    }
    Ok(read)
}

const fn present_version() -> u32 {
    SCHEMA_VERSION
}

impl Corrections {
    /// Puts them into the analysis of `text`, and says which of them no longer fit.
    pub(crate) fn apply(&self, text: &str, analysis: &Analysis) -> (Analysis, Option<String>) {
        let unit = match self.offsets {
            Offsets::Bytes => OffsetUnit::Bytes,
            Offsets::Chars => OffsetUnit::Chars,
            Offsets::Utf16 => OffsetUnit::Utf16,
        };
        let map = OffsetMap::new(text, unit);
        let mut corrections = self.list.clone();
        for correction in &mut corrections {
            correction.map_offsets(|at| map.byte(at));
        }
        let corrected = correct(text, analysis, &corrections);
        let misfits = corrected.corrections.iter().filter(|it| !it.fits);
        let words: Vec<String> = misfits.map(|it| format!("“{}”", it.at.text)).collect();
        let complaint = (!words.is_empty())
            .then(|| format!("the text has changed where it was corrected: at {}", words.join(", ")));
        (corrected, complaint)
    }
}
