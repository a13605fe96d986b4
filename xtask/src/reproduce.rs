//! Whether the site comes out the same, byte for byte, when the same sources are built in another folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::process::{command, output_of, root, run};

/// Builds the sources once more, in a folder of their own, and compares what comes out with what is in `dist`.
pub(crate) fn compare(dist: &Path) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("sourcelight-twice-{}", std::process::id()));
    let outcome = build_in(&folder).and_then(|site| differences(dist, &site));
    let removed =
        fs::remove_dir_all(&folder).with_context(|| format!("{} can't be removed", folder.display()));
    // Why it could not be built comes first: then there may be no folder to remove.
    let differing = outcome?;
    removed?;
    ensure!(differing.is_empty(), "built in another folder, these files differ: {}", differing.join(", "));
    println!("Built in another folder, every file is the same");
    Ok(())
}

/// Copies the sources and writes the site there; the path of the site.
fn build_in(folder: &Path) -> Result<PathBuf> {
    println!("Building it once more, in {}", folder.display());
    let listed = output_of("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed = listed.context("`git ls-files` failed: only a repository can be copied")?;
    for name in listed.lines().filter(|name| root().join(name).is_file()) {
        let copy = folder.join(name);
        fs::create_dir_all(copy.parent().unwrap_or(folder))?;
        fs::copy(root().join(name), copy).with_context(|| format!("{name} can't be copied"))?;
    }
    run(command("npm", ["ci"]).current_dir(folder))?;
    let program = std::env::current_exe().context("this program does not know where it is")?;
    let mut again = command(&program.to_string_lossy(), ["dist"]);
    again.current_dir(folder).env("CARGO_MANIFEST_DIR", folder.join("xtask")).env_remove("CARGO_TARGET_DIR");
    run(&mut again)?;
    Ok(folder.join("dist"))
}

/// The names of the files that are not the same in both folders.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let (one, other) = (files(one)?, files(other)?);
    let names: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    Ok(names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect())
}

/// Every file below a folder, with its contents.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("{} can't be read", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
                found.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_are_named() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        for (at, folder) in folders.iter().enumerate() {
            fs::create_dir(folder.path().join("assets")).unwrap();
            fs::write(folder.path().join("assets/same.js"), "same").unwrap();
            fs::write(folder.path().join("assets/other.js"), at.to_string()).unwrap();
        }
        fs::write(folders[1].path().join("more.js"), "").unwrap();
        let names = differences(folders[0].path(), folders[1].path()).unwrap();
        assert_eq!(names, ["assets/other.js", "more.js"]);
    }
}
