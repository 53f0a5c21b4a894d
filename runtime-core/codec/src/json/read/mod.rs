//! Reading canonical JSON.
//!
//! A function here reads one value and makes all of its checks. What is wrong with a value as JSON is found before what is wrong with its spelling,
//! and that before its bounds.

mod bytes;
mod collections;
mod keys;
mod messages;
mod names;
mod numbers;
mod objects;
mod points;
mod scalars;
mod strings;
mod unions;

pub use bytes::{base64, fixed_base64, fixed_hex, fixed_ints, hex, ints};
pub use collections::{array, list, map};
pub use keys::{integer_key, name_key, text_key, text_key_matching};
pub use messages::{bounded_message, message, nested};
pub use names::{Bits, flags, open_variant, variant};
pub use numbers::{f32, f64, integer, limited};
pub use objects::{Member, Members, UnknownMembers, object};
pub use points::{duration, socket_address};
pub use scalars::{bool, constant, constant_hex, constant_token, not_empty, nullable, value};
pub use strings::{text, text_matching};
pub use unions::{Adjacent, External, adjacent, external, internal};

pub(super) use numbers::number_token;
pub(super) use scalars::word;
pub(super) use strings::{string, string_token};
