//! Durations and socket addresses.

use std::net::SocketAddr;
use std::time::Duration;

use super::{Member, integer, limited, object, string_token};
use crate::error::DecodeError;
use crate::json::JsonReader;
use crate::path::ErrorPath;
use crate::read::MOST_NANOS;
use crate::text::socket;

const MEMBERS: &[Member] = &[Member::new("secs", "secs"), Member::new("nanos", "nanos")];

/// An object of `secs` and `nanos`.
///
/// # Errors
/// As objects and integers are refused; `out_of_range` from a whole second of nanoseconds.
pub fn duration(j: &mut JsonReader<'_>) -> Result<Duration, DecodeError> {
    let mut members = object(j, MEMBERS)?;
    let mut secs = None;
    let mut nanos = None;
    while let Some(member) = members.next(j)? {
        match member {
            0 => secs = Some(integer(j).field("secs")?),
            _ => nanos = Some(limited(j, 0, MOST_NANOS, integer).field("nanos")?),
        }
    }
    Ok(Duration::new(
        members.required(secs, "secs")?,
        members.required(nanos, "nanos")?,
    ))
}

/// A string such as `1.2.3.4:80` or `[2001:db8::1]:80`.
///
/// # Errors
/// `malformed`, `truncated`, `non_canonical`.
pub fn socket_address(j: &mut JsonReader<'_>) -> Result<SocketAddr, DecodeError> {
    let token = string_token(j)?;
    match socket::parse(&token.text) {
        Some((address, true)) if token.canonical => Ok(address),
        Some((address, _)) => Err(socket::other_spelling(address, token.start)),
        None => Err(socket::no_address(token.start)),
    }
}
