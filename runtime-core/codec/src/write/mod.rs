//! Writing the binary encodings.
//!
//! A function here takes a value and the writer, and refuses what the matching function of [`read`](crate::read) would. Fixed-size values are
//! collected in a run, an array on the stack, and appended at once.

mod collections;
mod messages;
mod optional;
mod points;
mod runs;
mod scalars;
mod sized;
mod varints;

pub use collections::{array, list, list_of_runs, list_of_values, map};
pub use messages::{bounded_message, message, nested, remaining, window};
pub use optional::{boxed, no_gap, optional, trailing};
pub use points::{duration, socket_address};
pub use runs::{array_at, part_mut, put, run, values_at};
pub use scalars::*;
pub use sized::{bytes, text, text_matching};
pub use varints::*;

pub(crate) use points::plain;
pub(crate) use sized::{pattern, size};

use crate::depth::Depth;
use crate::error::{EncodeError, ErrorKind};

/// The bytes that a message is appended to.
#[derive(Debug)]
pub struct Writer<'v> {
    pub(crate) out: &'v mut Vec<u8>,
    pub(crate) depth: Depth,
}

impl Writer<'_> {
    /// Appends bytes as they are.
    #[inline]
    pub fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }
}

#[cold]
pub(crate) fn too_deep() -> EncodeError {
    EncodeError::new(
        ErrorKind::TooDeep,
        format_args!("is nested deeper than 64 levels"),
    )
}
