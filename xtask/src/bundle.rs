//! The package that the page loads: the crate as WebAssembly, with its JavaScript and its types.

use std::path::PathBuf;
use std::process::Stdio;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::libraries;
use crate::process::{command, root};

const NAME: &str = "sourcelight";
/// The sharper reading reckons with eight numbers at once. JavaScript could not: what becomes such does without.
const SIMD: [&str; 2] = ["-C", "target-feature=+simd128"];

/// Builds the crate for the web and writes the package to `www/pkg`, and beside it what else the page is made of.
pub(crate) fn build() -> Result<()> {
    libraries::copy()?;
    println!("Building the package for the page (www/pkg)");
    let wasm = compile(&[], &SIMD)?;
    Bindgen::new()
        .input_path(wasm)
        .out_name(NAME)
        // Without it `init()` does not know where its module is.
        .omit_default_module_path(false)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(root().join("www/pkg")))
        .context("wasm-bindgen could not write www/pkg")
}

/// Builds what of the crate runs inside other sites' pages, and writes it to `extension/pkg`.
pub(crate) fn build_for_extension() -> Result<()> {
    println!("Building the package for other sites' pages (extension/pkg)");
    let wasm = compile(&["--no-default-features", "--features", "article"], &[])?;
    let mut module = fs::read(&wasm).with_context(|| format!("{} can't be read", wasm.display()))?;
    // The module is made JavaScript, which has neither of them.
    for feature in ["reference-types", "multivalue"] {
        disallow(&mut module, feature)?;
    }
    Bindgen::new()
        .input_bytes(NAME, module)
        .bundler(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(root().join("extension/pkg")))
        .context("wasm-bindgen could not write extension/pkg")
}

/// Turns the sign before a feature in the section of target features, so that wasm-bindgen does without it.
fn disallow(module: &mut [u8], feature: &str) -> Result<()> {
    let length = u8::try_from(feature.len()).context("no feature has such a long name")?;
    let entry = [&[b'+', length], feature.as_bytes()].concat();
    let found = module.windows(entry.len()).position(|window| window == entry);
    let at = found.with_context(|| format!("the module does not list the target feature {feature}"))?;
    module[at] = b'-';
    Ok(())
}

/// Compiles the crate and returns the path of the module; cargo alone knows its target folder.
fn compile(features: &[&str], flags: &[&str]) -> Result<PathBuf> {
    let arguments = ["build", "--package", NAME, "--lib", "--release", "--target", "wasm32-unknown-unknown"];
    let output = command("cargo", arguments)
        .arg("--message-format=json-render-diagnostics")
        .args(features)
        .arg("--config")
        .arg(setting(flags))
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    ensure!(output.status.success(), "the crate does not compile for wasm32: see the messages above");
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().find_map(module_path).context("cargo built no WebAssembly module")
}

/// Hands flags to the compiler, and has it write the same module wherever cargo keeps the sources of other crates: panics
/// name the files they are in.
fn setting(flags: &[&str]) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let remapping = registries
        .into_iter()
        .flatten()
        .flatten()
        .map(|registry| format!("--remap-path-prefix={}=crates", registry.path().display()));
    let flags: Vec<String> =
        flags.iter().map(|&flag| flag.to_owned()).chain(remapping).map(|flag| format!("{flag:?}")).collect();
    format!("target.wasm32-unknown-unknown.rustflags=[{}]", flags.join(", "))
}

/// The path of the crate's module, if this message of cargo's tells it.
fn module_path(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["target"]["name"] != NAME {
        return None;
    }
    let paths = message["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
    paths.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_feature_is_disallowed_once_it_is_found() {
        let mut module = b"..+\x0amultivalue..".to_vec();
        assert!(disallow(&mut module, "multivalue").is_ok());
        assert_eq!(module, b"..-\x0amultivalue..");
        assert!(disallow(&mut module, "simd128").is_err());
    }

    #[test]
    fn the_module_is_told_from_cargos_other_messages() {
        let other =
            r#"{"reason":"compiler-artifact","target":{"name":"serde"},"filenames":["/t/serde.wasm"]}"#;
        let ours = r#"{"reason":"compiler-artifact","target":{"name":"sourcelight"},
            "filenames":["/t/libsourcelight.rlib","/t/sourcelight.wasm"]}"#;
        assert_eq!(module_path(other), None);
        assert_eq!(module_path(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(module_path(ours), Some(PathBuf::from("/t/sourcelight.wasm")));
    }
}
