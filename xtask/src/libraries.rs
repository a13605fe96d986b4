//! Libraries of the page's optional parts, from npm: copied to where a browser finds them, as modules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::root;

/// A library that is one file without imports.
struct Library {
    package: &'static str,
    script: &'static str,
    types: &'static str,
    licence: &'static str,
    /// What makes a module of the script, where it is none.
    exports: &'static str,
}

const LIBRARIES: [Library; 2] = [
    Library {
        package: "@mozilla/readability",
        script: "Readability.js",
        types: "index.d.ts",
        licence: "LICENSE.md",
        exports: "\nexport { Readability };\n",
    },
    Library {
        package: "marked",
        script: "lib/marked.esm.js",
        types: "lib/marked.d.ts",
        licence: "LICENSE",
        exports: "",
    },
];

/// Writes the libraries to `www/libraries`. Without the npm packages the page goes without what they are for,
/// and says so.
pub(crate) fn copy() -> Result<()> {
    let folder = root().join("www/libraries");
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be written", folder.display()))?;
    for library in &LIBRARIES {
        let package = root().join("node_modules").join(library.package);
        if !package.is_dir() {
            println!("Without {}, which `npm ci` gets: files that need it can't be opened", library.package);
            continue;
        }
        library.copy(&package, &folder).with_context(|| format!("{} can't be copied", library.package))?;
    }
    Ok(())
}

impl Library {
    fn copy(&self, package: &Path, folder: &Path) -> Result<()> {
        let name = self.package.rsplit('/').next().unwrap_or(self.package);
        let script = fs::read_to_string(package.join(self.script))?;
        // Stays where the scripts are made small, as the licences ask.
        let licence = fs::read_to_string(package.join(self.licence))?;
        // A module has no such variable, and a bundler would warn of it.
        let script = script.split("\nif (typeof module").next().unwrap_or_default();
        let head = format!("/*! {}\n\n{}\n*/\n", self.package, licence.trim().replace("*/", "* /"));
        fs::write(folder.join(format!("{name}.js")), head + script + self.exports)?;
        fs::copy(package.join(self.types), folder.join(format!("{name}.d.ts")))?;
        Ok(())
    }
}
