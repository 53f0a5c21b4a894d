//! Lists, arrays and maps.

use std::collections::BTreeMap;

use super::runs::{Shape, run};
use super::sized::prefix;
use super::{Reader, truncated};
use crate::check;
use crate::error::{DecodeError, ErrorKind};
use crate::path::ErrorPath;
use crate::size::{Extent, Prefix};

/// The count of a value that begins at `start`; so many elements of at least this size have room.
#[inline]
fn count(
    r: &mut Reader<'_>,
    extent: Extent,
    least: usize,
    start: usize,
) -> Result<usize, DecodeError> {
    let count = prefix(r, extent.prefix)?;
    check::size(count, extent.limit, start)?;
    let need = count.saturating_mul(least as u64);
    match usize::try_from(need) {
        Ok(need) if need <= r.left() => Ok(need / least),
        _ => Err(truncated(start, need, r.left())),
    }
}

/// Room for so many elements, as far as the input that is left vouches for it; a list that is really longer grows.
#[inline]
fn with_room<T>(count: usize, r: &Reader<'_>) -> Vec<T> {
    const MEMORY_PER_BYTE: usize = 16;
    let vouched = r.left().saturating_mul(MEMORY_PER_BYTE) / size_of::<T>().max(1);
    Vec::with_capacity(count.min(vouched + 1))
}

/// A list whose elements take at least `least` bytes each.
///
/// # Errors
/// As the count is refused, at the count; then as `element` refuses.
#[inline]
pub fn list<'a, T>(
    r: &mut Reader<'a>,
    extent: Extent,
    least: usize,
    element: impl Fn(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    if extent.prefix == Prefix::Rest {
        return rest(r, extent, element);
    }
    let start = r.offset();
    let count = count(r, extent, least, start)?;
    let mut list = with_room(count, r);
    for index in 0..count {
        list.push(element(r).element(index)?);
    }
    Ok(list)
}

/// Elements until the window ends.
fn rest<'a, T>(
    r: &mut Reader<'a>,
    extent: Extent,
    element: impl Fn(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let start = r.offset();
    let mut list = Vec::new();
    while r.left() > 0 {
        if list.len() as u64 == extent.limit.max {
            return Err(check::too_long(
                extent.limit.max + 1,
                extent.limit.max,
                start,
            ));
        }
        list.push(element(r).element(list.len())?);
    }
    check::size(list.len() as u64, extent.limit, start)?;
    Ok(list)
}

/// A list of elements of `N` bytes each, as `parse` understands them when it is told their offset.
///
/// # Errors
/// As [`list`].
#[inline]
pub fn list_of_runs<const N: usize, T>(
    r: &mut Reader<'_>,
    extent: Extent,
    shape: &Shape,
    parse: impl Fn(&[u8; N], usize) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    if extent.prefix == Prefix::Rest {
        return rest(r, extent, |r| run(r, shape, &parse));
    }
    let start = r.offset();
    let count = count(r, extent, N, start)?;
    let mut list = with_room(count, r);
    let offset = r.offset();
    let elements = r.take(count * N).unwrap_or_default();
    for (index, element) in elements.as_chunks().0.iter().enumerate() {
        list.push(parse(element, offset + index * N).element(index)?);
    }
    Ok(list)
}

/// A list of elements of `N` bytes each that any bytes have.
///
/// # Errors
/// As the count is refused, at the count.
#[inline]
pub fn list_of_values<const N: usize, T>(
    r: &mut Reader<'_>,
    extent: Extent,
    value: impl Fn([u8; N]) -> T,
) -> Result<Vec<T>, DecodeError> {
    if extent.prefix == Prefix::Rest {
        return rest(r, extent, |r| super::fixed_bytes(r).map(&value));
    }
    let start = r.offset();
    let count = count(r, extent, N, start)?;
    let elements = r.take(count * N).unwrap_or_default();
    Ok(elements
        .as_chunks()
        .0
        .iter()
        .map(|element| value(*element))
        .collect())
}

/// Exactly `COUNT` elements.
///
/// # Errors
/// As `element` refuses.
#[inline]
pub fn array<'a, const COUNT: usize, T>(
    r: &mut Reader<'a>,
    element: impl Fn(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<[T; COUNT], DecodeError> {
    fill(|index| element(r).element(index))
}

/// An array of what `element` makes for each index, until the first refusal.
#[inline]
pub(crate) fn fill<const COUNT: usize, T, E>(
    mut element: impl FnMut(usize) -> Result<T, E>,
) -> Result<[T; COUNT], E> {
    let mut refusal = None;
    let elements = std::array::from_fn(|index| {
        if refusal.is_some() {
            return None;
        }
        element(index).map_err(|error| refusal = Some(error)).ok()
    });
    match refusal {
        Some(error) => Err(error),
        None => Ok(elements.map(|element: Option<T>| {
            element.unwrap_or_else(|| unreachable!("nothing was refused"))
        })),
    }
}

/// A map whose entries take at least `least` bytes each.
///
/// # Errors
/// As the count is refused, at the count; for each entry as `key` refuses, `duplicate_key` or `non_canonical` for its order, as `value` refuses.
#[inline]
pub fn map<'a, K: Ord, V>(
    r: &mut Reader<'a>,
    extent: Extent,
    least: usize,
    key: impl Fn(&mut Reader<'a>) -> Result<K, DecodeError>,
    value: impl Fn(&mut Reader<'a>) -> Result<V, DecodeError>,
) -> Result<BTreeMap<K, V>, DecodeError> {
    let start = r.offset();
    let count = count(r, extent, least, start)?;
    let mut entries: Vec<(K, V)> = with_room(count, r);
    for index in 0..count {
        let at = r.offset();
        let next = key(r).key(index)?;
        if let Some((last, _)) = entries.last() {
            ascending(last, &next, at).key(index)?;
        }
        entries.push((next, value(r).value(index)?));
    }
    Ok(entries.into_iter().collect())
}

/// The order of the keys of a map.
#[inline]
pub(crate) fn ascending<K: Ord>(last: &K, next: &K, at: usize) -> Result<(), DecodeError> {
    match last.cmp(next) {
        std::cmp::Ordering::Less => Ok(()),
        std::cmp::Ordering::Equal => Err(DecodeError::new(
            ErrorKind::DuplicateKey,
            at,
            format_args!("is the same as the key before"),
        )),
        std::cmp::Ordering::Greater => Err(DecodeError::new(
            ErrorKind::NonCanonical,
            at,
            format_args!("belongs before the key before it"),
        )),
    }
}
