//! The answers: JSON, JSON lines or, in `report`, text for people.

use crate::args::{Format, InputFormat, Request};
use crate::input::{self, Article, Failure, Sink};
use crate::report;
use anstream::AutoStream;
use serde::Serialize;
use serde_json::Value;
use sourcelight::text::OffsetMap;
use sourcelight::{Analysis, Options};
use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};
use std::process::ExitCode;

/// Something was wrong with an argument, a file or a line: the code that clap has for arguments.
const WRONG_INPUT: u8 = 2;

/// Answers everything that `request` asks for.
pub(crate) fn run(request: &Request) -> ExitCode {
    let stdout = io::stdout().lock();
    let stdout = match request.format {
        Format::Text => AutoStream::auto(stdout),
        Format::Json | Format::Jsonl => AutoStream::always_ansi(stdout),
    };
    let mut answers = Answers {
        request,
        out: BufWriter::with_capacity(1 << 16, stdout),
        held: Vec::new(),
        any: false,
        failed: false,
    };
    let done = input::read(request, &mut answers).and_then(|()| answers.finish());
    let failed = answers.failed;
    // What a closed pipe did not take must not be tried again.
    let _ = answers.out.into_parts();
    match done {
        // Whoever reads the answers has seen enough, as in `| head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write the answer: {error}"));
            ExitCode::from(WRONG_INPUT)
        }
        Ok(()) if failed => ExitCode::from(WRONG_INPUT),
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// The answer to one article, or to one line that is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Found {
        id: Value,
        #[serde(flatten)]
        analysis: Box<Analysis>,
    },
    Wrong {
        /// Always null.
        id: Value,
        line: usize,
        error: String,
    },
}

struct Answers<'a> {
    request: &'a Request,
    out: BufWriter<AutoStream<StdoutLock<'static>>>,
    /// Answers that wait to become one JSON value.
    held: Vec<Answer>,
    /// Whether an article was answered already.
    any: bool,
    failed: bool,
}

impl Sink for Answers<'_> {
    fn article(&mut self, Article { id, text }: Article) -> io::Result<()> {
        let options = Options { any_language: self.request.any_language };
        let mut analysis = sourcelight::analyze_with(&text, options);
        if self.request.format == Format::Text {
            if self.has_several() {
                report::heading(&mut self.out, &id, !self.any)?;
            }
            self.any = true;
            return report::write(&mut self.out, &text, &analysis);
        }
        analysis.convert_offsets(&OffsetMap::new(&text, self.request.offsets.into()));
        self.answer(Answer::Found { id, analysis: Box::new(analysis) })
    }

    fn failure(&mut self, Failure { name, line, error }: Failure) -> io::Result<()> {
        self.failed = true;
        let Some(line) = line else {
            complain(&format!("{name}: {error}"));
            return Ok(());
        };
        complain(&format!("{name}, line {line}: {error}"));
        self.answer(Answer::Wrong { id: Value::Null, line, error })
    }

    fn idle(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Answers<'_> {
    fn has_several(&self) -> bool {
        self.request.files.len() > 1 || self.request.input_format == InputFormat::Jsonl
    }

    fn answer(&mut self, answer: Answer) -> io::Result<()> {
        match self.request.format {
            Format::Text => Ok(()),
            Format::Json => {
                self.held.push(answer);
                Ok(())
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut self.out, &answer)?;
                self.out.write_all(b"\n")
            }
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.request.format == Format::Json {
            if self.has_several() {
                serde_json::to_writer_pretty(&mut self.out, &self.held)?;
                self.out.write_all(b"\n")?;
            } else if let Some(only) = self.held.first() {
                serde_json::to_writer_pretty(&mut self.out, only)?;
                self.out.write_all(b"\n")?;
            }
        }
        self.out.flush()
    }
}

/// One line on standard error; where that is closed there is nobody to tell.
fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "sourcelight: {message}");
}
