//! Values that may be absent, and values behind a pointer.

use super::{Reader, bool};
use crate::error::DecodeError;

/// A byte 0, or a byte 1 and the value.
///
/// # Errors
/// `truncated` or `non_canonical` for the byte, then as `read` refuses.
#[inline]
pub fn optional<'a, T>(
    r: &mut Reader<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    if bool(r)? {
        read(r).map(Some)
    } else {
        Ok(None)
    }
}

/// Of a reading function, the one whose values stand behind a pointer.
pub fn boxed<R, T>(
    read: impl Fn(&mut R) -> Result<T, DecodeError>,
) -> impl Fn(&mut R) -> Result<Box<T>, DecodeError> {
    move |r| read(r).map(Box::new)
}
