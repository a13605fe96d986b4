//! What a browser would find only step by step, told with the page itself: every module that its script
//! imports, however deep, and the WebAssembly module. Read anew for each visit, so it is never out of date.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::LINK;
use axum::middleware::Next;
use axum::response::Response;

/// The script that the page starts with.
const ENTRY: &str = "main.js";

/// What comes before the path of an imported module, and before that of a WebAssembly module.
const IMPORT: &str = " from '.";
const FILE: &str = "new URL('";

/// Adds the links to the page's own answer.
pub(crate) async fn add_links(State(folder): State<PathBuf>, request: Request, next: Next) -> Response {
    let is_page = request.uri().path() == "/";
    let mut response = next.run(request).await;
    if is_page && let Ok(links) = HeaderValue::from_str(&links(&folder)) {
        response.headers_mut().insert(LINK, links);
    }
    response
}

/// The links of the page in `folder`, as the header `Link` has them.
fn links(folder: &Path) -> String {
    let mut files = BTreeSet::new();
    follow(folder, PathBuf::from(ENTRY), &mut files);
    // The largest first: a browser has few connections.
    let (largest, scripts): (Vec<_>, Vec<_>) = files.iter().partition(|path| ends_in(path, "wasm"));
    let links: Vec<String> = largest.into_iter().chain(scripts).map(|path| link(path)).collect();
    links.join(", ")
}

fn link(path: &Path) -> String {
    let address = path.to_string_lossy();
    if ends_in(path, "wasm") {
        format!("</{address}>; rel=preload; as=fetch; type=\"application/wasm\"; crossorigin")
    } else {
        format!("</{address}>; rel=modulepreload")
    }
}

/// Takes up a file and what it asks for at once. Modules loaded by `import()` are left out: they are for later.
fn follow(folder: &Path, path: PathBuf, files: &mut BTreeSet<PathBuf>) {
    if files.contains(&path) || !folder.join(&path).is_file() {
        return;
    }
    let script = ends_in(&path, "js").then(|| fs::read_to_string(folder.join(&path)).unwrap_or_default());
    let source = script.unwrap_or_default();
    let beside = path.parent().unwrap_or(Path::new("")).to_owned();
    files.insert(path);
    let modules = quoted(&source, IMPORT).map(|path| beside.join(format!(".{path}")));
    let others = quoted(&source, FILE).map(|path| beside.join(path)).filter(|path| ends_in(path, "wasm"));
    for asked in modules.chain(others) {
        follow(folder, plain(&asked), files);
    }
}

fn ends_in(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|its| its == extension)
}

/// What stands between each `start` and the next quotation mark.
fn quoted<'a>(source: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    source.split(start).skip(1).filter_map(|rest| rest.split_once('\'')).map(|(quoted, _)| quoted)
}

/// The same path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, component| {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
        plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_that_is_imported_is_told_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("views")).unwrap();
        fs::create_dir_all(folder.path().join("pkg")).unwrap();
        let files = [
            (
                "main.js",
                "import { a } from './a.js';\nimport {\n  b,\n} from './views/b.js';\nimport('./later.js');",
            ),
            ("a.js", "/** @type {import('./types.js').T} */\nexport * from './pkg/core.js';"),
            ("views/b.js", "import { a } from '../a.js';\nimport { lost } from './lost.js';"),
            (
                "pkg/core.js",
                "new URL('core_bg.wasm', import.meta.url); new URL('worker.js', import.meta.url)",
            ),
            ("pkg/core_bg.wasm", ""),
            ("later.js", ""),
            ("types.js", ""),
        ];
        for (name, content) in files {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let told = "</pkg/core_bg.wasm>; rel=preload; as=fetch; type=\"application/wasm\"; crossorigin, \
            </a.js>; rel=modulepreload, </main.js>; rel=modulepreload, </pkg/core.js>; rel=modulepreload, \
            </views/b.js>; rel=modulepreload";
        assert_eq!(links(folder.path()), told);
    }

    #[test]
    fn the_page_tells_all_its_modules_but_those_for_later() {
        let page = crate::process::root().join("www");
        let links = links(&page);
        for folder in ["", "views/"] {
            for entry in fs::read_dir(page.join(folder)).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                // The worker fetches its own scripts.
                let is_workers = ["worker.js", "rehearsal.js"].contains(&name.as_str());
                if ends_in(Path::new(&name), "js") && !is_workers {
                    assert!(links.contains(&format!("</{folder}{name}>")), "{folder}{name}: {links}");
                }
            }
        }
        assert!(!links.contains("</parts/"), "{links}");
    }
}
