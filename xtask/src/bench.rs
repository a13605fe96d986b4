//! `cargo xtask bench`: measures Sourcelight against what one would take instead. The work is done by
//! `xtask/bench/`, in JavaScript, where the others run.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{command, root, run as run_command};
use crate::{bundle, dist, tools};

/// What to measure with.
#[derive(clap::Args)]
pub(crate) struct Options {
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
    let program = ["build", "--release", "--package", "sourcelight", "--bin", "sourcelight"];
    run_command(&mut command("cargo", program))?;
    bundle::build()?;
    dist::write(Path::new("dist"), &["site", "single"])?;
    let mut node = command("node", ["xtask/bench/main.mjs"]);
    node.arg("--program").arg(release_folder()?.join("sourcelight"));
    node.arg("--wasm").arg(module()?);
    node.args(["--rounds", &options.rounds, "--megabytes", &options.megabytes]);
    if let Some(texts) = &options.texts {
        node.arg("--texts").arg(texts.canonicalize().context("the folder of texts can't be read")?);
    }
    node.envs(tools::chromium().map(|path| ("CHROMIUM", path)));
    run_command(&mut node)
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
