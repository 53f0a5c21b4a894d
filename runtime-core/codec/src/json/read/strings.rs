//! String tokens.

use std::borrow::Cow;

use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::json::plain::plain_length;
use crate::pattern::Pattern;
use crate::size::Limit;

/// A well-formed string token.
pub(in crate::json) struct StringToken<'a> {
    /// Unescaped.
    pub text: Cow<'a, str>,
    /// Whether every escape is the one way to write its character.
    pub canonical: bool,
    /// Offset of the opening quote.
    pub start: usize,
}

impl StringToken<'_> {
    pub(in crate::json) fn refuse(
        &self,
        kind: ErrorKind,
        reason: std::fmt::Arguments<'_>,
    ) -> DecodeError {
        DecodeError::new(kind, self.start, reason)
    }

    #[cold]
    pub(in crate::json) fn odd_escape(&self) -> DecodeError {
        self.refuse(
            ErrorKind::NonCanonical,
            format_args!("has an escape that should be another or none"),
        )
    }
}

/// A string, its escapes not yet judged.
///
/// # Errors
/// `malformed`, `truncated`, at the opening quote.
pub(in crate::json) fn string_token<'a>(
    j: &mut JsonReader<'a>,
) -> Result<StringToken<'a>, DecodeError> {
    let start = j.offset();
    if j.peek() != Some(b'"') {
        return Err(j.unexpected(format_args!("a string")));
    }
    j.skip(1);
    let rest = j.rest();
    let plain = plain_length(rest.as_bytes());
    if rest.as_bytes().get(plain) == Some(&b'"') {
        j.skip(plain + 1);
        return Ok(StringToken {
            text: Cow::Borrowed(&rest[..plain]),
            canonical: true,
            start,
        });
    }
    escaped(j, start)
}

fn escaped<'a>(j: &mut JsonReader<'a>, start: usize) -> Result<StringToken<'a>, DecodeError> {
    let mut text = String::new();
    let mut canonical = true;
    loop {
        let rest = j.rest();
        let plain = plain_length(rest.as_bytes());
        text.push_str(&rest[..plain]);
        j.skip(plain);
        match j.peek() {
            None => return Err(j.unfinished(start)),
            Some(b'"') => {
                j.skip(1);
                return Ok(StringToken {
                    text: Cow::Owned(text),
                    canonical,
                    start,
                });
            }
            Some(b'\\') => match escape(j.rest().as_bytes()) {
                Ok(escape) => {
                    text.push(escape.character);
                    canonical &= escape.canonical;
                    j.skip(escape.length);
                }
                Err(Fault::Ended) => return Err(j.unfinished(start)),
                Err(Fault::Bad) => {
                    return Err(DecodeError::new(
                        ErrorKind::Malformed,
                        start,
                        format_args!("has an escape that is none"),
                    ));
                }
            },
            Some(_) => {
                return Err(DecodeError::new(
                    ErrorKind::Malformed,
                    start,
                    format_args!("has a control character that is not escaped"),
                ));
            }
        }
    }
}

struct Escape {
    character: char,
    length: usize,
    canonical: bool,
}

enum Fault {
    Ended,
    Bad,
}

/// The escape at the start of `rest`.
fn escape(rest: &[u8]) -> Result<Escape, Fault> {
    let short = |character| {
        Ok(Escape {
            character,
            length: 2,
            canonical: character != '/',
        })
    };
    match rest.get(1).ok_or(Fault::Ended)? {
        b'"' => short('"'),
        b'\\' => short('\\'),
        b'/' => short('/'),
        b'b' => short('\u{8}'),
        b'f' => short('\u{c}'),
        b'n' => short('\n'),
        b'r' => short('\r'),
        b't' => short('\t'),
        b'u' => unicode(rest),
        _ => Err(Fault::Bad),
    }
}

fn unicode(rest: &[u8]) -> Result<Escape, Fault> {
    let first = hex4(rest, 2)?;
    if (0xd800..0xdc00).contains(&first) {
        for (index, expected) in [(6, b'\\'), (7, b'u')] {
            if *rest.get(index).ok_or(Fault::Ended)? != expected {
                return Err(Fault::Bad);
            }
        }
        let second = hex4(rest, 8)?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(Fault::Bad);
        }
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        return Ok(Escape {
            character: char::from_u32(code).ok_or(Fault::Bad)?,
            length: 12,
            canonical: false,
        });
    }
    let character = char::from_u32(first).ok_or(Fault::Bad)?;
    let has_short = matches!(first, 0x08 | 0x09 | 0x0a | 0x0c | 0x0d);
    let lower_case = !rest[2..6].iter().any(u8::is_ascii_uppercase);
    Ok(Escape {
        character,
        length: 6,
        canonical: first < 0x20 && !has_short && lower_case,
    })
}

fn hex4(rest: &[u8], from: usize) -> Result<u32, Fault> {
    (from..from + 4).try_fold(0, |code, index| {
        let digit = rest.get(index).ok_or(Fault::Ended)?;
        let value = char::from(*digit).to_digit(16).ok_or(Fault::Bad)?;
        Ok(code << 4 | value)
    })
}

/// A string in its one spelling.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical`, at the opening quote.
#[inline]
pub(in crate::json) fn string<'a>(j: &mut JsonReader<'a>) -> Result<StringToken<'a>, DecodeError> {
    let token = string_token(j)?;
    if token.canonical {
        Ok(token)
    } else {
        Err(token.odd_escape())
    }
}

/// Text; it borrows from the input unless it has escapes.
///
/// # Errors
/// As a string is refused; `too_long`, `out_of_range` for its size in bytes.
#[inline]
pub fn text<'a>(j: &mut JsonReader<'a>, limit: Limit) -> Result<Cow<'a, str>, DecodeError> {
    let token = string(j)?;
    check::size(token.text.len() as u64, limit, token.start)?;
    Ok(token.text)
}

/// Text that matches a pattern.
///
/// # Errors
/// As [`text`], then `out_of_range`.
#[inline]
pub fn text_matching<'a>(
    j: &mut JsonReader<'a>,
    limit: Limit,
    pattern: &Pattern,
) -> Result<Cow<'a, str>, DecodeError> {
    let start = j.offset();
    let text = text(j, limit)?;
    check::pattern(&text, pattern, start)?;
    Ok(text)
}
