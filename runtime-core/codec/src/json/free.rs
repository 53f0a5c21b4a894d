//! JSON whose members and types are nobody's business, but whose spelling is.

use std::collections::HashSet;

use super::JsonReader;
use super::read::{number_token, string, word};
use crate::depth::Depth;
use crate::error::{DecodeError, ErrorKind};
use crate::read::too_deep;

/// Steps over any one value; returns how many levels of arrays and objects it has.
pub(crate) fn value(j: &mut JsonReader<'_>) -> Result<Depth, DecodeError> {
    match j.peek() {
        Some(b'"') => string(j).map(|_| Depth::default()),
        Some(b'{') => inside(j, object),
        Some(b'[') => inside(j, array),
        Some(b't') => word(j, "true").map(|()| Depth::default()),
        Some(b'f') => word(j, "false").map(|()| Depth::default()),
        Some(b'n') => word(j, "null").map(|()| Depth::default()),
        Some(b'-' | b'0'..=b'9') => number(j).map(|()| Depth::default()),
        _ => Err(j.unexpected(format_args!("a value"))),
    }
}

fn number(j: &mut JsonReader<'_>) -> Result<(), DecodeError> {
    let token = number_token(j)?;
    if token.has_leading_zeros() {
        return Err(DecodeError::new(
            ErrorKind::Malformed,
            token.start,
            format_args!("is {}, which is not a number", token.text),
        ));
    }
    Ok(())
}

fn inside(
    j: &mut JsonReader<'_>,
    content: fn(&mut JsonReader<'_>) -> Result<Depth, DecodeError>,
) -> Result<Depth, DecodeError> {
    let outer = j.depth;
    j.depth = outer.deeper().ok_or_else(|| too_deep(j.offset()))?;
    let levels = content(j)?;
    j.depth = outer;
    Ok(levels.one_more())
}

fn array(j: &mut JsonReader<'_>) -> Result<Depth, DecodeError> {
    let mut levels = Depth::default();
    j.expect(b'[')?;
    let mut more = !j.eat("]");
    while more {
        levels = levels.max(value(j)?);
        more = j.eat(",");
        if !more {
            j.expect(b']')?;
        }
    }
    Ok(levels)
}

fn object(j: &mut JsonReader<'_>) -> Result<Depth, DecodeError> {
    let mut levels = Depth::default();
    let mut keys = Keys::default();
    j.expect(b'{')?;
    let mut more = !j.eat("}");
    while more {
        keys.read(j)?;
        levels = levels.max(member(j)?);
        more = j.eat(",");
        if !more {
            j.expect(b'}')?;
        }
    }
    Ok(levels)
}

/// What follows a key.
pub(super) fn member(j: &mut JsonReader<'_>) -> Result<Depth, DecodeError> {
    j.expect(b':')?;
    value(j)
}

/// Keys of one object that were met. Every string has one spelling, so the tokens tell keys apart.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    few: Vec<&'a str>,
    many: HashSet<&'a str>,
}

impl<'a> Keys<'a> {
    /// Up to here, looking through them all is quicker than hashing.
    const FEW: usize = 16;

    /// Steps over a key that is not among those before it.
    fn read(&mut self, j: &mut JsonReader<'a>) -> Result<(), DecodeError> {
        let start = j.offset();
        string(j)?;
        self.add(j.since(start), start)
    }

    /// Refuses a key that is there already.
    pub(super) fn add(&mut self, key: &'a str, start: usize) -> Result<(), DecodeError> {
        let new = if self.few.len() < Self::FEW {
            let new = !self.few.contains(&key);
            self.few.push(key);
            new
        } else {
            if self.many.is_empty() {
                self.many.extend(&self.few);
            }
            self.many.insert(key)
        };
        if new {
            return Ok(());
        }
        Err(DecodeError::new(
            ErrorKind::DuplicateKey,
            start,
            format_args!("has the key {key} twice"),
        ))
    }
}
