//! Enums and flags, by the names of their members.

use super::numbers::{Integer, decimal};
use super::separator;
use super::strings::quoted;
use crate::error::EncodeError;
use crate::json::read::Bits;
use crate::write::Writer;

/// The name of an enum's member.
///
/// # Errors
/// None.
#[inline]
pub fn variant(name: &str, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    quoted(name, w);
    Ok(())
}

/// The name of an open enum's member, or a number that has none.
///
/// # Errors
/// None.
#[inline]
pub fn open_variant(
    name: Option<&str>,
    number: impl Integer,
    w: &mut Writer<'_>,
) -> Result<(), EncodeError> {
    match name {
        Some(name) => variant(name, w),
        None => {
            decimal(number, w);
            Ok(())
        }
    }
}

/// The names of a set of flags, which `named` lists with their bits.
///
/// # Errors
/// None.
pub fn flags<B: Bits>(bits: B, w: &mut Writer<'_>, named: &[(&str, B)]) -> Result<(), EncodeError> {
    w.out.push(b'[');
    for (name, bit) in named {
        if bits & *bit != B::default() {
            separator(w);
            variant(name, w)?;
        }
    }
    w.out.push(b']');
    Ok(())
}
