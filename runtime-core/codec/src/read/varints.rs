//! LEB128 varints, each number in its shortest form.

use super::Reader;
use crate::error::{DecodeError, ErrorKind};

/// Bytes of the longest varint.
const LONGEST: usize = 10;

/// A varint of 64 bits.
///
/// # Errors
/// `truncated` where the window ends first; `out_of_range` from 2^64 or without an end in 10 bytes; `non_canonical` for a last byte of 0.
#[inline]
pub fn varint_u64(r: &mut Reader<'_>) -> Result<u64, DecodeError> {
    if let [byte @ ..0x80, rest @ ..] = r.rest {
        r.rest = rest;
        return Ok(u64::from(*byte));
    }
    long(r)
}

fn long(r: &mut Reader<'_>) -> Result<u64, DecodeError> {
    let mut value = 0;
    for (index, &byte) in r.rest.iter().take(LONGEST).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte < 0x80 {
            if index == LONGEST - 1 && byte > 1 {
                return Err(too_wide(r, 64));
            }
            if byte == 0 && index > 0 {
                return Err(overlong(r));
            }
            r.rest = &r.rest[index + 1..];
            return Ok(value);
        }
    }
    if r.left() >= LONGEST {
        return Err(too_wide(r, 64));
    }
    Err(r.truncated(r.left() as u64 + 1))
}

#[cold]
fn overlong(r: &Reader<'_>) -> DecodeError {
    DecodeError::new(
        ErrorKind::NonCanonical,
        r.offset(),
        format_args!("is a varint with a needless last byte of 0"),
    )
}

#[cold]
fn too_wide(r: &Reader<'_>, bits: u32) -> DecodeError {
    DecodeError::new(
        ErrorKind::OutOfRange,
        r.offset(),
        format_args!("is a varint that does not fit in {bits} bits"),
    )
}

/// The inverse of zigzag: 0, -1, 1, -2 and so on.
#[inline]
fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

/// A zigzag varint of 64 bits.
///
/// # Errors
/// As [`varint_u64`].
#[inline]
pub fn varint_i64(r: &mut Reader<'_>) -> Result<i64, DecodeError> {
    varint_u64(r).map(unzigzag)
}

macro_rules! narrow {
    ($($name:ident $int:ident $wide:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// As [`varint_u64`], then `out_of_range` beyond the type.
        #[inline]
        pub fn $name(r: &mut Reader<'_>) -> Result<$int, DecodeError> {
            let start = r.clone();
            $int::try_from($wide(r)?).map_err(|_| too_wide(&start, $int::BITS))
        }
    )*};
}

narrow! {
    varint_u16 u16 varint_u64 "A varint of 16 bits.";
    varint_u32 u32 varint_u64 "A varint of 32 bits.";
    varint_i16 i16 varint_i64 "A zigzag varint of 16 bits.";
    varint_i32 i32 varint_i64 "A zigzag varint of 32 bits.";
}
