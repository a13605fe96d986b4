//! What the tests by tables share: going through the cases, and telling all that are wrong at once.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

#[derive(Deserialize)]
struct Table<C> {
    case: Vec<C>,
}

/// Fails with what `wrong` says of the cases in `table`; returns how many there are.
pub(crate) fn check<C: DeserializeOwned>(table: &str, wrong: impl Fn(&C) -> Option<String>) -> usize {
    let table: Table<C> =
        toml::from_str(table).unwrap_or_else(|error| panic!("the table does not read: {error}"));
    let wrong: Vec<String> = table.case.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
    table.case.len()
}

/// What is wrong where `wanted` should have been `found` in `text`; a known failure must still fail.
pub(crate) fn compare<T: PartialEq + Debug>(
    text: &str,
    wanted: &T,
    found: &T,
    known_failure: bool,
) -> Option<String> {
    match (wanted == found, known_failure) {
        (true, true) => Some(format!("{text:?}\n  comes right: no known failure any more")),
        (false, false) => Some(format!("{text:?}\n  wanted {wanted:?}\n  got    {found:?}")),
        _ => None,
    }
}
