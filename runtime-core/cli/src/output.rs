//! Lines for people, or objects for programs.

use std::fmt::Display;
use std::io::{self, Write};

use serde_json::Value;

pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// One line to standard output, seen at once by whoever reads it.
    pub fn say(&self, plain: impl Display, json: &Value) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if self.json {
            writeln!(out, "{json}")?;
        } else {
            writeln!(out, "{plain}")?;
        }
        out.flush()
    }

    /// A line for people only.
    pub fn explain(&self, plain: impl Display) -> io::Result<()> {
        if self.json {
            return Ok(());
        }
        writeln!(io::stdout().lock(), "{plain}")
    }

    /// To standard error, beside what the command writes.
    pub fn note(&self, plain: impl Display, json: &Value) -> io::Result<()> {
        let mut out = io::stderr().lock();
        if self.json {
            writeln!(out, "{json}")
        } else {
            writeln!(out, "{plain}")
        }
    }

    pub fn error(&self, plain: impl Display, json: &Value) {
        // Who does not read errors cannot be told so.
        let _ = self.note(format_args!("mw: {plain}"), json);
    }
}
