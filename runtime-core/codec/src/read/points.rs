//! Durations and socket addresses, as Compact writes them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use super::{Reader, fixed_bytes, limited, varint_u16, varint_u32, varint_u64};
use crate::ErrorPath;
use crate::check;
use crate::error::DecodeError;

/// The greatest count of nanoseconds beside whole seconds.
pub(crate) const MOST_NANOS: u32 = 999_999_999;

/// Varint seconds, varint nanoseconds.
///
/// # Errors
/// As varints are refused; `out_of_range` from a whole second of nanoseconds. Paths `secs` and `nanos`.
pub fn duration(r: &mut Reader<'_>) -> Result<Duration, DecodeError> {
    let secs = varint_u64(r).field("secs")?;
    let nanos = limited(r, 0, MOST_NANOS, varint_u32).field("nanos")?;
    Ok(Duration::new(secs, nanos))
}

/// Tag 0 and 4 octets or tag 1 and 16, then a varint port.
///
/// # Errors
/// As a varint is refused, `unknown_variant`, `truncated`; always at the start of the address.
pub fn socket_address(r: &mut Reader<'_>) -> Result<SocketAddr, DecodeError> {
    let start = r.offset();
    let ip = match varint_u32(r)? {
        0 => octets(r, start).map(|octets: [u8; 4]| IpAddr::V4(Ipv4Addr::from(octets)))?,
        1 => octets(r, start).map(|octets: [u8; 16]| IpAddr::V6(Ipv6Addr::from(octets)))?,
        tag => return Err(check::unknown_variant(&tag, start)),
    };
    let port = varint_u16(r).map_err(|error| error.moved_to(start))?;
    Ok(SocketAddr::new(ip, port))
}

fn octets<const N: usize>(r: &mut Reader<'_>, start: usize) -> Result<[u8; N], DecodeError> {
    fixed_bytes(r).map_err(|error| error.moved_to(start))
}
