//! The example for Apache Spark: `cargo test --test spark -- --ignored`, where there are Java, and Python with `pyspark`.
#![cfg(not(target_family = "wasm"))]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
#[ignore = "needs Java, and Python with pyspark"]
fn spark_gets_an_answer_for_each_article() {
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spark");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (articles, answers) = (folder.join("articles.jsonl"), folder.join("answers"));
    let text = "The ferry was late, “as always”, said Ingrid Solheim. Été, she wrote.";
    let lines = (0..50).fold(String::new(), |mut lines, id| {
        writeln!(lines, r#"{{"id": {id}, "text": "{text}"}}"#).unwrap();
        lines
    });
    fs::write(&articles, lines).unwrap();

    let output = Command::new(&python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/spark/analyze.py"))
        .args([&articles, &answers])
        .env("SOURCELIGHT", env!("CARGO_BIN_EXE_sourcelight"))
        .env("SPARK_LOCAL_IP", "127.0.0.1")
        .output()
        .unwrap();

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut parts: Vec<_> = fs::read_dir(&answers).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with("part-"));
    parts.sort();
    let found: String = parts.iter().map(|part| fs::read_to_string(part).unwrap()).collect();
    let found: Vec<serde_json::Value> =
        found.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), 50);
    for (id, answer) in found.iter().enumerate() {
        assert_eq!(
            (&answer["id"], &answer["attributions"][0]["speaker"]),
            (&id.into(), &"Ingrid Solheim".into())
        );
    }
}
