//! Enums and flags, by the names of their members.

use std::fmt::Display;
use std::ops::{BitAnd, BitOr};
use std::str::FromStr;

use super::{integer, string};
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::path::ErrorPath;

/// The name of an enum's member.
///
/// # Errors
/// As a string is refused; `unknown_variant` if `named` finds none.
#[inline]
pub fn variant<T>(
    j: &mut JsonReader<'_>,
    named: impl Fn(&str) -> Option<T>,
) -> Result<T, DecodeError> {
    let token = string(j)?;
    check::variant(named(&token.text), &token.text, token.start)
}

/// The name of an open enum's member, or a number that has no name.
///
/// # Errors
/// As [`variant`]; as an integer is refused; `non_canonical` if `nameless` finds nothing for a number, because it has a name.
pub fn open_variant<T, N: FromStr + TryFrom<i64> + Display + Copy>(
    j: &mut JsonReader<'_>,
    named: impl Fn(&str) -> Option<T>,
    nameless: impl Fn(N) -> Option<T>,
) -> Result<T, DecodeError> {
    if !matches!(j.peek(), Some(b'-' | b'0'..=b'9')) {
        return variant(j, named);
    }
    let at = j.offset();
    let number = integer(j)?;
    nameless(number).ok_or_else(|| {
        DecodeError::new(
            ErrorKind::NonCanonical,
            at,
            format_args!("is {number}, which has a name"),
        )
    })
}

/// The bits of a set of flags: an array of names, which `named` lists with their bits, lowest first.
///
/// # Errors
/// As strings are refused; `unknown_flag`, `duplicate_key`, `non_canonical` for the order.
pub fn flags<B: Bits>(j: &mut JsonReader<'_>, named: &[(&str, B)]) -> Result<B, DecodeError> {
    let mut bits = B::default();
    let mut index = 0;
    j.expect(b'[')?;
    let mut more = !j.eat("]");
    while more {
        bits = bits | flag(j, named, bits).element(index)?;
        index += 1;
        more = j.eat(",");
        if !more {
            j.expect(b']')?;
        }
    }
    Ok(bits)
}

/// Integers that hold flags.
pub trait Bits: Copy + Default + Ord + BitAnd<Output = Self> + BitOr<Output = Self> {}

impl<B: Copy + Default + Ord + BitAnd<Output = B> + BitOr<Output = B>> Bits for B {}

/// The bit of the next name, behind these bits.
fn flag<B: Bits>(j: &mut JsonReader<'_>, named: &[(&str, B)], before: B) -> Result<B, DecodeError> {
    let token = string(j)?;
    let Some((name, bit)) = named.iter().find(|(name, _)| *name == token.text) else {
        return Err(token.refuse(
            ErrorKind::UnknownFlag,
            format_args!("is {:?}, which has no meaning here", token.text),
        ));
    };
    if before & *bit != B::default() {
        return Err(token.refuse(ErrorKind::DuplicateKey, format_args!("has {name} twice")));
    }
    if before > *bit {
        return Err(token.refuse(
            ErrorKind::NonCanonical,
            format_args!("has {name} out of order"),
        ));
    }
    Ok(*bit)
}
