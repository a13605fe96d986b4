//! Reads the corpora: one JSON document a line, offsets in code points.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// A document with its names.
#[derive(Debug, Deserialize)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) entities: Vec<Name>,
}

/// A document.
#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    pub(crate) text: String,
}

/// A document with its attributions.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) text: String,
    pub(crate) attributions: Vec<Marks>,
}

/// The marks of one attribution; offsets are code points.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Marks {
    pub(crate) source: Vec<(usize, usize)>,
    pub(crate) cue: Vec<(usize, usize)>,
    pub(crate) content: Vec<(usize, usize)>,
    /// Not marked by a person, and perhaps none.
    #[serde(default)]
    pub(crate) unsure: bool,
}

/// A marked name; offsets are code points.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Where the name begins behind a title.
    pub(crate) core_start: Option<usize>,
}

/// The name of a corpus, by its file.
pub(crate) fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// The documents of one file.
pub(crate) fn read<D: DeserializeOwned>(data: &Path, file: &str) -> Result<Vec<D>> {
    let path = data.join(file);
    if !path.exists() {
        bail!(
            "{} is missing: give the folder of the corpora with --data, or leave this one out with --without \
             (what the sharper reading teaches is written by --only taught)",
            path.display()
        );
    }
    let lines = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    let article = |(number, line)| {
        serde_json::from_str(line).with_context(|| format!("{}, line {}", path.display(), number + 1))
    };
    lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(article).collect()
}

/// Puts so many documents of one sentence each together, as they followed each other in their article.
pub(crate) fn join(articles: Vec<Article>, count: usize) -> Vec<Article> {
    let mut joined: Vec<Article> = Vec::new();
    for (number, article) in articles.into_iter().enumerate() {
        match joined.last_mut() {
            Some(last) if number % count > 0 => {
                last.text.push('\n');
                let shift = last.text.chars().count();
                last.text.push_str(&article.text);
                last.entities.extend(article.entities.into_iter().map(|name| Name {
                    start: name.start + shift,
                    end: name.end + shift,
                    core_start: name.core_start.map(|start| start + shift),
                    ..name
                }));
            }
            _ => joined.push(article),
        }
    }
    joined
}
