//! Objects with declared members.

use super::{nested, string};
use crate::Unknown;
use crate::error::{DecodeError, ErrorKind};
use crate::json::JsonReader;
use crate::json::free::{Keys, member};
use crate::path::Located;

/// A member that a type declares.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// In JSON.
    name: &'static str,
    /// In paths.
    field: &'static str,
}

impl Member {
    /// A member by its name in JSON, as it stands between quotes, and the name of its field.
    #[must_use]
    pub const fn new(name: &'static str, field: &'static str) -> Self {
        Self { name, field }
    }
}

/// An object that is being read, member by member, in the order of declaration.
#[derive(Debug)]
pub struct Members {
    declared: &'static [Member],
    /// A tag that was read before the members.
    tag: Option<&'static str>,
    /// Of the declared members, the first that may still come.
    next: usize,
    /// Whether a member was read, so that a comma must separate the next.
    separate: bool,
    /// Offset of the opening brace, later of the closing one.
    brace: usize,
}

/// Begins an object.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical`.
#[inline]
pub fn object(j: &mut JsonReader<'_>, declared: &'static [Member]) -> Result<Members, DecodeError> {
    let brace = j.offset();
    j.expect(b'{')?;
    Ok(Members {
        declared,
        tag: None,
        next: 0,
        separate: false,
        brace,
    })
}

impl Members {
    /// The rest of an object of which the tag is read.
    pub(super) fn after_tag(tag: &'static str, brace: usize) -> Self {
        Self {
            declared: &[],
            tag: Some(tag),
            next: 0,
            separate: true,
            brace,
        }
    }

    /// The same object, which has this tag beside its members.
    pub(in crate::json) fn beside(self, tag: Option<&'static str>) -> Self {
        Self { tag, ..self }
    }

    /// The same object, with these members.
    #[inline]
    #[must_use]
    pub fn of(self, declared: &'static [Member]) -> Self {
        Self { declared, ..self }
    }

    /// Reads the members as a value of a type that contains itself.
    ///
    /// # Errors
    /// `too_deep` at level 65; otherwise as `read` refuses.
    pub fn nested<'a, T>(
        self,
        j: &mut JsonReader<'a>,
        read: impl FnOnce(&mut JsonReader<'a>, Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        nested(j, |j| read(j, self))
    }

