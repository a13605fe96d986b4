//! The versions that `Cargo.lock` holds this workspace to.
//!
//! The wasm-bindgen crate, the library that generates its JavaScript and the command-line tools
//! must be of the very same version; the lock file is the one place that says which.

const LOCKFILE: &str = include_str!("../../Cargo.lock");

/// The locked version of wasm-bindgen.
pub(crate) fn wasm_bindgen_version() -> &'static str {
    version_of("wasm-bindgen", LOCKFILE).unwrap_or_default()
}

fn version_of<'a>(package: &str, lockfile: &'a str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_package_by_its_whole_name() {
        let lockfile = "[[package]]\nname = \"ab\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(version_of("a", lockfile), Some("1.2.3"));
        assert_eq!(version_of("b", lockfile), None);
    }

    #[test]
    fn the_library_that_generates_has_the_version_of_the_crate() {
        assert!(!wasm_bindgen_version().is_empty());
        assert_eq!(version_of("wasm-bindgen-cli-support", LOCKFILE), Some(wasm_bindgen_version()));
    }
}
