//! The command-line program, run as a user runs it.
#![cfg(not(target_family = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test panics where something is wrong")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn command(arguments: &str) -> Command {
    let mut command = program("analyze");
    command.args(arguments.split_whitespace());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

fn program(subcommand: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourcelight"));
    command.arg(subcommand);
    command
}

fn start(arguments: &str) -> Child {
    piped(&mut command(arguments))
}

fn piped(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn run(arguments: &str, input: impl AsRef<[u8]>) -> Run {
    finish(start(arguments), input.as_ref())
}

fn run_in_colour(input: &str) -> Run {
    finish(piped(command("").env("CLICOLOR_FORCE", "1")), input.as_bytes())
}

fn finish(mut child: Child, input: &[u8]) -> Run {
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    // A program that writes before it has read everything must find somebody who reads; one that stops
    // early does not read everything.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A file that is gone when the test is over.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn one_text_is_one_json_object() {
    let run = run("--format json", "The ferry was late. Nobody minded.");
    assert_eq!(run.code, Some(0));
    let answer = run.json();
    assert_eq!(answer["id"], "-");
    assert_eq!(answer["notice"], Value::Null);
    assert_eq!(answer["sentences"], json!([[0, 19], [20, 34]]));
    for list in ["entities", "quotes", "attributions", "hedges"] {
        assert!(answer[list].is_array(), "{list}");
    }
}

#[test]
fn several_files_are_one_json_array() {
    let (a, b) =
        (Scratch::new("several-a.txt", "The first one."), Scratch::new("several-b.txt", "The second."));
    let run = run(&format!("--format json {} - {}", a.name(), b.name()), "From the pipe.");
    assert_eq!(run.code, Some(0));
    let answers = run.json();
    let ids: Vec<_> = answers.as_array().unwrap().iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [a.name(), "-", b.name()]);
}

#[test]
fn json_lines_keep_order_and_ids() {
    let input = "{\"id\": 7, \"text\": \"One.\", \"more\": [1]}\r\n{\"id\": \"b\", \"text\": \"\"}\n{\"text\": \"Three.\", \"id\": null}";
    let run = run("--input-format jsonl --format jsonl", input);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let answers = run.lines();
    assert_eq!(answers.iter().map(|a| &a["id"]).collect::<Vec<_>>(), [&json!(7), &json!("b"), &Value::Null]);
    assert_eq!(answers[0]["sentences"], json!([[0, 4]]));
    assert_eq!(answers[1]["sentences"], json!([]));
}

#[test]
fn a_bad_line_does_not_lose_the_others() {
    let input = b"{\"id\": 1, \"text\": \"One.\"}\nno json\n\n{\"id\": 2}\n[\"3\", \"Three.\"]\n\
        {\"id\": 4, \"text\": \"\xff\"}\n{\"id\": 5, \"text\": \"\\ud83d\"}\n{\"id\": 6, \"text\": \"Six.\"}\n";
    let run = run("--input-format jsonl --format jsonl", input);
    assert_eq!(run.code, Some(2));
    let answers = run.lines();
    let wrong: Vec<_> = answers.iter().filter(|a| a["error"].is_string()).map(|a| &a["line"]).collect();
    assert_eq!(wrong, [2, 4, 5, 6, 7]);
    assert!(answers.iter().filter(|a| a["error"].is_string()).all(|a| a["id"].is_null()));
    assert_eq!(answers[0]["id"], 1);
    assert_eq!(answers[6]["id"], 6);
    assert!(answers[2]["error"].as_str().unwrap().contains("missing field `text`"));
    assert!(answers[4]["error"].as_str().unwrap().contains("0xFF at offset 19"));
    for line in [2, 4, 5, 6, 7] {
        assert!(run.err.contains(&format!("standard input, line {line}: ")), "{}", run.err);
    }
}

#[test]
fn json_lines_in_and_one_json_array_out() {
    let run = run("--input-format jsonl --format json", "{\"id\": 1, \"text\": \"One.\"}\nno json\n");
    assert_eq!(run.code, Some(2));
    assert_eq!(run.json()[0]["id"], 1);
    assert_eq!(run.json()[1]["line"], 2);
}

/// What every answer must fit; here no field may be unknown to it, so that none is forgotten.
fn schema() -> jsonschema::Validator {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/analysis.schema.json");
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for (name, definition) in schema["$defs"].as_object_mut().unwrap() {
        // An analysis is a part of a record here.
        if definition["type"] == "object" && name != "analysis" {
            definition["unevaluatedProperties"] = json!(false);
        }
    }
    jsonschema::validator_for(&schema).unwrap()
}

