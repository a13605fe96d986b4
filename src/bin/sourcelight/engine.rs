//! Which engine reads the articles.

use crate::args::{EngineKind, Reading};
use sourcelight::{Analysis, Options, Sharp};
use std::path::PathBuf;
use std::{env, fs};

/// The name of the file of weights beside the program.
const WEIGHTS: &str = "sourcelight.sharp";

/// What reads articles: with weights of the sharper reading, or without.
#[derive(Debug)]
pub(crate) struct Engine(Option<Sharp>);

impl Engine {
    /// The engine that was asked for.
    ///
    /// # Errors
    /// Where its weights can't be read: what is wrong, and what to do.
    pub(crate) fn load(reading: &Reading) -> Result<Self, String> {
        if reading.engine == EngineKind::Instant {
            return Ok(Self(None));
        }
        let path = reading.model.clone().or_else(beside_program).unwrap_or_else(|| PathBuf::from(WEIGHTS));
        let name = path.display();
        let bytes = fs::read(&path).map_err(|error| {
            format!("{name}: {error}; give the weights of the sharper reading with --model")
        })?;
        let sharp = Sharp::read(&bytes).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self(Some(sharp)))
    }

    pub(crate) fn analyze(&self, text: &str, options: Options) -> Analysis {
        match &self.0 {
            Some(sharp) => sourcelight::analyze_sharply(text, options, sharp),
            None => sourcelight::analyze_with(text, options),
        }
    }
}

fn beside_program() -> Option<PathBuf> {
    Some(env::current_exe().ok()?.with_file_name(WEIGHTS))
}
