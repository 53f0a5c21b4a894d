//! Number tokens.

use std::fmt::Display;
use std::str::FromStr;

use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::text::float::{Spelling, is_canonical};

/// A well-formed number token, leading zeros allowed.
pub(in crate::json) struct NumberToken<'a> {
    pub text: &'a str,
    /// Neither fraction nor exponent.
    pub whole: bool,
    pub start: usize,
}

impl NumberToken<'_> {
    /// Zeros in front that say nothing.
    pub(in crate::json) fn has_leading_zeros(&self) -> bool {
        let digits = self.text.strip_prefix('-').unwrap_or(self.text).as_bytes();
        matches!(digits, [b'0', b'0'..=b'9', ..])
    }
}

/// A number: the longest run of the characters that numbers have.
///
/// # Errors
/// `truncated` if the run meets the end of the input, `malformed` if it is no number.
pub(in crate::json) fn number_token<'a>(
    j: &mut JsonReader<'a>,
) -> Result<NumberToken<'a>, DecodeError> {
    let start = j.offset();
    if !matches!(j.peek(), Some(b'-' | b'0'..=b'9')) {
        return Err(j.unexpected(format_args!("a number")));
    }
    let belongs = |byte: u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let length = j.run_length(belongs).ok_or_else(|| j.unfinished(start))?;
    let text = &j.rest()[..length];
    match is_whole(text.as_bytes()) {
        Some(whole) => {
            j.skip(length);
            Ok(NumberToken { text, whole, start })
        }
        None => Err(malformed(text, start)),
    }
}

#[cold]
fn malformed(text: &str, start: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::Malformed,
        start,
        format_args!("is {text}, which is not a number of its type"),
    )
}

/// Whether a number has neither fraction nor exponent. None: it is no number.
fn is_whole(text: &[u8]) -> Option<bool> {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut rest = text.strip_prefix(b"-").unwrap_or(text);
    let mut whole = true;
    let mut part = digits(rest);
    if part == 0 {
        return None;
    }
    rest = &rest[part..];
    if let [b'.', fraction @ ..] = rest {
        whole = false;
        part = digits(fraction);
        if part == 0 {
            return None;
        }
        rest = &fraction[part..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        whole = false;
        let exponent = match exponent {
            [b'+' | b'-', exponent @ ..] => exponent,
            _ => exponent,
        };
        part = digits(exponent);
        if part == 0 {
            return None;
        }
        rest = &exponent[part..];
    }
    rest.is_empty().then_some(whole)
}

/// An integer.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical` for leading zeros and `-0`, `out_of_range` beyond its type.
#[inline]
pub fn integer<T: FromStr + TryFrom<i64>>(j: &mut JsonReader<'_>) -> Result<T, DecodeError> {
    if let Some(number) = j.short_number()
        && let Some(integer) = number.integer()
        && let Ok(value) = integer.try_into()
    {
        j.skip(number.length);
        return Ok(value);
    }
    long_integer(j)
}

fn long_integer<T: FromStr>(j: &mut JsonReader<'_>) -> Result<T, DecodeError> {
    let token = number_token(j)?;
    if !token.whole {
        return Err(malformed(token.text, token.start));
    }
    whole_number(&token)
}

/// The integer that a whole number token is.
pub(super) fn whole_number<T: FromStr>(token: &NumberToken<'_>) -> Result<T, DecodeError> {
    if token.has_leading_zeros() || token.text == "-0" {
        return Err(DecodeError::new(
            ErrorKind::NonCanonical,
            token.start,
            format_args!("is {}, which has a shorter spelling", token.text),
        ));
    }
    token.text.parse().map_err(|_| out_of_range(token))
}

/// The integer that a text is, a key for example.
pub(super) fn integer_of<T: FromStr>(text: &str, start: usize) -> Result<T, DecodeError> {
    match is_whole(text.as_bytes()) {
        Some(true) => whole_number(&NumberToken {
            text,
            whole: true,
            start,
        }),
        _ => Err(malformed(text, start)),
    }
}

#[cold]
fn out_of_range(token: &NumberToken<'_>) -> DecodeError {
    DecodeError::new(
        ErrorKind::OutOfRange,
        token.start,
        format_args!("is {}, which its type cannot hold", token.text),
    )
}

#[cold]
fn other_spelling(text: &str, canonical: &str, start: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::NonCanonical,
        start,
        format_args!("is {text}, spelt {canonical}"),
    )
}

macro_rules! floats {
    ($($float:ident $short:ident $long:ident;)*) => {$(
        /// A float in its one spelling.
        ///
        /// # Errors
        /// `malformed`, `truncated`, `out_of_range` for an overflow, `non_canonical` for another spelling.
        #[inline]
        pub fn $float(j: &mut JsonReader<'_>) -> Result<$float, DecodeError> {
            if let Some(number) = j.short_number()
                && let Some(value) = number.$short()
            {
                j.skip(number.length);
                return Ok(value);
            }
            $long(j)
        }

        fn $long(j: &mut JsonReader<'_>) -> Result<$float, DecodeError> {
            let token = number_token(j)?;
            let value: $float = token.text.parse().map_err(|_| malformed(token.text, token.start))?;
            if value.is_infinite() {
                return Err(out_of_range(&token));
            }
            if !is_canonical(token.text, value) {
                return Err(other_spelling(token.text, Spelling::of(value).as_str(), token.start));
            }
            Ok(value)
        }
    )*};
}

floats! { f32 single long_f32; f64 double long_f64; }

/// What `read` reads, kept to bounds, both inclusive.
///
/// # Errors
/// As `read` refuses, then `out_of_range`.
#[inline]
pub fn limited<'a, T: PartialOrd + Copy + Display>(
    j: &mut JsonReader<'a>,
    min: T,
    max: T,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let at = j.offset();
    let value = read(j)?;
    check::range(value, min, max, at)?;
    Ok(value)
}
