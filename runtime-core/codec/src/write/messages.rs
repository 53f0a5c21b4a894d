//! Whole messages, and windows inside them.

use super::sized::{size, write_prefix};
use super::{Writer, too_deep};
use crate::Unknown;
use crate::depth::Depth;
use crate::error::{EncodeError, ErrorKind};
use crate::size::Extent;

/// Appends a message to `out`, which a refusal leaves as it was.
///
/// # Errors
/// As `write` refuses.
#[inline]
pub fn message(
    out: &mut Vec<u8>,
    write: impl FnOnce(&mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    let start = out.len();
    let result = write(&mut Writer {
        out,
        depth: Depth::default(),
    });
    if result.is_err() {
        out.truncate(start);
    }
    result
}

/// Appends a message of at most `max` bytes to `out`, which a refusal leaves as it was.
///
/// # Errors
/// As `write` refuses, then `too_long`.
#[inline]
pub fn bounded_message(
    out: &mut Vec<u8>,
    max: usize,
    write: impl FnOnce(&mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    message(out, |w| {
        let start = w.out.len();
        write(w)?;
        let length = w.out.len() - start;
        if length > max {
            return Err(EncodeError::new(
                ErrorKind::TooLong,
                format_args!("has {length} bytes, at most {max} are allowed"),
            ));
        }
        Ok(())
    })
}

/// A length, then what `content` writes.
///
/// # Errors
/// As `content` refuses, then as its length is refused.
#[inline]
pub fn window<T: ?Sized>(
    value: &T,
    w: &mut Writer<'_>,
    extent: Extent,
    content: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    let start = w.out.len();
    content(value, w)?;
    let end = w.out.len();
    let length = (end - start) as u64;
    size(length, extent.limit)?;
    // The length is known only now: it is written behind the content and turned to the front.
    write_prefix(w, extent.prefix, length);
    let prefix = w.out.len() - end;
    w.out[start..].rotate_right(prefix);
    Ok(())
}

/// What an open structure does not know, as it is.
#[inline]
pub fn remaining(unknown: &Unknown<'_>, w: &mut Writer<'_>) {
    w.raw(unknown.as_bytes());
}

/// A value of a type that contains itself.
///
/// # Errors
/// `too_deep` at level 65; otherwise as `write` refuses.
#[inline]
pub fn nested<T: ?Sized>(
    value: &T,
    w: &mut Writer<'_>,
    write: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    w.depth = w.depth.deeper().ok_or_else(too_deep)?;
    write(value, w)?;
    w.depth = w.depth.shallower();
    Ok(())
}
