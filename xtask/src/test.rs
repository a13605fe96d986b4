//! `cargo xtask test`: runs everything that must pass, whatever failed before, and counts.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::display::Display;
use crate::process::{self, command, root};
use crate::tally::{Runner, Tally};
use crate::{bundle, dist, serve, tools};

/// A test that hangs, or that leaves a browser open, must end all the same.
const NODE_TEST: [&str; 4] = ["--test", "--test-reporter=spec", "--test-timeout=900000", "--test-force-exit"];

/// Seconds for the crate's tests in one browser: `WebKitGTK` takes long to compile a module that is not optimised.
const PATIENCE: &str = "300";
/// What `WebKitGTK` needs beside a display. Nothing but our own tests is opened there, and its sandbox does not start
/// as root.
const IN_WEBKIT: [(&str, &str); 2] =
    [("GDK_BACKEND", "x11"), ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")];

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Get what is missing first: Rust targets and tools, browsers (by apt), npm packages.
    #[arg(long)]
    install: bool,
    /// Run one part alone; may be given more than once.
    #[arg(long, value_name = "PART")]
    only: Vec<Part>,
}

/// What can be tested for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formatting, lints, documentation, and the tests that need no browser.
    Core,
    /// The crate's tests inside Chrome, Firefox and `WebKitGTK`.
    Wasm,
    /// The built page, from end to end.
    Page,
    /// The main path through the built page in Firefox and in Safari's engine.
    Browsers,
    /// The page as others host it, and the npm package.
    Dist,
    /// The browser extension: on pages of many structures in Chromium, and in Firefox.
    Extension,
    /// Licences, sources and versions of all crates, by `deny.toml`; without `--only` where cargo-deny is there alone.
    Supply,
}

/// Runs the tests; true where none failed.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let parts: Vec<Part> =
        Part::value_variants().iter().copied().filter(|part| options.includes(*part)).collect();
    tools::provide(&parts, options.install)?;
    let mut report = Report::default();
    for part in &parts {
        match part {
            Part::Core => core(&mut report),
            Part::Wasm => wasm(&mut report),
            Part::Page => page(&mut report, "Tests of the page", "tests/page"),
            Part::Browsers => page(&mut report, "The page in Firefox and WebKit", "tests/browsers"),
            Part::Dist => hosted(&mut report),
            Part::Extension => extension(&mut report),
            Part::Supply => supply(&mut report),
        }
    }
    if options.only.is_empty() && !parts.contains(&Part::Supply) {
        println!(
            "Left out: supply, which needs cargo-deny (`cargo xtask test --install --only supply` gets it)"
        );
    }
    Ok(report.close())
}

impl Options {
    fn includes(&self, part: Part) -> bool {
        if self.only.is_empty() {
            // To build cargo-deny takes minutes that a run of all the tests is not to wait for.
            part != Part::Supply || tools::is_complete(part)
        } else {
            self.only.contains(&part)
        }
    }
}

fn core(report: &mut Report) {
    let cargo = |arguments: &str| command("cargo", arguments.split(' '));
    report.check("Formatting", &mut cargo("fmt --all --check"));
    report.check("Lints", &mut cargo("clippy --workspace --all-targets -- -D warnings"));
    let mut lints =
        cargo("clippy --package sourcelight --all-targets --target wasm32-unknown-unknown -- -D warnings");
    report.check("Lints for WebAssembly", &mut lints);
    let features = "--no-default-features --features article";
    let small = format!("clippy --package sourcelight --lib --target wasm32-unknown-unknown {features}");
    report.check("Lints for other sites' pages", &mut cargo(&format!("{small} -- -D warnings")));
    let mut documentation = cargo("doc --workspace --no-deps");
    report.check("Documentation", documentation.env("RUSTDOCFLAGS", "-D warnings"));
    report
        .check("The crate for WASI", &mut cargo("check --package sourcelight --lib --target wasm32-wasip1"));
    for example in ["sources", "editing"] {
        report.check("An example", cargo("run --quiet --package sourcelight --example").arg(example));
    }
    // What `cargo publish` checks, without asking the registry.
    report.check(
        "The crate as it is published",
        &mut cargo("package --package sourcelight --offline --allow-dirty"),
    );
    let mut tests = cargo("test --workspace --tests --no-fail-fast");
    report.suite("Unit and integration tests", &mut tests, Runner::Cargo);
    report.suite("Documentation tests", &mut cargo("test --workspace --doc"), Runner::Cargo);
}

fn wasm(report: &mut Report) {
    // Nothing is fetched during the tests: `tools` has seen to it that all is there.
    let tests = |browser: &str, option: &str, driver: Option<PathBuf>| {
        let mut tests = command("wasm-pack", ["test", "--headless", "--mode", "no-install", browser, option]);
        tests.args(driver).env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE);
        tests
    };
    let mut chrome = tests("--chrome", "--chromedriver", tools::chromedriver());
    report.suite("Tests in Chrome", &mut chrome, Runner::Cargo);
    let mut firefox = tests("--firefox", "--geckodriver", tools::geckodriver());
    report.suite("Tests in Firefox", &mut firefox, Runner::Cargo);
    // WebKitGTK's driver speaks as Safari's does.
    let mut webkit = tests("--safari", "--safaridriver", tools::webkit_driver());
    match Display::start() {
        Ok(display) => {
            webkit.env("DISPLAY", &display.name).envs(IN_WEBKIT);
            report.suite("Tests in WebKit", &mut webkit, Runner::Cargo);
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            report.record("Tests in WebKit", Tally::FAILED);
        }
    }
}

