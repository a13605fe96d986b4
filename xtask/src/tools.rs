//! What the commands need besides cargo: whether it is there, and how to get it.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail, ensure};

use crate::lockfile::wasm_bindgen_version;
use crate::node;
use crate::process::{command, describe, find, output_of, root, run};
use crate::test::Part;

const WASM: &str = "wasm32-unknown-unknown";
const WASI: &str = "wasm32-wasip1";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Node,
    WasmTarget,
    WasiTarget,
    Rustfmt,
    Clippy,
    Chromium,
    Chromedriver,
    Firefox,
    Geckodriver,
    WebKit,
    Xvfb,
    WasmPack,
    WasmBindgen,
    CargoDeny,
    NpmPackages,
}

/// How to get a tool.
enum Remedy {
    Run(Command),
    /// A package of Debian's.
    Apt(&'static str),
    /// Which one to take is the user's choice.
    ByHand(&'static str),
}

/// Sees to it that all is there that these parts of the tests need: gets what is missing where it
/// may, else says how and gives up.
pub(crate) fn provide(parts: &[Part], install: bool) -> Result<()> {
    let missing = missing(parts);
    if install {
        get(&missing)?;
        let missing = self::missing(parts);
        ensure!(missing.is_empty(), "still missing after the installation: {missing:?}");
    } else if !missing.is_empty() {
        for tool in missing {
            eprintln!("missing: {}: {}", tool.name(), tool.advice());
        }
        bail!("something is missing: `cargo xtask test --install` gets it");
    }
    Ok(())
}

/// Whether everything is there that a part of the tests needs.
pub(crate) fn is_complete(part: Part) -> bool {
    missing(&[part]).is_empty()
}

/// Sees to what `serve` needs: the WebAssembly target, and where npm is there, its packages, which the page can
/// do without.
pub(crate) fn provide_for_serve() -> Result<()> {
    if Tool::Node.is_present()
        && let Err(error) = get_missing(&[Tool::NpmPackages])
    {
        eprintln!("warning: {error:#}");
    }
    get_missing(&[Tool::WasmTarget])
}

/// Sees to what `dist` needs: Node.js must be there, the rest is installed.
pub(crate) fn provide_for_dist() -> Result<()> {
    get_missing(&[Tool::Node, Tool::WasmTarget, Tool::NpmPackages])
}

/// Sees to what `bench` needs, likewise.
pub(crate) fn provide_for_bench() -> Result<()> {
    get_missing(&[Tool::Node, Tool::WasmTarget, Tool::NpmPackages, Tool::Chromium])
}

fn get_missing(tools: &[Tool]) -> Result<()> {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !tool.is_present()).collect();
    get(&missing)
}

/// Chromium or Chrome; the variable `CHROMIUM` overrides what is found.
pub(crate) fn chromium() -> Option<PathBuf> {
    let chosen = env::var_os("CHROMIUM").map(PathBuf::from);
    chosen.or_else(|| find(&["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"]))
}

pub(crate) fn chromedriver() -> Option<PathBuf> {
    find(&["chromedriver"])
}

pub(crate) fn geckodriver() -> Option<PathBuf> {
    find(&["geckodriver"])
}

pub(crate) fn webkit_driver() -> Option<PathBuf> {
    find(&["WebKitWebDriver"])
}

/// `MiniBrowser` of `WebKitGTK`, which is on no search path; the variable `MINIBROWSER` overrides what is found.
pub(crate) fn minibrowser() -> Option<PathBuf> {
    let chosen = env::var_os("MINIBROWSER").map(PathBuf::from);
    chosen.or_else(|| {
        let path = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", env::consts::ARCH);
        Some(PathBuf::from(path)).filter(|path| path.is_file())
    })
}

fn missing(parts: &[Part]) -> Vec<Tool> {
    let mut tools: Vec<Tool> = Vec::new();
    for tool in parts.iter().flat_map(|part| needed(*part)) {
        if !tools.contains(tool) {
            tools.push(*tool);
        }
    }
    tools.retain(|tool| !tool.is_present());
    tools
}

fn needed(part: Part) -> &'static [Tool] {
    match part {
        Part::Core => &[Tool::WasmTarget, Tool::WasiTarget, Tool::Rustfmt, Tool::Clippy],
        Part::Wasm => &[
            Tool::WasmTarget,
            Tool::Chromium,
            Tool::Chromedriver,
            Tool::Firefox,
            Tool::Geckodriver,
            Tool::WebKit,
            Tool::Xvfb,
            Tool::WasmPack,
            Tool::WasmBindgen,
        ],
        Part::Page => &[Tool::Node, Tool::WasmTarget, Tool::Chromium, Tool::NpmPackages],
        Part::Extension => &[
            Tool::Node,
            Tool::WasmTarget,
            Tool::Chromium,
            Tool::Firefox,
            Tool::Geckodriver,
            Tool::NpmPackages,
        ],
        Part::Dist => &[
            Tool::Node,
            Tool::WasmTarget,
            Tool::Chromium,
            Tool::Firefox,
            Tool::Geckodriver,
            Tool::WebKit,
            Tool::Xvfb,
            Tool::NpmPackages,
        ],
        Part::Supply => &[Tool::CargoDeny],
        Part::Browsers => &[
            Tool::Node,
            Tool::WasmTarget,
            Tool::Firefox,
            Tool::Geckodriver,
            Tool::WebKit,
            Tool::Xvfb,
            Tool::NpmPackages,
        ],
    }
}

