//! Writing canonical JSON.
//!
//! Values are appended to the same [`Writer`] as binary ones. A separator in front of a member or element is left out where one
//! has just been opened.

mod bytes;
mod collections;
mod names;
mod numbers;
mod objects;
mod points;
mod scalars;
mod strings;

pub use bytes::{base64, fixed_base64, fixed_hex, fixed_ints, hex, ints};
pub use collections::{array, integer_key, list, map};
pub use names::{flags, open_variant, variant};
pub use numbers::{f32, f64, integer};
pub use objects::{key, unknown};
pub use points::{duration, socket_address};
pub use scalars::{bool, nullable, value};
pub use strings::{text, text_matching};

use crate::write::Writer;

/// The comma before an element or member that is not the first.
#[inline]
fn separator(w: &mut Writer<'_>) {
    if !matches!(w.out.last(), Some(b'[' | b'{')) {
        w.out.push(b',');
    }
}
