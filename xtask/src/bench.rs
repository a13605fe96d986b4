//! `cargo xtask bench`: measures Sourcelight against what one would take instead, or what a reader waits for. The work is
//! done by `xtask/bench/`, in JavaScript, where the others and the browser are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{command, root, run as run_command};
use crate::{bundle, dist, tools};

/// What to measure with.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Measure what a reader waits for in Chromium instead: the hosted page, the sharper reading, the extension.
    #[arg(long, conflicts_with_all = ["texts", "megabytes"])]
    reader: bool,
    /// A folder of articles (.txt) to read instead of our own samples.
    #[arg(long, value_name = "FOLDER")]
    texts: Option<PathBuf>,
    /// How often everything is measured.
    #[arg(long, default_value = "5")]
    rounds: String,
    /// How much is read: the texts are repeated up to this size.
    #[arg(long, value_name = "N", default_value = "1")]
    megabytes: String,
}

/// Builds everything, measures, and writes the table to `benchmarks/`.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::provide_for_bench()?;
    bundle::build()?;
    dist::write(Path::new("dist"), &["site", "single"])?;
    let mut node = if options.reader { reader()? } else { others(options)? };
    node.args(["--rounds", &options.rounds]);
    node.envs(tools::chromium().map(|path| ("CHROMIUM", path)));
    run_command(&mut node)
}

/// Measures what a reader waits for.
fn reader() -> Result<Command> {
    bundle::build_for_extension()?;
    dist::write_extension(Path::new("dist"), true)?;
    let dist = root().join("dist");
    let mut node = command("node", ["xtask/bench/reader.mjs"]);
    node.arg("--site").arg(&dist).arg("--extension").arg(dist.join("sourcelight-chromium.zip"));
    Ok(node)
}

/// Measures against others.
fn others(options: &Options) -> Result<Command> {
    let program = ["build", "--release", "--package", "sourcelight", "--bin", "sourcelight"];
    run_command(&mut command("cargo", program))?;
    let mut node = command("node", ["xtask/bench/main.mjs"]);
    node.arg("--program").arg(release_folder()?.join("sourcelight"));
    node.arg("--wasm").arg(module()?);
    node.args(["--megabytes", &options.megabytes]);
    if let Some(texts) = &options.texts {
        node.arg("--texts").arg(texts.canonicalize().context("the folder of texts can't be read")?);
    }
    Ok(node)
}

/// This program lies in `debug/` of the same target folder.
fn release_folder() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).context("this program is in no target folder")?;
    Ok(target.join("release"))
}

/// The module as it is served.
fn module() -> Result<PathBuf> {
    let entries = std::fs::read_dir(root().join("dist/assets"))?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths
        .find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
        .context("dist/ has no module")
}