    /// Ends an object without further members.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub fn end(&mut self, j: &mut JsonReader<'_>) -> Result<(), DecodeError> {
        self.next(j).map(|_| ())
    }

    /// Steps over the key of the next member and says which of the declared ones it is. None: the object has ended.
    ///
    /// # Errors
    /// `malformed`, `truncated`, `non_canonical`, `duplicate_key`, `unknown_field`.
    #[inline]
    pub fn next(&mut self, j: &mut JsonReader<'_>) -> Result<Option<usize>, DecodeError> {
        if !self.at_key(j)? {
            return Ok(None);
        }
        if let Some(index) = self.expected(j) {
            return Ok(Some(index));
        }
        let start = j.offset();
        match self.declared_key(j)? {
            Some(index) => self.in_order(j, index, start).map(Some),
            None => Err(DecodeError::new(
                ErrorKind::UnknownField,
                start,
                format_args!("has the unknown member {}", j.since(start)),
            )),
        }
    }

    /// As [`next`](Self::next), but keeps the members that are not declared, which stand at the end.
    ///
    /// # Errors
    /// As [`next`](Self::next) without `unknown_field`, and as free JSON is refused.
    pub fn next_open<'a>(
        &mut self,
        j: &mut JsonReader<'a>,
        unknown: &mut UnknownMembers<'a>,
    ) -> Result<Option<usize>, DecodeError> {
        while self.at_key(j)? {
            if unknown.is_empty()
                && let Some(index) = self.expected(j)
            {
                return Ok(Some(index));
            }
            let start = j.offset();
            match self.declared_key(j)? {
                Some(index) if unknown.is_empty() => {
                    return self.in_order(j, index, start).map(Some);
                }
                Some(index) => return Err(self.misplaced(j, index, start)),
                None => unknown.read(j, start)?,
            }
        }
        Ok(None)
    }

    /// Reads an object of members that are not declared.
    ///
    /// # Errors
    /// `duplicate_key` for a declared one, and as free JSON is refused.
    pub fn undeclared<'a>(
        &mut self,
        j: &mut JsonReader<'a>,
        unknown: &mut UnknownMembers<'a>,
    ) -> Result<(), DecodeError> {
        while self.at_key(j)? {
            let start = j.offset();
            match self.declared_key(j)? {
                Some(index) => return Err(duplicate(start).inside(self.declared[index].field)),
                None => unknown.read(j, start)?,
            }
        }
        Ok(())
    }

    /// Whether a key follows, rather than the end of the object.
    #[inline]
    fn at_key(&mut self, j: &mut JsonReader<'_>) -> Result<bool, DecodeError> {
        if j.peek() == Some(b'}') {
            self.brace = j.offset();
            j.skip(1);
            return Ok(false);
        }
        if self.separate {
            j.expect(b',')?;
        }
        self.separate = true;
        Ok(true)
    }

    /// The member whose turn it is, if its key stands here; members before it that may be absent are passed over.
    #[inline]
    fn expected(&mut self, j: &mut JsonReader<'_>) -> Option<usize> {
        let key = j.rest().strip_prefix('"')?;
        let passed = self.declared[self.next..].iter().position(|member| {
            key.strip_prefix(member.name)
                .is_some_and(|rest| rest.starts_with("\":"))
        })?;
        let index = self.next + passed;
        self.next = index + 1;
        j.skip(self.declared[index].name.len() + 3);
        Some(index)
    }

    /// Reads a key. None: it is not declared.
    fn declared_key(&self, j: &mut JsonReader<'_>) -> Result<Option<usize>, DecodeError> {
        let start = j.offset();
        string(j)?;
        let key = inner(j.since(start));
        if let Some(tag) = self.tag.filter(|tag| *tag == key) {
            return Err(duplicate(start).inside(tag));
        }
        Ok(self.declared.iter().position(|member| member.name == key))
    }

    /// Goes on behind the key of a declared member, if it may stand here.
    fn in_order(
        &mut self,
        j: &mut JsonReader<'_>,
        index: usize,
        start: usize,
    ) -> Result<usize, DecodeError> {
        if index < self.next {
            return Err(self.misplaced(j, index, start));
        }
        j.expect(b':')?;
        self.next = index + 1;
        Ok(index)
    }

    /// The refusal of a declared member behind another, by its index and the offset of its key.
    #[cold]
    fn misplaced(&self, j: &JsonReader<'_>, index: usize, start: usize) -> DecodeError {
        let Member { name, field } = self.declared[index];
        let refusal = if self.stands_before(j, name, start) {
            duplicate(start)
        } else {
            DecodeError::new(
                ErrorKind::NonCanonical,
                start,
                format_args!("is not in its place"),
            )
        };
        refusal.inside(field)
    }

    /// Whether the object has a member of this name before an offset. Looks again, so that an ordinary object need not keep count.
    fn stands_before(&self, j: &JsonReader<'_>, name: &str, end: usize) -> bool {
        let mut again = j.back_at(self.brace);
        again.skip(1);
        while again.offset() < end {
            let key = again.offset();
            let seen = string(&mut again).is_ok() && inner(again.since(key)) == name;
            if seen {
                return true;
            }
            again.skip_member();
        }
        false
    }

    /// The value of a member that must be there, once the object has ended.
    ///
    /// # Errors
    /// `missing_field`, at the closing brace.
    #[inline]
    pub fn required<T>(&self, value: Option<T>, field: &str) -> Result<T, DecodeError> {
        match value {
            Some(value) => Ok(value),
            None => Err(self.missing().inside(field)),
        }
    }

    #[cold]
    fn missing(&self) -> DecodeError {
        DecodeError::new(
            ErrorKind::MissingField,
            self.brace,
            format_args!("is missing"),
        )
    }
}

#[cold]
fn duplicate(start: usize) -> DecodeError {
    DecodeError::new(ErrorKind::DuplicateKey, start, format_args!("stands twice"))
}

/// A string token without its quotes.
fn inner(token: &str) -> &str {
    token
        .strip_prefix('"')
        .and_then(|token| token.strip_suffix('"'))
        .unwrap_or_default()
}

/// Members of an open object that its type does not declare.
#[derive(Debug, Default)]
pub struct UnknownMembers<'a> {
    keys: Keys<'a>,
    start: Option<usize>,
    text: &'a str,
}

impl<'a> UnknownMembers<'a> {
    fn is_empty(&self) -> bool {
        self.start.is_none()
    }

    /// Reads the value of a member whose key began at `start`.
    fn read(&mut self, j: &mut JsonReader<'a>, start: usize) -> Result<(), DecodeError> {
        self.keys.add(j.since(start), start)?;
        member(j)?;
        self.text = j.since(*self.start.get_or_insert(start));
        Ok(())
    }

    /// Their text.
    #[must_use]
    pub fn into_unknown(self) -> Unknown<'a> {
        Unknown::new(self.text.as_bytes())
    }
}
