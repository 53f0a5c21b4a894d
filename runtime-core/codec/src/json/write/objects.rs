//! Objects.

use super::separator;
use crate::Unknown;
use crate::error::{EncodeError, ErrorKind};
use crate::json::JsonReader;
use crate::json::read::{Member, UnknownMembers, object};
use crate::write::Writer;

/// A key, given with its quotes and its colon.
#[inline]
pub fn key(w: &mut Writer<'_>, key: &str) {
    separator(w);
    w.raw(key.as_bytes());
}

/// The members of an open object that are not declared.
///
/// # Errors
/// `invalid_utf8`; as a decoder refuses members; `duplicate_key` for a declared one.
pub fn unknown(
    unknown: &Unknown<'_>,
    w: &mut Writer<'_>,
    declared: &'static [Member],
) -> Result<(), EncodeError> {
    if unknown.is_empty() {
        return Ok(());
    }
    let text = [b"{", unknown.as_bytes(), b"}"].concat();
    let mut members =
        JsonReader::within(&text, 0, w.depth).map_err(crate::DecodeError::without_offset)?;
    check(&mut members, declared).map_err(crate::DecodeError::without_offset)?;
    separator(w);
    w.raw(unknown.as_bytes());
    Ok(())
}

fn check(j: &mut JsonReader<'_>, declared: &'static [Member]) -> Result<(), crate::DecodeError> {
    let mut members = object(j, declared)?;
    if members
        .next_open(j, &mut UnknownMembers::default())?
        .is_some()
    {
        let at = j.offset();
        return Err(crate::DecodeError::new(
            ErrorKind::DuplicateKey,
            at,
            format_args!("has a declared member among the unknown ones"),
        ));
    }
    j.finish()
}
