//! The second layer: a TOML file.

use std::fs;
use std::path::Path;

use super::layer::Layer;
use super::{ConfigError, MeshConfig};

impl MeshConfig {
    /// With what the TOML file at `path` sets. Paths in it are relative to its folder. Keys that are unknown are errors, since they are
    /// mostly misspelt; secrets stand in files of their own.
    pub fn with_file(self, path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        let path = path.as_ref();
        let text = fs::read_to_string(path).map_err(|error| ConfigError::Unreadable {
            path: path.into(),
            error,
        })?;
        let layer: Layer = toml::from_str(&text).map_err(|error| ConfigError::File {
            path: path.into(),
            // Not the line itself: a key may stand where none belongs.
            message: match error.span() {
                Some(span) => format!("line {}: {}", line_of(&text, span.start), error.message()),
                None => error.message().to_owned(),
            },
        })?;
        layer.over(self, path.parent().unwrap_or(Path::new("")))
    }
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
