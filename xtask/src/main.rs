//! The project's own commands: `cargo xtask serve`, `test`, `dist`, `bench` and `train`.
//!
//! Exit codes: 0 where all went well, 1 where a test failed, 2 where a command could not do its work.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

mod bench;
mod bundle;
mod display;
mod dist;
mod libraries;
mod lockfile;
mod node;
mod preload;
mod process;
mod reproduce;
mod serve;
mod tally;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

use clap::Parser;

/// Sourcelight's own commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Build the page and serve it on this machine.
    Serve(serve::Options),
    /// Run every check and test, and end with the line `N passed, N failed`.
    Test(test::Options),
    /// Write the page for others to host, small and with everything it needs, to `dist/`.
    Dist(dist::Options),
    /// Measure speed, start, memory and download against other systems; write a table to `benchmarks/`.
    Bench(bench::Options),
    /// Train the weights that the engine embeds, from labelled corpora.
    #[command(disable_help_flag = true)]
    Train(train::Options),
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Serve(options) => serve::run(&options).map(|()| true),
        Task::Test(options) => test::run(&options),
        Task::Dist(options) => dist::run(&options).map(|()| true),
        Task::Bench(options) => bench::run(&options).map(|()| true),
        Task::Train(options) => train::run(&options).map(|()| true),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