fn page(report: &mut Report, title: &str, folder: &str) {
    heading("Package for the page");
    let address = bundle::build().and_then(|()| serve::start());
    let Ok(address) = address.inspect_err(|error| eprintln!("error: {error:#}")) else {
        // Tests of an older package would tell nothing.
        return report.record("Package for the page", Tally::FAILED);
    };
    report.record("Package for the page", Tally::PASSED);
    in_browsers(report, title, folder, "SOURCELIGHT_URL", format!("http://{address}/").as_ref());
}

fn hosted(report: &mut Report) {
    heading("The page as others host it");
    let folder = root().join("dist");
    let written = bundle::build().and_then(|()| dist::write(&folder, &["site", "single", "npm"]));
    if let Err(error) = written {
        eprintln!("error: {error:#}");
        return report.record("The page as others host it", Tally::FAILED);
    }
    report.record("The page as others host it", Tally::PASSED);
    in_browsers(report, "Tests of the hosted page", "tests/dist", "SOURCELIGHT_DIST", folder.as_ref());
    in_browsers(report, "Tests of the npm package", "tests/package", "SOURCELIGHT_DIST", folder.as_ref());
}

fn extension(report: &mut Report) {
    heading("The browser extension");
    let folder = root().join("target/extension");
    let written = bundle::build()
        .and_then(|()| bundle::build_for_extension())
        .and_then(|()| dist::write_extension(&folder, false));
    if let Err(error) = written {
        eprintln!("error: {error:#}");
        return report.record("The browser extension", Tally::FAILED);
    }
    report.record("The browser extension", Tally::PASSED);
    let variable = "SOURCELIGHT_EXTENSION";
    in_browsers(report, "Tests of the extension", "tests/extension", variable, folder.as_ref());
}

fn supply(report: &mut Report) {
    let mut deny = command("cargo", ["deny", "check", "licenses", "bans", "sources"]);
    report.check("Licences, sources and versions of crates", &mut deny);
}

/// Runs the tests in `folder`, which find what they test by a variable.
fn in_browsers(report: &mut Report, title: &str, folder: &str, variable: &str, value: &OsStr) {
    match tests_in(folder) {
        Ok(files) => {
            let mut tests = command("node", NODE_TEST);
            tests.args(files).env(variable, value);
            tests.envs(tools::chromium().map(|path| ("CHROMIUM", path)));
            tests.envs(tools::minibrowser().map(|path| ("MINIBROWSER", path)));
            report.suite(title, &mut tests, Runner::Node);
        }
        Err(error) => {
            heading(title);
            eprintln!("error: {error:#}");
            report.record(title, Tally::FAILED);
        }
    }
}

fn tests_in(folder: &str) -> Result<Vec<PathBuf>> {
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).with_context(|| format!("{} can't be read", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    ensure!(!files.is_empty(), "{} has no *.test.mjs", folder.display());
    files.sort();
    Ok(files)
}

/// The count so far, and the steps that failed.
#[derive(Default)]
struct Report {
    tally: Tally,
    failed: Vec<String>,
}

impl Report {
    /// Runs a command that passes or fails as a whole.
    fn check(&mut self, title: &str, command: &mut Command) {
        heading(title);
        let outcome = process::run(command).inspect_err(|error| eprintln!("error: {error:#}"));
        self.record(title, if outcome.is_ok() { Tally::PASSED } else { Tally::FAILED });
    }

    /// Runs a command that counts its tests.
    fn suite(&mut self, title: &str, command: &mut Command, runner: Runner) {
        heading(title);
        let tally = count(command, runner).inspect_err(|error| eprintln!("error: {error:#}"));
        self.record(title, tally.unwrap_or(Tally::FAILED));
    }

    fn record(&mut self, title: &str, tally: Tally) {
        self.tally += tally;
        if tally.failed > 0 {
            self.failed.push(format!("{title}: {tally}"));
        }
    }

    /// Prints the end of the report; true where nothing failed.
    fn close(&self) -> bool {
        println!();
        if !self.failed.is_empty() {
            println!("Failed:");
            self.failed.iter().for_each(|step| println!("  {step}"));
        }
        println!("{}", self.tally);
        self.tally.failed == 0
    }
}

fn heading(title: &str) {
    println!("\n=== {title}");
}

/// Runs a suite, passes on what it prints and counts its tests.
fn count(command: &mut Command, runner: Runner) -> Result<Tally> {
    let line = process::describe(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{line}` could not be started"))?;
    let mut tally = Tally::default();
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).split(b'\n')) {
        let mut line = line?;
        tally += runner.read(&String::from_utf8_lossy(&line));
        line.push(b'\n');
        io::stdout().write_all(&line)?;
    }
    let status = child.wait()?;
    let judged = tally.of_suite(status.success());
    if judged != tally {
        eprintln!("error: `{line}` ended without a full count ({status}, {tally})");
    }
    Ok(judged)
}
