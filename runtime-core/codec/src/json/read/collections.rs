//! Lists, arrays and maps.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::string;
use crate::check;
use crate::error::DecodeError;
use crate::json::JsonReader;
use crate::path::ErrorPath;
use crate::read::ascending;
use crate::size::Limit;

/// A list.
///
/// # Errors
/// As `element` refuses; `too_long` where the first element too many begins, `out_of_range` for too few, both at the bracket.
#[inline]
pub fn list<'a, T>(
    j: &mut JsonReader<'a>,
    limit: Limit,
    element: impl Fn(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let start = j.offset();
    let mut list = Vec::new();
    j.expect(b'[')?;
    let mut more = !j.eat("]");
    while more {
        if list.len() as u64 == limit.max {
            return Err(check::too_long(limit.max + 1, limit.max, start));
        }
        list.push(element(j).element(list.len())?);
        more = j.eat(",");
        if !more {
            j.expect(b']')?;
        }
    }
    check::size(list.len() as u64, limit, start)?;
    Ok(list)
}

/// Exactly `COUNT` elements.
///
/// # Errors
/// As [`list`].
pub fn array<'a, const COUNT: usize, T>(
    j: &mut JsonReader<'a>,
    element: impl Fn(&mut JsonReader<'a>) -> Result<T, DecodeError>,
) -> Result<[T; COUNT], DecodeError> {
    let list = list(j, Limit::new(COUNT as u64, COUNT as u64), element)?;
    Ok(list
        .try_into()
        .unwrap_or_else(|_| unreachable!("the list has been counted")))
}

/// A map, which is an object; `key` understands the text of a key at an offset.
///
/// # Errors
/// As a string, `key` and `value` refuse; `duplicate_key` and `non_canonical` for the order of keys; sizes as in [`list`].
pub fn map<'a, K: Ord, V>(
    j: &mut JsonReader<'a>,
    limit: Limit,
    key: impl Fn(Cow<'a, str>, usize) -> Result<K, DecodeError>,
    value: impl Fn(&mut JsonReader<'a>) -> Result<V, DecodeError>,
) -> Result<BTreeMap<K, V>, DecodeError> {
    let start = j.offset();
    let mut entries: Vec<(K, V)> = Vec::new();
    j.expect(b'{')?;
    let mut more = !j.eat("}");
    while more {
        let index = entries.len();
        if index as u64 == limit.max {
            return Err(check::too_long(limit.max + 1, limit.max, start));
        }
        let token = string(j)?;
        let next = key(token.text, token.start).key(index)?;
        if let Some((last, _)) = entries.last() {
            ascending(last, &next, token.start).key(index)?;
        }
        j.expect(b':')?;
        entries.push((next, value(j).value(index)?));
        more = j.eat(",");
        if !more {
            j.expect(b'}')?;
        }
    }
    check::size(entries.len() as u64, limit, start)?;
    Ok(entries.into_iter().collect())
}
