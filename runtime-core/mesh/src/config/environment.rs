//! The third layer: environment variables.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use super::layer::Layer;
use super::{ConfigError, MeshConfig};
use crate::secret::Secret;

/// What the names of all variables of a node begin with; the rest is a key of the configuration file in upper case.
pub const PREFIX: &str = "MESHWRIGHT_NODE_";

/// The one variable that no file has a key for: the pre-shared key itself.
const PSK: &str = "PSK";

impl MeshConfig {
    /// With what the environment sets: `MESHWRIGHT_NODE_LISTEN`, and so on. Values are written as in a file, where texts need no quotes. A
    /// variable with the prefix and an unknown name is an error.
    pub fn with_environment(self) -> Result<Self, ConfigError> {
        self.with_variables(env::vars_os())
    }

    /// As [`with_environment`](Self::with_environment), of these variables.
    pub fn with_variables(
        self,
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, ConfigError> {
        let mut ours: Vec<(String, OsString)> = variables
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_str()?.strip_prefix(PREFIX)?.into(), value)))
            .collect();
        // So that the same environment has the same outcome.
        ours.sort();
        ours.into_iter()
            .try_fold(self, |config, (name, value)| config.with(&name, value))
    }

    fn with(mut self, name: &str, value: OsString) -> Result<Self, ConfigError> {
        let wrong = |message: String| ConfigError::Environment {
            name: format!("{PREFIX}{name}"),
            message,
        };
        let value = value
            .into_string()
            .map_err(|_| wrong("the value is not UTF-8".into()))?;
        if name == PSK {
            let psk = Secret::from_hex(value.trim()).map_err(|error| wrong(error.to_string()))?;
            self.psk = Some(psk);
            return Ok(self);
        }
        let key = name.to_ascii_lowercase();
        let layer = layer_of(&key, &value).map_err(|error| wrong(error.message().to_owned()))?;
        layer.over(self, Path::new(""))
    }
}

/// Numbers and lists are TOML, and everything else is a text.
fn layer_of(key: &str, value: &str) -> Result<Layer, toml::de::Error> {
    let layer = |value: toml::Value| toml::Table::from_iter([(key.to_owned(), value)]).try_into();
    if let Ok(written) = value.parse::<toml::Value>()
        && let Ok(layer) = layer(written)
    {
        return Ok(layer);
    }
    layer(toml::Value::String(value.to_owned()))
}
