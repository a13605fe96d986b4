//! A display that nobody sees, for browsers that can't do without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::process::command;

/// Xvfb, until it is dropped.
pub(crate) struct Display {
    server: Child,
    /// What `DISPLAY` must be.
    pub(crate) name: String,
}

impl Display {
    /// Starts it; the server chooses a number that is free.
    pub(crate) fn start() -> Result<Self> {
        let mut xvfb = command("Xvfb", "-displayfd 1 -screen 0 1280x900x24 -nolisten tcp".split(' '));
        let xvfb = xvfb.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = xvfb.spawn().context("Xvfb could not be started")?;
        let mut number = String::new();
        if let Some(output) = server.stdout.as_mut() {
            BufReader::new(output).read_line(&mut number).context("Xvfb does not say its display")?;
        }
        Ok(Self { server, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
