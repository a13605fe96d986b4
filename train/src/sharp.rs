//! How sure the sharper reading may be of names: counted on those of our own articles that the transformer did
//! not learn. Cues, sources and contents are judged by the model of verdicts; the corpora of hedges have no article
//! to spare.

use crate::Options;
use crate::attributions::tagger;
use crate::calibrate::Counts;
use crate::entities;
use anyhow::{Context, Result, anyhow};
use sourcelight::Sharp;
use sourcelight::text::Document;
use sourcelight::training::{Memory, NAME_KINDS, NameReader, Part, Reading};
use std::fs;
use std::path::Path;

/// Every so many of our own articles is kept back; as in `train/sharp/lessons.py`.
const KEPT_BACK: usize = 10;

/// Writes the table of confidence of names for `--weights` to a file beside them.
pub(crate) fn count(options: &Options) -> Result<()> {
    let sharp = read(options)?;
    let table = names(options, &sharp)?;
    let output = path(options)?.with_extension("confidence");
    fs::write(&output, &table).with_context(|| format!("{} can't be written", output.display()))?;
    println!("{} bytes written to {}", table.len(), output.display());
    Ok(())
}

/// The weights that `--weights` names.
pub(crate) fn read(options: &Options) -> Result<Sharp> {
    let path = path(options)?;
    let bytes = fs::read(path).with_context(|| format!("{} can't be read", path.display()))?;
    Sharp::read(&bytes).map_err(|error| anyhow!("{}: {error}", path.display()))
}

fn path(options: &Options) -> Result<&Path> {
    options.weights.as_deref().context("which weights? name them with --weights")
}

fn names(options: &Options, sharp: &Sharp) -> Result<Vec<u8>> {
    let model = fs::read(entities::OUTPUT).with_context(|| format!("{} can't be read", entities::OUTPUT))?;
    let tagger = tagger(&model)?;
    let mut counts = Counts::new(NAME_KINDS.len());
    entities::each(
        options,
        |corpus| corpus.own,
        |corpus, number, article| {
            if number % KEPT_BACK == 0 {
                let document = Document::new(&article.text);
                let mut memory = Memory::default();
                let impression = sharp.look(&Reading::new(&document), &mut memory);
                let found = tagger.mark_with(&NameReader::new(&document), Some(&impression.of(Part::Names)));
                entities::count(&article.golds, corpus.unmarked, &found, &mut counts);
            }
        },
    )?;
    Ok(counts.table())
}
