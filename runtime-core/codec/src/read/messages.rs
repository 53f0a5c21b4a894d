//! Whole messages, and windows inside them.

use std::borrow::Cow;

use super::Reader;
use super::sized::byte_length;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::{Extent, Unknown};

/// A message that is the whole of `input`.
///
/// # Errors
/// As `read` refuses; `trailing_bytes` for what it leaves.
#[inline]
pub fn message<'a, T>(
    input: &'a [u8],
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let mut reader = Reader::new(input);
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
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    bound(input, max)?;
    message(input, read)
}

/// Refuses an input that is longer than its message may be.
#[inline]
pub(crate) fn bound(input: &[u8], max: usize) -> Result<(), DecodeError> {
    if input.len() > max {
        let length = input.len();
        return Err(DecodeError::new(
            ErrorKind::TooLong,
            0,
            format_args!("has {length} bytes, at most {max} are allowed"),
        ));
    }
    Ok(())
}

/// A length, then a window that holds exactly one value.
///
/// # Errors
/// As a length is refused, then as `content` refuses, then `trailing_bytes`.
#[inline]
pub fn window<'a, T>(
    r: &mut Reader<'a>,
    extent: Extent,
    content: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let mut inner = open(r, extent)?;
    let value = content(&mut inner)?;
    inner.finish()?;
    Ok(value)
}

/// A length, then a window that holds exactly one JSON text.
///
/// # Errors
/// As a length is refused; then `invalid_utf8`; then as `content` refuses; then `trailing_bytes`.
#[inline]
pub fn json_window<'a, T>(
    r: &mut Reader<'a>,
    extent: Extent,
    content: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let inner = open(r, extent)?;
    let mut json = JsonReader::within(inner.rest, inner.offset(), inner.depth)?;
    let value = content(&mut json)?;
    json.finish()?;
    Ok(value)
}

#[inline]
fn open<'a>(r: &mut Reader<'a>, extent: Extent) -> Result<Reader<'a>, DecodeError> {
    let start = r.offset();
    let length = byte_length(r, extent, start)?;
    match r.take_window(length) {
        Some(inner) => Ok(inner),
        None => Err(r.truncated(length as u64)),
    }
}

/// What an open structure does not know: the rest of its window.
#[inline]
pub fn remaining<'a>(r: &mut Reader<'a>) -> Unknown<'a> {
    Unknown::new(Cow::Borrowed(std::mem::take(&mut r.rest)))
}

/// A value that stands at the end of its window or is absent.
///
/// # Errors
/// As `read` refuses.
#[inline]
pub fn rest_or_none<'a, T>(
    r: &mut Reader<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    if r.rest.is_empty() {
        return Ok(None);
    }
    read(r).map(Some)
}

/// A value of a type that contains itself.
///
/// # Errors
/// `too_deep` at level 65, before the value is read; otherwise as `read` refuses.
#[inline]
pub fn nested<'a, T>(
    r: &mut Reader<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let Some(deeper) = r.depth.deeper() else {
        return Err(too_deep(r.offset()));
    };
    r.depth = deeper;
    let value = read(r)?;
    r.depth = r.depth.shallower();
    Ok(value)
}

#[cold]
pub(crate) fn too_deep(offset: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::TooDeep,
        offset,
        format_args!("is nested deeper than 64 levels"),
    )
}
