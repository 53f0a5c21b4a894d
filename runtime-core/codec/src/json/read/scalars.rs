//! Small values: bools, null, constants, free JSON.

use std::fmt::Display;

use super::{hex, string};
use crate::JsonValue;
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::{JsonReader, free_value};
use crate::size::Limit;

/// `true` or `false`.
///
/// # Errors
/// `malformed`, `truncated`.
#[inline]
pub fn bool(j: &mut JsonReader<'_>) -> Result<bool, DecodeError> {
    match j.peek() {
        Some(b't') => word(j, "true").map(|()| true),
        Some(b'f') => word(j, "false").map(|()| false),
        _ => Err(j.unexpected(format_args!("true or false"))),
    }
}

/// A word of which the first letter is there.
pub(in crate::json) fn word(j: &mut JsonReader<'_>, word: &str) -> Result<(), DecodeError> {
    if j.eat(word) {
        return Ok(());
    }
    if word.starts_with(j.rest()) {
        return Err(j.unfinished(j.offset()));
    }
    Err(j.unexpected(format_args!("{word}")))
}

/// `null`, or a value.
///
/// # Errors
/// As `read` refuses.
#[inline]
pub fn nullable<'a, T>(
    j: &mut JsonReader<'a>,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    if j.peek() == Some(b'n') {
        return word(j, "null").map(|()| None);
    }
    read(j).map(Some)
}

/// An integer that is always the same.
///
/// # Errors
/// As `read` refuses, then `bad_constant`.
#[inline]
pub fn constant<'a, T: PartialEq + Display>(
    j: &mut JsonReader<'a>,
    expected: T,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<(), DecodeError> {
    let at = j.offset();
    check::constant(read(j)?, expected, at)
}

/// A string that is always the same, given as the token that it is.
///
/// # Errors
/// As a string is refused, then `bad_constant`.
pub fn constant_token(j: &mut JsonReader<'_>, expected: &str) -> Result<(), DecodeError> {
    if j.eat(expected) {
        return Ok(());
    }
    let found = string(j)?;
    Err(found.refuse(
        ErrorKind::BadConstant,
        format_args!("is {:?}, it must be {expected}", found.text),
    ))
}

/// Bytes in hex that are always the same, given as the token that they are.
///
/// # Errors
/// As bytes in hex are refused, then `bad_constant`.
pub fn constant_hex(j: &mut JsonReader<'_>, expected: &str) -> Result<(), DecodeError> {
    if j.eat(expected) {
        return Ok(());
    }
    let at = j.offset();
    hex(j, Limit::ANY)?;
    let found = j.since(at);
    Err(DecodeError::new(
        ErrorKind::BadConstant,
        at,
        format_args!("is {found}, it must be {expected}"),
    ))
}

/// Any JSON value, kept as its text.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical`, `duplicate_key`, `too_deep`.
pub fn value<'a>(j: &mut JsonReader<'a>) -> Result<JsonValue<'a>, DecodeError> {
    let start = j.offset();
    let depth = free_value(j)?;
    Ok(JsonValue::checked(j.since(start), depth))
}

/// A member that is left out when it is empty.
///
/// # Errors
/// `non_canonical` for an empty one that is there.
#[inline]
pub fn not_empty(empty: bool, at: usize) -> Result<(), DecodeError> {
    if empty {
        return Err(DecodeError::new(
            ErrorKind::NonCanonical,
            at,
            format_args!("is empty and must be left out"),
        ));
    }
    Ok(())
}
