//! The command-line program: news articles in, marked text or JSON out.
//!
//! `args` says what may be asked, `engine` which models read, `input` reads documents one by one, `answer` works out the answer to
//! each, `jobs` has several worked on at once, `output` writes them in order; `report` and `profile` write
//! what is meant for people.

#[cfg(not(target_family = "wasm"))]
mod answer;
#[cfg(not(target_family = "wasm"))]
mod args;
#[cfg(not(target_family = "wasm"))]
mod corrections;
#[cfg(not(target_family = "wasm"))]
mod engine;
#[cfg(not(target_family = "wasm"))]
mod input;
#[cfg(not(target_family = "wasm"))]
mod jobs;
#[cfg(not(target_family = "wasm"))]
mod output;
#[cfg(not(target_family = "wasm"))]
mod profile;
#[cfg(not(target_family = "wasm"))]
mod report;
#[cfg(not(target_family = "wasm"))]
mod stages;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;

    let program = args::Program::parse();
    match program.command {
        args::Command::Analyze(request) => output::run(request, &program.reading),
        args::Command::Stages => match stages::run() {
            Ok(()) => std::process::ExitCode::SUCCESS,
            Err(error) => output::fail(&error),
        },
    }
}

/// `wasm-pack` builds every target of the crate; this one has no use there.
#[cfg(target_family = "wasm")]
fn main() {}
