//! Runs: neighbouring values of fixed size, put into one array that is appended at once.

use super::Writer;
use crate::error::EncodeError;
use crate::path::ErrorPath;

/// Appends a run that `fill` fills.
///
/// # Errors
/// As `fill` refuses.
#[inline]
pub fn run<const N: usize, T: ?Sized>(
    value: &T,
    w: &mut Writer<'_>,
    fill: impl FnOnce(&T, &mut [u8; N]) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    let mut run = [0; N];
    fill(value, &mut run)?;
    w.raw(&run);
    Ok(())
}

/// Puts bytes into a run, from the `at`-th on; generated code knows that they fit.
#[inline(always)]
pub fn put<const N: usize, const M: usize>(run: &mut [u8; M], at: usize, bytes: [u8; N]) {
    *part_mut(run, at) = bytes;
}

/// `N` of the bytes of a run, from the `at`-th on; generated code knows that they are there.
#[inline(always)]
#[must_use]
pub fn part_mut<const N: usize, const M: usize>(run: &mut [u8; M], at: usize) -> &mut [u8; N] {
    match run[at..].first_chunk_mut() {
        Some(part) => part,
        None => unreachable!("a part ends inside its run"),
    }
}

/// Fills a run with values of `N` bytes each.
#[inline(always)]
pub fn values_at<const N: usize, const M: usize, T: Copy>(
    values: &[T],
    run: &mut [u8; M],
    bytes: impl Fn(T) -> [u8; N],
) {
    for (index, value) in values.iter().enumerate() {
        put(run, index * N, bytes(*value));
    }
}

/// Fills a run with elements of `N` bytes each.
///
/// # Errors
/// As `fill` refuses.
#[inline]
pub fn array_at<const N: usize, const M: usize, T>(
    elements: &[T],
    run: &mut [u8; M],
    fill: impl Fn(&T, &mut [u8; N]) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    for (index, element) in elements.iter().enumerate() {
        fill(element, part_mut(run, index * N)).element(index)?;
    }
    Ok(())
}
