//! LEB128 varints in their shortest form.

use super::Writer;
use crate::error::EncodeError;

/// A varint.
///
/// # Errors
/// None.
#[inline]
pub fn varint_u64(value: &u64, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    if let Ok(byte @ ..0x80) = u8::try_from(*value) {
        w.out.push(byte);
    } else {
        long(*value, w);
    }
    Ok(())
}

fn long(mut value: u64, w: &mut Writer<'_>) {
    let mut bytes = [0; 10];
    let mut length = 0;
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        bytes[length] = low | 0x80;
        length += 1;
        if value == 0 {
            break;
        }
    }
    bytes[length - 1] &= 0x7f;
    w.raw(&bytes[..length]);
}

#[inline]
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

macro_rules! varints {
    ($($name:ident $int:ident $wide:expr, $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// None.
        #[inline]
        pub fn $name(value: &$int, w: &mut Writer<'_>) -> Result<(), EncodeError> {
            varint_u64(&($wide)(*value), w)
        }
    )*};
}

varints! {
    varint_u16 u16 u64::from, "A varint.";
    varint_u32 u32 u64::from, "A varint.";
    varint_i16 i16 |value| zigzag(i64::from(value)), "A zigzag varint.";
    varint_i32 i32 |value| zigzag(i64::from(value)), "A zigzag varint.";
    varint_i64 i64 zigzag, "A zigzag varint.";
}
