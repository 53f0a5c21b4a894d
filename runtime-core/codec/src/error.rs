//! Refusals. A success path carries one pointer for them; everything else is made when something is refused.

use std::fmt;

use crate::path::Located;

/// Why an input or a value is refused; the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input, or a window in it, ends too early.
    Truncated,
    /// Bytes are left after the value.
    TrailingBytes,
    /// A constant has another value.
    BadConstant,
    /// A number, size or text is outside its bounds.
    OutOfRange,
    /// Text is not UTF-8.
    InvalidUtf8,
    /// A number or name that no variant has.
    UnknownVariant,
    /// A bit or name that no flag has.
    UnknownFlag,
    /// The value is written in another than its one canonical way.
    NonCanonical,
    /// A key stands twice.
    DuplicateKey,
    /// A size is above its maximum.
    TooLong,
    /// Values are nested deeper than 64 levels.
    TooDeep,
    /// Not JSON, or JSON of the wrong type.
    Malformed,
    /// A required member is absent.
    MissingField,
    /// A member that the type does not have.
    UnknownField,
}

impl ErrorKind {
    /// The kind's name in the rules that all languages share, such as `trailing_bytes`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Truncated => "truncated",
            Self::TrailingBytes => "trailing_bytes",
            Self::BadConstant => "bad_constant",
            Self::OutOfRange => "out_of_range",
            Self::InvalidUtf8 => "invalid_utf8",
            Self::UnknownVariant => "unknown_variant",
            Self::UnknownFlag => "unknown_flag",
            Self::NonCanonical => "non_canonical",
            Self::DuplicateKey => "duplicate_key",
            Self::TooLong => "too_long",
            Self::TooDeep => "too_deep",
            Self::Malformed => "malformed",
            Self::MissingField => "missing_field",
            Self::UnknownField => "unknown_field",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Refusal {
    kind: ErrorKind,
    path: String,
    reason: String,
    message_type: &'static str,
}

impl Refusal {
    fn new(kind: ErrorKind, reason: fmt::Arguments<'_>) -> Self {
        Self {
            kind,
            path: String::new(),
            reason: reason.to_string(),
            message_type: "",
        }
    }

    fn message(&self) -> String {
        let dot =
            if self.path.is_empty() || self.path.starts_with('[') || self.message_type.is_empty() {
                ""
            } else {
                "."
            };
        let subject = format!("{}{dot}{}", self.message_type, self.path);
        let space = if subject.is_empty() { "" } else { " " };
        format!("{subject}{space}{}", self.reason)
    }

    fn prepend(&mut self, step: &str) {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, step);
    }
}

/// An input that no value has, and where it goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<DecodeRefusal>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct DecodeRefusal {
    offset: usize,
    refusal: Refusal,
}

impl DecodeError {
    /// A refusal of the value that begins at `offset`. The reason continues a sentence that begins with the path.
    #[cold]
    #[must_use]
    pub fn new(kind: ErrorKind, offset: usize, reason: fmt::Arguments<'_>) -> Self {
        Self(Box::new(DecodeRefusal {
            offset,
            refusal: Refusal::new(kind, reason),
        }))
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.refusal.kind
    }

    /// The first byte of the value at fault, counted from the start of the whole input.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Spec field names joined by dots, such as `headers[2].name`; empty at the root.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.refusal.path
    }

    /// For people, such as `WindowGrant.ackSeq needs 8 bytes, 7 are left`.
    #[must_use]
    pub fn message(&self) -> String {
        self.0.refusal.message()
    }

    /// The same refusal of a value that begins earlier and includes the one at fault.
    pub(crate) fn moved_to(mut self, offset: usize) -> Self {
        self.0.offset = offset;
        self
    }

    /// What an encoder says that meets the same fault in a value.
    pub(crate) fn without_offset(self) -> EncodeError {
        EncodeError(Box::new(self.0.refusal))
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at byte {}: {}",
            self.kind(),
            self.offset(),
            self.message()
        )
    }
}

impl std::error::Error for DecodeError {}

/// A value that has no encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeError(Box<Refusal>);

impl EncodeError {
    /// The reason continues a sentence that begins with the path.
    #[cold]
    #[must_use]
    pub fn new(kind: ErrorKind, reason: fmt::Arguments<'_>) -> Self {
        Self(Box::new(Refusal::new(kind, reason)))
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Spec field names joined by dots, such as `headers[2].name`; empty at the root.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// For people, such as `RpcRequest.service has 0 bytes, at least 1 is needed`.
    #[must_use]
    pub fn message(&self) -> String {
        self.0.message()
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind(), self.message())
    }
}

impl std::error::Error for EncodeError {}

impl Located for DecodeError {
    #[cold]
    fn inside(mut self, step: &str) -> Self {
        self.0.refusal.prepend(step);
        self
    }

    #[cold]
    fn of_message(mut self, name: &'static str) -> Self {
        self.0.refusal.message_type = name;
        self
    }
}

impl Located for EncodeError {
    #[cold]
    fn inside(mut self, step: &str) -> Self {
        self.0.prepend(step);
        self
    }

    #[cold]
    fn of_message(mut self, name: &'static str) -> Self {
        self.0.message_type = name;
        self
    }
}
