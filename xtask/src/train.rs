//! `cargo xtask train`: the crate `train`, built to run fast.

use clap::Args;

use crate::process;

/// Where the corpora are, and what to train.
#[derive(Args)]
pub(crate) struct Options {
    /// What `cargo xtask train --help` shows.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Trains the weights that the engine embeds.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let cargo = ["run", "--quiet", "--profile", "train", "--package", "train", "--"];
    let arguments = cargo.into_iter().chain(options.arguments.iter().map(String::as_str));
    process::run(&mut process::command("cargo", arguments))
}
