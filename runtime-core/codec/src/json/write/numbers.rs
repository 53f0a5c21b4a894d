//! Numbers in their one spelling.

use std::fmt::Display;

use crate::error::{EncodeError, ErrorKind};
use crate::text::float::Spelling;
use crate::write::Writer;

/// Integers that can be written.
pub trait Integer: Copy {
    /// Whether it is below zero, and how far from it.
    fn parts(self) -> (bool, u64);
}

macro_rules! integers {
    (unsigned: $($unsigned:ident)*; signed: $($signed:ident)*) => {
        $(impl Integer for $unsigned {
            #[inline]
            fn parts(self) -> (bool, u64) {
                (false, u64::from(self))
            }
        })*
        $(impl Integer for $signed {
            #[inline]
            fn parts(self) -> (bool, u64) {
                (self < 0, u64::from(self.unsigned_abs()))
            }
        })*
    };
}

integers! { unsigned: u8 u16 u32 u64; signed: i8 i16 i32 i64 }

/// An integer.
///
/// # Errors
/// None.
#[inline]
pub fn integer<T: Integer>(value: &T, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    decimal(*value, w);
    Ok(())
}

pub(super) fn decimal(value: impl Integer, w: &mut Writer<'_>) {
    let (negative, mut rest) = value.parts();
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    while rest > 0 || start == digits.len() {
        start -= 1;
        digits[start] += (rest % 10) as u8;
        rest /= 10;
    }
    if negative {
        w.out.push(b'-');
    }
    w.raw(&digits[start..]);
}

macro_rules! floats {
    ($($float:ident)*) => {$(
        /// A float.
        ///
        /// # Errors
        /// `out_of_range` for NaN and infinities.
        pub fn $float(value: &$float, w: &mut Writer<'_>) -> Result<(), EncodeError> {
            if !value.is_finite() {
                return Err(not_finite(value));
            }
            w.raw(Spelling::of(*value).as_bytes());
            Ok(())
        }
    )*};
}

floats! { f32 f64 }

#[cold]
fn not_finite(value: &dyn Display) -> EncodeError {
    EncodeError::new(
        ErrorKind::OutOfRange,
        format_args!("is {value}, which JSON cannot write"),
    )
}
