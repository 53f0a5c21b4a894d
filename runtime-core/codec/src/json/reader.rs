//! A place in a JSON text.

use crate::depth::Depth;
use crate::error::{DecodeError, ErrorKind};
use crate::text::short::ShortNumber;

/// What is left of a JSON text, and where it stands in the whole input.
#[derive(Debug, Clone)]
pub struct JsonReader<'a> {
    text: &'a str,
    at: usize,
    /// Offset of the text in the whole input.
    base: usize,
    pub(crate) depth: Depth,
    /// The text is one value and nothing follows it, so that a number may run to its end.
    alone: bool,
}

impl<'a> JsonReader<'a> {
    /// A text that begins at `base`.
    ///
    /// # Errors
    /// `invalid_utf8` at the first ill-formed sequence.
    pub(crate) fn within(input: &'a [u8], base: usize, depth: Depth) -> Result<Self, DecodeError> {
        match std::str::from_utf8(input) {
            Ok(text) => Ok(Self {
                text,
                at: 0,
                base,
                depth,
                alone: false,
            }),
            Err(error) => Err(DecodeError::new(
                ErrorKind::InvalidUtf8,
                base + error.valid_up_to(),
                format_args!("is not UTF-8"),
            )),
        }
    }

    /// A text that is one value by itself.
    pub(crate) fn alone(text: &'a str, depth: Depth) -> Self {
        Self {
            text,
            at: 0,
            base: 0,
            depth,
            alone: true,
        }
    }

    /// Where the next byte stands in the whole input.
    #[inline]
    #[must_use]
    pub fn offset(&self) -> usize {
        self.base + self.at
    }

    #[inline]
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The number that begins here, if it is a short one in its one spelling.
    #[inline]
    pub(super) fn short_number(&self) -> Option<ShortNumber> {
        ShortNumber::at_start(&self.text.as_bytes()[self.at..])
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over bytes that were looked at.
    #[inline]
    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Steps over `text` if it is what follows.
    #[inline]
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(text.as_bytes());
        if found {
            self.at += text.len();
        }
        found
    }

    /// Steps over the one byte that must follow here.
    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), DecodeError> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.unexpected(format_args!("{}", char::from(byte))))
    }

    /// Of the run of bytes that satisfy `belongs` from here on, the length. None: it runs to the end of the input, and more might have followed.
    pub(super) fn run_length(&self, belongs: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let end = rest.iter().position(|byte| !belongs(*byte));
        end.or(self.alone.then_some(rest.len()))
    }

    /// The text from a place that was passed.
    #[inline]
    pub(super) fn since(&self, offset: usize) -> &'a str {
        &self.text[offset - self.base..self.at]
    }

    /// The same reader, at a place that was passed.
    pub(super) fn back_at(&self, offset: usize) -> Self {
        Self {
            at: offset - self.base,
            ..self.clone()
        }
    }

    /// Steps over the rest of a member that was read before, colon, value and comma; it is known to be well-formed.
    pub(super) fn skip_member(&mut self) {
        let (mut level, mut quoted, mut escaped) = (0usize, false, false);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = quoted,
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'{' | b'[' => level += 1,
                b'}' | b']' => level = level.saturating_sub(1),
                b',' if level == 0 => return,
                _ => {}
            }
        }
    }

    /// The refusal of what stands where something else must.
    #[cold]
    pub(super) fn unexpected(&self, expected: std::fmt::Arguments<'_>) -> DecodeError {
        let (kind, found) = match self.peek() {
            None => (ErrorKind::Truncated, "the end".to_owned()),
            Some(b' ' | b'\t' | b'\r' | b'\n') => {
                (ErrorKind::NonCanonical, "white space".to_owned())
            }
            Some(_) => (
                ErrorKind::Malformed,
                format!("{:?}", self.rest().chars().next().unwrap_or_default()),
            ),
        };
        DecodeError::new(
            kind,
            self.offset(),
            format_args!("has {found} where {expected} belongs"),
        )
    }

    /// The refusal of a token that is cut off by the end of the input.
    #[cold]
    pub(super) fn unfinished(&self, start: usize) -> DecodeError {
        DecodeError::new(
            ErrorKind::Truncated,
            start,
            format_args!("ends inside a token"),
        )
    }

    pub(crate) fn finish(&self) -> Result<(), DecodeError> {
        if self.at == self.text.len() {
            return Ok(());
        }
        Err(DecodeError::new(
            ErrorKind::TrailingBytes,
            self.offset(),
            format_args!("is complete, but more follows"),
        ))
    }
}
