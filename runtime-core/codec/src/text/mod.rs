//! Spellings of values as text, each value in one way.

pub(crate) mod base64;
pub(crate) mod float;
pub(crate) mod hex;
pub(crate) mod short;
pub(crate) mod socket;

pub use float::float_text;
pub use socket::parse_socket_address;
