//! What the codecs that meshwright generates stand on: readers and writers for the binary encodings and for canonical JSON,
//! the checks that every language makes in the same order, and the refusals that they end in.
//!
//! Generated code calls the functions of [`check`], [`read`], [`mod@write`] and [`json`]; a program meets the types at the top of this crate.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod depth;
mod error;
mod json_value;
mod owned;
mod path;
mod pattern;
mod size;
mod text;
mod unknown;

pub mod check;
pub mod json;
pub mod read;
pub mod write;

pub use error::{DecodeError, EncodeError, ErrorKind};
pub use json_value::JsonValue;
pub use owned::IntoOwned;
pub use path::ErrorPath;
pub use pattern::Pattern;
pub use size::{Extent, Limit};
pub use text::{float_text, parse_socket_address};
pub use unknown::Unknown;
