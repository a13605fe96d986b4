//! A table of the attributions, for spreadsheets: one row each, by RFC 4180.

use super::{Article, words};
use crate::text::{OffsetMap, Span};
use std::fmt::Write;

/// The first line of a table. The byte order mark tells spreadsheets that what follows is UTF-8.
pub const CSV_HEADER: &str = "\u{feff}id,number,source,speaker,source_type,traceable,cue,stance,content,form,\
    hedged,reasons,within,through,anonymity,start,end,confidence,corrected\r\n";

/// The rows of an article's attributions, without the header; `offsets` gives the unit of `start` and
/// `end`, which hold the whole attribution. Rows are numbered from 1; `within` and `through` are such
/// numbers.
#[must_use]
pub fn csv(article: &Article, offsets: &OffsetMap) -> String {
    let mut table = String::new();
    for (index, attribution) in article.analysis.attributions.iter().enumerate() {
        let reasons: Vec<&str> = attribution.reasons.iter().map(|reason| reason.text.as_str()).collect();
        let parts = [&attribution.content, &attribution.source, &attribution.cue];
        let whole = parts.into_iter().flatten().copied().reduce(Span::cover).unwrap_or_default();
        let number = |index: Option<u32>| {
            index.and_then(|index| article.number(index)).map(|number| number.to_string()).unwrap_or_default()
        };
        let cells = [
            article.id,
            &(index + 1).to_string(),
            &article.words(&attribution.source),
            attribution.speaker.as_deref().unwrap_or_default(),
            words::source(attribution.source_type).0,
            words::traceable(attribution.traceable).0,
            &article.words(&attribution.cue),
            words::stance(attribution.stance).0,
            &article.words(&attribution.content),
            words::form(attribution.form),
            if attribution.hedged { "yes" } else { "no" },
            &reasons.join(" "),
            &number(attribution.within),
            &number(attribution.through),
            &article.words(&attribution.anonymity),
            &offsets.get(whole.start).to_string(),
            &offsets.get(whole.end).to_string(),
            &decimals(attribution.confidence),
            if attribution.corrected { "yes" } else { "no" },
        ];
        let row: Vec<String> = cells.into_iter().map(cell).collect();
        // Writing to a string can't fail.
        let _ = write!(table, "{}\r\n", row.join(","));
    }
    table
}

/// A confidence with two decimals; formatting a floating-point number would weigh ten kilobytes.
#[expect(clippy::cast_sign_loss, reason = "a confidence is not negative")]
fn decimals(confidence: f32) -> String {
    let hundredths = (confidence * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// One cell. A spreadsheet takes what begins with one of these signs for a formula and would run it:
/// an apostrophe in front makes it text.
fn cell(content: &str) -> String {
    let is_formula = content.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || content.starts_with(['\t', '\r', '\n']);
    let guard = if is_formula { "'" } else { "" };
    if is_formula || content.contains([',', ';', '"', '\n', '\r', '\t']) {
        format!("\"{guard}{}\"", content.replace('"', "\"\""))
    } else {
        content.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_no_formula_gets_through() {
        let cases = [
            ("the ferry", "the ferry"),
            ("late, he said", "\"late, he said\""),
            ("the \"deal\"", "\"the \"\"deal\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "\"'+1\""),
            ("-2 degrees", "\"'-2 degrees\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("  =1", "\"'  =1\""),
            ("\t=1", "\"'\t=1\""),
            ("", ""),
        ];
        for (content, expected) in cases {
            assert_eq!(cell(content), expected, "{content:?}");
        }
    }
}
