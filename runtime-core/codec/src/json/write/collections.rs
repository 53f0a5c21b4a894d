//! Lists, arrays and maps.

use std::collections::BTreeMap;

use super::separator;
use crate::error::EncodeError;
use crate::path::ErrorPath;
use crate::size::Limit;
use crate::write::{Writer, size};

/// A list.
///
/// # Errors
/// `too_long`, `out_of_range` for its count; as `element` refuses.
#[inline]
pub fn list<T>(
    value: &[T],
    w: &mut Writer<'_>,
    limit: Limit,
    element: impl Fn(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    array(value, w, element)
}

/// Elements in brackets.
///
/// # Errors
/// As `element` refuses.
#[inline]
pub fn array<T>(
    value: &[T],
    w: &mut Writer<'_>,
    element: impl Fn(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    w.out.push(b'[');
    for (index, item) in value.iter().enumerate() {
        separator(w);
        element(item, w).element(index)?;
    }
    w.out.push(b']');
    Ok(())
}

/// A map, in the order of its keys. `key` writes a string.
///
/// # Errors
/// `too_long`, `out_of_range` for its count; as `key` and `entry` refuse.
#[inline]
pub fn map<K, V>(
    value: &BTreeMap<K, V>,
    w: &mut Writer<'_>,
    limit: Limit,
    key: impl Fn(&K, &mut Writer<'_>) -> Result<(), EncodeError>,
    entry: impl Fn(&V, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    size(value.len() as u64, limit)?;
    w.out.push(b'{');
    for (index, (name, content)) in value.iter().enumerate() {
        separator(w);
        key(name, w).key(index)?;
        w.out.push(b':');
        entry(content, w).value(index)?;
    }
    w.out.push(b'}');
    Ok(())
}

/// An integer as the key of a map.
///
/// # Errors
/// As `write` refuses.
pub fn integer_key<T>(
    value: &T,
    w: &mut Writer<'_>,
    write: impl FnOnce(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    w.out.push(b'"');
    write(value, w)?;
    w.out.push(b'"');
    Ok(())
}
