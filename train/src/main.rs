//! Trains the weights that the engine embeds, from labelled corpora: `cargo xtask train --data FOLDER`.
//!
//! The same data gives the same bytes each time: one thread for each model, a seeded order, no hash map's order.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "counts that become shares, and back")]

mod attributions;
mod calibrate;
mod corpora;
mod crf;
mod entities;
mod gold;
mod hedges;
mod kinds;
mod lessons;
mod marks;
mod mend;
mod own;
mod pack;
mod random;
mod roles;
mod score;
mod sequences;
mod sharp;
mod taught;
mod threads;
mod verdicts;

use anyhow::Result;
use clap::{Parser, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains the weights that the engine embeds.
#[derive(Parser)]
#[command(name = "cargo xtask train")]
pub(crate) struct Options {
    /// The folder with the corpora.
    #[arg(long)]
    data: PathBuf,
    /// Leave out the corpora whose names begin so (may be given again).
    #[arg(long, value_name = "NAME")]
    without: Vec<String>,
    /// Train this part alone.
    #[arg(long)]
    only: Option<Part>,
    /// The weights of the sharper reading, for `--only taught` and `--only confidence`.
    #[arg(long, value_name = "FILE", required_if_eq_any([("only", "taught"), ("only", "confidence")]))]
    weights: Option<PathBuf>,
}

/// What can be trained.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Entities,
    Attributions,
    Kinds,
    Hedges,
    /// What the sharper reading marks in further articles, as a file below target: attributions are learned from it.
    Taught,
    /// What the transformer learns from, as files below target/lessons: the first step of its training.
    Lessons,
    /// How sure the sharper reading may be, as a file beside its weights: the last step of its training.
    Confidence,
}

fn main() -> ExitCode {
    match train(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn train(options: &Options) -> Result<()> {
    match options.only {
        Some(Part::Entities) => entities::train(options),
        Some(Part::Attributions) => attributions::train(options),
        Some(Part::Kinds) => kinds::train(options),
        Some(Part::Hedges) => hedges::train(options),
        Some(Part::Taught) => taught::write(options),
        Some(Part::Lessons) => lessons::write(options),
        Some(Part::Confidence) => sharp::count(options),
        None => {
            entities::train(options)?;
            attributions::train(options)?;
            kinds::train(options)?;
            hedges::train(options)
        }
    }
}
