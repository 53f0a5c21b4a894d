//! Runs: neighbouring values of fixed size, read after one look at how much is left.
//!
//! When too little is left, the values before the missing one must still be checked first. The cold path does so by filling up with
//! zeros and reading the run as usual: a refusal that lies before the first missing value is genuine, everything else gives way to `truncated`.

use super::{Reader, truncated};
use crate::error::DecodeError;
use crate::path::{ErrorPath, Located};

/// What a fixed-size value is made of, so that a refusal can name the part that is missing.
#[derive(Debug)]
pub enum Shape {
    /// One value.
    Value,
    /// Fields, one after the other.
    Struct(&'static [Slot]),
    /// Values of one size and shape.
    Array(usize, &'static Shape),
}

/// A field of a run.
#[derive(Debug)]
pub struct Slot {
    name: &'static str,
    end: usize,
    shape: Shape,
}

impl Slot {
    /// A field that is one value and ends `end` bytes into its structure.
    #[must_use]
    pub const fn new(name: &'static str, end: usize) -> Self {
        Self::of(name, end, Shape::Value)
    }

    /// A field that is made of others.
    #[must_use]
    pub const fn of(name: &'static str, end: usize, shape: Shape) -> Self {
        Self { name, end, shape }
    }
}

impl Shape {
    /// The refusal of the first part that needs more than the `left` bytes at `offset`, where the whole takes `size`.
    fn truncated(&self, size: usize, offset: usize, left: usize) -> DecodeError {
        match self {
            Self::Value => truncated(offset, size as u64, left),
            Self::Struct(slots) => {
                let mut start = 0;
                for slot in *slots {
                    if slot.end > left {
                        let shape = &slot.shape;
                        let error = shape.truncated(slot.end - start, offset + start, left - start);
                        return error.inside(slot.name);
                    }
                    start = slot.end;
                }
                truncated(offset, size as u64, left)
            }
            Self::Array(element_size, element) => {
                let index = left / element_size;
                let start = index * element_size;
                let error = element.truncated(*element_size, offset + start, left - start);
                error.inside(&format!("[{index}]"))
            }
        }
    }
}

/// The next `N` bytes, as `parse` understands them when it is told their offset.
///
/// # Errors
/// `truncated` at the first value that is incomplete, unless `parse` refuses an earlier one.
#[inline]
pub fn run<const N: usize, T>(
    r: &mut Reader<'_>,
    shape: &Shape,
    parse: impl Fn(&[u8; N], usize) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let offset = r.offset();
    match r.take_array() {
        Some(run) => parse(run, offset),
        None => Err(short(r, shape, parse)),
    }
}

#[cold]
fn short<const N: usize, T>(
    r: &Reader<'_>,
    shape: &Shape,
    parse: impl Fn(&[u8; N], usize) -> Result<T, DecodeError>,
) -> DecodeError {
    let offset = r.offset();
    let truncated = shape.truncated(N, offset, r.left());
    let mut filled = [0; N];
    filled[..r.left()].copy_from_slice(r.rest);
    match parse(&filled, offset) {
        Err(earlier) if earlier.offset() < truncated.offset() => earlier,
        _ => truncated,
    }
}

/// `N` of the bytes of a run, from the `at`-th on; generated code knows that they are there.
#[inline(always)]
#[must_use]
pub fn part<const N: usize, const M: usize>(run: &[u8; M], at: usize) -> &[u8; N] {
    match run[at..].first_chunk() {
        Some(part) => part,
        None => unreachable!("a part ends inside its run"),
    }
}

/// Values of `N` bytes each that any bytes have, from a run of all of them.
#[inline(always)]
pub fn values_at<const N: usize, const M: usize, const COUNT: usize, T>(
    run: &[u8; M],
    value: impl Fn([u8; N]) -> T,
) -> [T; COUNT] {
    std::array::from_fn(|index| value(*part(run, index * N)))
}

/// Elements of `N` bytes each, from a run of all of them.
///
/// # Errors
/// As `parse` refuses.
#[inline]
pub fn array_at<const N: usize, const M: usize, const COUNT: usize, T>(
    run: &[u8; M],
    offset: usize,
    parse: impl Fn(&[u8; N], usize) -> Result<T, DecodeError>,
) -> Result<[T; COUNT], DecodeError> {
    super::collections::fill(|index| parse(part(run, index * N), offset + index * N).element(index))
}
