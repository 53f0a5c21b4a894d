//! Messages that know when they were sent.

use anyhow::{Context, Result};
use bytes::{BufMut, Bytes, BytesMut};

use crate::process::now;

/// The first bytes of each message; what follows is filler.
const STAMP: usize = 8;

pub fn stamped(size: usize) -> Bytes {
    let mut message = BytesMut::with_capacity(size);
    message.put_u64_le(now());
    message.put_bytes(0x5a, size.saturating_sub(STAMP));
    message.freeze()
}

/// Nanoseconds since it was sent.
pub fn age(message: &[u8]) -> Result<u64> {
    let sent = message
        .first_chunk::<STAMP>()
        .context("a message that is shorter than its stamp")?;
    Ok(now().saturating_sub(u64::from_le_bytes(*sent)))
}
