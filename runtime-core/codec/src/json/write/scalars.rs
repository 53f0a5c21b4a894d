//! Small values: bools, null, free JSON.

use crate::JsonValue;
use crate::error::EncodeError;
use crate::write::{Writer, too_deep};

/// `true` or `false`.
///
/// # Errors
/// None.
#[inline]
pub fn bool(value: &bool, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    w.raw(if *value { b"true" } else { b"false" });
    Ok(())
}

/// `null`, or a value.
///
/// # Errors
/// As `write` refuses.
#[inline]
pub fn nullable<T>(
    value: &Option<T>,
    w: &mut Writer<'_>,
    write: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    match value {
        None => {
            w.raw(b"null");
            Ok(())
        }
        Some(value) => write(value, w),
    }
}

/// Any JSON value, as its text.
///
/// # Errors
/// `too_deep`.
pub fn value(value: &JsonValue<'_>, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    if !w.depth.has_room_for(value.levels()) {
        return Err(too_deep());
    }
    w.raw(value.as_str().as_bytes());
    Ok(())
}
