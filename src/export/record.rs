//! The result as one record: what JSON and JSON lines hold. `docs/analysis.schema.json` describes it.

use crate::Analysis;
use crate::text::OffsetUnit;
use serde::Serialize;

/// The version of the record's form. It goes up where a field goes or changes its meaning; a new
/// field alone leaves it as it is.
pub const SCHEMA_VERSION: u32 = 1;

/// An article's analysis with what one must know to read it.
#[derive(Debug, Serialize)]
pub struct Record<'a, I> {
    id: I,
    schema_version: u32,
    offsets: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

/// The record of an article. The offsets of `analysis` are in `unit` already; `text` goes along where
/// it is given.
pub fn record<'a, I: Serialize>(
    id: I,
    text: Option<&'a str>,
    analysis: &'a Analysis,
    unit: OffsetUnit,
) -> Record<'a, I> {
    let offsets = match unit {
        OffsetUnit::Bytes => "bytes",
        OffsetUnit::Chars => "chars",
        OffsetUnit::Utf16 => "utf16",
    };
    Record { id, schema_version: SCHEMA_VERSION, offsets, text, analysis }
}
