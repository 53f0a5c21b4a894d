//! Integers, floats, bools and byte strings of fixed width.

use std::fmt::Display;

use super::Writer;
use crate::check;
use crate::error::{EncodeError, ErrorKind};

macro_rules! fixed_width {
    ($($name:ident $int:ident $to:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// None.
        #[inline]
        pub fn $name(value: &$int, w: &mut Writer<'_>) -> Result<(), EncodeError> {
            w.raw(&value.$to());
            Ok(())
        }
    )*};
}

fixed_width! {
    u8 u8 to_le_bytes "One byte.";
    i8 i8 to_le_bytes "One byte, two's complement.";
    u16_le u16 to_le_bytes "2 bytes, little-endian.";
    u16_be u16 to_be_bytes "2 bytes, big-endian.";
    u32_le u32 to_le_bytes "4 bytes, little-endian.";
    u32_be u32 to_be_bytes "4 bytes, big-endian.";
    u64_le u64 to_le_bytes "8 bytes, little-endian.";
    u64_be u64 to_be_bytes "8 bytes, big-endian.";
    i16_le i16 to_le_bytes "2 bytes, two's complement, little-endian.";
    i16_be i16 to_be_bytes "2 bytes, two's complement, big-endian.";
    i32_le i32 to_le_bytes "4 bytes, two's complement, little-endian.";
    i32_be i32 to_be_bytes "4 bytes, two's complement, big-endian.";
    i64_le i64 to_le_bytes "8 bytes, two's complement, little-endian.";
    i64_be i64 to_be_bytes "8 bytes, two's complement, big-endian.";
}

macro_rules! floats {
    ($($name:ident $float:ident $bytes:ident $what:literal;)*) => {$(
        #[doc = $what]
        /// Every NaN becomes the canonical one.
        ///
        /// # Errors
        /// None.
        #[inline]
        pub fn $name(value: &$float, w: &mut Writer<'_>) -> Result<(), EncodeError> {
            w.raw(&$bytes(*value));
            Ok(())
        }
    )*};
}

floats! {
    f32_le f32 f32_le_bytes "IEEE 754 single, little-endian.";
    f32_be f32 f32_be_bytes "IEEE 754 single, big-endian.";
    f64_le f64 f64_le_bytes "IEEE 754 double, little-endian.";
    f64_be f64 f64_be_bytes "IEEE 754 double, big-endian.";
}

macro_rules! float_bytes {
    ($($name:ident $float:ident $bits:ident $to:ident $size:literal $what:literal;)*) => {$(
        #[doc = $what]
        /// Every NaN becomes the canonical one.
        #[inline]
        #[must_use]
        pub fn $name(value: $float) -> [u8; $size] {
            check::$bits(value).$to()
        }
    )*};
}

float_bytes! {
    f32_le_bytes f32 f32_bits to_le_bytes 4 "The bytes of an IEEE 754 single, little-endian.";
    f32_be_bytes f32 f32_bits to_be_bytes 4 "The bytes of an IEEE 754 single, big-endian.";
    f64_le_bytes f64 f64_bits to_le_bytes 8 "The bytes of an IEEE 754 double, little-endian.";
    f64_be_bytes f64 f64_bits to_be_bytes 8 "The bytes of an IEEE 754 double, big-endian.";
}

/// One byte, 0 or 1.
///
/// # Errors
/// None.
#[inline]
pub fn bool(value: &bool, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    w.out.push(u8::from(*value));
    Ok(())
}

/// Exactly `N` bytes.
///
/// # Errors
/// None.
#[inline]
pub fn fixed_bytes<const N: usize>(value: &[u8; N], w: &mut Writer<'_>) -> Result<(), EncodeError> {
    w.raw(value);
    Ok(())
}

/// Bounds of a number, both inclusive.
///
/// # Errors
/// `out_of_range`; always for a NaN.
#[inline]
pub fn range<T: PartialOrd + Display>(value: &T, min: &T, max: &T) -> Result<(), EncodeError> {
    if min <= value && value <= max {
        return Ok(());
    }
    Err(outside(value, min, max))
}

#[cold]
fn outside(value: &dyn Display, min: &dyn Display, max: &dyn Display) -> EncodeError {
    EncodeError::new(
        ErrorKind::OutOfRange,
        format_args!("is {value}, allowed are {min} to {max}"),
    )
}

/// What `write` writes, kept to bounds, both inclusive.
///
/// # Errors
/// `out_of_range`, then as `write` refuses.
#[inline]
pub fn limited<W, T: PartialOrd + Display>(
    value: &T,
    w: &mut W,
    min: T,
    max: T,
    write: impl FnOnce(&T, &mut W) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    range(value, &min, &max)?;
    write(value, w)
}
