//! Durations and socket addresses.

use std::net::SocketAddr;
use std::time::Duration;

use super::numbers::decimal;
use crate::error::EncodeError;
use crate::write::{Writer, plain};

/// An object of `secs` and `nanos`.
///
/// # Errors
/// None.
pub fn duration(value: &Duration, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    w.raw(b"{\"secs\":");
    decimal(value.as_secs(), w);
    w.raw(b",\"nanos\":");
    decimal(value.subsec_nanos(), w);
    w.raw(b"}");
    Ok(())
}

/// A string such as `1.2.3.4:80` or `[2001:db8::1]:80`.
///
/// # Errors
/// `out_of_range` for an IPv6 address with a scope or flow, which has no place in a message.
pub fn socket_address(value: &SocketAddr, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    plain(value)?;
    w.raw(format!("\"{value}\"").as_bytes());
    Ok(())
}
