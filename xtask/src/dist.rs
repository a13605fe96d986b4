//! `cargo xtask dist`: the page as others host it, and as one file; the npm package; the browser extension. The work
//! is done by `xtask/dist/`, in JavaScript, where the bundler and binaryen are.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{command, root, run as run_command};
use crate::{bundle, reproduce, tools};

/// What to write, and where.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Options {
    /// Write only `sourcelight.html`, one file that opens from a disk by a double click.
    #[arg(long)]
    single: bool,
    /// Write only the npm package, `sourcelight-VERSION.tgz`.
    #[arg(long)]
    npm: bool,
    /// Write only the browser extension, one zip file a browser.
    #[arg(long, conflicts_with_all = ["single", "npm"])]
    extension: bool,
    /// Build it a second time in another folder, and fail where a byte differs.
    #[arg(long, conflicts_with_all = ["single", "npm", "extension"])]
    twice: bool,
    /// The folder to write to; without --single and --npm, what is in it goes.
    #[arg(long, default_value = "dist")]
    out: PathBuf,
}

/// Builds the page and writes it.
pub(crate) fn run(options: &Options) -> Result<()> {
    tools::provide_for_dist()?;
    bundle::build()?;
    if options.extension {
        bundle::build_for_extension()?;
        return write_extension(&options.out, true);
    }
    let wanted: Vec<&str> =
        [(options.single, "single"), (options.npm, "npm")].iter().filter(|it| it.0).map(|it| it.1).collect();
    write(&options.out, if wanted.is_empty() { &["site", "single"] } else { &wanted })?;
    if options.twice { reproduce::compare(&root().join(&options.out)) } else { Ok(()) }
}

/// Writes the browser extension from the packages that were built last: as zip files for the shops, and where it is not
/// `packed` alone, as folders to load.
pub(crate) fn write_extension(out: &std::path::Path, packed: bool) -> Result<()> {
    let mut node = command("node", ["xtask/dist/extension.mjs"]);
    node.arg(root().join(out)).args(packed.then_some("--packed"));
    run_command(&mut node)
}

/// Writes what is `wanted` (`site`, `single`, `npm`) of the page that was built last.
pub(crate) fn write(out: &std::path::Path, wanted: &[&str]) -> Result<()> {
    let mut node = command("node", ["xtask/dist/main.mjs", "www"]);
    // A relative folder is one of the repository's.
    node.arg(root().join(out)).args(wanted);
    run_command(&mut node)
}
