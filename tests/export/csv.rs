use super::{FERRY, analyze, article, ferry, odd_text};
use proptest::prelude::*;
use sourcelight::Analysis;
use sourcelight::export::{Article, CSV_HEADER, csv};
use sourcelight::text::{OffsetMap, OffsetUnit};

fn rows(article: &Article) -> Vec<Vec<String>> {
    let map = OffsetMap::new(article.text, OffsetUnit::Utf16);
    let table = format!("{CSV_HEADER}{}", csv(article, &map));
    let mut reader = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let width = reader.headers().unwrap().len();
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert!(rows.iter().all(|row| row.len() == width));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn every_attribution_is_one_row_without_a_formula(text in odd_text(), id in "[=+@,\"a \n-]{0,6}") {
        let analysis = analyze(&text);
        let rows = rows(&Article { id: &id, title: "", text: &text, analysis: &analysis });
        prop_assert_eq!(rows.len(), analysis.attributions.len());
        for cell in rows.iter().flatten() {
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            prop_assert!(!cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
        }
    }
}

#[test]
fn a_row_says_who_says_what() {
    let analysis = ferry();
    let rows = rows(&article(FERRY, &analysis));
    let row = rows.iter().find(|row| row[2] == "Experts").unwrap();
    assert_eq!(row[0], "ferry.txt");
    assert_eq!(&row[4..9], ["group", "no", "have suggested", "hedged", "that “the <tanks> leak”"]);
    assert_eq!(row[10], "yes");
    let (start, end): (usize, usize) = (row[15].parse().unwrap(), row[16].parse().unwrap());
    let units: Vec<u16> = FERRY.encode_utf16().collect();
    assert_eq!(
        String::from_utf16(&units[start..end]).unwrap(),
        "Experts have suggested that “the <tanks> leak”"
    );
}

#[test]
fn nothing_found_is_no_row() {
    let analysis = Analysis::default();
    assert_eq!(rows(&article("", &analysis)), Vec::<Vec<String>>::new());
}
