//! Reading the binary encodings.
//!
//! A function here reads one value and makes all of its checks before it returns, in the order in which every language makes them. What has a
//! fixed size is read in runs ([`run`]): one look at how much is left, then loads that cannot fail.

mod collections;
mod constants;
mod messages;
mod optional;
mod points;
mod runs;
mod scalars;
mod sized;
mod varints;

pub use collections::{array, list, list_of_runs, list_of_values, map};
pub use constants::constant;
pub use messages::{
    bounded_message, json_window, message, nested, remaining, rest_or_none, window,
};
pub use optional::{boxed, optional};
pub use points::{duration, socket_address};
pub use runs::{Shape, Slot, array_at, part, run, values_at};
pub use scalars::*;
pub use sized::{bytes, text, text_matching};
pub use varints::*;

pub(crate) use collections::ascending;
pub(crate) use messages::{bound, too_deep};
pub(crate) use points::MOST_NANOS;

use crate::depth::Depth;
use crate::error::{DecodeError, ErrorKind};

/// What is left of a window, and where it stands in the whole input.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    /// Offset of the window's end, from the start of the whole input.
    end: usize,
    depth: Depth,
}

impl<'a> Reader<'a> {
    #[inline]
    pub(crate) fn new(input: &'a [u8]) -> Self {
        Self {
            rest: input,
            end: input.len(),
            depth: Depth::default(),
        }
    }

    /// Where the next byte stands in the whole input.
    #[inline]
    #[must_use]
    pub fn offset(&self) -> usize {
        self.end - self.rest.len()
    }

    /// Bytes that are left in the window.
    #[inline]
    #[must_use]
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    #[inline]
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    #[inline]
    fn take_array<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(taken)
    }

    /// A window over the next `count` bytes.
    #[inline]
    fn take_window(&mut self, count: usize) -> Option<Self> {
        let rest = self.take(count)?;
        Some(Self {
            rest,
            end: self.offset(),
            depth: self.depth,
        })
    }

    /// The refusal of a value that begins here and needs more than is left.
    #[cold]
    fn truncated(&self, need: u64) -> DecodeError {
        truncated(self.offset(), need, self.left())
    }

    #[inline]
    fn finish(&self) -> Result<(), DecodeError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(self.trailing())
    }

    #[cold]
    fn trailing(&self) -> DecodeError {
        let left = self.left();
        DecodeError::new(
            ErrorKind::TrailingBytes,
            self.offset(),
            format_args!(
                "is complete, but {left} {} left",
                plural(left, "byte is", "bytes are")
            ),
        )
    }
}

#[cold]
fn truncated(offset: usize, need: u64, left: usize) -> DecodeError {
    let bytes = plural(need, "byte", "bytes");
    let are = plural(left, "is", "are");
    DecodeError::new(
        ErrorKind::Truncated,
        offset,
        format_args!("needs {need} {bytes}, {left} {are} left"),
    )
}

fn plural<'w, N: PartialEq + From<bool>>(count: N, one: &'w str, many: &'w str) -> &'w str {
    if count == N::from(true) { one } else { many }
}
