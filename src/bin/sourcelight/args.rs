//! What may be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use sourcelight::text::OffsetUnit;

/// Shows who says what in a news article, and how sure they are.
#[derive(Debug, Parser)]
#[command(name = "sourcelight", version, arg_required_else_help = true)]
pub(crate) struct Program {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find names, quotes, attributions and hedges in English news articles
    #[command(after_long_help = DETAILS)]
    Analyze(Request),
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

    /// What an offset in JSON counts
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    pub(crate) offsets: Offsets,

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
  sourcelight analyze --input-format jsonl --format jsonl < articles.jsonl

Colours appear on a terminal only, and not where NO_COLOR is set; CLICOLOR_FORCE=1 keeps them in a pipe. \
Names are bold, quotes italic, sources cyan, cues magenta, what is said green, or yellow where it is \
hedged; words that weaken a statement are underlined.

JSON objects have the document's id (the file's name for a text), and then `notice`, `sentences`, \
`entities`, `quotes`, `attributions` and `hedges`. Offsets are half-open and count from the beginning of \
the text.

A line of JSON lines that is no such document is answered with {\"id\": null, \"line\": N, \"error\": \"…\"}; \
empty lines are skipped.

Exit code: 0 where every document was answered, 2 where an argument, a file or a line was wrong. The \
other files and lines are answered all the same.";
