//! Keyed BLAKE2s (RFC 7693).

use blake2::Blake2sMac;
use blake2::digest::typenum::{U16, U32};
use blake2::digest::{KeyInit, Mac};

/// A 32-byte digest of the parts, one after the other. The key has at most 32 bytes.
pub(crate) fn keyed<const N: usize>(key: &[u8], parts: [&[u8]; N]) -> [u8; 32] {
    let mut mac = <Blake2sMac<U32> as KeyInit>::new_from_slice(key)
        .expect("keys of BLAKE2s have at most 32 bytes");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The same with 16 bytes.
pub(crate) fn keyed16<const N: usize>(key: &[u8], parts: [&[u8]; N]) -> [u8; 16] {
    let mut mac = <Blake2sMac<U16> as KeyInit>::new_from_slice(key)
        .expect("keys of BLAKE2s have at most 32 bytes");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The first 8 bytes of a keyed digest, little-endian.
pub(crate) fn short(key: &[u8], message: &[u8]) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = keyed(key, [message]);
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}
