//! Durations and socket addresses, as Compact writes them.

use std::net::SocketAddr;
use std::time::Duration;

use super::{Writer, varint_u16, varint_u32, varint_u64};
use crate::error::{EncodeError, ErrorKind};

/// Varint seconds, varint nanoseconds.
///
/// # Errors
/// None.
pub fn duration(value: &Duration, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    varint_u64(&value.as_secs(), w)?;
    varint_u32(&value.subsec_nanos(), w)
}

/// Tag 0 and 4 octets or tag 1 and 16, then a varint port.
///
/// # Errors
/// `out_of_range` for an IPv6 address with a scope or flow, which has no place in a message.
pub fn socket_address(value: &SocketAddr, w: &mut Writer<'_>) -> Result<(), EncodeError> {
    plain(value)?;
    match value {
        SocketAddr::V4(address) => {
            w.out.push(0);
            w.raw(&address.ip().octets());
        }
        SocketAddr::V6(address) => {
            w.out.push(1);
            w.raw(&address.ip().octets());
        }
    }
    varint_u16(&value.port(), w)
}

pub(crate) fn plain(value: &SocketAddr) -> Result<(), EncodeError> {
    match value {
        SocketAddr::V6(address) if address.scope_id() != 0 || address.flowinfo() != 0 => {
            Err(EncodeError::new(
                ErrorKind::OutOfRange,
                format_args!("is {address}, whose scope and flow cannot be written"),
            ))
        }
        _ => Ok(()),
    }
}