const ARTICLE: &str = "The ferry will sail in May, minister Ingrid Solheim told reporters. “It would likely \
    float,” she said. Experts have suggested that it “leaks”. The Oslo Post reported that officials, who spoke on \
    condition of anonymity, believed it cost $3 million.";

#[test]
fn answers_fit_the_schema() {
    let schema = schema();
    let lines = format!(
        "{}\nno json\n{{\"id\": [2], \"text\": \"Ein Satz auf Deutsch, der nicht gemeint ist.\"}}",
        json!({"id": 1, "text": ARTICLE})
    );
    for arguments in ["", "--with-text", "--offsets utf16"] {
        let run = run(&format!("--input-format jsonl --format jsonl {arguments}"), &lines);
        assert_eq!(run.lines().len(), 3);
        for answer in run.lines() {
            let mistakes: Vec<_> = schema.iter_errors(&answer).map(|error| error.to_string()).collect();
            assert_eq!(mistakes, [""; 0], "{answer:#}");
        }
        let first = &run.lines()[0];
        for list in ["entities", "quotes", "attributions", "hedges"] {
            assert!(!first[list].as_array().unwrap().is_empty(), "{list}");
        }
        assert_eq!(first.get("text").is_some(), arguments == "--with-text");
    }
}

#[test]
fn corrections_are_applied_kept_and_taken_again_from_the_answer() {
    let list = json!({
        "offsets": "utf16",
        "corrections": [
            {"at": {"start": 0, "end": 0, "text": "Ingrid Solheim"}, "set": {"entity": "organization"}},
            {"at": {"start": 0, "end": 0, "text": "have suggested"}, "set": {"attribution": null}},
            {"at": {"start": 0, "end": 0, "text": "told reporters"}, "set": {"attribution": {
                "cue": {"start": 0, "end": 0, "text": "told reporters"},
                "content": [{"start": 0, "end": 0, "text": "The ferry will sail in May"}],
                "stance": "doubtful",
            }}},
            {"at": {"start": 0, "end": 0, "text": "likely"}, "set": {"hedge": null}},
        ],
    });
    let file = Scratch::new("corrections.json", list.to_string());
    let given = file.name();
    let first = run(&format!("--format json --offsets utf16 --corrections {given}"), ARTICLE);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let mistakes: Vec<_> = schema().iter_errors(&first.json()).map(|error| error.to_string()).collect();
    assert_eq!(mistakes, [""; 0]);
    let json = first.json();
    assert_eq!(json["corrections"].as_array().unwrap().len(), 4);
    assert!(json["corrections"].as_array().unwrap().iter().all(|it| it["fits"] == true));
    let entities = json["entities"].as_array().unwrap();
    assert!(entities.iter().any(|it| it["corrected"] == true && it["kind"] == "organization"));
    let statements = json["attributions"].as_array().unwrap();
    assert!(statements.iter().any(|it| it["corrected"] == true && it["stance"] == "doubtful"));
    let answer = Scratch::new("answer.json", &first.out);
    let again = format!("--format json --offsets utf16 --corrections {}", answer.name());
    assert_eq!(run(&again, ARTICLE).json(), json);
    for format in ["html", "markdown", "csv", "web-annotation"] {
        let answer = run(&format!("--format {format} --corrections {given}"), ARTICLE).out;
        assert!(answer.contains("corrected by a reader") || answer.contains(",yes\r\n"), "{format}");
    }
}

