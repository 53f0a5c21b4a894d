//! Integers, floats, bools and byte strings of fixed width.

use super::Reader;
use crate::check;
use crate::error::DecodeError;

macro_rules! fixed_width {
    ($($name:ident $int:ident $from:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// `truncated`.
        #[inline]
        pub fn $name(r: &mut Reader<'_>) -> Result<$int, DecodeError> {
            fixed_bytes(r).map($int::$from)
        }
    )*};
}

fixed_width! {
    u8 u8 from_le_bytes "One byte.";
    i8 i8 from_le_bytes "One byte, two's complement.";
    u16_le u16 from_le_bytes "2 bytes, little-endian.";
    u16_be u16 from_be_bytes "2 bytes, big-endian.";
    u32_le u32 from_le_bytes "4 bytes, little-endian.";
    u32_be u32 from_be_bytes "4 bytes, big-endian.";
    u64_le u64 from_le_bytes "8 bytes, little-endian.";
    u64_be u64 from_be_bytes "8 bytes, big-endian.";
    i16_le i16 from_le_bytes "2 bytes, two's complement, little-endian.";
    i16_be i16 from_be_bytes "2 bytes, two's complement, big-endian.";
    i32_le i32 from_le_bytes "4 bytes, two's complement, little-endian.";
    i32_be i32 from_be_bytes "4 bytes, two's complement, big-endian.";
    i64_le i64 from_le_bytes "8 bytes, two's complement, little-endian.";
    i64_be i64 from_be_bytes "8 bytes, two's complement, big-endian.";
}

macro_rules! floats {
    ($($name:ident $float:ident $bits:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// `truncated`; `non_canonical` for every NaN but one.
        #[inline]
        pub fn $name(r: &mut Reader<'_>) -> Result<$float, DecodeError> {
            let at = r.offset();
            check::$float($bits(r)?, at)
        }
    )*};
}

floats! {
    f32_le f32 u32_le "IEEE 754 single, little-endian.";
    f32_be f32 u32_be "IEEE 754 single, big-endian.";
    f64_le f64 u64_le "IEEE 754 double, little-endian.";
    f64_be f64 u64_be "IEEE 754 double, big-endian.";
}

/// One byte, 0 or 1.
///
/// # Errors
/// `truncated`; `non_canonical` for another byte.
#[inline]
pub fn bool(r: &mut Reader<'_>) -> Result<bool, DecodeError> {
    let at = r.offset();
    check::bool(u8(r)?, at)
}

/// Exactly `N` bytes.
///
/// # Errors
/// `truncated`.
#[inline]
pub fn fixed_bytes<const N: usize>(r: &mut Reader<'_>) -> Result<[u8; N], DecodeError> {
    match r.take_array() {
        Some(bytes) => Ok(*bytes),
        None => Err(r.truncated(N as u64)),
    }
}

/// What `read` reads, kept to bounds, both inclusive.
///
/// # Errors
/// As `read` refuses, then `out_of_range`.
#[inline]
pub fn limited<'a, T: PartialOrd + Copy + std::fmt::Display>(
    r: &mut Reader<'a>,
    min: T,
    max: T,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let at = r.offset();
    let value = read(r)?;
    check::range(value, min, max, at)?;
    Ok(value)
}