impl Tool {
    fn name(self) -> &'static str {
        match self {
            Self::Node => "Node.js 20 or newer, with npm",
            Self::WasmTarget => "the Rust target wasm32-unknown-unknown",
            Self::WasiTarget => "the Rust target wasm32-wasip1",
            Self::Rustfmt => "rustfmt",
            Self::Clippy => "clippy",
            Self::Chromium => "Chromium",
            Self::Chromedriver => "chromedriver",
            Self::Firefox => "Firefox",
            Self::Geckodriver => "geckodriver",
            Self::WebKit => "WebKitGTK's small browser and its driver",
            Self::Xvfb => "Xvfb",
            Self::WasmPack => "wasm-pack",
            Self::WasmBindgen => "the wasm-bindgen CLI in the version of Cargo.lock",
            Self::CargoDeny => "cargo-deny",
            Self::NpmPackages => "the npm packages of package-lock.json",
        }
    }

    /// Whether the tool is there; answers at once and never asks the network.
    fn is_present(self) -> bool {
        match self {
            Self::Node => node::is_new_enough() && find(&["npm"]).is_some(),
            Self::WasmTarget => has_target(WASM),
            Self::WasiTarget => has_target(WASI),
            // Rustup puts a program of this name in place even where the component is missing.
            Self::Rustfmt => output_of("cargo", ["fmt", "--version"]).is_some(),
            Self::Clippy => output_of("cargo", ["clippy", "--version"]).is_some(),
            Self::Chromium => chromium().is_some(),
            Self::Chromedriver => chromedriver().is_some(),
            Self::Firefox => find(&["firefox", "firefox-esr"]).is_some(),
            Self::Geckodriver => geckodriver().is_some(),
            Self::WebKit => minibrowser().is_some() && webkit_driver().is_some(),
            Self::Xvfb => find(&["Xvfb"]).is_some(),
            Self::WasmPack => find(&["wasm-pack"]).is_some(),
            Self::WasmBindgen => output_of("wasm-bindgen", ["--version"])
                .is_some_and(|version| version.split_whitespace().nth(1) == Some(wasm_bindgen_version())),
            Self::CargoDeny => find(&["cargo-deny"]).is_some(),
            Self::NpmPackages => npm_packages_are_current(),
        }
    }

    fn remedy(self) -> Remedy {
        let version = wasm_bindgen_version();
        Remedy::Run(match self {
            Self::Node => return Remedy::ByHand("install it by your system's own means"),
            Self::Chromium => return Remedy::Apt("chromium"),
            Self::Chromedriver => return Remedy::Apt("chromium-driver"),
            Self::Firefox => return Remedy::Apt("firefox-esr"),
            Self::WebKit => return Remedy::Apt("webkit2gtk-driver"),
            Self::Xvfb => return Remedy::Apt("xvfb"),
            Self::WasmTarget => command("rustup", ["target", "add", WASM]),
            Self::WasiTarget => command("rustup", ["target", "add", WASI]),
            Self::Rustfmt => command("rustup", ["component", "add", "rustfmt"]),
            Self::Clippy => command("rustup", ["component", "add", "clippy"]),
            Self::Geckodriver => command("cargo", ["install", "geckodriver", "--locked"]),
            Self::WasmPack => command("cargo", ["install", "wasm-pack", "--locked"]),
            // Not `--locked`: with the lock file that it comes with, it does not compile.
            Self::WasmBindgen => command("cargo", ["install", "wasm-bindgen-cli", "--version", version]),
            Self::CargoDeny => command("cargo", ["install", "cargo-deny", "--locked"]),
            Self::NpmPackages => command("npm", ["ci"]),
        })
    }

    fn advice(self) -> String {
        match self.remedy() {
            Remedy::Run(command) => format!("`{}`", describe(&command)),
            Remedy::Apt(package) => format!("`apt-get install {package}`, or your system's own package"),
            Remedy::ByHand(advice) => advice.to_owned(),
        }
    }
}

fn has_target(target: &str) -> bool {
    output_of("rustc", ["--print", "target-libdir", "--target", target])
        .is_some_and(|folder| PathBuf::from(folder.trim()).is_dir())
}

/// Gets the tools; what can only be got by hand stops it before anything is changed.
fn get(tools: &[Tool]) -> Result<()> {
    let mut packages = Vec::new();
    let mut commands = Vec::new();
    for tool in tools {
        match tool.remedy() {
            Remedy::Run(command) => commands.push((tool.name(), command)),
            Remedy::Apt(package) => packages.push(package),
            Remedy::ByHand(advice) => bail!("{} is missing: {advice}", tool.name()),
        }
    }
    if !packages.is_empty() {
        install_by_apt(&packages)?;
    }
    for (name, mut command) in commands {
        println!("Installing {name}: {}", describe(&command));
        run(&mut command).with_context(|| format!("{name} could not be installed"))?;
    }
    Ok(())
}

fn install_by_apt(packages: &[&'static str]) -> Result<()> {
    let list = packages.join(" ");
    ensure!(
        find(&["apt-get"]).is_some(),
        "there is no apt-get here; install by your system's own means: {list}"
    );
    println!("Installing by apt-get: {list}");
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes"]).args(packages))
}

/// `apt-get` that asks nothing, as root.
fn apt_get() -> Command {
    let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let is_root = output_of("id", ["-u"]).is_some_and(|id| id.trim() == "0");
    if is_root { command("env", words[1..].iter().copied()) } else { command("sudo", words) }
}

/// npm writes its own copy of the lock file when it has installed everything.
fn npm_packages_are_current() -> bool {
    let modified =
        |path: &str| -> Option<SystemTime> { fs::metadata(root().join(path)).ok()?.modified().ok() };
    let installed = modified("node_modules/.package-lock.json");
    installed.is_some() && installed >= modified("package-lock.json")
}