#[test]
fn corrections_that_do_not_fit_or_are_none_say_so() {
    let gone =
        json!({"corrections": [{"at": {"start": 3, "end": 8, "text": "a harbour"}, "set": {"hedge": null}}]});
    let run_with = |content: &str, arguments: &str| {
        let file = Scratch::new("misfit.json", content);
        run(&format!("--format json --corrections {} {arguments}", file.name()), ARTICLE)
    };
    let misfit = run_with(&gone.to_string(), "");
    assert_eq!(misfit.code, Some(2));
    assert!(misfit.err.contains("“a harbour”") && misfit.json()["corrections"][0]["fits"] == false);
    for wrong in ["no json", r#"{"corrections": [{"at": 3}]}"#] {
        let run = run_with(wrong, "");
        assert!(run.code == Some(2) && run.err.contains("holds no corrections"), "{}", run.err);
    }
    let newer = run_with(r#"{"schema_version": 99}"#, "");
    assert!(newer.code == Some(2) && newer.err.contains("schema_version 99"), "{}", newer.err);
    let several = run_with("{}", "--input-format jsonl");
    assert!(several.code == Some(2) && several.err.contains("those of one article"), "{}", several.err);
}

#[test]
fn labels_count_code_points() {
    let text = "“It 🎈 floats,” Ingrid Solheim said in Oslo. It may sink.";
    let labels = &run("--format labels --any-language", text).lines()[0];
    let words = |label: &Value| -> String {
        let at = |key: &str| usize::try_from(label[key].as_u64().unwrap()).unwrap();
        text.chars().skip(at("start")).take(at("end") - at("start")).collect()
    };
    let entities = labels["entities"].as_array().unwrap();
    assert!(entities.iter().any(|it| it["type"] == "PER" && words(it) == "Ingrid Solheim"));
    assert!(
        labels["hedges"].as_array().unwrap().iter().any(|it| it["type"] == "modal" && words(it) == "may")
    );
    let uncertain: Vec<&Value> =
        labels["sentences"].as_array().unwrap().iter().map(|it| &it["uncertain"]).collect();
    assert_eq!(uncertain, [false, true]);
    assert_eq!(labels["attributions"][0]["quote_style"], "direct");
}

#[test]
fn every_format_answers() {
    for (format, beginning) in [
        ("html", "<!doctype html>\n"),
        ("markdown", "The ferry will sail in May, minister Ingrid Solheim told"),
        ("csv", "\u{feff}id,number,source,"),
        ("web-annotation", "{\n  \"@context\": \"http://www.w3.org/ns/anno.jsonld\""),
        ("labels", "{\"id\":\"-\",\"text\":\"The ferry will sail"),
    ] {
        let run = run(&format!("--format {format}"), ARTICLE);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{format}");
        assert!(run.out.starts_with(beginning), "{format}: {}", run.out);
        assert!(run.out.contains("have suggested"), "{format}: {}", run.out);
    }
}

#[test]
fn several_articles_are_one_table_and_one_array_of_annotations() {
    let line = json!({"id": "a", "text": ARTICLE}).to_string();
    let lines = format!("{line}\n{}", line.replace("\"a\"", "\"=b\""));
    let table = run("--input-format jsonl --format csv", &lines);
    assert_eq!(table.out.matches("id,number").count(), 1);
    assert!(table.out.contains("\r\na,1,") && table.out.contains("\r\n\"'=b\",1,"), "{}", table.out);
    let annotations = run("--input-format jsonl --format web-annotation", &lines).json();
    assert_eq!(annotations[1]["type"], "AnnotationCollection");
}

#[test]
fn what_holds_one_article_is_not_written_for_several() {
    for format in ["html", "markdown"] {
        let run = run(&format!("--input-format jsonl --format {format}"), "{\"id\": 1, \"text\": \"One.\"}");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains("holds one article"), "{}", run.err);
    }
}

#[test]
fn no_document_is_an_empty_array() {
    assert_eq!(run("--input-format jsonl --format json", "").out, "[]\n");
}

#[test]
fn several_jobs_give_the_same_bytes_in_the_same_order() {
    let lines: String = (0..60)
        .map(|id| match id % 30 {
            29 => "no json\n".to_owned(),
            // Short articles behind long ones are ready before them.
            rest => {
                format!("{}\n", json!({"id": id, "text": ARTICLE.repeat(if rest % 7 == 0 { 30 } else { 1 })}))
            }
        })
        .collect();
    let one = run("--input-format jsonl --format jsonl", &lines);
    let four = run("--input-format jsonl --format jsonl --jobs 4", &lines);
    assert_eq!((one.code, one.lines().len()), (Some(2), 60));
    assert!(one.out == four.out && one.err == four.err && one.code == four.code);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let line = format!("{}\n", json!({"id": 1, "text": ARTICLE}));
    for (arguments, input) in
        [("--format jsonl", ARTICLE), ("--input-format jsonl --format jsonl --jobs 2", &line.repeat(200))]
    {
        let mut command = command(arguments);
        let child = command.stdin(Stdio::piped()).stderr(Stdio::piped());
        let child = child.stdout(std::fs::File::create("/dev/full").unwrap()).spawn().unwrap();
        let run = finish(child, input.as_bytes());
        assert_eq!(run.code, Some(2), "{arguments}");
        let full = run.err.contains("cannot write the answer: ") && run.err.contains("space");
        assert!(full && run.err.lines().count() == 1, "{arguments}: {}", run.err);
    }
}

#[test]
fn offsets_count_what_was_asked_for() {
    let text = "“Ça va 🎈.” Fine.";
    for (unit, sentences) in [
        ("bytes", json!([[0, 18], [19, 24]])),
        ("chars", json!([[0, 10], [11, 16]])),
        ("utf16", json!([[0, 11], [12, 17]])),
    ] {
        let run = run(&format!("--any-language --format json --offsets {unit}"), text);
        assert_eq!(run.json()["sentences"], sentences, "{unit}");
    }
}

