//! Strings, each character in its one spelling.

use crate::error::EncodeError;
use crate::json::plain::plain_length;
use crate::pattern::Pattern;
use crate::size::Limit;
use crate::write::{Writer, pattern, size};

/// A string token.
pub(super) fn quoted(text: &str, w: &mut Writer<'_>) {
    let mut rest = text.as_bytes();
    w.out.push(b'"');
    loop {
        let (plain, others) = rest.split_at(plain_length(rest));
        w.raw(plain);
        let Some((special, others)) = others.split_first() else {
            break;
        };
        escape(*special, w);
        rest = others;
    }
    w.out.push(b'"');
}

fn escape(byte: u8, w: &mut Writer<'_>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            w.raw(b"\\u00");
            crate::text::hex::encode(&[byte], w.out);
            return;
        }
    };
    w.raw(&[b'\\', short]);
}

/// Text.
///
/// # Errors
/// `too_long`, `out_of_range` for its size in bytes.
#[inline]
pub fn text(value: &str, w: &mut Writer<'_>, limit: Limit) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    quoted(value, w);
    Ok(())
}

/// Text that matches a pattern.
///
/// # Errors
/// As [`text`], then `out_of_range`.
#[inline]
pub fn text_matching(
    value: &str,
    w: &mut Writer<'_>,
    limit: Limit,
    expression: &Pattern,
) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    pattern(value, expression)?;
    quoted(value, w);
    Ok(())
}
