//! Values that may be absent, and values behind a pointer.

use super::Writer;
use crate::error::{EncodeError, ErrorKind};

/// A byte 0, or a byte 1 and the value.
///
/// # Errors
/// As `write` refuses.
#[inline]
pub fn optional<T>(
    value: &Option<T>,
    w: &mut Writer<'_>,
    write: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match value {
        None => {
            w.out.push(0);
            Ok(())
        }
        Some(value) => {
            w.out.push(1);
            write(value, w)
        }
    }
}

/// One of the values at the end of a window that may be absent.
///
/// # Errors
/// As `write` refuses.
#[inline]
pub fn trailing<T>(
    value: &Option<T>,
    w: &mut Writer<'_>,
    write: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match value {
        None => Ok(()),
        Some(value) => write(value, w),
    }
}

/// A value at the end of a window is absent although `later` ones are there.
///
/// # Errors
/// `missing_field` in that case.
#[inline]
pub fn no_gap(present: bool, later: bool) -> Result<(), EncodeError> {
    if later && !present {
        return Err(EncodeError::new(
            ErrorKind::MissingField,
            format_args!("is absent, but a later one is there"),
        ));
    }
    Ok(())
}

/// Of a writing function, the one whose values stand behind a pointer.
pub fn boxed<T>(
    write: impl Fn(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> impl Fn(&Box<T>, &mut Writer<'_>) -> Result<(), EncodeError> {
    move |value, w| write(value, w)
}
