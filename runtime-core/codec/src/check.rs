//! Checks on a value that is already read, for use inside a run of fixed-size values. Each is told the offset of the value.

use std::fmt::{Display, LowerHex};

use crate::error::{DecodeError, ErrorKind};
use crate::pattern::Pattern;
use crate::size::Limit;

const NAN_32: u32 = 0x7fc0_0000;
const NAN_64: u64 = 0x7ff8_0000_0000_0000;

/// A bool's byte.
///
/// # Errors
/// `non_canonical` for anything but 0 and 1.
#[inline]
pub fn bool(byte: u8, at: usize) -> Result<bool, DecodeError> {
    match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(DecodeError::new(
            ErrorKind::NonCanonical,
            at,
            format_args!("is {byte}, only 0 and 1 are allowed"),
        )),
    }
}

/// A float of these bits.
///
/// # Errors
/// `non_canonical` for every NaN but `7fc00000`.
#[inline]
pub fn f32(bits: u32, at: usize) -> Result<f32, DecodeError> {
    let value = f32::from_bits(bits);
    if value.is_nan() && bits != NAN_32 {
        return Err(odd_nan(
            at,
            format_args!("{bits:08x}"),
            format_args!("{NAN_32:08x}"),
        ));
    }
    Ok(value)
}

/// A float of these bits.
///
/// # Errors
/// `non_canonical` for every NaN but `7ff8000000000000`.
#[inline]
pub fn f64(bits: u64, at: usize) -> Result<f64, DecodeError> {
    let value = f64::from_bits(bits);
    if value.is_nan() && bits != NAN_64 {
        return Err(odd_nan(
            at,
            format_args!("{bits:016x}"),
            format_args!("{NAN_64:016x}"),
        ));
    }
    Ok(value)
}

/// The bits that an encoder writes for a float.
#[inline]
pub(crate) fn f32_bits(value: f32) -> u32 {
    if value.is_nan() {
        NAN_32
    } else {
        value.to_bits()
    }
}

/// The bits that an encoder writes for a float.
#[inline]
pub(crate) fn f64_bits(value: f64) -> u64 {
    if value.is_nan() {
        NAN_64
    } else {
        value.to_bits()
    }
}

#[cold]
fn odd_nan(at: usize, found: impl Display, expected: impl Display) -> DecodeError {
    DecodeError::new(
        ErrorKind::NonCanonical,
        at,
        format_args!("is the NaN {found}, the only one allowed is {expected}"),
    )
}

/// Bounds of a number, both inclusive.
///
/// # Errors
/// `out_of_range`; always for a NaN.
#[inline]
pub fn range<T: PartialOrd + Display>(
    value: T,
    min: T,
    max: T,
    at: usize,
) -> Result<(), DecodeError> {
    if min <= value && value <= max {
        return Ok(());
    }
    Err(outside(value, min, max, at))
}

#[cold]
fn outside<T: Display>(value: T, min: T, max: T, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::OutOfRange,
        at,
        format_args!("is {value}, allowed are {min} to {max}"),
    )
}

/// A constant integer.
///
/// # Errors
/// `bad_constant`.
#[inline]
pub fn constant<T: PartialEq + Display>(
    found: T,
    expected: T,
    at: usize,
) -> Result<(), DecodeError> {
    if found == expected {
        return Ok(());
    }
    Err(bad_constant(found, expected, at))
}

#[cold]
fn bad_constant<T: Display>(found: T, expected: T, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::BadConstant,
        at,
        format_args!("is {found}, it must be {expected}"),
    )
}

/// Constant bytes.
///
/// # Errors
/// `bad_constant`.
#[inline]
pub fn constant_bytes<const N: usize>(
    found: &[u8; N],
    expected: &[u8; N],
    at: usize,
) -> Result<(), DecodeError> {
    if found == expected {
        return Ok(());
    }
    Err(bad_constant_bytes(found, expected, at))
}

#[cold]
fn bad_constant_bytes(found: &[u8], expected: &[u8], at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::BadConstant,
        at,
        format_args!(
            "is {}, it must be {}",
            found.escape_ascii(),
            expected.escape_ascii()
        ),
    )
}

/// Reserved bytes.
///
/// # Errors
/// `non_canonical` if one of them is not zero.
#[inline]
pub fn zeros<const N: usize>(bytes: &[u8; N], at: usize) -> Result<(), DecodeError> {
    if *bytes == [0; N] {
        return Ok(());
    }
    Err(not_zero(at))
}

/// Reserved bits, cut out of their integer.
///
/// # Errors
/// `non_canonical` if one of them is not zero.
#[inline]
pub fn zero_bits<T: PartialEq + Default>(bits: T, at: usize) -> Result<(), DecodeError> {
    if bits == T::default() {
        return Ok(());
    }
    Err(not_zero(at))
}

#[cold]
fn not_zero(at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::NonCanonical,
        at,
        format_args!("is reserved and must be zero"),
    )
}

/// What a closed enum found for a number.
///
/// # Errors
/// `unknown_variant` if that is nothing.
#[inline]
pub fn variant<T>(found: Option<T>, number: impl Display, at: usize) -> Result<T, DecodeError> {
    match found {
        Some(variant) => Ok(variant),
        None => Err(no_variant(number, at)),
    }
}

#[cold]
fn no_variant(number: impl Display, at: usize) -> DecodeError {
    unknown_variant(&number, at)
}

/// A number, tag or name that no variant has.
#[cold]
pub fn unknown_variant(found: &dyn Display, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::UnknownVariant,
        at,
        format_args!("is {found}, which has no meaning here"),
    )
}

/// What a flag set found for its bits.
///
/// # Errors
/// `unknown_flag` if that is nothing.
#[inline]
pub fn flags<T>(found: Option<T>, bits: impl LowerHex, at: usize) -> Result<T, DecodeError> {
    match found {
        Some(flags) => Ok(flags),
        None => Err(unknown_flag(bits, at)),
    }
}

#[cold]
fn unknown_flag(bits: impl LowerHex, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::UnknownFlag,
        at,
        format_args!("is {bits:#x}, which has a bit without a name"),
    )
}

/// A size, in bytes or elements.
///
/// # Errors
/// `too_long` above its maximum, `out_of_range` below its minimum.
#[inline]
pub fn size(size: u64, limit: Limit, at: usize) -> Result<(), DecodeError> {
    if size > limit.max {
        return Err(too_long(size, limit.max, at));
    }
    if size < limit.min {
        return Err(too_short(size, limit.min, at));
    }
    Ok(())
}

#[cold]
pub(crate) fn too_long(size: u64, max: u64, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::TooLong,
        at,
        format_args!("has a size of {size}, at most {max} is allowed"),
    )
}

#[cold]
fn too_short(size: u64, min: u64, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::OutOfRange,
        at,
        format_args!("has a size of {size}, at least {min} is needed"),
    )
}

/// A text's pattern.
///
/// # Errors
/// `out_of_range` if it does not match.
#[inline]
pub fn pattern(text: &str, pattern: &Pattern, at: usize) -> Result<(), DecodeError> {
    if pattern.matches(text) {
        return Ok(());
    }
    Err(mismatch(pattern, at))
}

#[cold]
fn mismatch(pattern: &Pattern, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::OutOfRange,
        at,
        format_args!("does not match {}", pattern.source),
    )
}
