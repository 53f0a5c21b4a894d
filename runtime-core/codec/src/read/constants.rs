//! Constants and reserved bytes that stand by themselves.

use std::fmt::Display;

use super::Reader;
use crate::check;
use crate::error::DecodeError;

/// An integer that is always the same.
///
/// # Errors
/// As `read` refuses, then `bad_constant`.
#[inline]
pub fn constant<'a, T: PartialEq + Display>(
    r: &mut Reader<'a>,
    expected: T,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<(), DecodeError> {
    let at = r.offset();
    let found = read(r)?;
    check::constant(found, expected, at)
}
