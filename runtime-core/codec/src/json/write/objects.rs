//! Objects.

use super::separator;
use crate::Unknown;
use crate::error::EncodeError;
use crate::json::JsonReader;
use crate::json::read::{Member, UnknownMembers, object};
use crate::write::Writer;

/// A key, given with its quotes and its colon.
#[inline]
pub fn key(w: &mut Writer<'_>, key: &str) {
    separator(w);
    w.raw(key.as_bytes());
}

/// The members of an open object that are not declared, nor called as the tag is that stands beside them.
///
/// # Errors
/// `invalid_utf8`; as a decoder refuses members; `duplicate_key` for a declared one, or the tag.
pub fn unknown(
    unknown: &Unknown<'_>,
    w: &mut Writer<'_>,
    declared: &'static [Member],
    tag: Option<&'static str>,
) -> Result<(), EncodeError> {
    if unknown.is_empty() {
        return Ok(());
    }
    let text = [b"{", unknown.as_bytes(), b"}"].concat();
    let mut members =
        JsonReader::within(&text, 0, w.depth).map_err(crate::DecodeError::without_offset)?;
    check(&mut members, declared, tag).map_err(crate::DecodeError::without_offset)?;
    separator(w);
    w.raw(unknown.as_bytes());
    Ok(())
}

fn check(
    j: &mut JsonReader<'_>,
    declared: &'static [Member],
    tag: Option<&'static str>,
) -> Result<(), crate::DecodeError> {
    object(j, declared)?
        .beside(tag)
        .undeclared(j, &mut UnknownMembers::default())?;
    j.finish()
}

#[cfg(test)]
mod tests {
    use super::unknown;
    use crate::Unknown;
    use crate::depth::Depth;
    use crate::error::ErrorKind;
    use crate::json::read::Member;
    use crate::write::Writer;

    const DECLARED: &[Member] = &[Member::new("id", "ownId"), Member::new("note", "note")];

    fn written(kept: &str) -> Result<Vec<u8>, (ErrorKind, String)> {
        let mut out = b"{".to_vec();
        let mut w = Writer {
            out: &mut out,
            depth: Depth::default(),
        };
        let unknown_members = Unknown::new(kept.as_bytes().to_vec());
        match unknown(&unknown_members, &mut w, DECLARED, Some("type")) {
            Ok(()) => Ok(out),
            Err(error) => Err((error.kind(), error.path().to_owned())),
        }
    }

    #[test]
    fn unknown_members_are_written_as_they_are() {
        assert_eq!(written(r#""x":1,"y":[]"#), Ok(br#"{"x":1,"y":[]"#.to_vec()));
        assert_eq!(written(""), Ok(b"{".to_vec()));
    }

    #[test]
    fn a_declared_member_is_no_unknown_one() {
        let refused = |path: &str| Err((ErrorKind::DuplicateKey, path.to_owned()));
        assert_eq!(written(r#""id":1"#), refused("ownId"));
        assert_eq!(written(r#""x":1,"note":x"#), refused("note"));
        assert_eq!(written(r#""x":1,"x":2"#), refused(""));
        assert_eq!(written(r#""x":1,"type":2"#), refused("type"));
    }
}