#[test]
fn bad_files_are_named_and_the_others_answered() {
    let good = Scratch::new("good.txt", "All is well.");
    let bad = Scratch::new("bad.txt", b"caf\xe9 au lait");
    let wide = Scratch::new("wide.txt", b"\xff\xfea\0b\0");
    let names = format!("no-such-file.txt {} {} {}", bad.name(), wide.name(), good.name());
    let run = run(&format!("--format jsonl {names}"), "");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("no-such-file.txt: cannot read it: "), "{}", run.err);
    assert!(run.err.contains("bad.txt: not UTF-8: the byte 0xE9 at offset 3"), "{}", run.err);
    assert!(run.err.contains("wide.txt: this is UTF-16"), "{}", run.err);
    assert_eq!(run.lines().len(), 1);
    assert_eq!(run.lines()[0]["id"], good.name());
}

#[test]
fn stages_are_timed_and_what_is_no_text_is_named() {
    let stages = |input: &[u8]| finish(piped(&mut program("stages")), input);
    let timed = stages(b"The ferry was late, the captain said on Monday.");
    assert_eq!((timed.code, &timed.json()["bytes"]), (Some(0), &json!(47)));
    let wrong = stages(b"caf\xe9 au lait");
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
    assert!(wrong.err.contains("standard input: not UTF-8: the byte 0xE9 at offset 3"), "{}", wrong.err);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let text = run("--format json", "\u{feff}The ferry was late.");
    assert_eq!((text.code, &text.json()["sentences"]), (Some(0), &json!([[3, 22]])));
    let lines = run("--input-format jsonl --format jsonl", "\u{feff}{\"id\": 1, \"text\": \"One.\"}");
    assert_eq!((lines.code, &lines.lines()[0]["id"]), (Some(0), &json!(1)));
}

#[test]
fn a_wrong_argument_is_explained() {
    let run = run("--offsets lines", "");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lines") && run.err.contains("utf16"), "{}", run.err);
    assert!(run.out.is_empty());
}

#[test]
fn the_sharper_reading_needs_its_weights() {
    let text = "The ferry was late, the captain said on Monday.";
    let sharp = run("--engine sharp --model src/sharp/tiny.sharp --format json", text);
    assert_eq!((sharp.code, &sharp.json()["sentences"]), (Some(0), &json!([[0, 47]])));
    for (model, reason) in [("nowhere.sharp", "--model"), ("Cargo.toml", "no weights")] {
        let wrong = run(&format!("--engine sharp --model {model}"), text);
        assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
        assert!(wrong.err.contains(model) && wrong.err.contains(reason), "{}", wrong.err);
    }
}

#[test]
fn a_pipe_gets_no_escape_codes_unless_forced() {
    let text = "The ferry was late, the captain said on Monday.\n";
    let plain = run("", text);
    assert_eq!(plain.code, Some(0));
    assert!(plain.out.starts_with(text), "{}", plain.out);
    assert!(!plain.out.contains('\u{1b}'), "{}", plain.out);

    assert!(run_in_colour(text).out.contains('\u{1b}'));
}

#[test]
fn an_article_cannot_control_the_terminal() {
    let run = run_in_colour("The ferry \x1b]0;owned\x07 was \x1b[2Jlate.\r\n");
    assert!(!run.out.contains("\u{1b}]") && !run.out.contains("\u{1b}[2J") && !run.out.contains('\u{7}'));
    assert!(run.out.contains("late."));
}

#[test]
fn several_texts_get_headings() {
    let (a, b) =
        (Scratch::new("heading-a.txt", "The first one."), Scratch::new("heading-b.txt", "The second."));
    let run = run(&format!("{} {}", a.name(), b.name()), "");
    let (first, second) =
        (format!("==> {} <==\nThe first one.\n", a.name()), format!("\n==> {} <==\nThe second.\n", b.name()));
    assert!(run.out.starts_with(&first) && run.out.contains(&second), "{}", run.out);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let line = "{\"id\": 1, \"text\": \"The ferry was late. Nobody minded at all.\"}\n";
    let mut child = start("--input-format jsonl --format jsonl --jobs 2");
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || while stdin.write_all(line.repeat(1000).as_bytes()).is_ok() {});
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"id\":1,"));
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
    writer.join().unwrap();
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let mut child = start("--input-format jsonl --format jsonl");
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["1", "2"] {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"The ferry was late.\"}}").unwrap();
        assert!(answers.next().unwrap().unwrap().starts_with(&format!("{{\"id\":{id},")));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
