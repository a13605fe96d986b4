//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use axum::Router;
use axum::handler::HandlerWithoutStateExt;
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::process::root;
use crate::{bundle, preload, tools};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port to listen on; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on; 0.0.0.0 opens the page to the whole network.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Serve what `cargo xtask dist` wrote, compressed as a host would; nothing is built.
    #[arg(long)]
    dist: bool,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    // Asked twice, so that a taken port is told before the build and not after it.
    drop(listen(&options.host, options.port)?);
    let site = if options.dist { site(&dist_folder()?) } else { page(build_page()?) };
    let listener = listen(&options.host, options.port)?;
    println!("Serving the page on http://{}/ (Ctrl-C stops it)", listener.local_addr()?);
    serve(listener, site)
}

fn build_page() -> Result<PathBuf> {
    tools::provide_for_serve()?;
    bundle::build()?;
    Ok(page_folder())
}

fn dist_folder() -> Result<PathBuf> {
    let folder = root().join("dist");
    ensure!(folder.join("index.html").is_file(), "there is no dist/ yet: `cargo xtask dist` writes it");
    Ok(folder)
}

/// Serves the page in the background, on a free port, for as long as this process lives.
pub(crate) fn start() -> Result<SocketAddr> {
    start_with(page(page_folder()))
}

fn start_with(site: Router) -> Result<SocketAddr> {
    let listener = listen("127.0.0.1", 0)?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        if let Err(error) = serve(listener, site) {
            eprintln!("error: the server stopped: {error:#}");
        }
    });
    Ok(address)
}

fn page_folder() -> PathBuf {
    root().join("www")
}

fn listen(host: &str, port: u16) -> Result<TcpListener> {
    TcpListener::bind((host, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            anyhow!("port {port} of {host} is taken: choose another with `--port` (0 takes any free one)")
        }
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} of {host} is not for everyone: choose one above 1023 with `--port`")
        }
        _ => anyhow!("can't listen on port {port} of {host}: {error}"),
    })
}

fn serve(listener: TcpListener, site: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime
        .block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await })
        .context("the server stopped")
}

/// The page as it is worked on: in many small files, which the browser is told of at once.
fn page(folder: PathBuf) -> Router {
    site(&folder).layer(from_fn_with_state(folder, preload::add_links))
}

/// The files of a folder, never cached: a reload shows what was built last.
fn site(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(not_found.into_service());
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .fallback_service(files)
        .layer(header(CACHE_CONTROL, "no-store"))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

async fn not_found(uri: Uri) -> (StatusCode, String) {
    (StatusCode::NOT_FOUND, format!("There is nothing at {}. The page is at /\n", uri.path()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    fn get(address: SocketAddr, path: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_come_with_their_types_and_uncached() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("pkg")).unwrap();
        let files = [
            ("index.html", "/", "text/html"),
            ("style.css", "/style.css", "text/css"),
            ("app.js", "/app.js?v=1", "text/javascript"),
            ("icon.svg", "/icon.svg", "image/svg+xml"),
            ("pkg/module.wasm", "/pkg/module.wasm", "application/wasm"),
        ];
        for (name, ..) in files {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let address = start_with(site(folder.path())).unwrap();
        for (name, path, kind) in files {
            let answer = get(address, path);
            assert!(answer.starts_with("HTTP/1.1 200 "), "{path}: {answer}");
            assert!(answer.contains(&format!("content-type: {kind}\r\n")), "{path}: {answer}");
            assert!(answer.contains("cache-control: no-store\r\n"), "{path}: {answer}");
            assert!(answer.ends_with(name), "{path}: {answer}");
        }
    }

    #[test]
    fn compressed_copies_come_where_the_browser_takes_them() {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in [("app.js", "plain"), ("app.js.br", "small")] {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let address = start_with(site(folder.path())).unwrap();
        assert!(get(address, "/app.js").ends_with("plain"));
        let answer = get(address, "/app.js HTTP/1.1\r\nAccept-Encoding: gzip, br\r\nX-Rest:");
        assert!(answer.contains("content-encoding: br\r\n") && answer.ends_with("small"), "{answer}");
        assert!(answer.contains("content-type: text/javascript\r\n"), "{answer}");
    }

    #[test]
    fn what_is_not_in_the_folder_is_not_found() {
        let parent = tempfile::tempdir().unwrap();
        fs::create_dir(parent.path().join("site")).unwrap();
        fs::write(parent.path().join("secret.txt"), "secret").unwrap();
        let address = start_with(site(&parent.path().join("site"))).unwrap();
        for path in ["/missing.js", "/../secret.txt", "/%2e%2e/secret.txt"] {
            let answer = get(address, path);
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
            assert!(answer.contains(&format!("There is nothing at {path}.")), "{path}: {answer}");
        }
    }

    #[test]
    fn a_taken_port_is_named_with_a_way_out() {
        let taken = listen("127.0.0.1", 0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = listen("127.0.0.1", port).unwrap_err().to_string();
        assert!(message.contains(&port.to_string()) && message.contains("--port"), "{message}");
    }
}
