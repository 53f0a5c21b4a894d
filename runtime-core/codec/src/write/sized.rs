//! Text and bytes: a length, then what it measures.

use super::{Writer, varint_u64};
use crate::error::{EncodeError, ErrorKind};
use crate::pattern::Pattern;
use crate::size::{Extent, Limit, Prefix};

/// The number before a value; its bounds have kept it inside the prefix's type.
#[inline]
pub(super) fn write_prefix(w: &mut Writer<'_>, prefix: Prefix, number: u64) {
    let le = number.to_le_bytes();
    let be = number.to_be_bytes();
    match prefix {
        Prefix::U8 => w.raw(&le[..1]),
        Prefix::U16Le => w.raw(&le[..2]),
        Prefix::U16Be => w.raw(&be[6..]),
        Prefix::U32Le => w.raw(&le[..4]),
        Prefix::U32Be => w.raw(&be[4..]),
        Prefix::U64Le => w.raw(&le),
        Prefix::U64Be => w.raw(&be),
        Prefix::VarintU16 | Prefix::VarintU32 | Prefix::VarintU64 => varint(w, number),
        Prefix::Rest => {}
    }
}

#[inline]
fn varint(w: &mut Writer<'_>, number: u64) {
    let Ok(()) = varint_u64(&number, w) else {
        unreachable!("every number has a varint")
    };
}

/// The size of a value that is about to be written, and its prefix.
#[inline]
pub(super) fn sized(w: &mut Writer<'_>, extent: Extent, length: usize) -> Result<(), EncodeError> {
    size(length as u64, extent.limit)?;
    write_prefix(w, extent.prefix, length as u64);
    Ok(())
}

/// Bounds of a size, in bytes or elements.
#[inline]
pub(crate) fn size(size: u64, limit: Limit) -> Result<(), EncodeError> {
    if limit.min <= size && size <= limit.max {
        return Ok(());
    }
    Err(wrong_size(size, limit))
}

#[cold]
fn wrong_size(size: u64, limit: Limit) -> EncodeError {
    let Limit { min, max } = limit;
    if size > max {
        EncodeError::new(
            ErrorKind::TooLong,
            format_args!("has a size of {size}, at most {max} is allowed"),
        )
    } else {
        EncodeError::new(
            ErrorKind::OutOfRange,
            format_args!("has a size of {size}, at least {min} is needed"),
        )
    }
}

/// A text's pattern.
#[inline]
pub(crate) fn pattern(text: &str, pattern: &Pattern) -> Result<(), EncodeError> {
    if pattern.matches(text) {
        return Ok(());
    }
    Err(EncodeError::new(
        ErrorKind::OutOfRange,
        format_args!("does not match {}", pattern.source),
    ))
}

/// Bytes.
///
/// # Errors
/// `too_long`, `out_of_range`.
#[inline]
pub fn bytes(value: &[u8], w: &mut Writer<'_>, extent: Extent) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    w.raw(value);
    Ok(())
}

/// Text.
///
/// # Errors
/// As [`bytes`].
#[inline]
pub fn text(value: &str, w: &mut Writer<'_>, extent: Extent) -> Result<(), EncodeError> {
    bytes(value.as_bytes(), w, extent)
}

/// Text that matches a pattern.
///
/// # Errors
/// As [`bytes`], then `out_of_range`.
#[inline]
pub fn text_matching(
    value: &str,
    w: &mut Writer<'_>,
    extent: Extent,
    expression: &Pattern,
) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    pattern(value, expression)?;
    w.raw(value.as_bytes());
    Ok(())
}
