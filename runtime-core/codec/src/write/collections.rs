//! Lists, arrays and maps.

use std::collections::BTreeMap;

use super::sized::sized;
use super::{Writer, run};
use crate::error::EncodeError;
use crate::path::ErrorPath;
use crate::size::Extent;

/// A list.
///
/// # Errors
/// As its count is refused, then as `element` refuses.
#[inline]
pub fn list<T>(
    value: &[T],
    w: &mut Writer<'_>,
    extent: Extent,
    element: impl Fn(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    array(value, w, element)
}

/// A list of elements of `N` bytes each.
///
/// # Errors
/// As [`list`].
#[inline]
pub fn list_of_runs<const N: usize, T>(
    value: &[T],
    w: &mut Writer<'_>,
    extent: Extent,
    fill: impl Fn(&T, &mut [u8; N]) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    w.out.reserve(value.len() * N);
    array(value, w, |element, w| run(element, w, &fill))
}

/// A list of values of `N` bytes each.
///
/// # Errors
/// As its count is refused.
#[inline]
pub fn list_of_values<const N: usize, T: Copy>(
    value: &[T],
    w: &mut Writer<'_>,
    extent: Extent,
    bytes: impl Fn(T) -> [u8; N],
) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    let start = w.out.len();
    w.out.resize(start + value.len() * N, 0);
    for (place, element) in w.out[start..].as_chunks_mut().0.iter_mut().zip(value) {
        *place = bytes(*element);
    }
    Ok(())
}

/// Elements, one after the other.
///
/// # Errors
/// As `element` refuses.
#[inline]
pub fn array<T>(
    value: &[T],
    w: &mut Writer<'_>,
    element: impl Fn(&T, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    for (index, item) in value.iter().enumerate() {
        element(item, w).element(index)?;
    }
    Ok(())
}

/// A map, in the order of its keys.
///
/// # Errors
/// As its count is refused; for each entry as `key` and `entry` refuse.
#[inline]
pub fn map<K, V>(
    value: &BTreeMap<K, V>,
    w: &mut Writer<'_>,
    extent: Extent,
    key: impl Fn(&K, &mut Writer<'_>) -> Result<(), EncodeError>,
    entry: impl Fn(&V, &mut Writer<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    sized(w, extent, value.len())?;
    for (index, (name, content)) in value.iter().enumerate() {
        key(name, w).key(index)?;
        entry(content, w).value(index)?;
    }
    Ok(())
}
