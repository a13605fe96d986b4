//! Writes the answers in order, and says what went wrong.

use crate::answer::Answer;
use crate::args::{Format, Reading, Request};
use crate::engine::Engine;
use crate::jobs;
use anstream::AutoStream;
use sourcelight::export::CSV_HEADER;
use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Something was wrong with an argument, a file or a line: the code that clap has for arguments.
const WRONG_INPUT: u8 = 2;

/// Answers everything that `request` asks for.
pub(crate) fn run(request: Request, reading: &Reading) -> ExitCode {
    if request.format.stands_alone() && request.has_several() {
        return fail("this format holds one article: give one file, and no --input-format jsonl");
    }
    if request.corrections.is_some() && request.has_several() {
        return fail("corrections are those of one article: give one file, and no --input-format jsonl");
    }
    let engine = match Engine::load(reading) {
        Ok(engine) => engine,
        Err(error) => return fail(&error),
    };
    let stdout = io::stdout().lock();
    let stdout = match request.format {
        Format::Text => AutoStream::auto(stdout),
        _ => AutoStream::always_ansi(stdout),
    };
    let mut output = Output {
        request: Arc::new(request),
        engine: Arc::new(engine),
        out: BufWriter::with_capacity(1 << 16, stdout),
        count: 0,
        failed: false,
    };
    let done = output.write_all();
    let failed = output.failed;
    // What a closed pipe did not take must not be tried again.
    let _ = output.out.into_parts();
    match done {
        // Whoever reads the answers has seen enough, as in `| head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&cannot_write(&error)),
        Ok(()) if failed => ExitCode::from(WRONG_INPUT),
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// Says what is wrong, and ends.
pub(crate) fn fail(message: &str) -> ExitCode {
    complain(message);
    ExitCode::from(WRONG_INPUT)
}

pub(crate) fn cannot_write(error: &io::Error) -> String {
    format!("cannot write the answer: {error}")
}

struct Output {
    request: Arc<Request>,
    engine: Arc<Engine>,
    out: BufWriter<AutoStream<StdoutLock<'static>>>,
    /// How many answers were written.
    count: usize,
    failed: bool,
}

impl Output {
    fn write_all(&mut self) -> io::Result<()> {
        let is_array = self.request.format.is_json() && self.request.has_several();
        if self.request.format == Format::Csv {
            self.out.write_all(CSV_HEADER.as_bytes())?;
        }
        let answers = jobs::start(&self.request, &self.engine);
        while let Some(answer) = answers.next(|| self.out.flush())? {
            self.write(answer, is_array)?;
        }
        if is_array {
            let end: &[u8] = if self.count == 0 { b"[]\n" } else { b"\n]\n" };
            self.out.write_all(end)?;
        } else if self.request.format.is_json() && self.count > 0 {
            self.out.write_all(b"\n")?;
        }
        self.out.flush()
    }

    fn write(&mut self, Answer { bytes, complaint }: Answer, is_array: bool) -> io::Result<()> {
        if let Some(complaint) = complaint {
            self.failed = true;
            complain(&complaint);
        }
        if bytes.is_empty() {
            return Ok(());
        }
        let gap: &[u8] = match (is_array, self.count) {
            (true, 0) => b"[\n  ",
            (true, _) => b",\n  ",
            (false, 1..) if self.request.format == Format::Text => b"\n",
            (false, _) => b"",
        };
        self.count += 1;
        self.out.write_all(gap)?;
        self.out.write_all(&bytes)
    }
}

/// One line on standard error; where that is closed there is nobody to tell.
fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "sourcelight: {message}");
}
