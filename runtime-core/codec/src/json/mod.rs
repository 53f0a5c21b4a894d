//! Canonical JSON: one text a value, no white space, members in order.

mod free;
mod plain;
mod reader;

pub mod read;
pub mod write;

pub(crate) use free::value as free_value;
pub use reader::JsonReader;
