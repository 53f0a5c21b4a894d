//! Free JSON.

use std::borrow::Cow;
use std::fmt;

use crate::depth::Depth;
use crate::error::DecodeError;
use crate::json::{JsonReader, free_value};
use crate::owned::IntoOwned;

/// Any JSON value, as its text: member order and the spelling of numbers stay. It has no white space, no key twice in one object, each string
/// in its one spelling, and at most 64 levels of arrays and objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonValue<'a> {
    text: Cow<'a, str>,
    levels: Depth,
}

impl<'a> JsonValue<'a> {
    /// Takes a text that is one JSON value.
    ///
    /// # Errors
    /// What a decoder would say of the text: `malformed`, `truncated`, `trailing_bytes`, `non_canonical`, `duplicate_key`, `too_deep`.
    pub fn parse(text: impl Into<Cow<'a, str>>) -> Result<Self, DecodeError> {
        let text = text.into();
        let mut reader = JsonReader::alone(&text, Depth::default());
        let levels = free_value(&mut reader)?;
        reader.finish()?;
        Ok(Self { text, levels })
    }

    /// A text that was read as a value of so many levels.
    pub(crate) fn checked(text: &'a str, levels: Depth) -> Self {
        Self {
            text: Cow::Borrowed(text),
            levels,
        }
    }

    pub(crate) fn levels(&self) -> Depth {
        self.levels
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for JsonValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl IntoOwned for JsonValue<'_> {
    type Owned = JsonValue<'static>;

    fn into_owned(self) -> JsonValue<'static> {
        JsonValue {
            text: IntoOwned::into_owned(self.text),
            levels: self.levels,
        }
    }
}
