//! Byte strings: as hex, as base64, as arrays of numbers.

use super::numbers::decimal;
use super::separator;
use crate::error::EncodeError;
use crate::size::Limit;
use crate::text;
use crate::write::{Writer, size};

/// Bytes in lower-case hex.
///
/// # Errors
/// `too_long`, `out_of_range` for their size.
pub fn hex(value: &[u8], w: &mut Writer<'_>, limit: Limit) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    w.out.push(b'"');
    text::hex::encode(value, w.out);
    w.out.push(b'"');
    Ok(())
}

/// Bytes in padded base64.
///
/// # Errors
/// As [`hex`].
pub fn base64(value: &[u8], w: &mut Writer<'_>, limit: Limit) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    w.out.push(b'"');
    text::base64::encode(value, w.out);
    w.out.push(b'"');
    Ok(())
}

/// Bytes as an array of integers.
///
/// # Errors
/// As [`hex`].
pub fn ints(value: &[u8], w: &mut Writer<'_>, limit: Limit) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    w.out.push(b'[');
    for byte in value {
        separator(w);
        decimal(*byte, w);
    }
    w.out.push(b']');
    Ok(())
}

macro_rules! fixed {
    ($($name:ident $form:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// None.
        pub fn $name<const N: usize>(value: &[u8; N], w: &mut Writer<'_>) -> Result<(), EncodeError> {
            $form(value, w, Limit::ANY)
        }
    )*};
}

fixed! {
    fixed_hex hex "Exactly `N` bytes in lower-case hex.";
    fixed_base64 base64 "Exactly `N` bytes in padded base64.";
    fixed_ints ints "Exactly `N` bytes as an array of integers.";
}
