//! Keys of maps. Each function understands the text of a key that begins at an offset.

use std::borrow::Cow;
use std::str::FromStr;

use super::numbers::integer_of;
use crate::check;
use crate::error::DecodeError;
use crate::pattern::Pattern;
use crate::size::Limit;

/// Text.
///
/// # Errors
/// `too_long`, `out_of_range` for its size in bytes.
pub fn text_key(text: Cow<'_, str>, at: usize, limit: Limit) -> Result<Cow<'_, str>, DecodeError> {
    check::size(text.len() as u64, limit, at)?;
    Ok(text)
}

/// Text that matches a pattern.
///
/// # Errors
/// As [`text_key`], then `out_of_range`.
pub fn text_key_matching<'a>(
    text: Cow<'a, str>,
    at: usize,
    limit: Limit,
    pattern: &Pattern,
) -> Result<Cow<'a, str>, DecodeError> {
    let text = text_key(text, at, limit)?;
    check::pattern(&text, pattern, at)?;
    Ok(text)
}

/// An integer in decimal digits.
///
/// # Errors
/// As an integer is refused.
#[expect(
    clippy::needless_pass_by_value,
    reason = "all kinds of keys are called alike"
)]
pub fn integer_key<T: FromStr>(text: Cow<'_, str>, at: usize) -> Result<T, DecodeError> {
    integer_of(&text, at)
}

/// The name of an enum's member.
///
/// # Errors
/// `unknown_variant` if `named` finds none.
#[expect(
    clippy::needless_pass_by_value,
    reason = "all kinds of keys are called alike"
)]
pub fn name_key<T>(
    text: Cow<'_, str>,
    at: usize,
    named: impl Fn(&str) -> Option<T>,
) -> Result<T, DecodeError> {
    check::variant(named(&text), &text, at)
}
