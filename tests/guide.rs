//! The samples of the guide that are not JavaScript: the one in Rust stands in the crate's documentation, where it is
//! run; the one for the shell is run here.
#![cfg(not(target_family = "wasm"))]

use std::path::Path;
use std::process::Command;

const GUIDE: &str = include_str!("../www/guide/index.html");

fn sample(name: &str) -> String {
    let start = format!("<pre data-sample=\"{name}\"><code>");
    let behind = GUIDE.split_once(&start).map_or("", |(_, behind)| behind);
    let code = behind.split_once("</code>").map_or("", |(code, _)| code);
    assert!(!code.is_empty(), "the guide has no sample `{name}`");
    code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn the_sample_in_rust_is_that_of_the_documentation() {
    let documentation: String = include_str!("../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! "))
        .collect::<Vec<_>>()
        .join("\n");
    assert!(documentation.contains(&sample("rust")));
}

#[cfg(unix)]
#[test]
fn the_sample_for_the_shell_answers() {
    let programs = Path::new(env!("CARGO_BIN_EXE_sourcelight")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("sh").args(["-c", &sample("shell")]).env("PATH", path).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["attributions"][0]["hedged"], true);
}
