//! Text and bytes: a length, then what it measures.

use std::borrow::Cow;

use super::{
    Reader, u8, u16_be, u16_le, u32_be, u32_le, u64_be, u64_le, varint_u16, varint_u32, varint_u64,
};
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::pattern::Pattern;
use crate::size::{Extent, Prefix};

/// The number before a value. Of a value without one, the bytes that are left.
#[inline]
pub(super) fn prefix(r: &mut Reader<'_>, prefix: Prefix) -> Result<u64, DecodeError> {
    match prefix {
        Prefix::U8 => u8(r).map(u64::from),
        Prefix::U16Le => u16_le(r).map(u64::from),
        Prefix::U16Be => u16_be(r).map(u64::from),
        Prefix::U32Le => u32_le(r).map(u64::from),
        Prefix::U32Be => u32_be(r).map(u64::from),
        Prefix::U64Le => u64_le(r),
        Prefix::U64Be => u64_be(r),
        Prefix::VarintU16 => varint_u16(r).map(u64::from),
        Prefix::VarintU32 => varint_u32(r).map(u64::from),
        Prefix::VarintU64 => varint_u64(r),
        Prefix::Rest => Ok(r.left() as u64),
    }
}

/// The length of a value that begins at `start`; so many bytes are left.
#[inline]
pub(super) fn byte_length(
    r: &mut Reader<'_>,
    extent: Extent,
    start: usize,
) -> Result<usize, DecodeError> {
    let length = prefix(r, extent.prefix)?;
    check::size(length, extent.limit, start)?;
    match usize::try_from(length) {
        Ok(length) if length <= r.left() => Ok(length),
        _ => Err(super::truncated(start, length, r.left())),
    }
}

/// Bytes, borrowed from the input.
///
/// # Errors
/// `truncated`, `too_long`, `out_of_range`, all at the length.
#[inline]
pub fn bytes<'a>(r: &mut Reader<'a>, extent: Extent) -> Result<Cow<'a, [u8]>, DecodeError> {
    let start = r.offset();
    slice(r, extent, start).map(Cow::Borrowed)
}

#[inline]
fn slice<'a>(r: &mut Reader<'a>, extent: Extent, start: usize) -> Result<&'a [u8], DecodeError> {
    let length = byte_length(r, extent, start)?;
    match r.take(length) {
        Some(bytes) => Ok(bytes),
        None => Err(r.truncated(length as u64)),
    }
}

/// Text, borrowed from the input.
///
/// # Errors
/// As [`bytes`], then `invalid_utf8`, at the length too.
#[inline]
pub fn text<'a>(r: &mut Reader<'a>, extent: Extent) -> Result<Cow<'a, str>, DecodeError> {
    let start = r.offset();
    let bytes = slice(r, extent, start)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => Err(DecodeError::new(
            ErrorKind::InvalidUtf8,
            start,
            format_args!("is not UTF-8: {error}"),
        )),
    }
}

/// Text that matches a pattern.
///
/// # Errors
/// As [`text`], then `out_of_range`.
#[inline]
pub fn text_matching<'a>(
    r: &mut Reader<'a>,
    extent: Extent,
    pattern: &Pattern,
) -> Result<Cow<'a, str>, DecodeError> {
    let start = r.offset();
    let text = text(r, extent)?;
    check::pattern(&text, pattern, start)?;
    Ok(text)
}
