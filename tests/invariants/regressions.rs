//! Inputs that fuzzing, or a reader of the code, found a fault with, below `fuzz/regressions/`.

use crate::sound;
use sourcelight::Options;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Hands each input of a target to `check`.
fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions").join(target);
    let files: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in files {
        check(&std::fs::read(&file).unwrap());
    }
}

/// The text that the fuzzer made of its bytes.
fn of_text(check: impl Fn(&str)) -> impl Fn(&[u8]) {
    move |bytes| check(str::from_utf8(bytes).unwrap())
}

#[test]
fn analysis() {
    replay(
        "analysis",
        of_text(|text| {
            sound::text(text);
            sound::analysis(text, Options { any_language: true });
        }),
    );
}

#[test]
fn quotes() {
    replay("quotes", of_text(sound::quotes));
}

#[test]
fn exports() {
    replay("exports", of_text(sound::exports));
}

#[test]
fn weights() {
    replay("weights", sound::weights);
}

#[test]
fn sharp() {
    replay("sharp", sound::sharp);
}

#[test]
fn edits() {
    replay("edits", of_text(sound::edits));
}

/// Through the program itself, which reads them, and says of each line what is wrong with it.
#[test]
fn lines() {
    replay("lines", |bytes| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sourcelight"));
        program.args(["analyze", "--format", "jsonl", "--input-format", "jsonl"]);
        let mut child =
            program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        assert_eq!(str::from_utf8(&output.stdout).unwrap().lines().count(), lines);
        assert!(matches!(output.status.code(), Some(0 | 2)), "{output:?}");
    });
}
