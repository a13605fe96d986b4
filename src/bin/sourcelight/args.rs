//! What may be asked on the command line.

use crate::corrections::{self, Corrections};
use clap::{Args, Parser, Subcommand, ValueEnum};
use sourcelight::text::OffsetUnit;
use std::path::PathBuf;

/// Shows who says what in a news article, and how sure they are.
#[derive(Debug, Parser)]
#[command(name = "sourcelight", version, arg_required_else_help = true)]
pub(crate) struct Program {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// How articles are read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// What reads the articles
    #[arg(long, global = true, value_enum, default_value_t = EngineKind::Instant)]
    pub(crate) engine: EngineKind,

    /// The weights of the sharper reading [default: sourcelight.sharp beside the program]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EngineKind {
    /// The small models that the program carries
    Instant,
    /// A transformer beside them, from a file of weights: finds more, takes longer
    Sharp,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find names, quotes, attributions and hedges in English news articles
    #[command(after_long_help = DETAILS)]
    Analyze(Request),
    /// Time each stage of an analysis of standard input
    #[command(hide = true)]
    Stages,
}

#[derive(Debug, Args)]
pub(crate) struct Request {
    /// Files to read, in UTF-8; `-`, or no file at all, is standard input
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    pub(crate) files: Vec<String>,

    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// What the files hold
    #[arg(long, value_enum, default_value_t = InputFormat::Text)]
    pub(crate) input_format: InputFormat,

    /// What an offset in JSON and CSV counts
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    pub(crate) offsets: Offsets,

    /// Put the text itself into JSON answers
    #[arg(long)]
    pub(crate) with_text: bool,

    /// A file of corrections to put into the marks, as saved JSON has them; of one document
    #[arg(long, value_name = "FILE", value_parser = corrections::read)]
    pub(crate) corrections: Option<Corrections>,

    /// How many documents to work on at once; answers keep their order
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) jobs: u8,

    /// Mark the text even where it does not look like English prose
    #[arg(long)]
    pub(crate) any_language: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading: the article, in colours on a terminal, and a list of sources with what each said
    Text,
    /// Indented JSON: one object, or an array where there are several documents
    Json,
    /// JSON lines: one object a document, written as soon as it is known
    Jsonl,
    /// One HTML file with marks, legend and cards, which needs nothing else; of one document
    Html,
    /// Markdown with a footnote for each attribution; of one document
    Markdown,
    /// A table for spreadsheets, one row for each attribution
    Csv,
    /// Labelled text, one JSON object a document, to train and score programs with; offsets are code points
    Labels,
    /// Annotations of the W3C's Web Annotation Data Model, as JSON-LD
    WebAnnotation,
}

impl Format {
    /// Whether an answer in it is a document of its own, which can't be joined to another.
    pub(crate) const fn stands_alone(self) -> bool {
        matches!(self, Self::Html | Self::Markdown)
    }

    /// Whether several answers become one array.
    pub(crate) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::WebAnnotation)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Each file is one article
    Text,
    /// Each line is one article: {"id": …, "text": "…"}
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of UTF-8, as in Rust and Go
    Bytes,
    /// Unicode code points, as in Python
    Chars,
    /// UTF-16 code units, as in JavaScript and Java
    Utf16,
}

impl Request {
    /// Whether more than one document may come.
    pub(crate) const fn has_several(&self) -> bool {
        self.files.len() > 1 || matches!(self.input_format, InputFormat::Jsonl)
    }
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Bytes => Self::Bytes,
            Offsets::Chars => Self::Chars,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

const DETAILS: &str = "\
Examples:
  sourcelight analyze article.txt
  sourcelight analyze --format json --offsets utf16 article.txt
  sourcelight analyze --format html article.txt > article.html
  sourcelight analyze --input-format jsonl --format jsonl --jobs 2 < articles.jsonl

Colours appear on a terminal only, and not where NO_COLOR is set; CLICOLOR_FORCE=1 keeps them in a pipe. \
Names are bold, quotes italic, sources cyan, cues magenta, what is said green, or yellow where it is \
hedged; words that weaken a statement are underlined.

JSON objects have the document's `id` (the file's name for a text), `schema_version`, the unit of `offsets`, \
`text` where --with-text is given, and then `notice`, `sentences`, `entities`, `quotes`, `attributions`, `hedges` \
and `profile`. Offsets are half-open and count from the beginning of the text; those of web annotations are \
code points, as their standard has it. `corrections` are there where some were given. docs/analysis.schema.json describes every field.

In JSON and JSON lines, a line that is no document is answered with {\"id\": null, \"line\": N, \"error\": \"…\"}; \
empty lines are skipped.

Exit code: 0 where every document was answered, 2 where an argument, a file or a line was wrong, or an answer \
could not be written. The other files and lines are answered all the same.";
