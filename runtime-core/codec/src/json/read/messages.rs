//! Whole messages.

use crate::depth::Depth;
use crate::error::DecodeError;
use crate::json::JsonReader;
use crate::read::{bound, too_deep};

/// A message that is the whole of `input`.
///
/// # Errors
/// `invalid_utf8` for the input; as `read` refuses; `trailing_bytes` for what it leaves.
#[inline]
pub fn message<'a, T>(
    input: &'a [u8],
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let mut reader = JsonReader::within(input, 0, Depth::default())?;
    let value = read(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

/// A message of at most `max` bytes that is the whole of `input`.
///
/// # Errors
/// `too_long` before anything else; otherwise as [`message`].
#[inline]
pub fn bounded_message<'a, T>(
    input: &'a [u8],
    max: usize,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    bound(input, max)?;
    message(input, read)
}

/// A value of a type that contains itself.
///
/// # Errors
/// `too_deep` at level 65, before the value is read; otherwise as `read` refuses.
#[inline]
pub fn nested<'a, T>(
    j: &mut JsonReader<'a>,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let Some(deeper) = j.depth.deeper() else {
        return Err(too_deep(j.offset()));
    };
    j.depth = deeper;
    let value = read(j)?;
    j.depth = j.depth.shallower();
    Ok(value)
}
