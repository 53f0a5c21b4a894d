//! Unions: an object or a string that says which case it is.

use std::borrow::Cow;

use super::objects::Members;
use super::strings::StringToken;
use super::{object, string};
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::path::ErrorPath;

/// A union whose tag is the first member, beside those of its case: the case's name, its offset, and the rest of the object.
///
/// # Errors
/// `missing_field` if another key or none stands first; as objects and strings are refused.
pub fn internal<'a>(
    j: &mut JsonReader<'a>,
    tag: &'static str,
) -> Result<(Cow<'a, str>, usize, Members), DecodeError> {
    let brace = j.offset();
    let name = tag_value(j, tag)?;
    Ok((name.text, name.start, Members::after_tag(tag, brace)))
}

/// An object's brace, its first key, which must be the tag's, and the tag's value.
fn tag_value<'a>(
    j: &mut JsonReader<'a>,
    tag: &'static str,
) -> Result<StringToken<'a>, DecodeError> {
    object(j, &[])?;
    let start = j.offset();
    if j.peek() == Some(b'}') || string(j)?.text != tag {
        let missing = DecodeError::new(
            ErrorKind::MissingField,
            start,
            format_args!("must be the first member"),
        );
        return Err(missing).field(tag);
    }
    j.expect(b':')?;
    string(j)
}

/// A union that is a name, or an object with one member named after the case.
#[derive(Debug)]
pub struct External<'a> {
    name: Cow<'a, str>,
    start: usize,
    object: bool,
}

/// Begins such a union.
///
/// # Errors
/// `missing_field` for an empty object; as objects and strings are refused.
pub fn external<'a>(j: &mut JsonReader<'a>) -> Result<External<'a>, DecodeError> {
    let object = j.peek() == Some(b'{');
    if object {
        j.skip(1);
        if j.peek() == Some(b'}') {
            return Err(DecodeError::new(
                ErrorKind::MissingField,
                j.offset(),
                format_args!("names no case"),
            ));
        }
    } else if j.peek() != Some(b'"') {
        return Err(j.unexpected(format_args!("a string or an object")));
    }
    let StringToken { text, start, .. } = string(j)?;
    Ok(External {
        name: text,
        start,
        object,
    })
}

impl External<'_> {
    /// The case's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The case has content, which begins here.
    ///
    /// # Errors
    /// `malformed` if the union is a name alone.
    pub fn content(&self, j: &mut JsonReader<'_>) -> Result<(), DecodeError> {
        if !self.object {
            return Err(self.malformed("has no content, which this case needs"));
        }
        j.expect(b':')
    }

    /// The case has no content.
    ///
    /// # Errors
    /// `malformed` if the union is an object.
    pub fn unit(&self) -> Result<(), DecodeError> {
        if self.object {
            return Err(self.malformed("has content, which this case has not"));
        }
        Ok(())
    }

    #[cold]
    fn malformed(&self, reason: &str) -> DecodeError {
        DecodeError::new(ErrorKind::Malformed, self.start, format_args!("{reason}"))
    }

    /// The refusal of a name that no case has.
    #[must_use]
    pub fn unknown(&self) -> DecodeError {
        check::unknown_variant(&self.name, self.start)
    }

    /// Ends the union.
    ///
    /// # Errors
    /// `unknown_field` for a second member.
    pub fn close(&self, j: &mut JsonReader<'_>) -> Result<(), DecodeError> {
        if !self.object {
            return Ok(());
        }
        if !j.eat(",") {
            return j.expect(b'}');
        }
        let second = string(j)?;
        Err(second.refuse(ErrorKind::UnknownField, format_args!("has a second member")))
    }
}

/// A union that is an object of its tag and its content.
#[derive(Debug)]
pub struct Adjacent<'a> {
    name: Cow<'a, str>,
    start: usize,
    /// Names of the members that were read.
    seen: [Option<&'static str>; 2],
}

/// Begins such a union.
///
/// # Errors
/// `missing_field` if another key or none stands first; as objects and strings are refused.
pub fn adjacent<'a>(
    j: &mut JsonReader<'a>,
    tag: &'static str,
) -> Result<Adjacent<'a>, DecodeError> {
    let StringToken { text, start, .. } = tag_value(j, tag)?;
    Ok(Adjacent {
        name: text,
        start,
        seen: [Some(tag), None],
    })
}

impl Adjacent<'_> {
    /// The case's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The case has content, which is the member of this name and begins here.
    ///
    /// # Errors
    /// `missing_field` if nothing follows; `duplicate_key` or `unknown_field` for another member.
    pub fn content(
        &mut self,
        j: &mut JsonReader<'_>,
        name: &'static str,
    ) -> Result<(), DecodeError> {
        if j.peek() == Some(b'}') {
            return Err(DecodeError::new(
                ErrorKind::MissingField,
                j.offset(),
                format_args!("has no {name}"),
            ));
        }
        j.expect(b',')?;
        let key = string(j)?;
        if key.text != name {
            return Err(self.refuse(&key));
        }
        self.seen[1] = Some(name);
        j.expect(b':')
    }

    /// The refusal of a name that no case has.
    #[must_use]
    pub fn unknown(&self) -> DecodeError {
        check::unknown_variant(&self.name, self.start)
    }

    /// Ends the union.
    ///
    /// # Errors
    /// `duplicate_key` or `unknown_field` for another member.
    pub fn close(&self, j: &mut JsonReader<'_>) -> Result<(), DecodeError> {
        if !j.eat(",") {
            return j.expect(b'}');
        }
        Err(self.refuse(&string(j)?))
    }

    #[cold]
    fn refuse(&self, key: &StringToken<'_>) -> DecodeError {
        if self.seen.contains(&Some(&*key.text)) {
            key.refuse(
                ErrorKind::DuplicateKey,
                format_args!("has {} twice", key.text),
            )
        } else {
            key.refuse(
                ErrorKind::UnknownField,
                format_args!("has the unknown member {:?}", key.text),
            )
        }
    }
}
