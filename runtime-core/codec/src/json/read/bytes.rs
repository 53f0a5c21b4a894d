//! Byte strings: as hex, as base64, as arrays of numbers.

use std::borrow::Cow;

use super::{integer, list, string_token};
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::size::Limit;
use crate::text;

/// Bytes in lower-case hex.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical`, then `too_long`, `out_of_range` for their size.
pub fn hex<'a>(j: &mut JsonReader<'_>, limit: Limit) -> Result<Cow<'a, [u8]>, DecodeError> {
    spelt(j, limit, text::hex::decode)
}

/// Bytes in padded base64.
///
/// # Errors
/// As [`hex`].
pub fn base64<'a>(j: &mut JsonReader<'_>, limit: Limit) -> Result<Cow<'a, [u8]>, DecodeError> {
    spelt(j, limit, text::base64::decode)
}

/// Bytes in a spelling that `decode` understands, which also says whether it is the one spelling.
fn spelt<'a>(
    j: &mut JsonReader<'_>,
    limit: Limit,
    decode: impl Fn(&str) -> Option<(Vec<u8>, bool)>,
) -> Result<Cow<'a, [u8]>, DecodeError> {
    let token = string_token(j)?;
    let Some((bytes, canonical)) = decode(&token.text) else {
        return Err(token.refuse(ErrorKind::Malformed, format_args!("does not spell bytes")));
    };
    if !(canonical && token.canonical) {
        return Err(token.refuse(
            ErrorKind::NonCanonical,
            format_args!("spells its bytes in another way than the one"),
        ));
    }
    check::size(bytes.len() as u64, limit, token.start)?;
    Ok(Cow::Owned(bytes))
}

/// Bytes as an array of integers from 0 to 255.
///
/// # Errors
/// As integers are refused, then `too_long`, `out_of_range` for their size.
pub fn ints<'a>(j: &mut JsonReader<'_>, limit: Limit) -> Result<Cow<'a, [u8]>, DecodeError> {
    let start = j.offset();
    let bytes = list(j, Limit::ANY, integer)?;
    check::size(bytes.len() as u64, limit, start)?;
    Ok(Cow::Owned(bytes))
}

macro_rules! fixed {
    ($($name:ident $form:ident $what:literal;)*) => {$(
        #[doc = $what]
        ///
        /// # Errors
        /// As bytes of this form are refused; `out_of_range` for too few, `too_long` for too many.
        pub fn $name<const N: usize>(j: &mut JsonReader<'_>) -> Result<[u8; N], DecodeError> {
            let bytes = $form(j, Limit::new(N as u64, N as u64))?;
            Ok((*bytes).try_into().unwrap_or_else(|_| unreachable!("the bytes have been counted")))
        }
    )*};
}

fixed! {
    fixed_hex hex "Exactly `N` bytes in lower-case hex.";
    fixed_base64 base64 "Exactly `N` bytes in padded base64.";
    fixed_ints ints "Exactly `N` bytes as an array of integers from 0 to 255.";
}
