//! What an open structure does not know.

use std::borrow::Cow;

use crate::owned::IntoOwned;

/// What a newer generation of an open structure has added, kept so that it can be written again: in binary encodings the bytes
/// after the known fields, in JSON the text of the unknown members, joined by commas.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Unknown<'a>(Cow<'a, [u8]>);

impl<'a> Unknown<'a> {
    /// Nothing unknown.
    pub const NONE: Self = Self(Cow::Borrowed(&[]));

    /// Takes the bytes as they are; an encoder of JSON checks that they are members.
    #[must_use]
    pub fn new(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self(bytes.into())
    }

    /// The bytes, or the members' text in UTF-8.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether there is nothing unknown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoOwned for Unknown<'_> {
    type Owned = Unknown<'static>;

    fn into_owned(self) -> Unknown<'static> {
        Unknown(IntoOwned::into_owned(self.0))
    }
}
